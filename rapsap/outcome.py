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
        _show(outcome, set_aside=figures["rows"]["set_aside"])
    aside = strict and figures["rows"]["set_aside"]
    return foremost((outcome.exit_code, ExitCode.SET_ASIDE if aside else ExitCode.OK))


def show_figures(summary: Summary, campaign: Campaign, *, as_json: bool) -> None:
    """Print the figures, as a table or as the content of ``summary.json``."""
    if as_json:
        from report.figures_json import figures_as_json

        terminal.print_json(json.loads(figures_as_json(summary, campaign).content))
    else:
        _show_closing(summary)


def _show(outcome: Outcome, *, set_aside: int) -> None:
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
    if set_aside:
        rows = _("{rows:,} rows to look at").format(rows=set_aside)
        terminal.say(f"  {out / 'internal' / 'set-aside.csv'}  {rows}", hanging=4)


def _show_closing(summary: Summary) -> None:
    from rapsap.closing import closing

    shown = terminal.console()
    shown.print(closing(summary, shown))


def _read(folder: Path, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((out_of(folder) / name).read_text(encoding="utf-8"))
    return content
