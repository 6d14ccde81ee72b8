"""Where the command line begins, and the one place that catches what went wrong."""

from __future__ import annotations

import logging
import sys

import click

from config.errors import ExitCode, UserError
from config.messages import _
from rapsap.spoken import choose_language


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; no traceback reaches a person."""
    given = sys.argv[1:] if arguments is None else arguments
    choose_language(given)
    from rapsap.commands import cli
    from rapsap.terminal import complain, take_every_letter

    take_every_letter()

    try:
        return int(cli.main(given, prog_name="rapsap", standalone_mode=False) or ExitCode.OK)
    except click.ClickException as fault:
        fault.show()
        return ExitCode.CAMPAIGN
    except click.exceptions.Abort:
        return ExitCode.CAMPAIGN
    except UserError as fault:
        complain(fault)
        return fault.exit_code
    except BrokenPipeError:
        return ExitCode.OK
    except Exception as fault:
        complain(
            UserError(
                _("A defect of rapsap ({kind}).").format(kind=_place_of(fault)),
                remedy=_("Nothing was published. Tell the maintainers these words."),
            )
        )
        logging.getLogger("rapsap").debug("defect", exc_info=fault)
        return ExitCode.DEFECT


def _place_of(fault: BaseException) -> str:
    """Return kind and place of a defect, never its text: that may quote an answer."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(fault).__name__}, {place}"


if __name__ == "__main__":
    sys.exit(main())
