"""Files that hold no table one can read: what is wrong with them, and what a person can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NoReturn

from config.errors import UserError
from config.messages import _, marked, thai

if TYPE_CHECKING:
    from collections.abc import Callable

_DOWNLOAD_AGAIN = marked("download the responses from Google Forms again")
_DO_NOT_OPEN = marked("download it again from Google and do not open it in Excel first")
_SPLIT = marked("split it, or drop only the responses of this campaign here")


class UnreadableFileError(UserError):
    """A file that is no table, or not a whole one.

    ``fault`` and ``remedy`` are msgids, ``details`` what stands in their braces, words among
    them msgids too. Like every `UserError` it speaks the reader's language; ``in_thai`` is what
    goes into files and pages.
    """

    def __init__(self, fault: str, *, remedy: str, **details: str | int) -> None:
        in_words = partial(_in_words, fault, remedy, details)
        super().__init__(in_words(_)[0], remedy=in_words(_)[1])
        self.in_thai = in_words(thai)


def _in_words(
    fault: str, remedy: str, details: dict[str, str | int], translate: Callable[[str], str]
) -> tuple[str, str]:
    said = {k: translate(v) if isinstance(v, str) and v else v for k, v in details.items()}
    return translate(fault).format(**said), translate(remedy).format(**said)


def refuse_empty() -> NoReturn:
    """Raise `UnreadableFileError` for a file in which nothing stands."""
    raise UnreadableFileError(marked("the file is empty"), remedy=_DOWNLOAD_AGAIN)


def refuse_cut() -> NoReturn:
    """Raise `UnreadableFileError` for a download that did not come to its end."""
    raise UnreadableFileError(
        marked("the file ends in the middle of a row"),
        remedy=marked("the download was cut short: download the responses again"),
    )


def refuse_encoding() -> NoReturn:
    """Raise `UnreadableFileError` for letters that are not those people wrote."""
    raise UnreadableFileError(
        marked("wrong encoding: the text is garbled"),
        remedy=_DO_NOT_OPEN,
    )


def refuse_bytes(most_bytes: int) -> NoReturn:
    """Raise `UnreadableFileError` for a file too large for one campaign's answers."""
    raise UnreadableFileError(
        marked("the file is larger than {megabytes} MB"),
        remedy=_SPLIT,
        megabytes=most_bytes // 1024**2,
    )


def refuse_more() -> NoReturn:
    """Raise `UnreadableFileError` for more text than the answers of any campaign."""
    raise UnreadableFileError(
        marked("the file holds far more than the responses of one campaign"),
        remedy=marked("See what it is; put only the responses of this form here."),
    )


def refuse_rows(most_rows: int) -> NoReturn:
    """Raise `UnreadableFileError` for a table too long for one campaign's answers."""
    raise UnreadableFileError(marked("more than {cap} rows"), remedy=_SPLIT, cap=f"{most_rows:,}")


def refuse_columns(most_columns: int) -> NoReturn:
    """Raise `UnreadableFileError` for a table wider than any form."""
    raise UnreadableFileError(marked("more than {cap} columns"), remedy=_SPLIT, cap=most_columns)


def refuse_long_cell(row: int) -> NoReturn:
    """Raise `UnreadableFileError` for a cell longer than any answer."""
    raise UnreadableFileError(
        marked("row {row}: a cell longer than any form allows"), remedy=_SPLIT, row=row
    )


def refuse_quotation(row: int) -> NoReturn:
    """Raise `UnreadableFileError` for a quotation mark that makes a record unreadable."""
    raise UnreadableFileError(
        marked("row {row}: a quotation mark stands where none can"), remedy=_DO_NOT_OPEN, row=row
    )
