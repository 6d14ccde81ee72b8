"""Values on their way through Markdown: letters that mean nothing to it, until they are text.

A value in a template is what a form, a table or a person wrote. It is never to become a heading, a
table or a link because of what it contains, so it does not pass the parser at all: it travels as
its bytes in hexadecimal digits between two characters that no text holds, and is itself again when
the structure is known.
"""

from __future__ import annotations

import re

from config.printable import printable

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: Unicode keeps them for a program's own use
_CARRIED = re.compile(f"{_OPEN}([0-9a-f]*){_CLOSE}")
_OURS = re.compile(f"[{_OPEN}{_CLOSE}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def carried(value: str) -> str:
    """Return the value as it travels; whatever ended a line in it is one kind of line end."""
    plain = without_ours(printable(_LINE_ENDS.sub("\n", value)).replace("\t", " "))
    return f"{_OPEN}{plain.encode('utf-8').hex()}{_CLOSE}"


def delivered(text: str) -> str:
    """Return the text with every value in it as it was."""
    return _CARRIED.sub(lambda found: bytes.fromhex(found[1]).decode("utf-8"), text)


def in_one_line(text: str) -> str:
    """Return the text with its values, white space made single spaces."""
    return " ".join(delivered(text).split())


def literal_parts(text: str) -> list[str]:
    """Return what stands in the template itself, between the values."""
    return _CARRIED.split(text)[::2]


def without_ours(text: str) -> str:
    """Return a text of the office's without the two characters that are ours."""
    return _OURS.sub("", text)
