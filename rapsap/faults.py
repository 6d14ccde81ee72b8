"""What went wrong, in words that a person can act on, and the code that the command ends with."""

from __future__ import annotations

from pathlib import Path

import click

from config.disk_faults import TO_WRITE, why
from config.errors import CannotWriteError, ExitCode, TryLaterError, UserError
from config.messages import _

_HOME = Path(__file__).parent.parent


class _DefectError(UserError):
    exit_code = ExitCode.DEFECT


def code_of(fault: BaseException) -> ExitCode:
    """Return what the command ends with; a reader who went away early is no fault."""
    return ExitCode.OK if isinstance(fault, BrokenPipeError) else in_words(fault).exit_code


def in_words(fault: BaseException) -> UserError:
    """Return what a person is told; a disk that refuses is theirs to mend, not a defect."""
    if isinstance(fault, UserError):
        return fault
    if isinstance(fault, click.exceptions.Abort | KeyboardInterrupt):
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


def _kind_and_place(fault: BaseException) -> str:
    """Return kind and place of a defect, never its text: that may quote an answer."""
    import traceback

    ours = [
        f"{Path(frame.filename).relative_to(_HOME).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(fault.__traceback__)
        if _HOME in Path(frame.filename).parents and ".venv" not in frame.filename
    ]
    return ", ".join((type(fault).__name__, *ours[-1:]))
