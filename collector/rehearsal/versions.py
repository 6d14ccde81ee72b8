"""Second versions of two notices within the campaign: one changed a little, one materially."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from config.campaign import NoticeVersion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from random import Random

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.people import Person
    from collector.rehearsal.responses import Response
    from collector.rehearsal.signing import Told
    from config.campaign import Campaign, Notice

Standing = Literal["on_time", "late", "outdated"]
"""Where somebody stands with a notice that they acknowledged."""

_MATERIAL_AFTER, _MINOR_AFTER = timedelta(days=12), timedelta(days=20)
_SIGNING_AGAIN = 0.6
_REACHING_ALL = {"complete", "over"}


def with_second_versions(campaign: Campaign) -> Campaign:
    """Return the campaign whose last notice changes materially, and its third one a little."""
    opens = campaign.window.opens
    changed = {
        campaign.notices[-1].id: NoticeVersion(
            version="2", since=opens + _MATERIAL_AFTER, change="material"
        ),
        campaign.notices[2].id: NoticeVersion(
            version="1.1", since=opens + _MINOR_AFTER, change="minor"
        ),
    }
    notices = tuple(
        notice.model_copy(update={"versions": (*notice.versions, changed[notice.id])})
        if notice.id in changed
        else notice
        for notice in campaign.notices
    )
    return campaign.model_copy(update={"notices": notices})


def signed_again(told: Told, person: Person, pen: Pen, rng: Random) -> Told:
    """Return the story with a sign-off for the new text, where its teller heard of the change.

    Everybody of an agency that reaches all has; of the others, three in five.
    """
    outdated = [n for n, state in standing_of(told, pen.campaign).items() if state == "outdated"]
    heard = person.destiny in _REACHING_ALL or rng.random() < _SIGNING_AGAIN
    if not (outdated and heard):
        return told
    moment = _after_every_change(pen)
    return replace(
        told, responses=(*told.responses, pen.sign("signed_again", person, moment, outdated))
    )


def _after_every_change(pen: Pen) -> datetime:
    newest = max(v.since for notice in pen.campaign.notices for v in notice.versions)
    while (moment := pen.clock.on_time()).date() < newest:
        pass
    return moment


def standing_of(told: Told, campaign: Campaign) -> dict[str, Standing]:
    """Return where the teller stands in the end with each notice acknowledged.

    The story says it outright, but for a text that has changed since: then the day counts.
    """
    closes = campaign.closes_before()
    standing: dict[str, Standing] = {}
    for notice in campaign.notices:
        if notice.id not in told.late_by_notice:
            continue
        standing[notice.id] = "late" if told.late_by_notice[notice.id] else "on_time"
        if len(notice.versions) > 1:
            newest = notice.valid_since(len(notice.versions) - 1)
            valid = [
                row.moment
                for row in (*told.responses, *told.papers)
                if acknowledges(row, notice, campaign)
                and notice.version_on(row.moment.date()) >= newest
            ]
            on_time = any(moment < closes for moment in valid)
            standing[notice.id] = "on_time" if on_time else "late" if valid else "outdated"
    return standing


def acknowledges(row: Response, notice: Notice, campaign: Campaign) -> bool:
    """Say whether a row, of the form or typed from paper, acknowledges a notice and is read."""
    if row.fate == "set_aside":
        return False
    if "notice" in row.answers:
        return notice.id in row.on_paper
    options = campaign.form("signoff").question(f"ack.{notice.id}").options
    text = next(option.text for option in options if option.id == "acknowledged")
    return row.answers.get(f"ack.{notice.id}") == text


def spared_by_versions(told: Told, campaign: Campaign) -> Told:
    """Return the story in which what acknowledged an older text than the later answers stands.

    A later answer outdoes an earlier one version by version: design.md §2, «Person».
    """
    rows = sorted((*told.responses, *told.papers), key=lambda row: row.moment)
    return replace(
        told,
        responses=[_spared(row, rows, campaign) for row in told.responses],
        papers=[_spared(row, rows, campaign) for row in told.papers],
    )


def _spared(row: Response, rows: Sequence[Response], campaign: Campaign) -> Response:
    """Return the row, accepted if no row below acknowledges the same text of some notice."""
    place = next(place for place, other in enumerate(rows) if other is row)
    outdone = {key for other in rows[place + 1 :] for key in _keys(other, campaign)}
    if row.fate == "superseded" and _keys(row, campaign) - outdone:
        return replace(row, fate="accepted", why="")
    return row


def _keys(row: Response, campaign: Campaign) -> set[tuple[str, int]]:
    day: date = row.moment.date()
    return {
        (notice.id, notice.version_on(day))
        for notice in campaign.notices
        if acknowledges(row, notice, campaign)
    }
