"""Evidence: an agency's list of one notice, equal to the figures, kept as it was certified."""

from __future__ import annotations

import re
import stat
from datetime import date
from hashlib import sha256

import pytest
import sample
from builders import AGENCIES, CLARIFY, NOTICES, STAFF_TYPES, signoff_row, tiny_campaign
from papers import paper_row
from pdf_reading import pages, solid, tags, text
from stored import stored, summed

from config.campaign import RosterPerson
from config.errors import CannotWriteError
from config.thai import thai_digits
from report.documents.pdf import as_pdf
from report.evidence import evidence, keep
from report.evidence.listing import evidence_list
from report.evidence.people import listed
from report.facts import Facts
from report.packs.pack import packs
from report.rows import rows_of

OFFICE, HEALTH, SKILLS = AGENCIES
NO_GIFT, ETHICS = NOTICES
CONTRACTOR = STAFF_TYPES[2].name
BEFORE_VERSION_2, MORNING, LATE = "5/4/2023, 08:00:00", "11/4/2023, 08:00:00", "2/5/2023, 08:00:00"
DAY = date(2023, 4, 30)


def facts(*rows, papers=(), **campaign):
    summary = summed(stored("signoff", rows), stored("paper", papers), **campaign)
    return Facts(summary, tiny_campaign(**campaign), sample.run(), sample.NOW)


def pack_of(agency, made):
    return next(pack for pack in packs(made) if pack.agency == agency)


def said(agency, notice, made):
    """Return the list of an agency, page by page."""
    return pages(pdf(agency, notice, made))


def pdf(agency, notice, made):
    return as_pdf(evidence_list(pack_of(agency, made), notice, made.run["ledger_reference"]))


def awaited(first, last="รอลงนาม", agency=OFFICE, **more):
    return RosterPerson(
        agency=agency.id, first_name=first, last_name=last, position="นิติกร",
        staff_type="official", **more,
    )  # fmt: skip


EVERYBODY = (
    signoff_row("ปกติ", MORNING, group="กลุ่มงานบริหารทรัพยากรบุคคล"),
    signoff_row("สาย", LATE),
    signoff_row("ฉบับเก่า", BEFORE_VERSION_2),
    signoff_row("ถามเพิ่ม", MORNING, ack__ethics=CLARIFY.text),
    signoff_row("ไม่นับ", MORNING, staff_type=CONTRACTOR),
    signoff_row("อยู่ที่อื่น", MORNING, agency=HEALTH.name),
    signoff_row("ไม่ได้แจ้ง", MORNING, agency=SKILLS.name),
)


@pytest.fixture(scope="module")
def everybody():
    papers = (paper_row("บนกระดาษ", "12/4/2566"),)
    return facts(*EVERYBODY, papers=papers)


@pytest.mark.parametrize(
    "roster",
    [
        (),
        (
            awaited("ปกติ", "ใจดี"),
            awaited("ย้ายออก", left=date(2023, 4, 1)),
            awaited("ยกเว้น", exempt="ลาบวช", exempt_until=date(2023, 12, 31)),
            awaited("ยังไม่มา"),
        ),
    ],
    ids=["head-count", "roster"],
)
def test_there_are_as_many_lines_as_completion_counts_people(roster):
    papers = (paper_row("บนกระดาษ", "12/4/2566"),)
    made = facts(*EVERYBODY, papers=papers, people=roster)
    for figures in rows_of(made.summary.completion):
        pack = next(pack for pack in packs(made) if pack.agency.id == figures["agency_id"])
        notice = next(notice for notice in NOTICES if notice.id == figures["notice_id"])
        lines = listed(pack, notice)
        late = [line for line in lines.counted if "หลังกำหนด" in line.remark]
        assert (len(lines.counted), len(late)) == (figures["acknowledged"], figures["late"])
        if figures["basis"] != "none":
            owing = [line for line in lines.missing if "ได้รับยกเว้น" not in line.remark]
            owing = [line for line in owing if "พ้นจากหน่วยงาน" not in line.remark]
            in_all = len(lines.counted) + len(owing) + lines.nameless
            assert in_all == figures["headcount"], figures


def test_everybody_stands_once_with_what_is_to_be_known_of_them(everybody):
    lines = listed(pack_of(OFFICE, everybody), NO_GIFT)
    assert [(line.name, line.group, line.day, line.how, line.remark) for line in lines.counted] == [
        ("ถามเพิ่ม ใจดี", "", "๑๑ เม.ย. ๒๕๖๖", "อิเล็กทรอนิกส์", ""),
        ("บนกระดาษ ใจดี", "", "๑๒ เม.ย. ๒๕๖๖", "กระดาษ", ""),
        ("ปกติ ใจดี", "กลุ่มงานบริหารทรัพยากรบุคคล", "๑๑ เม.ย. ๒๕๖๖", "อิเล็กทรอนิกส์", ""),
        ("สาย ใจดี", "", "๒ พ.ค. ๒๕๖๖", "อิเล็กทรอนิกส์", "หลังกำหนด"),
    ]
    assert [(line.name, line.remark) for line in lines.beside] == [
        ("ไม่นับ ใจดี", "ประเภทนี้ไม่นับในร้อยละ")
    ]
    assert [(line.name, line.remark) for line in lines.missing] == [
        ("ฉบับเก่า ใจดี", "ต้องรับทราบใหม่ (เอกสารแก้ไขสาระสำคัญ)")
    ]


def test_who_acknowledged_an_earlier_version_that_still_stands_is_told(everybody):
    lines = listed(pack_of(OFFICE, everybody), ETHICS)
    assert [line.remark for line in lines.counted if line.name.startswith("ฉบับเก่า")] == [
        "รับทราบฉบับที่ ๑"
    ]
    assert [line.remark for line in lines.counted if line.name.startswith("ปกติ")] == [""]


def test_the_list_says_which_notice_version_agency_data_and_who_certifies(everybody):
    page = "".join(said(OFFICE, NO_GIFT, everybody))
    for words in (
        NO_GIFT.title, "ฉบับที่ ๒ ใช้ตั้งแต่วันที่ ๑๐ เมษายน ๒๕๖๖", OFFICE.name,
        "ต้องลงนาม ๕ คน · รับทราบแล้ว ๔ คน · หลังกำหนด ๑ คน · ต้องรับทราบใหม่ ๑ คน · คิดเป็นร้อยละ ๘๐.๐",
        "ลำดับ ชื่อ-สกุล ตำแหน่ง สังกัด/กลุ่มงาน วันที่รับทราบ วิธีลงนาม ลายมือชื่อ หมายเหตุ",
        "ข้อมูล ณ วันที่ ๒ พฤษภาคม ๒๕๖๖", everybody.run["ledger_reference"], "ผู้รับรอง",
        "หัวหน้าส่วนราชการ", "หน้า ๑/๒",
    ):  # fmt: skip
        assert words in page, words


def test_an_agency_that_declared_no_number_is_told_so(everybody):
    [page] = said(SKILLS, NO_GIFT, everybody)
    assert "ยังไม่ได้รับแจ้งจำนวนบุคลากร · รับทราบแล้ว ๑ คน" in page
    assert "ร้อยละ ๐" not in page


def test_a_list_names_its_own_people_and_nobody_elses(everybody):
    own = {OFFICE: ("ปกติ", "ไม่นับ", "ฉบับเก่า"), HEALTH: ("อยู่ที่อื่น",), SKILLS: ("ไม่ได้แจ้ง",)}
    for agency, names in own.items():
        strangers = [name for other in own if other != agency for name in own[other]]
        for notice in NOTICES:
            read = text(pdf(agency, notice, everybody))
            assert all(name in read for name in names)
            assert not any(name in read for name in strangers)


def test_there_is_a_list_for_every_agency_and_notice_and_the_work_is_told():
    told = []
    names = [name for name, _ in evidence(facts(), told.append)]
    assert names == [f"{agency.id}/{notice.id}.pdf" for agency in AGENCIES for notice in NOTICES]
    assert [step.rsplit(": ", 1)[-1] for step in told] == [
        f"{agency.name} ({place} จาก 3)" for place, agency in enumerate(AGENCIES, 1)
    ]


def test_a_long_list_repeats_its_header_and_loses_nobody():
    names = [f"สมมติ{'ก' * (place % 7)}{chr(0x0E01 + place % 40)}{place}" for place in range(60)]
    made = facts(*(signoff_row(name, MORNING) for name in names))
    lines = listed(pack_of(OFFICE, made), NO_GIFT)
    read = said(OFFICE, NO_GIFT, made)
    assert len(read) > 2
    assert all("ชื่อ-สกุล" in page for page in read[:2])
    assert all(solid(line.name) in solid("".join(read)) for line in lines.counted)
    assert f"{thai_digits(str(len(lines.counted)))} {lines.counted[-1].name}" in "".join(read)


def test_nothing_that_people_type_is_markup():
    typed = ("R&D", "$x$", "#let", "ก*ข", "<b>", "{{7*7}}", "[x]", "@x", '=1+"1"')
    made = facts(
        *(
            signoff_row(f"สมมติ{'ก' * place}", MORNING, position=name, group=name)
            for place, name in enumerate(typed)
        )
    )
    read = text(pdf(OFFICE, NO_GIFT, made))
    assert {name: read.count(name) for name in typed} == dict.fromkeys(typed, 2)


def test_the_same_data_give_the_same_bytes(everybody):
    assert pdf(OFFICE, NO_GIFT, everybody) == pdf(OFFICE, NO_GIFT, everybody)


def test_a_list_is_a_tagged_table(everybody):
    kinds = [kind for kind, _ in tags(pdf(OFFICE, NO_GIFT, everybody))]
    assert kinds.count("Table") == 3
    assert kinds.count("TH") == 3 * 8


def test_no_mark_of_a_draft_stands_on_what_is_certified(everybody):
    list_of_one = evidence_list(pack_of(OFFICE, everybody), NO_GIFT, "")
    assert "mark" not in list_of_one.fields
    assert re.search("รหัสท้ายสมุดบันทึก: –", list_of_one.fields["data_as_of"])


def test_evidence_is_kept_read_only_with_its_sums(tmp_path):
    place = keep([("land/hr.pdf", b"one"), ("land/ethics.pdf", b"two")], DAY, tmp_path)
    assert place == tmp_path / "evidence" / "2023-04-30"
    one, two = sha256(b"one").hexdigest(), sha256(b"two").hexdigest()
    assert (place / "SHA256SUMS").read_text() == f"{two}  land/ethics.pdf\n{one}  land/hr.pdf\n"
    for file in (place / "land/hr.pdf", place / "SHA256SUMS"):
        assert not stat.S_IMODE(file.stat().st_mode) & 0o222
    assert [path.name for path in tmp_path.iterdir()] == ["evidence"]


def test_the_same_evidence_is_not_written_again_and_other_evidence_never_over_it(tmp_path):
    first = keep([("land/hr.pdf", b"one")], DAY, tmp_path)
    assert keep([("land/hr.pdf", b"one")], DAY, tmp_path) == first
    second = keep([("land/hr.pdf", b"two")], DAY, tmp_path)
    assert second == tmp_path / "evidence" / "2023-04-30-2"
    assert keep([("land/hr.pdf", b"one")], DAY, tmp_path) == first
    assert keep([("land/hr.pdf", b"two")], DAY, tmp_path) == second
    assert (first / "land/hr.pdf").read_bytes() == b"one"


def test_what_is_broken_off_leaves_nothing(tmp_path):
    def broken_off():
        yield "land/hr.pdf", b"one"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep(broken_off(), DAY, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told_in_words(tmp_path):
    (tmp_path / "evidence").write_text("in the way")
    with pytest.raises(CannotWriteError):
        keep([("land/hr.pdf", b"one")], DAY, tmp_path)
