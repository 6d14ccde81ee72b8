"""Where the command line begins, and the one place that catches what went wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from config.disk_faults import TO_WRITE, why
from config.errors import CannotWriteError, ExitCode, TryLaterError, UserError
from config.messages import _
from rapsap.short_lived import collect_garbage_seldom
from rapsap.spoken import choose_language

_HOME = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; no traceback reaches a person."""
    given = sys.argv[1:] if arguments is None else arguments
    collect_garbage_seldom()
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
        said = _in_words(fault)
        complain(said)
        return said.exit_code


class _DefectError(UserError):
    exit_code = ExitCode.DEFECT


def _in_words(fault: Exception) -> UserError:
    """Return what a person is told; a disk that refuses is theirs to mend, not a defect."""
    if isinstance(fault, UserError):
        return fault
    if isinstance(fault, click.exceptions.Abort):
        return TryLaterError(_("Stopped."), remedy=_("The former report is whole; start again."))
    if isinstance(fault, OSError) and fault.errno in TO_WRITE:
        return CannotWriteError(
            _("it cannot be written: {why}").format(why=_(why(fault))),
            place=str(fault.filename or ""),
            remedy=_("Mend that, then start again. The former report is still whole."),
        )
    return _DefectError(
        _("A defect of rapsap ({kind}).").format(kind=_kind_and_place(fault)),
        remedy=_("Every file is whole, old or new. Tell the maintainers these words."),
    )


def _kind_and_place(fault: Exception) -> str:
    """Return kind and place of a defect, never its text: that may quote an answer."""
    import traceback

    ours = [
        f"{Path(frame.filename).relative_to(_HOME).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(fault.__traceback__)
        if _HOME in Path(frame.filename).parents and ".venv" not in frame.filename
    ]
    return ", ".join((type(fault).__name__, *ours[-1:]))


if __name__ == "__main__":
    sys.exit(main())
