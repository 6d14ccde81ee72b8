"""What the script that makes the forms is told: items, settings and agencies, plain data."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from collector.forms.asked import asked_questions
from config.messages import thai
from config.thai import thai_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign, Form, Question

Item = dict[str, Any]

_ITEM_BY_KIND = {"list": "list", "choice": "choice", "scale": "choice"}
"""A scale is a choice in words: Google's own shows bare numbers, and has no «does not apply»."""
_MOST_DIGITS = 7
_HEADING = re.compile(r"(?m)^#+ *")
_BULLET = re.compile(r"(?m)^[-*] +")


def script_spec(campaign: Campaign) -> dict[str, Any]:
    """Return what the script makes: every form with its items, and the spreadsheet's name."""
    return {
        "campaign": campaign.id,
        "timezone": campaign.timezone,
        "spreadsheet": thai("Responses: {title}").format(title=campaign.title),
        "forms": [_form(form, campaign) for form in campaign.forms],
        "agencies": [{"id": agency.id, "name": agency.name} for agency in campaign.agencies],
    }


def plain_text(markdown: str) -> str:
    """Return a text of the campaign as a form can show it, which knows no markup."""
    return _BULLET.sub("• ", _HEADING.sub("", markdown)).strip()


def _form(form: Form, campaign: Campaign) -> dict[str, Any]:
    about = (form.description, campaign.privacy_short)
    return {
        "id": form.id,
        "title": form.title,
        "description": "\n\n".join(text for text in about if text),
        "confirmation": form.confirmation,
        "allowEdits": form.allow_edits,
        "items": [*_privacy_first(campaign), *_items(form, campaign)],
    }


def _privacy_first(campaign: Campaign) -> Iterator[Item]:
    """Show the whole privacy notice on a page of its own, before anything is asked."""
    if campaign.privacy_notice.strip():
        heading, _, text = plain_text(campaign.privacy_notice).partition("\n")
        yield _shown("section", heading, text.strip())
        yield _shown("page", thai("Your answers"), "")


def _items(form: Form, campaign: Campaign) -> Iterator[Item]:
    """Yield the questions, those of each kind of conflict on a page of their own."""
    former = ""
    for kind, questions in groupby(asked_questions(form), key=_kind_of):
        if kind:
            yield _shown("page", _kind_title(kind, campaign), "")
        elif former:
            yield _shown("page", thai("Further answers"), "")
        yield from (_item(question, campaign) for question in questions)
        former = kind


def _kind_of(question: Question) -> str:
    """Return the id of the kind of conflict that a question is about, if it is about one."""
    return question.id.split(".")[1] if question.id.startswith("coi.") else ""


def _kind_title(kind_id: str, campaign: Campaign) -> str:
    kind = next(kind for kind in campaign.coi_kinds if kind.id == kind_id)
    return thai_digits(f"{kind.number}. {kind.name}")


def _item(question: Question, campaign: Campaign) -> Item:
    text = "paragraph" if question.long else "text"
    return {
        "id": question.id,
        "type": _ITEM_BY_KIND.get(question.kind, text),
        "title": question.header,
        "help": question.help or _where_to_read(question, campaign),
        "required": question.required,
        "options": [option.text for option in question.options],
        **_checked(question),
    }


def _checked(question: Question) -> Item:
    """Return what the form itself asks of a number: digits, Thai ones too, and so many."""
    if question.kind != "number":
        return {}
    digits = len(str(question.most)) if question.most is not None else _MOST_DIGITS
    return {
        "pattern": f"^[0-9๐-๙]{{1,{digits}}}$",
        "otherwise": thai("Write digits only, for example 12; 0 if there is none."),
    }


def _where_to_read(question: Question, campaign: Campaign) -> str:
    """Return the address of the document that a question asks about."""
    urls = {f"ack.{notice.id}": notice.versions[-1].url for notice in campaign.notices}
    url = urls.get(question.id, "")
    return thai("Read the document: {url}").format(url=url) if url else ""


def _shown(kind: str, title: str, text: str) -> Item:
    return {
        "id": "", "type": kind, "title": title, "help": text, "required": False, "options": [],
    }  # fmt: skip
