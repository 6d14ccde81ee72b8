"""The pages of a whole refresh, with the campaign that the office really gets."""

from __future__ import annotations

import pytest

from rapsap.refreshing import out_of


@pytest.mark.parametrize("page", ["public/index.html", "public/risk.html", "internal/index.html"])
def test_the_province_is_named_once(refreshed_demo, page) -> None:
    text = (out_of(refreshed_demo) / page).read_text(encoding="utf-8")
    assert "<strong>จังหวัดเชียงราย</strong>" in text
    assert "จังหวัดจังหวัด" not in text
