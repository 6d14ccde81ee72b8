"""What the office gets before it has changed anything: Chiang Rai, FY 2566."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from config.loading import load_campaign
from config.new import TEMPLATE
from config.settings import read_settings
from config.thai import match_key


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(TEMPLATE)


def names(agency):
    return {agency.name, agency.short_name, *(alias.alias for alias in agency.aliases)}


def agency_called(campaign, name):
    called = {a.id for a in campaign.agencies if match_key(name) in set(map(match_key, names(a)))}
    assert len(called) <= 1
    return called.pop() if called else None


def test_thirty_four_agencies_none_of_them_confirmed(campaign):
    assert len(campaign.agencies) == campaign.agencies_expected == 34
    assert not any(agency.verified for agency in campaign.agencies)
    assert campaign.agencies[0].name == "ที่ทำการปกครองจังหวัดเชียงราย"
    assert campaign.agencies[-1].name == "สำนักงานยุติธรรมจังหวัดเชียงราย"
    assert all(agency.name.endswith("จังหวัดเชียงราย") for agency in campaign.agencies)


def test_five_notices_in_the_order_of_the_memo(campaign):
    assert [n.id for n in campaign.notices] == ["no-gift", "hr", "privacy", "ethics", "dos-donts"]
    assert not any(version.verified for notice in campaign.notices for version in notice.versions)


def test_no_name_means_two_agencies(campaign):
    owners = Counter(
        key for agency in campaign.agencies for key in set(map(match_key, names(agency)))
    )
    assert [name for name, count in owners.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("สนจ.", "governors-office"),
        ("สนจ.ชร.", "governors-office"),
        ("สสจ.เชียงราย", "public-health"),
        ("พมจ.", "social-development"),
        ("ปภ.เชียงราย", "disaster-prevention"),
        ("ทสจ.", "natural-resources"),
        ("พช.", "community-development"),
        ("สถจ.", "local-administration"),
        ("สถ.จ.", "statistics"),
        ("สำนักงานขนส่งเชียงราย", "transport"),
        ("สำนักงานที่ดินส่วนจังหวัดเชียงราย", "land"),
        ("เกษตรจังหวัด", "agriculture"),
        ("เกษตรและสหกรณ์จังหวัด", "agriculture-cooperatives"),
        ("สหกรณ์จังหวัด", "cooperatives"),
    ],
)
def test_names_in_the_wild(campaign, name, agency):
    assert agency_called(campaign, name) == agency


@pytest.mark.parametrize("name", ["เกษตร", "สหกรณ์", "สำนักงานเกษตร", "สถจ", "สำนักงานเชียงราย"])
def test_a_name_that_could_mean_two_offices_means_none(campaign, name):
    assert agency_called(campaign, name) is None


def test_dropping_chiang_rai_or_the_word_province_still_finds_every_agency(campaign):
    for agency in campaign.agencies:
        assert agency_called(campaign, agency.name.removesuffix("เชียงราย")) == agency.id
        if agency.id != "governors-office":
            assert agency_called(campaign, agency.name.replace("จังหวัด", "")) == agency.id


def test_only_hired_services_are_not_counted(campaign):
    assert [(s.name, s.counted) for s in campaign.staff_types] == [
        ("ข้าราชการ", True),
        ("ลูกจ้างประจำ", True),
        ("พนักงานราชการ", True),
        ("พนักงานกระทรวงสาธารณสุข", True),
        ("ลูกจ้างชั่วคราว", True),
        ("จ้างเหมาบริการ", False),
    ]


def test_ten_measures_and_four_guidelines_that_know_each_other(campaign):
    assert [measure.number for measure in campaign.measures] == list(range(1, 11))
    guidelines = {guideline.id for guideline in campaign.guidelines}
    assert len(guidelines) == 4
    assert {m.guideline for m in campaign.measures} - {""} == guidelines - {"e-service"}
    assert {m.notice for m in campaign.measures} - {""} == {n.id for n in campaign.notices}
    assert [m.number for m in campaign.measures if m.form == "coi"] == [1]


def test_what_the_seed_did_not_say_is_a_draft(campaign):
    assert all("(ร่าง โปรดตรวจสอบ)" in g.finding and g.draft for g in campaign.guidelines)


def test_the_errors_of_the_scan_are_not_repeated(campaign):
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATE.glob("*.*"))
    for wrong in ("๓๑ มิ.ย.", "แจก", "ลงน้ำ", "ระบบกาให้", "งดรับงดให้", "แต่งตั้งคณะกรรมการ"):
        assert wrong not in text
    assert campaign.measures[7].title.startswith("แต่งตั้งคณะทำงาน")


def test_signatories_are_places_to_fill_in(campaign):
    assert all(re.fullmatch(r"\(ชื่อ.+\)", s.name) for s in campaign.signatories)
    assert not any(signatory.verified for signatory in campaign.signatories)


def test_the_window_and_the_days_around_it(campaign):
    assert (campaign.window.opens, campaign.window.closes) == (date(2023, 3, 1), date(2023, 4, 30))
    assert campaign.closes_before().isoformat() == "2023-05-01T00:00:00+07:00"


@pytest.mark.parametrize(
    ("matrix", "levels"),
    [
        ("A", {4: "low", 5: "medium", 9: "medium", 10: "high", 14: "high", 15: "very_high"}),
        ("B", {3: "low", 4: "medium", 8: "medium", 9: "high", 14: "high", 15: "very_high"}),
    ],
)
def test_both_sides_of_every_band(matrix, levels):
    chosen = next(m for m in read_settings(TEMPLATE).matrices if m.id == matrix)
    assert {score: chosen.level(score) for score in levels} == levels


def test_four_and_nine_are_where_the_two_matrices_differ():
    a, b = read_settings(TEMPLATE).matrices
    assert [score for score in range(1, 26) if a.level(score) != b.level(score)] == [4, 9]


@pytest.mark.parametrize(
    ("score", "level"), [("4.99", "low"), ("5.00", "medium"), ("9.99", "medium"), ("10.00", "high")]
)
def test_a_mean_is_banded_as_printed(campaign, score, level):
    assert campaign.matrix.level(Decimal(score)) == level


def test_question_ids_of_signoff(campaign):
    assert [question.id for question in campaign.form("signoff").questions] == [
        *("timestamp", "agency", "group", "title", "first_name", "last_name", "full_name"),
        *("position", "staff_type", "ack.no-gift", "ack.hr", "ack.privacy", "ack.ethics"),
        *("ack.dos-donts", "coi_done", "email", "confirm"),
    ]


def test_question_ids_of_coi_ask_both_scales_of_one_kind_together(campaign):
    ids = [question.id for question in campaign.form("coi").questions]
    kinds = [kind.id for kind in campaign.coi_kinds]
    scales = [f"coi.{kind}.{scale}" for kind in kinds for scale in ("likelihood", "impact")]
    closing = ["events", "controls", "suggestions"]
    assert ids == ["timestamp", "agency", "staff_type", *scales, *closing]
    assert len(kinds) == 9


def test_required_questions(campaign):
    required = {q.id for q in campaign.form("signoff").questions if q.required}
    assert required == {
        *("timestamp", "agency", "first_name", "last_name", "staff_type", "confirm"),
        *(f"ack.{notice.id}" for notice in campaign.notices),
    }
    scales = {q.id for q in campaign.form("coi").questions if q.id.startswith("coi.")}
    required = {q.id for q in campaign.form("coi").questions if q.required}
    assert required == scales | {"timestamp", "agency"}


def test_a_scale_is_read_from_its_digit_or_its_label(campaign):
    point = campaign.form("coi").question("coi.benefits.likelihood").options[0]
    keys = {match_key(text) for text in (point.text, *point.aliases)}
    assert {match_key(text) for text in ("1", "๑", "เกิดขึ้นยาก", "1. เกิดขึ้นยาก")} <= keys


def test_the_privacy_notice_stands_on_public_task_not_consent(campaign):
    assert "มาตรา ๒๔ (๔)" in campaign.privacy_notice
    assert "มิใช่การขอความยินยอม" in campaign.privacy_notice


def test_the_scores_of_the_year_before_are_to_be_filled_in(campaign):
    assert [row.indicator for row in campaign.ita_scores] == [None] * 4 + list(range(1, 11))
    assert {row.score for row in campaign.ita_scores} == {None}
    assert campaign.ita_year == 2565
