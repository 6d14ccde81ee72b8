"""Everybody can read and use the pages: axe's rules, the keyboard alone, no colours."""

from __future__ import annotations

import pytest
from chromium import NEEDS_CHROMIUM
from sample import SITE

pytestmark = NEEDS_CHROMIUM
PAGES = [*SITE, "public/paste.html", "internal/index.html"]
GRAVE = {"serious", "critical"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_grave(opened, name, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core").Axe()
    page = opened(name, width)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe.run(page).response["violations"]
    grave = [
        (fault["id"], [node["html"][:120] for node in fault["nodes"]][:3])
        for fault in found
        if fault["impact"] in GRAVE
    ]
    assert not grave


def focused(page):
    return page.evaluate("document.activeElement.outerHTML")


def pressed_tab(page):
    page.keyboard.press("Tab")
    return page.evaluate(
        """(() => {
            const here = document.activeElement, box = here.getBoundingClientRect();
            const style = getComputedStyle(here);
            return {tag: here.tagName, href: here.getAttribute("href"), text: here.innerText,
                    seen: box.width > 0 && box.x >= 0 && style.outlineStyle != "none"};
        })()"""
    )


@pytest.mark.parametrize("name", SITE)
def test_the_first_tab_offers_to_skip_to_the_content(opened, name):
    page = opened(name, 1280)
    skip = pressed_tab(page)
    assert skip["href"] == "#content"
    assert skip["seen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("name", SITE)
def test_the_keyboard_reaches_every_link_in_the_order_of_reading_and_shows_where_it_is(
    opened, name
):
    page = opened(name, 1280)
    expected = page.evaluate(
        "[...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).map(e => e.getAttribute('href') || e.innerText)"
    )
    walked = [pressed_tab(page) for _ in expected]
    assert [stop["href"] or stop["text"] for stop in walked] == expected
    assert all(stop["seen"] for stop in walked)


def test_the_keyboard_opens_the_data_of_a_chart(opened):
    page = opened("public/risk.html", 1280)
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None
    assert page.locator("details table").first.is_visible()


def test_a_screen_reader_is_told_every_chart_and_finds_its_data_as_a_table(opened):
    page = opened("public/risk.html", 1280)
    charts = page.locator("svg.chart[role=img]").all()
    assert len(charts) == 3
    for chart in charts:
        ids = chart.get_attribute("aria-labelledby").split()
        title, description = (page.locator(f"#{place}").text_content().strip() for place in ids)
        assert title
        assert len(description) > len(title)
        section = chart.locator("xpath=ancestor::section")
        assert section.locator("p.finding").count() == 1
        assert section.locator("figcaption").count() == 1
        assert section.locator("table").count() >= 1


@pytest.mark.parametrize("name", SITE)
def test_the_landmarks_are_there_once(opened, name):
    page = opened(name, 1280)
    for landmark in ("header", "nav", "main", "footer"):
        assert page.locator(f"body {landmark}").count() == 1
    current = page.locator("nav [aria-current=page]")
    assert name.endswith(current.get_attribute("href"))


@pytest.mark.parametrize("name", SITE)
def test_a_page_at_twice_the_size_of_letters_scrolls_in_one_direction(browser, site, name):
    page = browser.new_page(viewport={"width": 640, "height": 512})
    page.goto((site / name).as_uri())
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.close()
