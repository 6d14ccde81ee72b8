"""Why a text is not a date, in words that a table of remedies can be keyed by."""

from __future__ import annotations

from typing import Literal

FaultCode = Literal[
    "empty",
    "impossible",
    "year_only",
    "two_digit_year",
    "out_of_range",
    "unreadable",
    "unknown_zone",
]


class DateFault(ValueError):  # noqa: N818  # a row's fault is data, not an error of ours
    """A text that cannot be taken for a date; ``code`` says why."""

    def __init__(self, code: FaultCode, text: str) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code: FaultCode = code
