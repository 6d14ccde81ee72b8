"""Words out of somebody's file, quoted so that a log can leave them out.

A heading may be an answer that slid into the first row: a person at the terminal and the office's
own page see it, a log that anybody may read or forward does not.
"""

from __future__ import annotations

import re

_OPEN, _CLOSE = "‘", "’"
_QUOTED = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")
_OTHER_MARKS = str.maketrans({_OPEN: "'", _CLOSE: "'"})


def from_file(text: str) -> str:
    """Return the text in the marks of what a file says: ``‘สมศรี’``."""
    return f"{_OPEN}{text.translate(_OTHER_MARKS)}{_CLOSE}"


def for_a_log(message: str) -> str:
    """Return the message without what files say.

    >>> for_a_log(f"odd.csv: not read: {from_file('สมศรี')}")
    'odd.csv: not read: ‘…’'
    """
    return _QUOTED.sub(f"{_OPEN}…{_CLOSE}", message)
