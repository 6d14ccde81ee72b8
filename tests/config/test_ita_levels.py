"""ITA levels by the scale of the score's own year: both sides of each threshold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from config.campaign import ItaScore
from config.checks.ita import level_beside_the_rule
from config.ita_levels import level_by_rule
from config.loading import load_campaign


def scored(total, *instruments, level=""):
    ids = zip(("iit", "eit", "oit"), instruments, strict=False)
    rows = {"total": total} | dict(ids)
    return tuple(
        ItaScore(
            id=id_,
            name=id_,
            score=None if score is None else Decimal(score),
            level=level if id_ == "total" else "",
        )
        for id_, score in rows.items()
    )


@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("100", "AA"), ("95", "AA"), ("94.995", "A"), ("85", "A"), ("84.99", "B"), ("84.995", "B"),
        ("75", "B"), ("74.99", "C"), ("65", "C"), ("64.99", "D"), ("55", "D"), ("54.99", "E"),
        ("50", "E"), ("49.99", "F"), ("0", "F"), (None, ""),
    ],
)  # fmt: skip
def test_of_2565(total, level):
    assert level_by_rule(scored(total), 2565) == level


@pytest.mark.parametrize(
    ("scores", "level"),
    [
        (("95", "95", "95", "95"), "ผ่านดีเยี่ยม"),
        (("94.99", "95", "95", "95"), "ผ่านดี"),
        (("97", "94.99", "98", "98"), "ผ่านดี"),
        (("85", "85", "85", "85"), "ผ่านดี"),
        (("90", "84.995", "95", "95"), "ผ่าน"),
        (("96", "84", "99", "99"), "ผ่าน"),
        (("86.4", "84", "84", "90"), ""),  # two below: the scale does not say
        (("85", "85", "85"), ""),  # an instrument is not known
        (("84.995", "90", "90", "80"), "ต้องปรับปรุง"),
        (("84.99",), "ต้องปรับปรุง"),
        (("70",), "ต้องปรับปรุง"),
        (("69.99",), "ต้องปรับปรุงโดยด่วน"),
        (("0",), "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("year", [2567, 2569])
def test_from_2567_on(scores, level, year):
    assert level_by_rule(scored(*scores), year) == level


@pytest.mark.parametrize("year", [2564, 2566])
def test_of_a_year_whose_scale_is_not_known_nothing_is_said(year):
    assert level_by_rule(scored("89.52", "90", "90", "90"), year) == ""


@pytest.mark.parametrize(("level", "found"), [("A", 0), (" a", 0), ("", 0), ("AA", 1), ("ผ่าน", 1)])
def test_check_says_where_the_typed_level_is_not_that_of_the_scale(folder, level, found):
    campaign = load_campaign(folder.path)
    typed = campaign.model_copy(update={"ita_scores": scored("89.52", level=level)})
    findings = list(level_beside_the_rule(typed))
    assert len(findings) == found
    if found:
        assert f"“{level}”, by the scale of fiscal year 2565 it is “A”" in findings[0].fault
