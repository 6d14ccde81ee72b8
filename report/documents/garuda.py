"""The Garuda on memos and letters: the office's own picture, or a blank place and why."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from config.messages import _, marked
from config.texts import GARUDA, LARGEST_PICTURE
from report.documents.mistakes import TextError, text_error
from report.documents.png import is_png, png_size

if TYPE_CHECKING:
    from config.texts import Texts
    from report.documents.blocks import Layout

CORRESPONDENCE: tuple[Layout, ...] = ("memo", "letter")
ALTERNATIVE = "ตราครุฑ"
_MOST_PIXELS = 4000
"""A side of 3 cm, printed with 600 dots per inch, has 709."""
_UNREADABLE = marked("the picture cannot be opened")
_TOO_LARGE = marked("the picture is larger than 2 MB or 4,000 pixels a side")
_NO_PICTURE = marked("this is no whole PNG picture")


def garuda_of(texts: Texts) -> bytes:
    """Return the picture; nothing where there is none or it cannot be printed."""
    content = texts.get(GARUDA) or b""
    return content if content and not _fault(content) else b""


def fault_of_garuda(texts: Texts) -> TextError | None:
    """Return why the picture that is there cannot be printed; no document is lost by it."""
    if GARUDA not in texts:
        return None
    content = texts[GARUDA]
    fault = _UNREADABLE if content is None else _fault(content)
    if not fault:
        return None
    remedy = _(
        "put a PNG picture of the Garuda there, or take it away; until then its place stays blank"
    )
    return text_error(_(fault), remedy, name=GARUDA)


@lru_cache(maxsize=2)
def _fault(content: bytes) -> str:
    """Return what is wrong with a picture, looked at once for all documents; "" if nothing."""
    if len(content) > LARGEST_PICTURE or max(png_size(content)) > _MOST_PIXELS:
        return _TOO_LARGE
    return "" if is_png(content) else _NO_PICTURE
