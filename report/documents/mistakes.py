"""What can be wrong in a text that the office edits: place, fault, remedy."""

from __future__ import annotations

from config.errors import CampaignError
from config.messages import _
from config.texts import TEXTS
from report.documents.carried import literal_parts


class TextError(CampaignError):
    """A text from which no document can be made."""


class Mistake(Exception):  # noqa: N818  # becomes a TextError where the text's name is known
    """Something that a text may not say; ``near`` is what stands there, to find its line by."""

    def __init__(self, fault: str, remedy: str, *, near: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.remedy = remedy
        self.near = near

    def in_text(self, name: str, source: str) -> TextError:
        """Return the error with its place."""
        return text_error(self.fault, self.remedy, name=name, line=line_of(self.near, source))


def text_error(fault: str, remedy: str, *, name: str, line: int | None = None) -> TextError:
    """Return the error of the text ``name``, at its line where one is known."""
    place = f"{TEXTS}/{name}"
    if line:
        place = _("{file} line {line}").format(file=place, line=line)
    return TextError(fault, place=place, remedy=remedy)


def line_of(near: str, source: str) -> int | None:
    """Return the line of the source in which that stands which was filled to ``near``."""
    for part in sorted(map(str.strip, literal_parts(near)), key=len, reverse=True):
        if part and (place := source.find(part)) >= 0:
            return source.count("\n", 0, place) + 1
    return None
