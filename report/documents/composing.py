"""From a text of the office's and the figures to a document, not yet written in any format."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from config.dates import long_date
from config.messages import thai
from config.thai import thai_digits
from report.documents.blocks import OfficialText
from report.documents.filling import filled, source_of
from report.documents.front_matter import read_head, split
from report.documents.garuda import CORRESPONDENCE, garuda_of
from report.documents.markdown import blocks_of
from report.documents.mistakes import Mistake
from report.workbook.stamp import as_of_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from report.documents.pictures import Pictures
    from report.facts import Facts


@dataclass(frozen=True, slots=True)
class Given:
    """What a text may print: values by name, and pictures, drawn when it names them."""

    values: Mapping[str, Any]
    pictures: Pictures = field(default_factory=lambda: MappingProxyType({}))


def compose(
    name: str, template: str, given: Given, facts: Facts, environment: Environment
) -> OfficialText:
    """Return the document ``name`` as its template says it.

    Raises `TextError` with its line where the template is at fault.
    """
    values = {**given.values, "ภาพ": tuple(given.pictures)}
    text = filled(template, environment, values)
    try:
        lines, body = split(text)
        head = read_head(lines, facts.campaign.signatories)
        blocks = blocks_of(body, given.pictures)
    except Mistake as mistake:
        source = source_of(template, facts.campaign.texts)
        raise mistake.in_text(template, source) from None
    return OfficialText(
        name=name,
        layout=head.layout,
        blocks=blocks,
        fields=MappingProxyType(head.fields | _stamped(facts)),
        signatures=tuple(head.signatures),
        landscape=head.landscape,
        garuda=garuda_of(facts.campaign.texts) if head.layout in CORRESPONDENCE else b"",
    )


def _stamped(facts: Facts) -> dict[str, str]:
    """Return what every document says of itself: of when its data are, and whether approved."""
    as_of = as_of_text(facts.summary.as_of, facts.campaign)
    if facts.edition is None:
        return {"data_as_of": as_of, "mark": thai("draft")}
    approved = thai("{edition}, number {number}, of {day}").format(
        edition=facts.edition.name,
        number=thai_digits(facts.edition.number),
        day=long_date(facts.edition.approved_on),
    )
    return {"data_as_of": f"{approved} · {as_of}"}
