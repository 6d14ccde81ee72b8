"""Where the command line begins, and the one place that catches what went wrong."""

from __future__ import annotations

import sys

import click

from config.errors import ExitCode
from rapsap.faults import in_words
from rapsap.short_lived import leave_cycles_alone
from rapsap.spoken import choose_language


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; no traceback reaches a person."""
    given = sys.argv[1:] if arguments is None else arguments
    leave_cycles_alone()
    choose_language(given)
    from rapsap.commands import cli
    from rapsap.terminal import complain, take_every_letter

    take_every_letter()
    try:
        return int(cli.main(given, prog_name="rapsap", standalone_mode=False) or ExitCode.OK)
    except click.ClickException as fault:
        fault.show()
        return ExitCode.CAMPAIGN
    except BrokenPipeError:
        return ExitCode.OK
    except Exception as fault:  # noqa: BLE001 - the one place where everything ends in words
        said = in_words(fault)
        complain(said)
        return said.exit_code


if __name__ == "__main__":
    sys.exit(main())
