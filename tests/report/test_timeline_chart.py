"""The picture of the days."""

from __future__ import annotations

import dataclasses
import re

import pytest
from sample import AS_OF

from report.charts import draw_timeline
from report.charts.timeline import _nice_above


def bars(drawing):
    return len(re.findall(r'<g id="timeline-patch_', drawing.markup))


def test_there_is_a_bar_for_every_day_in_both_lower_panels(summary, campaign):
    days = (AS_OF.date() - campaign.window.opens).days + 1
    assert bars(draw_timeline(summary, campaign)) == 2 * days + 1  # and the sheet itself


def test_the_same_figures_draw_the_same_bytes(summary, campaign):
    assert draw_timeline(summary, campaign) == draw_timeline(summary, campaign)


def test_before_the_opening_there_is_nothing_to_draw(summary, campaign):
    early = summary.timeline[summary.timeline["day"].isna()]
    assert draw_timeline(dataclasses.replace(summary, timeline=early), campaign) is None


def test_days_on_which_nobody_answered_draw_no_fault(summary, campaign):
    nobody = summary.timeline.assign(completed=0, completed_so_far=0, assessed=0)
    assert draw_timeline(dataclasses.replace(summary, timeline=nobody), campaign)


def test_the_closing_day_is_written_beside_its_line(summary, campaign):
    assert "ครบกำหนด ๓๐ เม.ย." in draw_timeline(summary, campaign).markup


@pytest.mark.parametrize(
    ("value", "top"),
    [(0, 1), (1, 1), (2, 2), (7, 8), (9, 10), (10, 10), (11, 20), (1981, 2000), (2001, 3000)],
)
def test_the_scale_ends_at_a_round_number_not_below_the_highest(value, top):
    assert _nice_above(value) == top
