"""Which columns tell that an edited row is still the same response."""

from __future__ import annotations

import pytest
from builders import signoff_form

from collector.identity import identity_columns

FORM = signoff_form()
TIME, FIRST, LAST, AGENCY = (
    FORM.question(question).header
    for question in ("timestamp", "first_name", "last_name", "agency")
)


@pytest.mark.parametrize(
    ("header", "name_and_agency"),
    [
        ((TIME, FIRST, LAST, AGENCY), (1, 2, 3)),
        ((TIME, LAST, AGENCY), (1, 2)),
        ((TIME, FIRST, AGENCY), (1, 2)),
        ((TIME, FIRST, LAST), ()),
        ((TIME, AGENCY), ()),
    ],
)
def test_a_name_identifies_only_with_its_agency(header, name_and_agency):
    columns = identity_columns(header, FORM)
    assert columns.name_and_agency == name_and_agency
    assert columns.timestamp == (0,)


def test_a_column_means_what_its_question_asks_else_what_its_heading_says():
    columns = identity_columns((AGENCY, "สีที่ชอบ", TIME), FORM)
    assert columns.meaning == ("agency", "สีที่ชอบ", "timestamp")
