"""From a form's patterns to its questions: one per notice and staff type, two per conflict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from config.campaign import Option
from config.dates import long_date
from config.errors import CampaignError
from config.messages import _
from config.nearest import did_you_mean
from config.settings import SETTINGS
from config.thai import thai_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from config.campaign import (
        Agency,
        CoiKind,
        Form,
        Guideline,
        Measure,
        Notice,
        NoticeVersion,
        Question,
        StaffType,
    )

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_PER_NOTICE, _PER_KIND, _PER_STAFF_TYPE = "{notice}", "{kind}", "{staff_type}"
_WORDS = {
    _PER_NOTICE: ("notice", "notice_short"),
    _PER_KIND: ("kind", "kind_short", "kind_number"),
    _PER_STAFF_TYPE: ("staff_type",),
    "": (),
}
OF_A_GUIDELINE = "guideline."
"""What the id of a row begins with that no measure stands for."""
_POINT = re.compile(r"([๑-๕1-5])\s*(.+)")
_POINT_SPELLINGS = ("{d}", "{label}", "{d}.{label}", "{d}={label}", "{d}-{label}", "{d}:{label}",
                    "({d}){label}", "{d}){label}", "{label}({d})", "ระดับ{d}")  # fmt: skip
_DATED = "{title} ฉบับลงวันที่ {date}"


@dataclass(frozen=True)
class Subjects:
    """What the questions are about."""

    agencies: tuple[Agency, ...]
    staff_types: tuple[StaffType, ...]
    notices: tuple[Notice, ...]
    coi_kinds: tuple[CoiKind, ...]
    measures: tuple[Measure, ...] = ()
    guidelines: tuple[Guideline, ...] = ()


def unroll(form: Form, subjects: Subjects) -> Form:
    """Return the form with one question per column, in the order in which people are asked."""
    questions: list[Question] = []
    for subject, patterns in groupby(form.questions, key=_subject):
        questions.extend(_unrolled(subject, list(patterns), subjects))
    return form.model_copy(update={"questions": tuple(questions)})


def pattern_mistakes(form: Form) -> Iterator[CampaignError]:
    """Find the words between { } that stand for nothing in the question they are in."""
    for pattern in form.questions:
        known = _WORDS[_subject(pattern)]
        for text in (pattern.id, pattern.header, *pattern.aliases):
            for word in _PLACEHOLDER.findall(text):
                if word not in known:
                    yield CampaignError(
                        _('"{{{word}}}" stands for nothing here').format(word=word),
                        place=_('{file} form "{form}" question "{question}"').format(
                            file=SETTINGS, form=form.id, question=pattern.id
                        ),
                        remedy=did_you_mean(word, known, otherwise=_("delete it")),
                    )


def _subject(pattern: Question) -> str:
    return next((word for word in _WORDS if word and word in pattern.id), "")


def _unrolled(subject: str, patterns: list[Question], subjects: Subjects) -> list[Question]:
    if subject == _PER_NOTICE:
        return [_of_notice(p, notice) for notice in subjects.notices for p in patterns]
    if subject == _PER_KIND:
        return [_of_kind(p, kind) for kind in subjects.coi_kinds for p in patterns]
    if subject == _PER_STAFF_TYPE:
        return [_of_staff_type(p, staff) for staff in subjects.staff_types for p in patterns]
    return [_with_list(pattern, subjects) for pattern in patterns]


def _of_notice(pattern: Question, notice: Notice) -> Question:
    """Ask by the confirmed date of the newest version; read every other way it was asked."""
    dated = [_dated_title(notice, version) for version in notice.versions]
    newest = dated[-1] if notice.versions[-1].verified else notice.title
    others = dict.fromkeys((newest, notice.title, *reversed(dated)))
    aliases = [
        _fill(text, notice=title, notice_short=notice.short_title)
        for text in (pattern.header, *pattern.aliases)
        for title in others
    ]
    return pattern.model_copy(
        update={
            "id": _fill(pattern.id, notice=notice.id),
            "header": _fill(pattern.header, notice=newest, notice_short=notice.short_title),
            "aliases": tuple(dict.fromkeys(aliases))[1:],
        }
    )


def _dated_title(notice: Notice, version: NoticeVersion) -> str:
    return _DATED.format(title=notice.title, date=long_date(version.since))


def _of_kind(pattern: Question, kind: CoiKind) -> Question:
    words = {"kind": kind.name, "kind_short": kind.short_name, "kind_number": str(kind.number)}
    return pattern.model_copy(
        update={
            "id": _fill(pattern.id, kind=kind.id),
            "header": _fill(pattern.header, **words),
            "aliases": tuple(_fill(alias, **words) for alias in pattern.aliases),
            "options": tuple(map(_scale_point, pattern.options)),
        }
    )


def _of_staff_type(pattern: Question, staff_type: StaffType) -> Question:
    """Ask by the staff type's name; read it by its other names too."""
    names = (staff_type.name, *staff_type.aliases)
    written = [
        _fill(text, staff_type=name)
        for name in names
        for text in (pattern.header, *pattern.aliases)
    ]
    return pattern.model_copy(
        update={
            "id": _fill(pattern.id, staff_type=staff_type.id),
            "header": written[0],
            "aliases": tuple(dict.fromkeys(written))[1:],
        }
    )


def _fill(text: str, **words: str) -> str:
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)


def _scale_point(option: Option) -> Option:
    """Let «๑ เกิดขึ้นยาก» be read as its bare digit, its bare label and the usual spellings."""
    point = _POINT.fullmatch(option.text)
    if not point:
        return option
    digit, label = point.groups()
    spelled = [text.format(d=digit, label=label) for text in _POINT_SPELLINGS]
    return option.model_copy(update={"aliases": tuple(dict.fromkeys((*option.aliases, *spelled)))})


def _with_list(pattern: Question, subjects: Subjects) -> Question:
    """Fill in the lists that the tables hold already."""
    lists = {
        "agency": tuple(Option(id=a.id, text=a.name) for a in subjects.agencies),
        "staff_type": tuple(
            Option(id=s.id, text=s.name, aliases=s.aliases) for s in subjects.staff_types
        ),
        "measure": reported_on(subjects.measures, subjects.guidelines),
    }
    options = lists.get(pattern.id, pattern.options)
    return pattern.model_copy(update={"options": options})


def reported_on(measures: Sequence[Measure], guidelines: Sequence[Guideline]) -> tuple[Option, ...]:
    """Return what may be reported on: the rows of O43, by number and title.

    A guideline that no measure carries out has a row of its own (domain.md §1), numbered on.
    """
    rows = [
        (measure.number, measure.title, measure.id)
        for measure in sorted(measures, key=lambda measure: measure.number)
    ]
    carried_out = {measure.guideline for measure in measures}
    alone = [guideline for guideline in guidelines if guideline.id not in carried_out]
    last = max((measure.number for measure in measures), default=0)
    rows += [
        (number, guideline.title, f"{OF_A_GUIDELINE}{guideline.id}")
        for number, guideline in enumerate(alone, start=last + 1)
    ]
    return tuple(
        Option(
            id=row_id, text=thai_digits(f"{number}. ") + " ".join(title.split()), aliases=(title,)
        )
        for number, title, row_id in rows
    )
