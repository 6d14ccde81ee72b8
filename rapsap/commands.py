"""The commands, in the order of the work; each one parses, calls, and prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from config.errors import ExitCode, UserError
from config.messages import LANGUAGES, _, marked
from rapsap import __version__, refreshing, terminal
from rapsap.spoken import Option, argument, command, group, option

if TYPE_CHECKING:
    from rapsap.refreshing import Outcome

Command = Callable[..., Any]
_folder = argument("folder", metavar=marked("[DIR]"), default=".", type=click.Path(path_type=Path))
_json = option(
    "--json", "as_json", is_flag=True, help=marked("Print the figures as JSON on stdout.")
)
_accept = option(
    "--accept",
    metavar=marked("REASON"),
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


@group(
    help=marked(
        "rapsap: who acknowledged which notice, and where the risk lies.\n\n"
        "Try it:      rapsap demo\n"
        "Begin:       rapsap new FOLDER\n"
        "Every day:   rapsap refresh FOLDER"
    ),
)
@click.version_option(
    __version__,
    message="rapsap %(version)s",
    cls=Option,
    help=marked("Show the version and exit."),
)
@_lang
def cli() -> None:
    """Run rapsap."""


@command(
    help=marked(
        "Rehearse with invented people: a new campaign, untidy downloads, a report.\n\n"
        "Example:  rapsap demo my-rehearsal --people 500"
    )
)
@argument("folder", metavar=marked("[DIR]"), default="rapsap-demo", type=click.Path(path_type=Path))
@option(
    "--people",
    metavar=marked("NUMBER"),
    default=3000,
    type=click.IntRange(200),
    help=marked("How many people to invent (3000 unless told; 200 at least)."),
)
@option(
    "--seed",
    metavar=marked("NUMBER"),
    default=2566,
    help=marked("Another number invents other people."),
)
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
@argument("folder", metavar=marked("DIR"), type=click.Path(path_type=Path))
@option("--year", metavar=marked("YEAR"), default=2566, help=marked("Fiscal year (B.E.)."))
@_lang
def new(folder: Path, year: int) -> int:
    """Make a campaign folder; never over another."""
    from config.new import new_campaign

    new_campaign(folder, year=year)
    terminal.say(
        _("Made: {folder}").format(folder=folder),
        _("1. Fill in ตั้งค่า.xlsx (agencies, head-counts, notices)."),
        _("2. Put the forms' downloads into inbox/signoff and inbox/coi."),
        _("3. Run: rapsap refresh {folder}").format(folder=folder),
        hanging=3,
    )
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
    for finding in findings:
        sign = "x" if finding.level == "error" else "!"
        terminal.say(f"{sign} {finding.place}: {finding.fault}")
        terminal.advise(finding.remedy)
    errors = sum(finding.level == "error" for finding in findings)
    terminal.say(
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


@command(
    help=marked(
        "Freeze the public report as an edition that never changes again.\n\n"
        "Example:  rapsap approve chiang-rai-2567 --edition ฉบับเสนอ \\\n"
        "              --number 'ชร 0017.5/128' --date '3 พ.ค. 2567'"
    )
)
@_folder
@option("--edition", "name", required=True, help=marked("Name of the edition."))
@option("--number", required=True, help=marked("Number of the document that approved it."))
@option("--date", "approved_on", required=True, help=marked("Date of that document."))
@_accept
@_lang
def approve(folder: Path, name: str, number: str, approved_on: str, accept: str) -> int:
    """Approve what stands as a draft."""
    from rapsap import approving

    edition = approving.edition_of(name, number, approved_on)
    with terminal.steps() as progress:
        approved = approving.approve(
            folder, edition, now=refreshing.clock(), accept=accept, progress=progress
        )
    for remark in approved.remarks:
        terminal.remark(remark)
    shown = terminal.console()
    for line in (
        _("Approved: {folder}").format(folder=approved.folder),
        _("For the website: {archive}").format(archive=approved.archive),
        _("Anybody can check it there: {command}").format(command="sha256sum -c SHA256SUMS"),
    ):
        shown.print(line, markup=False, soft_wrap=True)
    return ExitCode.OK


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
    from rapsap.closing import closing

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    if as_json:
        from report.figures_json import figures_as_json

        terminal.print_json(json.loads(figures_as_json(summary, campaign).content))
    else:
        shown = terminal.console()
        shown.print(closing(summary, shown))
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
@argument("agency", metavar=marked("[AGENCY]"), required=False)
@_lang
def status(folder: Path, agency: str | None) -> int:
    """Show the agencies."""
    from rapsap.agency_tables import agencies, find_agency, one_agency

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    shown = terminal.console()
    if agency is None:
        shown.print(agencies(summary, shown))
    else:
        shown.print(one_agency(summary, find_agency(campaign, agency), shown))
    return ExitCode.OK


for each in (demo, new, check, refresh, approve, status, collect, aggregate, report):
    cli.add_command(each)


def _close(outcome: Outcome, *, as_json: bool, strict: bool = False) -> int:
    """Print what a refresh came to, and return the exit code."""
    run = outcome.run or _read(outcome.folder, "internal/run.json")
    figures = _read(outcome.folder, "public/data/summary.json")
    for note in run["remarks"]:
        terminal.remark(note)
    for source in run["sources"]:
        if source["state"] in ("refused", "failed"):
            terminal.complain(
                UserError(source["reason"], place=source["form"], remedy=source["remedy"])
            )
    if as_json:
        terminal.print_json({**run, **figures})
    else:
        _show(outcome, figures)
    if outcome.exit_code == ExitCode.OK and strict and figures["rows"]["set_aside"]:
        return ExitCode.SET_ASIDE
    return outcome.exit_code


def _show(outcome: Outcome, figures: dict[str, Any]) -> None:
    if outcome.summary is None:
        terminal.say(
            _("Nothing new since the last refresh: the report stands, only checked.js is new.")
        )
    else:
        from rapsap.closing import closing

        shown = terminal.console()
        shown.print(closing(outcome.summary, shown))
    out = refreshing.out_of(outcome.folder)
    terminal.say("", _("Open:"), style="bold")
    for page, purpose in (
        ("public/index.html", _("for the website (no personal data)")),
        ("internal/index.html", _("for the office only")),
    ):
        terminal.say(f"  {out / page}  {purpose}", hanging=4)
    if figures["rows"]["set_aside"]:
        rows = _("{rows:,} rows to look at").format(rows=figures["rows"]["set_aside"])
        terminal.say(f"  {out / 'internal' / 'set-aside.csv'}  {rows}", hanging=4)


def _read(folder: Path, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (refreshing.out_of(folder) / name).read_text(encoding="utf-8")
    )
    return content
