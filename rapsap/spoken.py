"""Commands and options whose help is in the reader's language, click's own words included."""

from __future__ import annotations

import gettext
import os
from functools import partial

import click

from config.messages import CATALOGUES, DOMAIN, LANGUAGES, _, speak


def choose_language(arguments: list[str]) -> None:
    """Speak the language that ``--lang`` names, before any message is needed."""
    language = LANGUAGES[0]
    for place, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == "--lang":
            language = value or "".join(arguments[place + 1 : place + 2])
    speak(language if language in LANGUAGES else LANGUAGES[0])
    # click asks the process's own catalogue for «Usage», «Options», «Error» …
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)


class _Option(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], _(self.help) if self.help else "")


class _Command(click.Command):
    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        _write(self.help, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - click calls it so
        return _first_line(self.help)


class Group(click.Group):
    """The command itself; its commands stand in the order of the work."""

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what rapsap is for."""
        _write(self.help, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """List the commands in the order in which they are declared."""
        return list(self.commands)


def _first_line(help_text: str | None) -> str:
    return _(help_text or "").partition("\n")[0]


def _write(help_text: str | None, formatter: click.HelpFormatter) -> None:
    """Write the help as it is laid out; Thai has no spaces to wrap at."""
    formatter.write_paragraph()
    with formatter.indentation():
        for line in _(help_text or "").splitlines():
            formatter.write(f"{'':>{formatter.current_indent}}{line}\n" if line else "\n")


command = partial(click.command, cls=_Command)
option = partial(click.option, cls=_Option)
