"""The forms that agencies answer: the template's own, asked of the tiny campaign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builders import AGENCIES, COI_KINDS, NOTICES, STAFF_TYPES, row

import config
from config.settings import read_settings
from config.unroll import Subjects, unroll

if TYPE_CHECKING:
    from config.campaign import Form

_SETTINGS = read_settings(Path(config.__file__).parent / "template")
_SUBJECTS = Subjects(
    agencies=AGENCIES, staff_types=STAFF_TYPES, notices=NOTICES, coi_kinds=COI_KINDS
)
_FORMS = {form.id: unroll(form, _SUBJECTS) for form in _SETTINGS.forms}
HEADCOUNT_FORM = _FORMS["headcount"]
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
