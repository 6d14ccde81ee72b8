"""What can go wrong for a person, each with its exit code; caught once, in the command line."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExitCode(IntEnum):
    """What the command tells the shell and the scheduler."""

    OK = 0
    CAMPAIGN = 2
    SET_ASIDE = 3
    FORM_REFUSED = 4
    CANNOT_WRITE = 5
    DEFECT = 70
    TRY_LATER = 75
    NO_PERMISSION = 77


_FOREMOST_FIRST = (
    ExitCode.DEFECT, ExitCode.CAMPAIGN, ExitCode.NO_PERMISSION, ExitCode.CANNOT_WRITE,
    ExitCode.FORM_REFUSED, ExitCode.TRY_LATER, ExitCode.SET_ASIDE, ExitCode.OK,
)  # fmt: skip


def foremost(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the code that tells most of several (design.md §3); OK for none."""
    return min(codes, key=_FOREMOST_FIRST.index, default=ExitCode.OK)


class UserError(Exception):
    """A fault that a person can mend: where it is, what it is, what to do.

    All three are whole phrases in the reader's language; ``place`` and ``remedy`` may be empty.
    """

    exit_code = ExitCode.CAMPAIGN
    also: tuple[UserError, ...] = ()
    """What else went wrong in the same run, with a code that tells less."""

    def __init__(self, fault: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        """Place: fault — remedy."""
        where = f"{self.place}: " if self.place else ""
        then = f" — {self.remedy}" if self.remedy else ""
        return f"{where}{self.fault}{then}"


class CampaignError(UserError):
    """The campaign folder says something that cannot be so."""


class CampaignMistakes(CampaignError):  # noqa: N818 - several errors in one
    """Every mistake found in one reading of a campaign folder."""

    def __init__(self, mistakes: tuple[CampaignError, ...]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


class CannotWriteError(UserError):
    """The disk, a permission or an open file is in the way."""

    exit_code = ExitCode.CANNOT_WRITE


class CannotReadError(UserError):
    """A permission is in the way of reading."""

    exit_code = ExitCode.NO_PERMISSION


class TryLaterError(UserError):
    """Nothing is wrong but the moment."""

    exit_code = ExitCode.TRY_LATER
