"""The forms as a checklist, for an office that makes them by hand: the script's own orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collector.forms import script_spec
from config.messages import marked, thai
from config.thai import thai_digits
from report.pages.assets import assets
from report.pages.environment import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from config.campaign import Campaign

BY_HAND = "ทำแบบฟอร์มด้วยมือ.html"

# What Google's own pages call each kind of item.
_KINDS: Mapping[str, str] = {
    "section": marked("Title and description"),
    "page": marked("New section"),
    "text": marked("Short answer"),
    "paragraph": marked("Paragraph"),
    "list": marked("Drop-down"),
    "choice": marked("Multiple choice"),
}
_DIGITS = marked("Short answer; ⋮ › Response validation › Regular expression › Matches: {pattern}")
_NO_QUESTION = ("section", "page")


@dataclass(frozen=True, slots=True)
class HandItem:
    """One thing to add; ``like``: the number of the question whose options it has, to be copied."""

    number: str
    kind: str
    title: str
    text: str
    required: bool | None
    options: tuple[str, ...]
    like: str = ""


@dataclass(frozen=True, slots=True)
class HandForm:
    """One form with its settings; ``leads_on``: its confirmation waits for the other's link."""

    id: str
    title: str
    description: str
    confirmation: str
    leads_on: bool
    allow_edits: bool
    items: tuple[HandItem, ...]
    agency: str

    @property
    def questions(self) -> int:
        """How many questions are asked: what the editor and the sheet must show at the end."""
        return sum(item.required is not None for item in self.items)


def by_hand_page(campaign: Campaign, reader: str = "") -> bytes:
    """Return the checklist; ``reader``: the account that the spreadsheet is shared with."""
    spec = script_spec(campaign)
    return fill(
        "forms/by_hand.html.j2",
        campaign,
        forms=[_form(form) for form in spec["forms"]],
        spreadsheet=spec["spreadsheet"],
        example=campaign.agencies[0].name,
        reader=reader,
        fonts=[name for name in assets().files if name.endswith(".ttf")],
    )


def _form(spec: dict[str, Any]) -> HandForm:
    here = thai("[put the link to the self-assessment here]")
    agency = next(item["title"] for item in spec["items"] if item["id"] == "agency")
    return HandForm(
        id=spec["id"],
        title=spec["title"],
        description=spec["description"],
        confirmation=spec["confirmation"].replace("{coi_url}", here),
        leads_on="{coi_url}" in spec["confirmation"],
        allow_edits=spec["allowEdits"],
        items=tuple(_items(spec["items"])),
        agency=agency,
    )


def _items(items: list[dict[str, Any]]) -> Iterator[HandItem]:
    """Yield the items, questions numbered; what is only shown has no number, as in a form."""
    number_by_options: dict[tuple[str, ...], str] = {}
    asked = 0
    for item in items:
        is_question = item["type"] not in _NO_QUESTION
        asked += is_question
        number = thai_digits(str(asked)) if is_question else ""
        digits = item.get("pattern", "")
        kind = _DIGITS if digits else _KINDS[item["type"]]
        options = tuple(item["options"])
        like = number_by_options.setdefault(options, number) if options else ""
        yield HandItem(
            number=number,
            kind=thai(kind).format(pattern=digits),
            title=item["title"],
            text=item["help"],
            required=item["required"] if is_question else None,
            options=options if like in ("", number) else (),
            like="" if like == number else like,
        )
