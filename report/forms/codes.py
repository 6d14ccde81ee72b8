"""The codes that lead an agency's people to its forms, each with what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from config.messages import marked, thai
from report.forms.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from collector.forms import FormLink

SIGN = marked("Sign for the notices")
ASSESS = marked("Assess the risk (no name is asked)")
_CHOSEN = marked("Scan with a phone; your agency is chosen already")
_TO_CHOOSE = marked("Scan with a phone, then choose your agency")


@dataclass(frozen=True, slots=True)
class Code:
    """A drawn code; ``what``: what it is for; ``scan``: what to do with it."""

    what: str
    scan: str
    qr: Markup


def form_codes(signoff: FormLink, coi: FormLink) -> tuple[Code, ...]:
    """Return the codes of the links that are known, in the order in which people need them."""
    return tuple(_codes((SIGN, signoff), (ASSESS, coi)))


def _codes(*links: tuple[str, FormLink]) -> Iterator[Code]:
    for what, link in links:
        if link.url:
            scan = _CHOSEN if link.chosen else _TO_CHOOSE
            yield Code(thai(what), thai(scan), drawn(link.url))


def drawn(link: str) -> Markup:
    """Return the code as markup: it is drawn from the link and holds no word of anybody's."""
    return Markup(qr_svg(link))  # noqa: S704
