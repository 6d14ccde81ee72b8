"""What can be wrong in a text that the office edits: place, fault, remedy."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from config.errors import CampaignError
from config.messages import _
from config.nearest import did_you_mean
from config.texts import TEXTS
from config.unreadable import UnreadableFileError
from report.documents.carried import literal_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

MANUAL = "docs/แก้ไขข้อความ.md"


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


@contextmanager
def said_of_the_text(name: str, values: Mapping[str, Any]) -> Iterator[None]:
    """Raise what Jinja finds wrong in a text as a `TextError`."""
    try:
        yield
    except TemplateNotFound as fault:
        raise _missing(str(fault.name), name) from None
    except TemplateSyntaxError as fault:
        raise text_error(
            _("a command of the text is wrong: {why}").format(why=fault.message),
            _("compare it with {manual}").format(manual=MANUAL),
            name=fault.name or name,
            line=fault.lineno,
        ) from None
    except UndefinedError as fault:
        unknown = str(fault.message)
        raise _at_its_line(
            fault,
            _("nothing is called “{name}” here").format(name=unknown),
            did_you_mean(
                unknown,
                _names(values),
                otherwise=_("see the names in {manual}").format(manual=MANUAL),
            ),
            name,
        ) from None
    except UnreadableFileError as fault:
        raise text_error(fault.fault, _("save it as UTF-8"), name=name) from None
    except SecurityError as fault:
        raise _at_its_line(
            fault,
            _("a text may not do this: {why}").format(why=fault.message),
            _("compare it with {manual}").format(manual=MANUAL),
            name,
        ) from None
    except Exception as fault:  # noqa: BLE001  # whatever a text asks to be worked out
        raise _at_its_line(
            fault,
            _("this cannot be worked out: {why}").format(why=fault),
            _("compare it with {manual}").format(manual=MANUAL),
            name,
        ) from None


def _missing(missing: str, name: str) -> TextError:
    remedy = _("copy it from a new campaign folder (rapsap new FOLDER)")
    if missing == name:
        return text_error(_("the text is missing or cannot be opened"), remedy, name=name)
    return text_error(_("there is no text “{name}”").format(name=missing), remedy, name=name)


def _at_its_line(fault: Exception, said: str, remedy: str, name: str) -> TextError:
    """Return the error at the last line of a text that was at work; Jinja keeps its lines."""
    frames = traceback.extract_tb(fault.__traceback__)
    at_work = [frame for frame in frames if frame.filename.startswith(f"{TEXTS}/")]
    if not at_work:
        return text_error(said, remedy, name=name)
    last = at_work[-1]
    return text_error(said, remedy, name=last.filename.removeprefix(f"{TEXTS}/"), line=last.lineno)


def _names(values: object) -> set[str]:
    """Return every name that a template can use, at any depth."""
    match values:
        case Mapping():
            inner = [_names(value) for value in values.values()]
            return {str(key) for key in values}.union(*inner)
        case list() | tuple() if values:
            return _names(values[0])
        case _:
            return set()
