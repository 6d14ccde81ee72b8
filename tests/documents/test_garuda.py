"""The office's own Garuda: on every memo and letter; a damaged one is said and loses nothing."""

from __future__ import annotations

import io
import shutil
import struct
from dataclasses import replace

import docx
import pytest
import sample
from pdf_reading import tags
from texts import png, text

from config.loading import load_campaign
from config.new import TEMPLATE
from config.texts import GARUDA, LARGEST_PICTURE
from report.documents.garuda import fault_of_garuda, garuda_of
from report.documents.html import as_html
from report.documents.pdf import as_pdf
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS
from report.documents.word import as_word
from report.documents.writing import faults_of_texts, write_documents
from report.facts import Facts

PICTURE = png(100, 110)


def facts(content):
    """Return the sample's facts with short texts of the three kinds and this picture, or none."""
    layouts = {entry.template: "หนังสือ" for entry in (*DOCUMENTS, *AGENCY_DOCUMENTS)}
    layouts |= {
        "memo.md": "บันทึกข้อความ",
        "o42.md": "รายงาน",
        "o43.md": "รายงาน",
        "risk.md": "รายงาน",
    }
    texts = {name: f"---\nแบบ: {layout}\n---\nก\n".encode() for name, layout in layouts.items()}
    texts |= {} if content == "" else {GARUDA: content}
    forms = load_campaign(TEMPLATE).forms
    campaign = sample.campaign().model_copy(update={"texts": texts, "forms": forms})
    return Facts(sample.summary(), campaign, sample.run(), sample.NOW)


def pictures(content):
    return docx.Document(io.BytesIO(content)).inline_shapes


@pytest.mark.parametrize(("layout", "side"), [("memo", 1.5), ("letter", 3.0)])
def test_it_has_the_height_of_the_regulations_and_a_name_for_who_does_not_see_it(layout, side):
    [shape] = pictures(as_word(replace(text(layout), garuda=PICTURE)))
    assert (round(shape.height.cm, 2), shape._inline.docPr.get("descr")) == (side, "ตราครุฑ")
    assert round(shape.width.cm, 2) == round(side * 100 / 110, 2)
    assert tags(as_pdf(replace(text(layout), garuda=PICTURE))).count(("Figure", "ตราครุฑ")) == 1
    assert b'alt="\xe0\xb8\x95\xe0\xb8\xa3\xe0\xb8\xb2' in as_html(
        replace(text(layout), garuda=PICTURE)
    )


def test_a_wide_picture_stays_within_its_place():
    [shape] = pictures(as_word(replace(text("letter"), garuda=png(400, 40))))
    assert (round(shape.width.cm, 2), round(shape.height.cm, 2)) == (3.0, 0.3)


@pytest.mark.parametrize("write", [as_word, as_pdf, as_html])
@pytest.mark.parametrize("layout", ["memo", "letter"])
def test_the_same_picture_gives_the_same_bytes(write, layout):
    with_it = replace(text(layout), garuda=PICTURE)
    assert write(with_it) == write(with_it) != write(text(layout))


DAMAGED = [
    (None, "เปิดภาพไม่ได้"),
    (b"", "ไม่ใช่ภาพ PNG ที่สมบูรณ์"),
    (b"GIF89a", "ไม่ใช่ภาพ PNG ที่สมบูรณ์"),
    (PICTURE[:20], "ไม่ใช่ภาพ PNG ที่สมบูรณ์"),
    (PICTURE[:60], "ไม่ใช่ภาพ PNG ที่สมบูรณ์"),
    (PICTURE[:-20], "ไม่ใช่ภาพ PNG ที่สมบูรณ์"),
    (png(4001, 10), "ภาพใหญ่เกิน 2 MB หรือเกิน 4,000 จุดต่อด้าน"),
    (PICTURE[:16] + struct.pack(">II", 2**31 - 1, 2**31 - 1) + PICTURE[24:], "ภาพใหญ่เกิน"),
    (PICTURE + b"x" * LARGEST_PICTURE, "ภาพใหญ่เกิน 2 MB"),
]


@pytest.mark.parametrize(("content", "said"), DAMAGED)
def test_a_damaged_or_huge_picture_is_said(content, said):
    fault = fault_of_garuda({GARUDA: content})
    assert said in str(fault)
    assert fault.place == f"texts/{GARUDA}"
    assert garuda_of({GARUDA: content}) == b""


@pytest.mark.parametrize("texts", [{}, {GARUDA: PICTURE}, {GARUDA: png(4000, 4000)}])
def test_none_and_a_good_one_are_no_fault(texts):
    assert fault_of_garuda(texts) is None
    assert garuda_of(texts) == texts.get(GARUDA, b"")


def test_it_is_set_on_memos_and_letters_and_on_nothing_else():
    written = write_documents(facts(PICTURE))
    assert not written.faults
    word = {d.name: pictures(d.content) for d in written.documents if d.name.endswith(".docx")}
    folder = "internal/documents"
    assert len(word[f"{folder}/memo.docx"]) == len(word[f"{folder}/circular.docx"]) == 1
    assert len(word[f"{folder}/o42.docx"]) == 0


def test_a_damaged_one_loses_no_document():
    broken = write_documents(facts(PICTURE[:60]))
    assert [fault.place for fault in broken.faults] == [f"texts/{GARUDA}"]
    assert broken.documents == write_documents(facts("")).documents
    assert not broken.wanting
    assert [fault.place for fault in faults_of_texts(facts(None))] == [f"texts/{GARUDA}"]
    assert not write_documents(facts(None), ("public",)).faults  # reports bear none


def test_it_is_read_from_the_texts_and_one_of_any_size_does_not_fill_the_memory(tmp_path):
    shutil.copytree(TEMPLATE, tmp_path / "campaign")
    place = tmp_path / "campaign" / "texts" / GARUDA
    place.write_bytes(PICTURE)
    assert load_campaign(tmp_path / "campaign").texts[GARUDA] == PICTURE
    with place.open("r+b") as file:
        file.truncate(50_000_000)
    assert len(load_campaign(tmp_path / "campaign").texts[GARUDA]) == LARGEST_PICTURE + 1
    place.unlink()
    place.mkdir()
    assert load_campaign(tmp_path / "campaign").texts[GARUDA] is None
