"""The stories of people who sign on paper, alone or beside the form, and of unreadable rows."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from collector.rehearsal.responses import Response
from collector.rehearsal.signing import REPEATED, Teller, Told
from collector.rehearsal.untidiness import misspelt
from config.paper import ALL_NOTICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.people import Person
    from collector.rehearsal.responses import Fate

FORM = "paper"
_SCANS = ("แฟ้มสมมติ ๑", "แฟ้มสมมติ ๒", "")


def paper_for_all(pen: Pen, person: Person) -> Told:
    """Sign the list of all notices."""
    return _signed(pen, _typed(pen, "paper_for_all", person, pen.clock.on_time()))


def paper_for_some(pen: Pen, person: Person) -> Told:
    """Sign the lists of some notices."""
    some, _ = pen.some_notices()
    row = _typed(pen, "paper_for_some", person, pen.clock.on_time(), some)
    return Told((), dict.fromkeys(some, False), (row,))


def paper_in_two_rows(pen: Pen, person: Person) -> Told:
    """Sign some lists on one day and the others on another one: both rows count."""
    some, others = pen.some_notices()
    first, second = pen.clock.twice_on_time()
    kind = "paper_in_two_rows"
    return _signed(
        pen, _typed(pen, kind, person, first, some), _typed(pen, kind, person, second, others)
    )


def paper_late(pen: Pen, person: Person) -> Told:
    """Sign on paper after the closing day."""
    row = _typed(pen, "paper_late", person, pen.clock.late())
    return Told((), dict.fromkeys(pen.notices, True), (row,))


def paper_typed_twice(pen: Pen, person: Person) -> Told:
    """Sign once; two people of the office type it in."""
    moment, kind = pen.clock.on_time(), "paper_typed_twice"
    first = _typed(pen, kind, person, moment, fate="superseded", why=REPEATED)
    return _signed(pen, first, _typed(pen, kind, person, moment))


def form_then_paper(pen: Pen, person: Person) -> Told:
    """Sign the form, and the list on a later day."""
    first, second = _two_days(pen)
    kind = "form_then_paper"
    row = pen.sign(kind, person, first, fate="superseded", why=REPEATED)
    return Told((row,), dict.fromkeys(pen.notices, False), (_typed(pen, kind, person, second),))


def paper_then_form(pen: Pen, person: Person) -> Told:
    """Sign the list, and the form on a later day."""
    first, second = _two_days(pen)
    kind = "paper_then_form"
    paper = _typed(pen, kind, person, first, fate="superseded", why=REPEATED)
    row = pen.sign(kind, person, second)
    return Told((row,), dict.fromkeys(pen.notices, False), (paper,))


def paper_on_no_day(pen: Pen, person: Person) -> Told:
    """Sign on a day that does not exist."""
    return _aside(pen, person, "paper_on_no_day", "unreadable day", timestamp="31 เม.ย. 2566")


def paper_without_notice(pen: Pen, person: Person) -> Told:
    """Sign nobody knows what."""
    return _aside(pen, person, "paper_without_notice", "no notice", notice="")


def paper_for_another(pen: Pen, person: Person) -> Told:
    """Sign a list that is not of the campaign."""
    changed = {"notice": "บัญชีลงเวลาสมมติ"}
    return _aside(pen, person, "paper_for_another", "unknown notice", **changed)


def paper_without_staff_type(pen: Pen, person: Person) -> Told:
    """Sign with the staff type left out."""
    return _aside(pen, person, "paper_without_staff_type", "no staff type", staff_type="")


def paper_misspelt(pen: Pen, person: Person) -> Told:
    """Stand under a misspelt agency."""
    wrong = misspelt(pen.agency(person), pen.campaign.agencies, pen.rng)
    why = "the agency is not in the register"
    return _aside(pen, person, "paper_misspelt", why, agency=wrong)


def reported_by(agency: str, people: int, pen: Pen) -> list[Response]:
    """Return what an agency reports without names: two numbers in turn, and two unreadable."""
    first, second = _two_days(pen)
    return [
        _report("paper_reported_before", agency, first, max(1, people - 3), "superseded", REPEATED),
        _report("paper_reported", agency, second, people),
        _report("paper_number_in_words", agency, second, "สิบกว่าคน", "set_aside", "no number"),
        _report(
            "paper_number_and_name", agency, second, people, "set_aside", "a number and a name",
            first_name="สมมติ",
        ),
    ]  # fmt: skip


def _signed(pen: Pen, *rows: Response) -> Told:
    return Told((), dict.fromkeys(pen.notices, False), rows)


def _two_days(pen: Pen) -> tuple[datetime, datetime]:
    """Return two moments on different days: of a day's two sign-offs, paper is the earlier."""
    while True:
        first, second = pen.clock.twice_on_time()
        if first.date() < second.date():
            return first, second


def _aside(pen: Pen, person: Person, kind: str, why: str, **changed: str) -> Told:
    moment = pen.clock.on_time()
    row = _typed(pen, kind, person, moment, fate="set_aside", why=why, **changed)
    return Told((), {}, (row,))


def _typed(  # noqa: PLR0913  # one keyword per thing that a story may say
    pen: Pen,
    kind: str,
    person: Person,
    moment: datetime,
    notices: Sequence[str] | None = None,
    *,
    fate: Fate = "accepted",
    why: str = "",
    **changed: str,
) -> Response:
    """Return a row typed from paper; nobody writes down an hour."""
    signed = pen.notices if notices is None else list(notices)
    shown = {notice.id: notice.short_title for notice in pen.campaign.notices}
    staff_type = next(t for t in pen.campaign.staff_types if t.id == person.staff_type)
    answers = {
        "agency": pen.agency(person).name,
        "title": person.name.title,
        "first_name": person.name.first,
        "last_name": person.name.last,
        "position": person.position,
        "staff_type": staff_type.name,
        "notice": ALL_NOTICES if notices is None else " | ".join(shown[n] for n in signed),
        "scan": pen.rng.choice(_SCANS),
    }
    return Response(
        kind, _midnight(moment), answers | changed, fate, why, changed.get("timestamp"),
        tuple(signed),
    )  # fmt: skip


def _report(
    kind: str,
    agency: str,
    moment: datetime,
    people: int | str,
    fate: Fate = "accepted",
    why: str = "",
    **changed: str,
) -> Response:
    answers = {"agency": agency, "notice": ALL_NOTICES, "people": str(people)} | changed
    return Response(kind, _midnight(moment), answers, fate, why)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time.min, moment.tzinfo)


ON_PAPER: dict[str, Teller] = {
    story.__name__: story
    for story in (
        paper_for_all, paper_for_some, paper_in_two_rows, paper_late, paper_typed_twice,
        paper_on_no_day, paper_without_notice, paper_for_another, paper_without_staff_type,
        paper_misspelt,
    )
}  # fmt: skip
"""Stories of people who never answer the form, each told at least twice."""

BESIDE_THE_FORM: dict[str, Teller] = {
    "form_then_paper": form_then_paper,
    "paper_then_form": paper_then_form,
}
