"""What a soak found, as the page ``docs/soak.md``: counts, never times, and no machine's name."""

from __future__ import annotations

import os
from datetime import UTC, datetime

_KINDS = {
    "lost": "recorded answers or files of the office lost",
    "torn": "torn publications, editions or reads; reports unlike an undisturbed run's",
    "lock": "stale locks",
    "failed": "runs that ended with a code they should not",
    "damage": "damaged files that were neither read nor refused in words",
    "crowd": "refreshes at once that did not give way",
}


def page(asked, found):
    """Return the page: what each part did, and how often a promise was not kept."""
    done = [row for part in found for row in part.rows()]
    broken = [promise for part in found for promise in part.broken]
    held = [(words, sum(kind == key for kind, _said in broken)) for key, words in _KINDS.items()]
    lines = [
        "# Soak: killed, refused and crowded",
        "",
        _conditions(asked),
        "",
        *_table("what was done", done),
        "",
        *_table("what must not happen", held),
        "",
        *(f"- {said}" for _kind, said in broken),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _table(title, rows):
    return [f"| {title} | how often |", "|---|---|", *(f"| {what} | {n} |" for what, n in rows)]


def _conditions(asked):
    day, cores = datetime.now(UTC).date(), os.cpu_count()
    return f"`{asked.command}`, seed {asked.seed}, {day}, {cores} cores."
