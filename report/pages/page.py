"""A page: its place, its template, its label in the navigation, and what fills it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from config.messages import thai
from report.document import Document
from report.pages.environment import fill
from report.pages.frame import frame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from report.document import Audience
    from report.facts import Facts
    from report.rows import Row


@dataclass(frozen=True, slots=True)
class Page:
    """``label`` is a msgid; a page without one is not in the navigation."""

    audience: Audience
    name: str
    template: str
    label: str
    context: Callable[[Facts], dict[str, Any]]

    @property
    def file(self) -> str:
        """Its file, below the folder of those who may read it."""
        return f"{self.name}.html"


def page_document(page: Page, facts: Facts, pages: Sequence[Page]) -> Document:
    """Return the page; ``pages`` are all there are, for the navigation."""
    html = fill(
        page.template,
        facts.campaign,
        **frame(facts),
        navigation=_navigation(page, pages),
        **page.context(facts),
    )
    return Document(f"{page.audience}/{page.file}", html, page.audience)


def _navigation(here: Page, pages: Sequence[Page]) -> list[Row]:
    return [
        {"file": page.file, "label": thai(page.label), "here": page is here}
        for page in pages
        if page.label and page.audience == here.audience
    ]
