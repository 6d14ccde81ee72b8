"""What a soak found, as the page ``docs/soak.md``: counts, never times, and no machine's name."""

from __future__ import annotations

import os
from datetime import UTC, datetime

_KINDS = {
    "lost": "recorded answers or files of the office lost",
    "torn": "torn publications, editions or reads; reports unlike an undisturbed run's",
    "lock": "stale locks",
    "failed": "runs that ended with a code they should not",
    "crowd": "refreshes at once that did not give way",
}


def page(asked, found):
    kills, reads = found["kills"], found["reads"]
    codes = found["crowd"][0]
    broken = broken_promises(found)
    lines = [
        "# Soak: killed, refused and crowded",
        "",
        _conditions(asked),
        "",
        "| what was done | how often |",
        "|---|---|",
        *(f"| `{job}` killed by SIGKILL | {many} |" for job, many in kills.killed.items()),
        *(f"| … of these while {phase} | {many} |" for phase, many in kills.found.items()),
        f"| refreshes after them, compared with a run nobody killed | {kills.repaired} |",
        f"| answers recorded in the ledger meanwhile | {kills.recorded} |",
        *_refused(found),
        f"| refreshes at once: worked / ended with 75 | {codes[0]} / {codes[75]} |",
        f"| releases that a reader saw, of 200 | {len(reads.releases)} |",
        f"| … reads of a page with its data | {reads.whole} |",
        f"| … read again, for a release had come between | {reads.again} |",
        "",
        "| what must not happen | how often |",
        "|---|---|",
        *(
            f"| {words} | {sum(1 for kind, _said in broken if kind == key)} |"
            for key, words in _KINDS.items()
        ),
    ]
    return "\n".join([*lines, "", *(f"- {said}" for _kind, said in broken)]).rstrip() + "\n"


def _conditions(asked):
    day, cores = datetime.now(UTC).date(), os.cpu_count()
    return f"`{asked.command}`, seed {asked.seed}, {day}, {cores} cores that others used as well."


def broken_promises(found):
    """Return each promise that was not kept, of every part, with its kind."""
    parts = (found[name].broken for name in ("kills", "refusals", "room", "reads") if name in found)
    return [*found["crowd"][1], *(said for part in parts for said in part)]


_REFUSED = {
    "denied": "one step of a refresh refused (permission)",
    "full": "nothing more could be made from one step on (disk full)",
    "no room": "refresh on a small disk that was really full",
}


def _refused(found):
    parts = [found["refusals"], *([found["room"]] if "room" in found else [])]
    for part in parts:
        for kind, stood in part.kinds.items():
            what = f"{_REFUSED[kind]}: the old / the new release stood"
            yield f"| {what} | {stood['old']} / {stood['new']} |"
