"""The documents that the province makes: a line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from config.messages import marked
from report.documents.given import (
    circular,
    circular_list,
    governor,
    headcount,
    memo,
    memo_start,
    o42,
    o43,
    reminder,
    risk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from report.document import Audience
    from report.documents.composing import Given
    from report.facts import Facts
    from report.packs.pack import Pack

Of = TypeVar("Of")

WORD_PDF_AND_PAGE = ("docx", "pdf", "html")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Of]):
    """A document: what it is called, the text it is made from, what that text is given.

    ``label`` (a msgid): what the office's page calls it.

    ``internal`` and ``public``: its formats in ``out/internal`` and ``out/public`` (a public one
    is the same document: it may hold nothing that the public must not see). ``given`` returns
    None where there is no such document to be made.
    """

    name: str
    template: str
    given: Callable[[Of], Given | None]
    internal: tuple[str, ...] = WORD_PDF_AND_PAGE
    public: tuple[str, ...] = ()
    label: str = ""

    @property
    def formats(self) -> dict[Audience, tuple[str, ...]]:
        """Its formats by who may read them."""
        return {"internal": self.internal, "public": self.public}


# A document is one text in texts/, what it is given in given/, and a line here.
DOCUMENTS: tuple[Entry[Facts], ...] = (
    Entry(
        "memo-start", "memo-start.md", memo_start, label=marked("Memo to start and to circulate")
    ),
    Entry("memo", "memo.md", memo, label=marked("Memo of O42 and O43")),
    Entry("o42", "o42.md", o42, public=("pdf",), label=marked("Report O42")),
    Entry("o43", "o43.md", o43, public=("pdf",), label=marked("Report O43")),
    Entry("risk", "risk.md", risk, public=("pdf",), label=marked("Report on the risk")),
    Entry("governor", "governor.md", governor, label=marked("One page for the governor")),
    Entry("circular", "circular.md", circular, label=marked("Circular to the agencies")),
    Entry("circular-list", "circular-list.md", circular_list, label=marked("List to the circular")),
    Entry(
        "headcount",
        "headcount.md",
        headcount,
        label=marked("Letter that asks for coordinators and head-counts"),
    ),
    Entry(
        "headcount-form",
        "headcount-form.md",
        headcount,
        label=marked("Form for coordinators and head-counts"),
    ),
)
# One for each agency, in its own folder; given that agency's part alone.
AGENCY_DOCUMENTS: tuple[Entry[Pack], ...] = (
    Entry("reminder", "reminder.md", reminder, internal=("docx",)),
)
