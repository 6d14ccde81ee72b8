"""What a person sees: a real browser, a phone and a desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sample
from chromium import NEEDS_CHROMIUM

from report import checked_document

pytestmark = NEEDS_CHROMIUM


@pytest.mark.parametrize("name", [*sample.SITE, "public/paste.html", "internal/index.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_screen(opened, name, width):
    page = opened(name, width)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_agency_is_named_in_full_on_a_phone(opened):
    page = opened("public/index.html")
    names = page.locator("table.agencies tbody th").all()
    assert [name.inner_text().split(" ", 1)[1] for name in names] == list(sample.OFFICES)
    for name in names:
        box = name.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert name.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_the_typeface_of_the_site_is_the_one_shown(opened):
    page = opened("public/index.html")
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.weight)"
    assert sorted(page.evaluate(loaded)) == ["400", "700"]


def test_letters_in_pictures_are_at_least_eleven_pixels_on_a_phone(opened):
    page = opened("public/risk.html")
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll('svg.chart text')].map(t =>
             parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a))"""
    )
    assert smallest >= 10.9


@pytest.mark.parametrize("name", sample.SITE)
@pytest.mark.parametrize(("periods", "stale"), [(1.9, False), (2.1, True)])
def test_a_page_older_than_two_periods_says_so(opened, site, campaign, name, periods, stale):
    looked = datetime.now(UTC) - timedelta(hours=campaign.refresh_every_hours * periods)
    checked = checked_document(looked)
    (site / checked.name).write_bytes(checked.content)
    page = opened(name)
    assert page.locator("#stale").is_visible() is stale


def test_the_next_check_follows_the_last_one(opened, site):
    looked = datetime(2030, 4, 30, 17, 5, tzinfo=sample.BANGKOK)
    checked = checked_document(looked)
    (site / checked.name).write_bytes(checked.content)
    page = opened("public/index.html")
    assert page.locator("[data-say=next-check]").inner_text() == "๑ พฤษภาคม ๒๕๗๓ เวลา ๑๗.๐๕ น."
