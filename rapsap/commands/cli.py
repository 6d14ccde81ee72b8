"""``rapsap`` itself: its commands in the order of the work."""

from __future__ import annotations

import click

from config.messages import marked
from rapsap import __version__
from rapsap.commands import options
from rapsap.commands.approve import approve
from rapsap.commands.backup import backup, restore
from rapsap.commands.check import check
from rapsap.commands.demo import demo
from rapsap.commands.forget import forget
from rapsap.commands.forms import forms
from rapsap.commands.history import history
from rapsap.commands.new import new
from rapsap.commands.refresh import refresh
from rapsap.commands.schedule import schedule
from rapsap.commands.status import status
from rapsap.commands.steps import aggregate, collect, report
from rapsap.commands.verify import verify
from rapsap.spoken import Option, group


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
@options.lang
def cli() -> None:
    """Run rapsap."""


for each in (
    demo, new, forms, check, refresh, schedule, approve, status, history, verify, backup, restore,
    forget, collect, aggregate, report,
):  # fmt: skip
    cli.add_command(each)
