"""The sample province, built once: reports never change what they are given."""

from __future__ import annotations

import pytest
import sample
from chromium import CHROMIUM, QUIETLY


@pytest.fixture(scope="session")
def campaign():
    return sample.campaign()


@pytest.fixture(scope="session")
def summary():
    return sample.summary()


@pytest.fixture(scope="session")
def release(summary, campaign):
    from report.rendering import render  # noqa: PLC0415

    return render(summary, campaign, sample.run(), sample.changes(), sample.NOW)


@pytest.fixture(scope="session")
def pages(release):
    return {
        document.name: document.content.decode()
        for document in release
        if document.name.endswith(".html")
    }


@pytest.fixture(scope="session")
def site(release, tmp_path_factory):
    from report import publish  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("site")
    publish(release, folder)
    return folder


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, site):
    """Return a function that opens a page of the site, its typeface loaded."""
    pages = []

    def open_page(name, width=390):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.goto((site / name).as_uri())
        page.evaluate("document.fonts.ready")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
