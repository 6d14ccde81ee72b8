"""The forms that agencies answer: the template's own, asked of the tiny campaign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builders import AGENCIES, COI_KINDS, GUIDELINE, MEASURE, NOTICES, STAFF_TYPES, row

import config
from config.settings import read_settings
from config.unroll import Subjects, unroll

if TYPE_CHECKING:
    from config.campaign import Form

_SETTINGS = read_settings(Path(config.__file__).parent / "template")
COMPLAINTS = MEASURE.model_copy(
    update={"id": "m2", "number": 2, "title": "เรื่องร้องเรียน/ร้องทุกข์", "notice": "", "guideline": ""}
)
E_SERVICE = GUIDELINE.model_copy(update={"id": "g2", "title": "พัฒนาระบบ E-service"})
TABLES = {"measures": (MEASURE, COMPLAINTS), "guidelines": (GUIDELINE, E_SERVICE)}
"""A measure that a notice answers, one that only agencies can, and a guideline of its own."""
_SUBJECTS = Subjects(
    agencies=AGENCIES,
    staff_types=STAFF_TYPES,
    notices=NOTICES,
    coi_kinds=COI_KINDS,
    measures=TABLES["measures"],
    guidelines=TABLES["guidelines"],
)
_FORMS = {form.id: unroll(form, _SUBJECTS) for form in _SETTINGS.forms}
HEADCOUNT_FORM = _FORMS["headcount"]
PROGRESS_FORM = _FORMS["progress"]
HEADS = "heads__official"
EMPLOYEES = "heads__government-employee"


def asking(*forms: Form) -> tuple[Form, ...]:
    """Return the tiny campaign's forms and these."""
    from builders import coi_form, signoff_form  # noqa: PLC0415

    return (signoff_form(), coi_form(), *forms)


def declaration(at: str, on: str, heads: str = "20", **answers: str) -> tuple[str, ...]:
    """Return the head-count form of the public health office, certified, one staff type given."""
    usual = {
        "timestamp": at,
        "agency": "สำนักงานสาธารณสุขจังหวัดเชียงราย",
        "coordinator": "นางสมมติ ประสานงาน",
        "phone": "0812345678",
        "email": "contact@example.org",
        "on": on,
        "scope": "เฉพาะส่วนจังหวัด",
        HEADS: heads,
        "certified": "รับรองแล้ว",
    }
    return row(HEADCOUNT_FORM, **(usual | answers))


def report(at: str, on: str = "2 เม.ย. 2566", **answers: str) -> tuple[str, ...]:
    """Return the progress form of the public health office about the complaints."""
    usual = {
        "timestamp": at,
        "agency": "สำนักงานสาธารณสุขจังหวัดเชียงราย",
        "measure": "๒. เรื่องร้องเรียน/ร้องทุกข์",
        "result": "ดำเนินการแล้ว",
        "on": on,
    }
    return row(PROGRESS_FORM, **(usual | answers))


def complaints(received: str = "", closed: str = "", still_open: str = "") -> dict[str, str]:
    """Return the answers about complaints."""
    numbers = {"received": received, "closed": closed, "open": still_open}
    return {f"number__{name}": number for name, number in numbers.items()}
