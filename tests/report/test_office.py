"""The office's own page: the figures of the Summary, the work of the day, and for whom it is."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pandas as pd
import pytest
import sample
import sample_office

from config.thai import thai_digits
from report.facts import Facts
from report.pages import page_document
from report.rendering import PAGES

OFFICE = "internal/index.html"


def page(summary, campaign, **other):
    """Return the office's page alone, with some tables of the Summary changed."""
    facts = Facts(dataclasses.replace(summary, **other), campaign, sample.run(), sample.NOW)
    (office,) = [page for page in PAGES if page.audience == "internal"]
    return page_document(office, facts, PAGES).content.decode()


def said(html):
    """Return the text of a piece of the page as a person reads it."""
    without = re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", "", html)
    return " ".join(without.replace("&lt;", "<").split())


def section(html, name):
    return re.search(rf'(?s)<section aria-labelledby="{name}".*?</section>', html)[0]


def lines(html):
    """Return the cells of every row of a piece of the page."""
    rows = re.findall(r"(?s)<tr.*?</tr>", html)
    return [[said(cell) for cell in re.findall(r"(?s)<t[hd].*?</t[hd]>", row)] for row in rows]


def count(number):
    return thai_digits(f"{number:,}")


def lead(html):
    return said(re.search(r'(?s)<section class="lead".*?</section>', html)[0])


CONTACT = "นางสมมติ ประสานงาน โทร. 0812345678"
"""Whom to ask stands beneath the agency's name."""


@pytest.fixture(scope="module")
def html(pages):
    return pages[OFFICE]


# --- the sentence -----------------------------------------------------------------------------


def test_the_first_sentence_says_how_far_and_how_far_behind(html, summary):
    whole, today = summary.whole, summary.today
    assert (
        f"ณ วันที่ ๒๘ เมษายน ๒๕๖๖ เหลืออีก ๒ วันจึงครบกำหนด รับทราบครบทั้ง ๕ ฉบับแล้ว "
        f"{count(whole['acknowledged_all'])} คน จาก {count(whole['headcount'])} คน "
        f"คิดเป็นร้อยละ {thai_digits(str(whole['percent']))} "
        f"ยังขาด {count(today['missing'])} คน ใน ๖ หน่วยงาน "
        "ในจำนวนนี้ ๓ หน่วยงานไม่มีผู้ลงนามเพิ่มมาแล้ว ๗ วันขึ้นไป"
    ) in lead(html)


@pytest.mark.parametrize(
    ("days_left", "words"),
    [(1, "เหลืออีก ๑ วันจึงครบกำหนด"), (0, "ซึ่งเป็นวันครบกำหนด"),
     (-1, "พ้นกำหนด (วันที่ ๓๐ เมษายน ๒๕๖๖) มาแล้ว ๑ วัน")],
)  # fmt: skip
def test_the_deadline_is_spoken_of_on_both_sides_of_it(summary, campaign, days_left, words):
    assert words in lead(page(summary, campaign, today=summary.today | {"days_left": days_left}))


def test_the_work_of_the_day_stands_below_it(html, summary):
    first = summary.behind.iloc[0]
    work = lead(html)
    assert f"โทรติดตาม {first['agency']} (ขาด {count(first['missing'])} คน)" in work
    assert f"ขอจำนวนบุคลากรปัจจุบัน จาก {sample.OFFICES[11]} · {sample.OFFICES[28]}" in work
    assert "แก้รายการรอตรวจสอบ ๓ แถว" in work
    assert "รายการรอการตัดสินใจ ๑ รายการ" in work
    assert "แก้แหล่งข้อมูลของแบบประเมินความเสี่ยงผลประโยชน์ทับซ้อน ซึ่งอ่านไม่ผ่าน" in work


def test_where_all_is_done_nobody_is_to_be_called(summary, campaign):
    done = dict.fromkeys(summary.today, 0)
    html = page(summary, campaign, behind=summary.behind.head(0), today=done)
    assert "ครบถ้วนทุกหน่วยงานที่แจ้งจำนวนบุคลากรแล้ว" in lead(html)
    assert "โทรติดตาม" not in html


def test_before_the_first_answer_the_page_says_so(summary, campaign):
    nothing = dict.fromkeys(summary.rows, 0)
    html = page(
        summary, campaign, as_of=None, rows=nothing, respondents=None,
        signers=summary.signers.head(0),
        today=summary.today | {"days_left": None},
        timeline=summary.timeline.head(0), agency_risk=summary.agency_risk.head(0),
    )  # fmt: skip
    assert "ยังไม่มีผู้ลงนามรับทราบ" in lead(html)
    assert "chart" not in html


# --- the figures are those of the Summary ------------------------------------------------------


def test_every_agency_behind_has_its_figures_in_the_order_of_calling(html, summary):
    lacking = summary.behind[
        summary.behind["state"].isin(["in_progress", "not_started", "reported"])
    ]
    body = lines(section(html, "behind"))[1 : len(lacking) + 1]
    assert [row[:5] for row in body] == [
        [
            f"{thai_digits(str(place))}. {row.agency}{CONTACT}", count(row.missing),
            count(row.acknowledged_all), count(row.headcount), thai_digits(f"{row.percent:.1f}"),
        ]
        for place, row in enumerate(lacking.itertuples(), start=1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "words"),
    [(9, "ไม่มีผู้ลงนามเพิ่มตั้งแต่ ๒๑ เมษายน ๒๕๖๖ (๗ วัน)"), (13, "ลงนามเพิ่มล่าสุด ๒๒ เมษายน ๒๕๖๖"),
     (18, "ยังไม่มีผู้ลงนาม")],
)  # fmt: skip
def test_since_when_nothing_has_moved(html, agency, words):
    assert sample_office.LAST_NEW["a10"] == date(2023, 4, 21)
    row = next(row for row in lines(section(html, "behind")) if sample.OFFICES[agency] in row[0])
    assert row[5] == words


def test_what_is_owed_of_each_notice(html, summary, campaign):
    owed = summary.owed.set_index(["agency_id", "notice_id"])["owed"]
    table = re.search(r"(?s)<details>.*?</details>", section(html, "behind"))[0]
    first = summary.behind.iloc[0]
    row = next(row for row in lines(table) if row[0] == first["agency"])
    assert row[1:] == [
        count(owed.get((first["agency_id"], notice.id), 0)) for notice in campaign.notices
    ]


def test_who_declared_no_number_or_too_low_a_one_stands_apart(html):
    asked = section(html, "behind").split('id="heads"')[1]
    assert [row[0] for row in lines(asked)[1:]] == [
        sample.OFFICES[11], sample.OFFICES[28], f"{sample.OFFICES[20]}{CONTACT}",
    ]  # fmt: skip
    assert "ในแผ่นงาน «จำนวนบุคลากร» ของ ตั้งค่า.xlsx" in said(asked)


def test_every_agency_stands_with_its_coordinator_and_the_day_of_its_number(html):
    rows = lines(section(html, "contacts"))[1:]
    assert len(rows) == len(sample.OFFICES)
    assert rows[0][2:] == [
        "๑ มีนาคม ๒๕๖๖", "เฉพาะส่วนจังหวัด", f"{CONTACT} contact@example.org",
    ]  # fmt: skip
    assert rows[11][1:] == ["ยังไม่แจ้ง", "–", "–", "–"]
    assert "ยังไม่ได้รับแจ้งจำนวนบุคลากรจาก ๒ หน่วยงาน" in said(section(html, "contacts"))


def test_every_day_of_the_timeline_is_in_the_table(html, summary):
    days = summary.timeline[summary.timeline["scope"] == "province"]
    body = lines(section(html, "timeline"))[1:]
    assert [row[1:] for row in body] == [
        [count(row.completed), count(row.completed_so_far), count(row.assessed)]
        for row in days.itertuples()
    ]
    assert [body[0][0], body[1][0], body[-1][0]] == [
        "ก่อนวันเริ่ม", "๑ มีนาคม ๒๕๖๖", "๒๘ เมษายน ๒๕๖๖",
    ]  # fmt: skip


def test_the_timeline_is_a_picture_with_its_text(html):
    picture = re.search(r"(?s)<svg class=\"chart\".*?</svg>", section(html, "timeline"))[0]
    assert 'role="img"' in picture
    assert re.search(r"(?s)<desc[^>]*>.*ตัวเลขทุกวันอยู่ในตารางถัดไป.*</desc>", picture)


def test_every_cell_of_the_table_of_heat_has_figure_and_word(html, summary, campaign):
    cells = summary.agency_risk
    shown = dict(zip(cells["unit_id"] + cells["kind_id"], cells.itertuples(), strict=True))
    rows = lines(re.search(r'(?s)<table class="heat">.*?</table>', html)[0])[1:]
    units = cells["unit_id"].drop_duplicates().to_list()
    for unit_id, row in zip(units, rows, strict=True):
        for kind, cell in zip(campaign.coi_kinds, row[1:], strict=True):
            figures = shown[unit_id + kind.id]
            if figures.hidden:
                assert cell == {"few": "<๑๐", "company": "ไม่แสดง"}[figures.hidden]
                continue
            assert cell == thai_digits(
                f"{figures.mean_score:.2f} {campaign.matrix_levels[figures.level]} "
                f"ตอบ {figures.responses} สูงสุด {figures.max_score} "
                f"สูงขึ้นไป {figures.high_percent:.1f}% ไม่เกี่ยวข้อง {figures.not_applicable}"
            )


def test_the_small_offices_are_named_as_one_group_without_their_numbers(html):
    risk = section(html, "agency-risk")
    (listed,) = [
        line for line in map(said, re.findall(r"(?s)<li>.*?</li>", risk)) if "กลุ่มเดียว" in line
    ]
    assert listed.endswith(": " + " · ".join(sample.OFFICES[3:6]))
    group = next(row for row in lines(risk) if row[0].startswith(sample_office.SMALL[1]))
    assert group[0] == sample_office.SMALL[1]


def test_with_too_few_respondents_no_agency_s_risk_is_shown(summary, campaign):
    risk = section(page(summary, campaign, respondents=None), "agency-risk")
    assert "มีผู้ตอบน้อยกว่า ๑๐ คน จึงไม่แสดงผลเพื่อคุ้มครองข้อมูลส่วนบุคคล" in said(risk)
    assert "<table" not in risk


def test_each_kind_of_finding_stands_once_with_its_rows_and_what_to_do(html, summary):
    findings = summary.data_quality
    aside = findings[findings["finding"] == "set_aside"]
    body = lines(section(html, "quality"))[1 : len(aside) + 1]
    assert [(row[0], row[2], row[3]) for row in body] == [
        (row.reason, count(row.rows), row.remedy) for row in aside.itertuples()
    ]
    assert [row for row in lines(section(html, "quality")) if row[0] == "ส่งคำตอบเดิมซ้ำ"] == [
        ["ส่งคำตอบเดิมซ้ำ", "แบบลงนามรับทราบ", "๓๐๐"]
    ]


def test_a_file_that_was_refused_is_named_with_its_remedy(html):
    (row,) = [row for row in lines(section(html, "quality")) if row[0] == "coi-somsri.csv"]
    assert row[2:] == ["หัวตารางไม่ใช่ของแบบนี้", "ดาวน์โหลดไฟล์ใหม่จาก Google Forms"]


def test_doubtful_people_stand_below_their_doubt(html, summary):
    (doubt,) = summary.review.to_dict("records")
    review = section(html, "review")
    assert lines(review)[1] == [doubt["agency"], doubt["person"], doubt["detail"]]


def test_of_many_lines_the_first_ten_are_shown_and_the_file_is_named(summary, campaign):
    many = pd.concat([summary.review] * 11, ignore_index=True)
    eleven = summary.data_quality.assign(
        rows=summary.data_quality["rows"].where(summary.data_quality["finding"] != "review", 11)
    )
    review = section(page(summary, campaign, review=many, data_quality=eleven), "review")
    assert len(lines(review)) == 1 + 10
    assert "แสดง ๑๐ รายการแรก" in said(review)
    assert 'href="review.csv"' in review


# --- for whom it is ----------------------------------------------------------------------------


def test_the_page_says_that_it_must_not_be_published(html):
    head, foot = re.findall(r"(?s)<(?:header|footer).*?</(?:header|footer)>", html)
    assert "ภายในเท่านั้น ห้ามเผยแพร่" in said(head)
    assert "ภายในเท่านั้น ห้ามเผยแพร่" in said(foot)
    assert '<meta name="robots" content="noindex, nofollow">' in html


def test_every_printed_page_says_so_too(release):
    (style,) = [d for d in release if re.fullmatch(r"internal/assets/office\.\w+\.css", d.name)]
    assert '@top-center { content: "ภายในเท่านั้น ห้ามเผยแพร่"' in style.content.decode()
    assert not [d for d in release if d.name.startswith("public/assets/office")]


def test_raw_cells_of_rows_set_aside_are_not_on_the_page(html, summary):
    assert "สนง.ไม่ทราบ" in set(summary.set_aside["raw"])
    assert "สนง.ไม่ทราบ" not in html


# --- what to type where ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("doubt", "typed"),
    [
        ("doubtful", ["การตัดสินใจ «เป็นบุคคลเดียวกัน»", "การตัดสินใจ «เป็นคนละคน»"]),
        ("two_agencies", [
            "การตัดสินใจ «ปฏิบัติงานในหน่วยงานอื่นแห่งเดียว» หากปฏิบัติงานในหน่วยงานในช่องหน่วยงานอื่นแห่งเดียว",
            "การตัดสินใจ «เป็นคนละคน»",
        ]),
        ("off_roster", [
            "การตัดสินใจ «เป็นบุคคลเดียวกัน» และพิมพ์ชื่อ-สกุลอื่นตามบัญชีรายชื่อ",
            "การตัดสินใจ «ปฏิบัติงานในหน่วยงานอื่นแห่งเดียว» และพิมพ์หน่วยงานอื่น",
            "การตัดสินใจ «ตรวจสอบแล้ว นับถูกต้อง»",
        ]),
        ("early", ["การตัดสินใจ «ตรวจสอบแล้ว นับถูกต้อง»"]),
        ("over_declared", ["พิมพ์จำนวนใหม่พร้อมวันที่ในแผ่นงาน «จำนวนบุคลากร» ของ ตั้งค่า.xlsx"]),
    ],
)  # fmt: skip
def test_each_doubt_says_what_to_type_where(summary, campaign, doubt, typed):
    findings = summary.data_quality
    html = page(
        summary, campaign,
        review=summary.review.assign(reason_id=doubt),
        data_quality=findings.assign(
            reason_id=findings["reason_id"].where(findings["finding"] != "review", doubt)
        ),
    )  # fmt: skip
    review = section(html, "review")
    assert "เปิด tracker.xlsx แผ่น «รายการรอการตัดสินใจ»" in said(review)
    assert [said(line) for line in re.findall(r"(?s)<li>.*?</li>", review)] == typed
