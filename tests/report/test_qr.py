"""The code that people scan: read back as a phone reads it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from report.qr import eit_codes

zxingcpp = pytest.importorskip("zxingcpp", reason="zxing-cpp is not installed")
SURVEY = "https://itas.nacc.go.th/go/eit/sn21tb?year=2566&agency=เชียงราย"


def codes(campaign, url):
    return {d.name: d.content for d in eit_codes(campaign.model_copy(update={"eit_url": url}))}


def test_the_code_reads_as_the_link(campaign):
    picture = Image.open(io.BytesIO(codes(campaign, SURVEY)["public/qr/eit.png"])).convert("L")
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [SURVEY]


def test_a_code_of_a_twelfth_of_the_size_still_reads(campaign):
    picture = Image.open(io.BytesIO(codes(campaign, SURVEY)["public/qr/eit.png"])).convert("L")
    small = picture.resize((picture.width // 12, picture.height // 12))
    assert [found.text for found in zxingcpp.read_barcodes(small)] == [SURVEY]


def test_four_white_modules_stand_around_a_code_of_ten_centimetres(campaign):
    picture = Image.open(io.BytesIO(codes(campaign, SURVEY)["public/qr/eit.png"])).convert("L")
    left, top, right, bottom = picture.point(lambda grey: 255 - grey).getbbox()
    assert (left, top, picture.width - right, picture.height - bottom) == (120, 120, 120, 120)
    assert picture.width / 300 * 2.54 >= 10


def test_the_svg_has_no_size_of_its_own(campaign):
    svg = codes(campaign, SURVEY)["public/qr/eit.svg"].decode()
    assert "viewBox" in svg
    assert " width=" not in svg


def test_the_same_link_gives_the_same_bytes(campaign):
    assert codes(campaign, SURVEY) == codes(campaign, SURVEY)


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "itas.nacc.go.th/go/eit/x", "data:,x"])
def test_what_is_no_address_of_the_web_gets_no_code(campaign, url):
    assert codes(campaign, url) == {}
