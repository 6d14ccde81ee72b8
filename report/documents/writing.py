"""All documents of the register, each composed once and written in each of its formats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from report.document import Document
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.formats import FORMATS
from report.documents.mistakes import TextError
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS, Entry, Of
from report.packs.pack import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.campaign import Campaign
    from report.document import Audience
    from report.documents.composing import Given
    from report.facts import Facts

AUDIENCES: tuple[Audience, ...] = ("internal", "public")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of the documents, and what is wrong in the texts of those that were not made.

    ``wanting``: the names of the files that are not there for that reason.
    """

    documents: tuple[Document, ...] = ()
    faults: tuple[TextError, ...] = ()
    wanting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """One document to be made, the folder of its files, its formats by who may read them."""

    name: str
    template: str
    given: Callable[[], Given]
    folder: str
    formats: dict[Audience, tuple[str, ...]]

    def files(self, audiences: tuple[Audience, ...]) -> Iterator[tuple[str, str, Audience]]:
        """Yield the name, the format and the reader of each file."""
        for audience in audiences:
            for kind in self.formats[audience]:
                if kind in FORMATS:
                    yield f"{audience}/{self.folder}/{self.name}.{kind}", kind, audience


def write_documents(facts: Facts, audiences: tuple[Audience, ...] = AUDIENCES) -> Written:
    """Return every document of the register for these readers, in each of its formats.

    A mistake in a text costs the documents made from it, no other.
    """
    environment = filling(facts.campaign.texts)
    names = unbroken_names(facts.campaign)
    documents: list[Document] = []
    faults: dict[str, TextError] = {}
    wanting: list[str] = []
    for work in _works(facts):
        files = tuple(work.files(audiences))
        if not files:
            continue
        try:
            text = compose(work.name, work.template, work.given(), facts, environment)
        except TextError as fault:
            faults.setdefault(str(fault), fault)
            wanting += [name for name, _kind, _audience in files]
            continue
        documents += [
            Document(name, FORMATS[kind](text, names), audience) for name, kind, audience in files
        ]
    return Written(tuple(documents), tuple(faults.values()), tuple(wanting))


def _works(facts: Facts) -> Iterator[_Work]:
    for entry in DOCUMENTS:
        yield _work(entry, facts, "documents")
    for pack in packs(facts) if AGENCY_DOCUMENTS else ():
        for of_agency in AGENCY_DOCUMENTS:
            yield _work(of_agency, pack, f"agencies/{pack.agency.id}/documents")


def _work(entry: Entry[Of], of: Of, folder: str) -> _Work:
    return _Work(
        name=entry.name,
        template=entry.template,
        given=partial(entry.given, of),
        folder=folder,
        formats={"internal": entry.internal, "public": entry.public},
    )


def unbroken_names(campaign: Campaign) -> tuple[str, ...]:
    """Return what no line may end within: the province, its agencies, the titles of who signs."""
    return (
        campaign.province,
        *(agency.name for agency in campaign.agencies),
        *(signatory.position for signatory in campaign.signatories),
    )
