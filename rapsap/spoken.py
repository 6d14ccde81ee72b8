"""Commands and options whose help is in the reader's language, click's own words included."""

from __future__ import annotations

import gettext
import os
from functools import partial

import click

from config.messages import CATALOGUES, DOMAIN, LANGUAGES, _, marked, speak
from rapsap.help_pages import HelpContext


def choose_language(arguments: list[str]) -> None:
    """Speak the language that ``--lang`` names, before any message is needed."""
    named = LANGUAGES[0]
    for place, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == "--lang":
            named = value or "".join(arguments[place + 1 : place + 2])
    language = named if named in LANGUAGES else LANGUAGES[0]
    speak(language)
    # click asks the process's own catalogue for «Usage», «Options», «Error» …
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)


class Option(click.Option):
    """An option that is explained when somebody asks, in the language they ask in."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return how it is written and what it does."""
        record = super().get_help_record(ctx)
        return record and (record[0], _(self.help) if self.help else "")

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for its value."""
        return _(super().make_metavar(ctx))


class _Argument(click.Argument):
    def make_metavar(self, ctx: click.Context) -> str:
        return _(super().make_metavar(ctx))


class _Command(click.Command):
    context_class = HelpContext

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

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

    context_class = HelpContext

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the program's name."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

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
    return _(help_text).partition("\n")[0] if help_text else ""


def _write(help_text: str | None, formatter: click.HelpFormatter) -> None:
    """Write the help as it is laid out; Thai has no spaces to wrap at."""
    formatter.write_paragraph()
    with formatter.indentation():
        for line in _(help_text).splitlines() if help_text else ():
            formatter.write(f"{'':>{formatter.current_indent}}{line}\n" if line else "\n")


command = partial(
    click.command,
    cls=_Command,
    options_metavar=marked("[OPTIONS]"),
)
group = partial(
    click.group,
    cls=Group,
    options_metavar=marked("[OPTIONS]"),
    subcommand_metavar=marked("COMMAND …"),
)
option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=_Argument)
