"""The commands, in the order of the work; each one parses, calls, and prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from config.errors import ExitCode
from config.messages import LANGUAGES, _, marked
from rapsap import __version__, refreshing, terminal
from rapsap.spoken import Group, command, option

if TYPE_CHECKING:
    from rapsap.refreshing import Outcome

Command = Callable[..., Any]
_folder = click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
_json = option(
    "--json", "as_json", is_flag=True, help=marked("Print the figures as JSON on stdout.")
)
_accept = option(
    "--accept",
    metavar="REASON",
    default="",
    help=marked("Record that a person accepts a reading that was refused, and go on."),
)


def _lang(function: Command) -> Command:
    """Let every command take ``--lang``; it has been read before the command line was parsed."""
    return option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=marked("Language of the messages (never of pages or files)."),
    )(function)


@click.group(
    cls=Group,
    help=marked(
        "rapsap: who acknowledged which notice, and where the risk lies.\n\n"
        "Try it:      rapsap demo\n"
        "Begin:       rapsap new FOLDER\n"
        "Every day:   rapsap refresh FOLDER"
    ),
)
@click.version_option(__version__, message="rapsap %(version)s")
@_lang
def cli() -> None:
    """Run rapsap."""


@command(
    help=marked(
        "Rehearse with invented people: a new campaign, untidy downloads, a report.\n\n"
        "Example:  rapsap demo my-rehearsal --people 500"
    )
)
@click.argument("folder", metavar="[DIR]", default="rapsap-demo", type=click.Path(path_type=Path))
@option(
    "--people", default=3000, type=click.IntRange(200), help=marked("How many people to invent.")
)
@option("--seed", default=2566, help=marked("Another number invents other people."))
@_json
@_lang
def demo(folder: Path, people: int, seed: int, *, as_json: bool) -> int:
    """Make a rehearsal and refresh it."""
    from rapsap.demo import is_rehearsal, rehearse_in

    now = refreshing.clock()
    with terminal.steps() as progress:
        if not is_rehearsal(folder):
            progress(_("Inventing {people:,} people").format(people=people))
            rehearse_in(folder, people=people, seed=seed)
        outcome = refreshing.refresh(folder, now=now, progress=progress)
    return _close(outcome, as_json=as_json)


@command(
    help=marked(
        "Make a campaign folder: settings, forms, texts and an inbox for downloads.\n\n"
        "Example:  rapsap new chiang-rai-2567 --year 2567"
    )
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--year", default=2566, help=marked("Fiscal year (B.E.)."))
@_lang
def new(folder: Path, year: int) -> int:
    """Make a campaign folder; never over another."""
    from config.new import new_campaign

    new_campaign(folder, year=year)
    shown = terminal.console()
    shown.print(_("Made: {folder}").format(folder=folder), markup=False)
    shown.print(_("1. Fill in ตั้งค่า.xlsx (agencies, head-counts, notices)."), markup=False)
    shown.print(_("2. Put the forms' downloads into inbox/signoff and inbox/coi."), markup=False)
    shown.print(_("3. Run: rapsap refresh {folder}").format(folder=folder), markup=False)
    return ExitCode.OK


@command(
    help=marked(
        "Examine all that a refresh needs, and change nothing.\n\n"
        "Example:  rapsap check chiang-rai-2567"
    )
)
@_folder
@_lang
def check(folder: Path) -> int:
    """Say what is wrong or unconfirmed in a campaign, each with its remedy."""
    from config.checking import check_campaign
    from config.loading import load_campaign

    findings = check_campaign(load_campaign(folder))
    shown = terminal.console()
    for finding in findings:
        sign = "x" if finding.level == "error" else "!"
        shown.print(f"{sign} {finding.place}: {finding.fault}", markup=False, soft_wrap=True)
        shown.print(f"    → {finding.remedy}", markup=False, soft_wrap=True)
    errors = sum(finding.level == "error" for finding in findings)
    shown.print(
        _("{errors} errors, {warnings} things to confirm.").format(
            errors=errors, warnings=len(findings) - errors
        ),
        style="bold",
    )
    return ExitCode.CAMPAIGN if errors else ExitCode.OK


@command(
    help=marked(
        "Bring the report up to date: collect, count, write. The scheduled job.\n\n"
        "Example:  rapsap refresh chiang-rai-2567"
    )
)
@_folder
@_accept
@option("--strict", is_flag=True, help=marked("End with exit code 3 if rows were set aside."))
@_json
@_lang
def refresh(folder: Path, accept: str, *, strict: bool, as_json: bool) -> int:
    """Refresh the report."""
    with terminal.steps() as progress:
        outcome = refreshing.refresh(
            folder, now=refreshing.clock(), accept=accept, progress=progress
        )
    return _close(outcome, as_json=as_json, strict=strict)


@command(help=marked("Only read the sources into the ledger (a step of refresh)."))
@_folder
@_accept
@_lang
def collect(folder: Path, accept: str) -> int:
    """Read the sources."""
    with terminal.steps() as progress:
        collected = refreshing.collect_only(
            folder, now=refreshing.clock(), accept=accept, progress=progress
        )
    for note in collected.remarks:
        terminal.remark(note)
    terminal.console().print(_("{rows:,} new rows in the ledger.").format(rows=collected.new_rows))
    return refreshing.exit_code([source.state for source in collected.sources])


@command(help=marked("Only count what the ledger holds (a step of refresh)."))
@_folder
@_json
@_lang
def aggregate(folder: Path, *, as_json: bool) -> int:
    """Count."""
    from rapsap import tables

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    if as_json:
        from report.figures_json import figures_as_json

        click.echo(figures_as_json(summary, campaign).content.decode())
    else:
        terminal.console().print(tables.figures(summary))
    return ExitCode.OK


@command(help=marked("Only write the report of what the ledger holds (a step of refresh)."))
@_folder
@_json
@_lang
def report(folder: Path, *, as_json: bool) -> int:
    """Write the report."""
    with terminal.steps() as progress:
        outcome = refreshing.report_only(folder, now=refreshing.clock(), progress=progress)
    return _close(outcome, as_json=as_json)


@command(
    help=marked(
        "Show how far each agency has come, or one of them notice by notice.\n\n"
        "Example:  rapsap status chiang-rai-2567\n"
        "          rapsap status chiang-rai-2567 สำนักงานคลังจังหวัดเชียงราย"
    )
)
@_folder
@click.argument("agency", metavar="[AGENCY]", required=False)
@_lang
def status(folder: Path, agency: str | None) -> int:
    """Show the agencies."""
    from rapsap import tables

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    shown = terminal.console()
    if agency is None:
        shown.print(tables.agencies(summary))
        return ExitCode.OK
    shown.print(tables.one_agency(summary, tables.find_agency(campaign, agency)))
    return ExitCode.OK


for each in (demo, new, check, refresh, status, collect, aggregate, report):
    cli.add_command(each)


def _close(outcome: Outcome, *, as_json: bool, strict: bool = False) -> int:
    """Print what a refresh came to, and return the exit code."""
    run = outcome.run or _read(outcome.folder, "internal/run.json")
    figures = _read(outcome.folder, "public/data/summary.json")
    for note in run["remarks"]:
        terminal.remark(note)
    for source in run["sources"]:
        if source["state"] in ("refused", "failed"):
            terminal.complain(f"{source['form']}: {source['reason']} — {source['remedy']}")
    if as_json:
        click.echo(json.dumps({**run, **figures}, ensure_ascii=False, indent=1))
    else:
        _show(outcome, figures)
    if outcome.exit_code == ExitCode.OK and strict and figures["rows"]["set_aside"]:
        return ExitCode.SET_ASIDE
    return outcome.exit_code


def _show(outcome: Outcome, figures: dict[str, Any]) -> None:
    shown = terminal.console()
    if outcome.summary is None:
        shown.print(
            _("Nothing new since the last refresh: the report stands, only checked.js is new."),
            soft_wrap=True,
        )
    else:
        from rapsap import tables

        shown.print(tables.figures(outcome.summary))
    out = refreshing.out_of(outcome.folder)
    shown.print(_("Open:"), style="bold")
    for page, purpose in (
        ("public/index.html", _("for the website (no personal data)")),
        ("internal/index.html", _("for the office only")),
    ):
        shown.print(f"  {out / page}  {purpose}", markup=False, soft_wrap=True)
    if figures["rows"]["set_aside"]:
        shown.print(
            f"  {out / 'internal' / 'set-aside.csv'}  "
            + _("{rows:,} rows to look at").format(rows=figures["rows"]["set_aside"]),
            markup=False,
            soft_wrap=True,
        )


def _read(folder: Path, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (refreshing.out_of(folder) / name).read_text(encoding="utf-8")
    )
    return content
