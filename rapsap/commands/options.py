"""The arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from config.messages import LANGUAGES, marked
from rapsap.spoken import argument, option

Command = Callable[..., Any]

folder = argument("folder", metavar=marked("[DIR]"), default=".", type=click.Path(path_type=Path))
as_json = option(
    "--json", "as_json", is_flag=True, help=marked("Print the figures as JSON on stdout.")
)
accept = option(
    "--accept",
    metavar=marked("REASON"),
    default="",
    help=marked("Record that a person accepts a reading that was refused, and go on."),
)

ping = option(
    "--ping",
    metavar="URL",
    default="",
    help=marked("Tell a watching service (https) the exit code of each run."),
)


def lang(function: Command) -> Command:
    """Let a command take ``--lang``; it has been read before the command line was parsed."""
    return option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=marked("Language of the messages (never of pages or files)."),
    )(function)
