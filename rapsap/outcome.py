"""What a refresh came to, shown to a person or as JSON, with the exit code that it ends with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from config.errors import ExitCode, foremost
from config.messages import _
from rapsap import terminal
from rapsap.refreshing import out_of, troubles

if TYPE_CHECKING:
    from pathlib import Path

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from rapsap.refreshing import Outcome


def close(outcome: Outcome, *, as_json: bool, strict: bool = False) -> ExitCode:
    """Print what a refresh came to, and return the exit code."""
    run = outcome.run or _read(outcome.folder, "internal/run.json")
    figures = _read(outcome.folder, "public/data/summary.json")
    for note in run["remarks"]:
        terminal.remark(note)
    for trouble in troubles(run):
        terminal.complain(trouble)
    if as_json:
        terminal.print_json({**run, **figures})
    else:
        _show(outcome)
        _show_set_aside(outcome, figures["rows"]["set_aside"], len(run["refused_files"]))
    aside = strict and figures["rows"]["set_aside"]
    return foremost((outcome.exit_code, ExitCode.SET_ASIDE if aside else ExitCode.OK))


def show_figures(summary: Summary, campaign: Campaign, *, as_json: bool) -> None:
    """Print the figures, as a table or as the content of ``summary.json``."""
    if as_json:
        from report.figures_json import figures_as_json

        terminal.print_json(json.loads(figures_as_json(summary, campaign).content))
    else:
        _show_closing(summary)


def _show(outcome: Outcome) -> None:
    if outcome.summary is None:
        terminal.say(
            _("Nothing new since the last refresh: the report stands, only checked.js is new.")
        )
    else:
        _show_closing(outcome.summary)
    out = out_of(outcome.folder)
    terminal.say("", _("Open:"), style="bold")
    for page, purpose in (
        ("public/index.html", _("for the website (no personal data)")),
        ("internal/index.html", _("for the office only")),
    ):
        terminal.say(f"  {out / page}  {purpose}", hanging=4)
    if outcome.evidence:
        purpose = _("lists of who signed, for the office and each agency only")
        terminal.say(f"  {outcome.evidence}  {purpose}", hanging=4)


def _show_set_aside(outcome: Outcome, rows: int, files: int) -> None:
    """Say how much waits for a person, and where it is listed with its remedies."""
    waiting = [
        _("{rows:,} rows to look at").format(rows=rows) if rows else "",
        _("{files:,} files not read").format(files=files) if files else "",
    ]
    if any(waiting):
        place = out_of(outcome.folder) / "internal" / "set-aside.csv"
        terminal.say(f"  {place}  {' · '.join(filter(None, waiting))}", hanging=4)


def _show_closing(summary: Summary) -> None:
    from rapsap.closing import closing

    shown = terminal.console()
    shown.print(closing(summary, shown))


def _read(folder: Path, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((out_of(folder) / name).read_text(encoding="utf-8"))
    return content
