"""The pages of a whole refresh, with the campaign that the office really gets."""

from __future__ import annotations

import re

import pytest

from rapsap.refreshing import out_of


@pytest.mark.parametrize("page", ["public/index.html", "public/risk.html", "internal/index.html"])
def test_the_province_is_named_once(refreshed_demo, page) -> None:
    html = (out_of(refreshed_demo) / page).read_text(encoding="utf-8")
    read = re.sub("<[^>]*>", "", html)
    assert "จังหวัดเชียงราย" in read
    assert "จังหวัดจังหวัด" not in read
