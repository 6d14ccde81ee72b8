"""What a text may do with a value: ``{{ ยอด|จำนวน }}``; the office's names, and English ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from config.dates import long_date
from config.thai import thai_digits
from report.thai_figures import average, people, share

if TYPE_CHECKING:
    from collections.abc import Callable

# Of Jinja's own, those that choose and arrange; none computes a figure, none makes markup.
JINJA_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "length", "list", "map", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "sort", "trim", "unique",
)  # fmt: skip
JINJA_GLOBALS = ("range",)

# Addresses, e-mail, file names and codes keep their digits (domain.md §6): a code is whatever has
# a Latin letter beside its digits, as O42, COVID-19 or the reference 9f2c-41.
_LEFT_ALONE = re.compile(
    r"https?://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|[\w-]+\.(?:pdf|docx?|xlsx?|csv|zip|html?|png|jpe?g|txt|md)\b"
    r"|(?:[0-9]+[-.]?)*[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*",
    re.ASCII,
)


def official_digits(text: object) -> str:
    """Return the text in Thai digits, but for codes, addresses and file names."""
    written = str(text)
    parts, end = [], 0
    for found in _LEFT_ALONE.finditer(written):
        parts += [thai_digits(written[end : found.start()]), found[0]]
        end = found.end()
    return "".join(parts) + thai_digits(written[end:])


FILTERS: dict[str, Callable[..., Any]] = {
    "จำนวน": people,
    "ร้อยละ": share,
    "เฉลี่ย": average,
    "วันที่": long_date,
    "เลขไทย": official_digits,
    "people": people,
    "percent": share,
    "mean": average,
    "day": long_date,
    "digits": official_digits,
}
