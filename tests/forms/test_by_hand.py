"""The checklist for making the forms by hand: all that the script would do, word for word."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from odd_names import ODD_CAMPAIGN

from collector.forms import script_spec
from config.new import new_campaign
from config.thai import thai_digits
from rapsap.__main__ import main
from report.forms.by_hand import by_hand_page

CHROMIUM = Path("/usr/bin/chromium")
SPEC = script_spec(ODD_CAMPAIGN)
KINDS = {
    "section": "ชื่อและคำอธิบาย (Title and description)", "page": "เพิ่มส่วน (Add section)",
    "text": "คำตอบสั้น ๆ (Short answer)", "paragraph": "ย่อหน้า (Paragraph)",
    "list": "เลื่อนลง (Drop-down)", "choice": "หลายตัวเลือก (Multiple choice)",
}  # fmt: skip


def said(markup):
    return html.unescape(re.sub("<[^>]*>", "", markup))


def sections():
    """Return the part of the page that makes each form."""
    return re.findall(r"(?s)<section.*?</section>", by_hand_page(ODD_CAMPAIGN).decode())[:2]


def cards(section):
    """Return (heading, texts to copy, what else is said) of each thing to add, in order."""
    found = re.findall(
        r'(?s)<div class="item[^"]*">(.*?)\n</div>\n(?=<div class="item|\n)', section
    )
    told = []
    for card in found:
        heading, _, rest = card.partition("</div>")
        copied = [said(text) for text in re.findall(r'(?s)class="copy[^"]*">(.*?)</div>', rest)]
        told.append((said(heading), copied, said(rest)))
    return told


@pytest.mark.parametrize("place", [0, 1], ids=["signoff", "coi"])
def test_each_item_stands_in_its_place_with_kind_title_help_and_options(place):
    spec, told = SPEC["forms"][place], cards(sections()[place])
    assert len(told) == len(spec["items"])
    number, options_of = 0, {}
    for item, (heading, copied, rest) in zip(spec["items"], told, strict=True):
        assert KINDS[item["type"]] in heading
        assert copied[0] == item["title"]
        assert not item["help"] or copied[1] == item["help"]
        if item["type"] in ("section", "page"):
            assert "จำเป็น" not in heading
            continue
        number += 1
        assert f"ข้อ {thai_digits(str(number))}" in heading
        assert f"จำเป็น: {'เปิด' if item['required'] else 'ปิด'}" in heading
        like = re.search("ตัวเลือกเหมือนข้อ ([๐-๙]+)", rest)
        if like:
            assert options_of[like[1]] == item["options"]
        elif item["options"]:
            assert copied[-1].split("\n") == item["options"]
            options_of[thai_digits(str(number))] = item["options"]


def test_each_form_says_its_own_settings():
    signoff, coi = map(said, sections())
    edits = "อนุญาตให้แก้ไขคำตอบ (Allow response editing): "
    assert f"{edits}เปิด" in signoff
    assert f"{edits}ปิด" in coi
    for form, spec in ((signoff, SPEC["forms"][0]), (coi, SPEC["forms"][1])):
        assert "เก็บรวบรวมที่อยู่อีเมล (Collect email addresses): ไม่เก็บ" in form
        assert "จำกัดให้ตอบได้ ๑ ครั้ง (Limit to 1 response): ปิด" in form
        assert "โดยไม่ต้องลงชื่อเข้าใช้" in form
        assert spec["title"] in form
        assert spec["description"] in form
        assert spec["confirmation"].replace("{coi_url}", "[วางลิงก์แบบประเมินความเสี่ยงที่นี่]") in form
        asked = sum(item["type"] not in ("section", "page") for item in spec["items"])
        assert f"{thai_digits(str(asked))} คำถาม" in form
    assert SPEC["spreadsheet"] in signoff
    assert "เลือกสเปรดชีตที่มีอยู่" in coi


def test_the_sketches_say_that_they_are_sketches():
    page = said(by_hand_page(ODD_CAMPAIGN).decode())
    assert "ภาพร่าง มิใช่ภาพหน้าจอจริง" in page
    assert page.count("ภาพร่าง: ") == 2 + 4 * len(ODD_CAMPAIGN.forms)


def test_a_name_never_becomes_markup():
    page = by_hand_page(ODD_CAMPAIGN)
    assert b"<script" not in page
    assert b"</script" not in page


def test_the_account_to_share_with_is_named_once_there_is_a_key(tmp_path):
    folder = tmp_path / "campaign"
    new_campaign(folder)
    place = folder / "out/forms/ทำแบบฟอร์มด้วยมือ.html"
    address = "rapsap@ita-invented.iam.gserviceaccount.com"
    assert main(["forms", str(folder)]) == 0
    assert address not in place.read_text(encoding="utf-8")
    key = folder / "google-key.json"
    key.touch(mode=0o600)
    key.write_text(json.dumps({
        "type": "service_account", "client_email": address, "private_key": "x",
        "token_uri": "https://oauth2.googleapis.com/token",
    }))  # fmt: skip
    with (folder / "campaign.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[google]\ncredentials = "google-key.json"\n')
    assert main(["forms", str(folder)]) == 0
    assert place.read_text(encoding="utf-8").count(address) == 2


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
def test_it_prints_on_a4(tmp_path):
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_bytes(by_hand_page(ODD_CAMPAIGN))
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={tmp_path / 'browser'}", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [(p.get_size(), p.get_textpage().get_text_bounded()) for p in document]
    finally:
        document.close()
    assert len(pages) > 5
    for place, (size, text) in enumerate(pages, start=1):
        assert size == pytest.approx((595, 842), abs=1)
        assert thai_digits(f"{place}/{len(pages)}") in "".join(text.split())
