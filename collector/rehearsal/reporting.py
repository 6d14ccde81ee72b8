"""The progress form: complaints as some agencies report them, and who attended the training."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from collector.rehearsal.responses import Response, spoiled
from config.dates import short_date

if TYPE_CHECKING:
    from collector.rehearsal.pen import Pen

FORM = "progress"
_ABOUT_COMPLAINTS, _ABOUT_TRAINING = "complaints", "training"
_REPORTING = 5
_TRAINED_ON = "24 ม.ค. 2566"
_RESULTS = ("รับเรื่องและแจ้งผลแก่ผู้ร้องแล้ว (สมมติ)", "ดำเนินการตามหลักเกณฑ์ทุกเรื่อง (สมมติ)")


def report_progress(pen: Pen) -> tuple[Response, ...]:
    """Return five reports of complaints, one of them sent anew, one of the training, two unread."""
    if not pen.campaign.asks(FORM):
        return ()
    agencies = [agency.name for agency in pen.campaign.agencies[:_REPORTING]]
    reports = [_complaints(agency, pen) for agency in agencies]
    first = reports[0]
    return (
        replace(
            first,
            kind="reported_before",
            moment=(before := first.moment - timedelta(days=1)),
            answers={**first.answers, "on": short_date(before.date())},
            fate="superseded",
            why="reported anew",
        ),
        *reports,
        _training(agencies[1], pen),
        *_unreadable(first),
    )


def _answers(agency: str, about: str, pen: Pen) -> dict[str, str]:
    """Return a report of a measure of the template, as the form offers it."""
    offered = pen.campaign.form(FORM).question("measure").options
    return {
        "agency": agency,
        "measure": next(option.text for option in offered if option.id == about),
        "result": pen.rng.choice(_RESULTS),
    }


def _complaints(agency: str, pen: Pen) -> Response:
    received = pen.rng.randint(1, 40)
    closed = pen.rng.randint(0, received)
    moment = pen.clock.first_half()
    numbers = {"received": received, "closed": closed, "open": received - closed}
    return Response(
        "reported",
        moment,
        _answers(agency, _ABOUT_COMPLAINTS, pen)
        | {"on": short_date(moment.date())}
        | {f"number.{name}": str(number) for name, number in numbers.items()},
    )


def _training(agency: str, pen: Pen) -> Response:
    form = pen.campaign.form(FORM)
    everybody = {
        name: str(form.question(name).most) for name in ("number.agencies", "number.local_bodies")
    }
    return Response(
        "training_reported",
        pen.clock.first_half(),
        _answers(agency, _ABOUT_TRAINING, pen) | {"on": _TRAINED_ON} | everybody,
    )


def _unreadable(report: Response) -> list[Response]:
    faults = {
        "measure_left_blank": ("no measure", {"measure": ""}),
        "complaints_in_words": ("no number", {"number.received": "หลายเรื่อง"}),
    }
    return spoiled(report, faults)
