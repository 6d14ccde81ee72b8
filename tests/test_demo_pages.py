"""The pages of a whole refresh, with the campaign that the office really gets."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from rapsap.refreshing import aggregate_only, out_of

SITE = ("index", "risk", "o42", "o43", "eit", "downloads", "sources", "paste")
PAGES = [*(f"public/{name}.html" for name in SITE), "internal/index.html"]


def read(folder, page):
    return (out_of(folder) / page).read_text(encoding="utf-8")


def visible(html):
    return unescape(re.sub("<[^>]*>", "", html))


def everything_public(folder):
    """Return the text of every public file by name, those within an archive among them."""
    files = {}
    for path in sorted((out_of(folder) / "public").rglob("*")):
        if path.suffix == ".zip":
            with ZipFile(BytesIO(path.read_bytes())) as archive:
                files |= {f"{path.name}/{name}": archive.read(name) for name in archive.namelist()}
        elif path.is_file():
            files[path.name] = path.read_bytes()
    text = (".html", ".txt", ".csv", ".json", ".js", ".svg", ".css")
    return {
        name: visible(content.decode("utf-8-sig"))
        for name, content in files.items()
        if name.endswith(text)
    }


@pytest.mark.parametrize("page", PAGES)
def test_the_province_is_named_once(refreshed_demo, page) -> None:
    words = visible(read(refreshed_demo, page))
    assert "จังหวัดเชียงราย" in words
    assert "จังหวัดจังหวัด" not in words


def test_no_public_file_names_a_respondent(refreshed_demo) -> None:
    _, summary = aggregate_only(
        refreshed_demo, now=datetime(2023, 5, 20, tzinfo=UTC), progress=lambda _step: None
    )
    names = {name for name in summary.signers["name"] if len(name) > 8}
    assert len(names) > 300
    files = everything_public(refreshed_demo)
    assert {"index.html", "public.zip/o43.html", "paste.txt", "completion.csv"} <= files.keys()
    for name, text in files.items():
        assert not [person for person in names if person in text], name


def test_o43_answers_every_guideline_and_shows_what_is_awaited(refreshed_demo) -> None:
    html = read(refreshed_demo, "public/o43.html")
    assert html.count('<tr role="row" id="measure-') == 11
    for guideline in range(1, 5):
        assert f'href="o42.html#guideline-{guideline}"' in html
    assert "ยังไม่ได้รับรายงานผลการดำเนินการ" in visible(html)
    assert "ยังไม่มี QR Code" in visible(html)
    assert "ให้แล้วเสร็จโดยเร็ว เนื่องจากพ้นกำหนดวันที่ ๓๐ เมษายน ๒๕๖๖ แล้ว" in visible(html)
