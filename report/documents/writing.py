"""All documents of the register, each composed once and written in each of its formats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from config.errors import ExitCode, UserError
from config.messages import _
from config.months import BE_MINUS_CE
from report.document import Document
from report.documents.blocks import OfficialText
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.formats import FORMATS, WORD
from report.documents.garuda import CORRESPONDENCE, fault_of_garuda
from report.documents.mistakes import TextError
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS, Entry, Of
from report.packs.pack import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.campaign import Campaign
    from report.document import Audience
    from report.documents.composing import Given
    from report.facts import Facts

_FOLDER = "documents"
AUDIENCES: tuple[Audience, ...] = ("internal", "public")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of the documents, and why those that are missing were not made.

    ``wanting``: the names of the files that are not there for that reason; ``needless``: of those
    that there is no cause to make, as a reminder to an agency that is complete.
    """

    documents: tuple[Document, ...] = ()
    faults: tuple[UserError, ...] = ()
    wanting: tuple[str, ...] = ()
    needless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """One file of a document, under each of the names that it goes by."""

    names: tuple[str, ...]
    kind: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class _Work:
    """One document to be made: from which text, given what, in which files."""

    name: str
    template: str
    given: Callable[[], Given | None]
    files: tuple[_File, ...]

    @property
    def file_names(self) -> list[str]:
        return [name for file in self.files for name in file.names]

    def written(self, text: OfficialText, unbroken: tuple[str, ...]) -> Iterator[Document]:
        """Yield the files; a format is written once, whoever reads it."""
        contents = {
            kind: FORMATS[kind](text, unbroken)
            for kind in dict.fromkeys(file.kind for file in self.files)
        }
        for file in self.files:
            for name in file.names:
                yield Document(name, contents[file.kind], file.audience)


def write_documents(facts: Facts, audiences: tuple[Audience, ...] = AUDIENCES) -> Written:
    """Return every document of the register for these readers, in each of its formats.

    A mistake in a text costs the documents made from it, no other; a defect of ours likewise;
    one in the Garuda costs none.
    """
    unbroken = unbroken_names(facts.campaign)
    documents: list[Document] = []
    faults: dict[str, UserError] = {}
    wanting: list[str] = []
    needless: list[str] = []
    for work, text in _composed(facts, audiences):
        if fault := _fault_of_head(text, facts):
            faults.setdefault(str(fault), fault)
        made = _made(work, text, unbroken) if isinstance(text, OfficialText) else text
        if isinstance(made, UserError):
            faults.setdefault(str(made), made)
            wanting += work.file_names
        elif made is None:
            needless += work.file_names
        else:
            documents += made
    return Written(tuple(documents), tuple(faults.values()), tuple(wanting), tuple(needless))


def _made(
    work: _Work, text: OfficialText, unbroken: tuple[str, ...]
) -> tuple[Document, ...] | UserError:
    """Return the files of a document, or that a writer broke down over it."""
    try:
        return tuple(work.written(text, unbroken))
    except Exception as fault:  # noqa: BLE001  # whatever it is, the figures are to be published
        # Its kind and never its words, which may quote an answer.
        kind = type(fault).__name__
        broken = UserError(
            _("A defect of rapsap ({kind}).").format(kind=kind),
            place=f"{_FOLDER}/{work.name}",
            remedy=_("All else is new, this document is the former one. Tell the maintainers."),
        )
        broken.exit_code = ExitCode.DEFECT
        return broken


def faults_of_texts(facts: Facts) -> tuple[TextError, ...]:
    """Return what is wrong in the texts; nothing is written."""
    texts = [text for _work, text in _composed(facts, AUDIENCES)]
    heads = [_fault_of_head(text, facts) for text in texts]
    found = (fault for fault in (*texts, *heads) if isinstance(fault, TextError))
    return tuple({str(fault): fault for fault in found}.values())


def _fault_of_head(text: OfficialText | TextError | None, facts: Facts) -> TextError | None:
    """Return what is wrong with the Garuda, where a document would bear it."""
    if isinstance(text, OfficialText) and text.layout in CORRESPONDENCE:
        return fault_of_garuda(facts.campaign.texts)
    return None


def _composed(
    facts: Facts, audiences: tuple[Audience, ...]
) -> Iterator[tuple[_Work, OfficialText | TextError | None]]:
    """Yield each document as its text says it, or why it cannot be made; None for no cause."""
    environment = filling(facts.campaign.texts)
    for work in _works(facts, audiences):
        given = work.given()
        if given is None:
            yield work, None
            continue
        try:
            text = compose(work.name, work.template, given, facts, environment)
        except TextError as fault:
            yield work, fault
        else:
            yield work, text


def _works(facts: Facts, audiences: tuple[Audience, ...]) -> Iterator[_Work]:
    """Yield what there is to make for these readers."""
    day = _day_of_the_data(facts)
    for entry in DOCUMENTS:
        yield from _work(entry, facts, audiences, _FOLDER, day)
    wanted = [entry for entry in AGENCY_DOCUMENTS if any(map(entry.formats.get, audiences))]
    for pack in packs(facts) if wanted else ():
        for of_agency in wanted:
            folder = f"agencies/{pack.agency.id}/{_FOLDER}"
            yield from _work(of_agency, pack, audiences, folder)


def _work(
    entry: Entry[Of], of: Of, audiences: tuple[Audience, ...], folder: str, day: str = ""
) -> Iterator[_Work]:
    files = tuple(
        _File(_names(entry.name, kind, f"{audience}/{folder}", day), kind, audience)
        for audience in audiences
        for kind in entry.formats[audience]
    )
    if files:
        yield _Work(entry.name, entry.template, partial(entry.given, of), files)


def _names(name: str, kind: str, folder: str, day: str) -> tuple[str, ...]:
    """Return where a file goes: a Word file also to the folder of the day of its data."""
    dated = (f"{folder}/{day}/{name}.{kind}",) if day and kind == WORD else ()
    return (f"{folder}/{name}.{kind}", *dated)


def _day_of_the_data(facts: Facts) -> str:
    """Return ``2566-04-28``; "" before the first answer."""
    as_of = facts.summary.as_of
    if as_of is None:
        return ""
    day = as_of.astimezone(facts.campaign.zone)
    return f"{day.year + BE_MINUS_CE}-{day:%m-%d}"


def unbroken_names(campaign: Campaign) -> tuple[str, ...]:
    """Return what no line may end within: the province, its agencies, the titles of who signs."""
    return (
        campaign.province,
        *(agency.name for agency in campaign.agencies),
        *(signatory.position for signatory in campaign.signatories),
    )
