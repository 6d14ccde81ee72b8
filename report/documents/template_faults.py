"""What Jinja finds wrong in a text, said to the person who edits it."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from config.messages import _, marked
from config.nearest import did_you_mean
from config.texts import TEXTS
from config.unreadable import UnreadableFileError
from report.documents.mistakes import TextError, text_error

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANUAL = "docs/แก้ไขข้อความ.md"
_SAVE_OR_COPY = marked(
    "save it as UTF-8 in Notepad, or copy it from a new campaign folder (rapsap new FOLDER)"
)


@contextmanager
def said_of_the_text(name: str, values: Mapping[str, Any]) -> Iterator[None]:
    """Raise what is wrong in a text as a `TextError`, whatever it was that Jinja stumbled over."""
    try:
        yield
    except TextError:
        raise
    except TemplateNotFound as fault:
        raise _missing(str(fault.name), name) from None
    except TemplateSyntaxError as fault:
        raise _wrong_command(fault, name) from None
    except UndefinedError as fault:
        at_work, line = _where(fault, name)
        raise unknown_name(str(fault.message), values, name=at_work, line=line) from None
    except UnreadableFileError as fault:
        raise text_error(fault.fault, _(_SAVE_OR_COPY), name=name) from None
    except Exception as fault:  # noqa: BLE001  # a text may ask for anything to be worked out
        raise _cannot_be_done(fault, name) from None


def unknown_name(
    unknown: str, values: Mapping[str, Any], *, name: str, line: int | None
) -> TextError:
    """Return the error of a name that nobody knows, with the one that was meant."""
    otherwise = _("see the names in {manual}").format(manual=_MANUAL)
    return text_error(
        _("nothing is called “{name}” here").format(name=unknown),
        did_you_mean(unknown, sorted(_names(values)), otherwise=otherwise),
        name=name,
        line=line,
    )


def _missing(missing: str, name: str) -> TextError:
    remedy = _("copy it from a new campaign folder (rapsap new FOLDER)")
    if missing == name:
        return text_error(_("the text is missing or cannot be opened"), remedy, name=name)
    return text_error(_("there is no text “{name}”").format(name=missing), remedy, name=name)


def _wrong_command(fault: TemplateSyntaxError, name: str) -> TextError:
    return text_error(
        _("a command of the text is wrong: {why}").format(why=fault.message),
        _("compare it with {manual}").format(manual=_MANUAL),
        name=fault.name or name,
        line=fault.lineno,
    )


def _cannot_be_done(fault: Exception, name: str) -> TextError:
    at_work, line = _where(fault, name)
    return text_error(
        _("this cannot be worked out: {why}").format(why=fault),
        _("compare it with {manual}").format(manual=_MANUAL),
        name=at_work,
        line=line,
    )


def _where(fault: Exception, name: str) -> tuple[str, int | None]:
    """Return the text that was at work, which another may have included, and the line in it."""
    frames = traceback.extract_tb(fault.__traceback__)
    at_work = [frame for frame in frames if frame.filename.startswith(f"{TEXTS}/")]
    if not at_work:
        return name, None
    return at_work[-1].filename.removeprefix(f"{TEXTS}/"), at_work[-1].lineno


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
