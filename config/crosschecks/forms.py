"""The questions of a form: each can be told apart by its id and by its headers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.messages import _
from config.settings import SETTINGS
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Form


def form_mistakes(form: Form) -> Iterator[CampaignError]:
    """Find questions of one form that could not be told apart by id or by header."""
    place = _('{file} form "{form}"').format(file=SETTINGS, form=form.id)
    yield from _doubled_questions(form, place)
    yield from _shared_headers(form, place)


def _doubled_questions(form: Form, place: str) -> Iterator[CampaignError]:
    for doubled, count in Counter(question.id for question in form.questions).items():
        if count > 1:
            yield CampaignError(
                _('the question "{question}" stands twice').format(question=doubled),
                place=place,
                remedy=_("keep one of them"),
            )


def _shared_headers(form: Form, place: str) -> Iterator[CampaignError]:
    owner: dict[str, str] = {}
    for question in form.questions:
        for header in (question.header, *question.aliases):
            other = owner.setdefault(match_key(header), question.id)
            if other != question.id:
                yield CampaignError(
                    _('the questions "{first}" and "{second}" share the header "{header}"').format(
                        first=other, second=question.id, header=header
                    ),
                    place=place,
                    remedy=_("let each header mean one question"),
                )
