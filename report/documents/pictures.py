"""Pictures that a text names: ``![บรรทัดใต้ภาพ](eit-qr "กว้าง 40%")``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.messages import _
from config.nearest import did_you_mean
from config.thai import arabic_digits
from report.documents.blocks import Figure
from report.documents.carried import delivered, in_one_line
from report.documents.mistakes import Mistake

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG bytes, and what they show in words for those who do not see it."""

    png: bytes
    alternative: str


Pictures = Mapping[str, Callable[[], Picture]]
_PERCENT = re.compile(r"([0-9]{1,3})\s*%")


def figure(token: Token, pictures: Pictures, near: str) -> Figure:
    """Return the picture that the text names; raise `Mistake` for one that there is not."""
    name = delivered(str(token.attrs["src"]))
    if name not in pictures:
        raise Mistake(
            _("there is no picture “{name}”").format(name=name),
            did_you_mean(
                name,
                pictures,
                otherwise=_("write one of these: {known}").format(known=", ".join(pictures)),
            ),
            near=near,
        )
    picture = pictures[name]()
    found = _PERCENT.search(arabic_digits(str(token.attrs.get("title", ""))))
    share = min(int(found[1]), 100) / 100 if found else 1.0
    return Figure(picture.png, picture.alternative, in_one_line(token.content), share or 1.0)
