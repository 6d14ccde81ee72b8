"""What XML, and with it every file of an office program, can carry of a text."""

from __future__ import annotations

import re

# XML 1.0 §2.2: one such character loses a whole page or workbook.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without the characters that no document can carry."""
    return _ILLEGAL.sub("", text)
