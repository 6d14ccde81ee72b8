"""The words a person reads: English msgids, the Thai catalogue as the default."""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("th", "en")
DOMAIN = "rapsap"
CATALOGUES = Path(__file__).parent / "locale"


@cache
def _translations(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, languages=[language], fallback=True)


class _Reader:
    """The language that messages are shown in; the command line chooses it once."""

    language = LANGUAGES[0]


def speak(language: str) -> None:
    """Show messages in ``language``, one of `LANGUAGES`."""
    _Reader.language = language


@contextmanager
def spoken_in_thai() -> Iterator[None]:
    """Make messages for a while in Thai: they go into a file, which never changes language."""
    before = _Reader.language
    speak(LANGUAGES[0])
    try:
        yield
    finally:
        speak(before)


def _(msgid: str) -> str:
    """Return the message in the reader's language."""
    return _translations(_Reader.language).gettext(msgid)


def marked(msgid: str) -> str:
    """Mark a msgid for the catalogue; it is translated where it is shown."""
    return msgid


def thai(msgid: str) -> str:
    """Return the message in Thai, for pages and files, which never change with ``--lang``."""
    return _translations("th").gettext(msgid)
