"""What a campaign that loads still lacks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from config.campaign import DeclaredHeads, RosterPerson, Window
from config.checks import CAMPAIGN_CHECKS
from config.checks.workbook import open_in_excel
from config.errors import ExitCode
from config.loading import load_campaign
from config.new import TEMPLATE


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(TEMPLATE)


def findings(campaign, **changes):
    changed = campaign.model_copy(update=changes)
    return [
        finding
        for _title, checks in CAMPAIGN_CHECKS
        for check in checks
        for finding in check(changed)
    ]


def faults(campaign, **changes):
    return [finding.fault for finding in findings(campaign, **changes)]


def confirmed(rows):
    return tuple(row.model_copy(update={"verified": True}) for row in rows)


def measures_with(campaign, number, **changes):
    return tuple(
        measure.model_copy(update=changes) if measure.number == number else measure
        for measure in campaign.measures
    )


def test_each_group_is_one_finding_with_its_count(campaign):
    found = faults(campaign)
    assert "34 agencies of the register are not confirmed" in found
    assert "title and date of 5 notice versions are not confirmed" in found
    assert "the names of 4 signatories are not confirmed" in found


def test_a_confirmed_register_is_not_mentioned(campaign):
    found = faults(campaign, agencies=confirmed(campaign.agencies))
    assert not any("of the register" in fault for fault in found)


@pytest.mark.parametrize(
    ("day", "mentioned"),
    [
        (date(2022, 9, 30), True),
        (date(2022, 10, 1), False),
        (date(2023, 9, 30), False),
        (date(2023, 10, 1), True),
    ],
)
def test_both_ends_of_the_fiscal_year(campaign, day, mentioned):
    heads = DeclaredHeads(agency="land", staff_type="contractor", heads=1, on=day)
    found = faults(campaign, headcount=(heads,), window=Window(opens=day, closes=day))
    assert any("head-counts are dated outside" in fault for fault in found) == mentioned
    assert any("window lies outside" in fault for fault in found) == mentioned


def test_drafts_and_guidelines_without_a_measure(campaign):
    found = faults(campaign)
    assert "4 rows are drafts" in found
    assert "guidelines that no measure carries out: e-service" in found


def test_the_meeting_of_the_seed_lies_outside_its_period(campaign):
    as_in_the_seed = measures_with(campaign, 8, period="มกราคม ๒๕๖๖")
    (found,) = [f for f in findings(campaign, measures=as_in_the_seed) if "outside" in f.fault]
    assert found.place == 'ตั้งค่า.xlsx sheet "มาตรการ" number 8'
    assert "๑๖ กุมภาพันธ์ ๒๕๖๖" in found.fault
    assert "มกราคม ๒๕๖๖" in found.fault
    assert not found.is_error


def test_the_results_of_the_template_lie_inside_their_periods(campaign):
    assert not any("outside the period" in fault for fault in faults(campaign))


def test_a_day_that_does_not_exist_is_told_in_result_and_period(campaign):
    wrong = measures_with(campaign, 2, result="เมื่อ ๓๑ มิ.ย. ๒๕๖๖", period="๓๑ เมษายน ๒๕๖๖")
    found = faults(campaign, measures=wrong)
    assert "“๓๑ มิ.ย. ๒๕๖๖” is no day of any calendar" in found
    assert "“๓๑ เมษายน ๒๕๖๖” is no day of any calendar" in found


def test_a_period_without_a_month_is_told_where_there_are_dates_to_compare(campaign):
    dated = measures_with(campaign, 2, result="เมื่อ ๓ เม.ย. ๒๕๖๖", period="ต่อเนื่อง")
    assert any("“ต่อเนื่อง” names no month" in fault for fault in faults(campaign, measures=dated))
    undated = measures_with(campaign, 2, result="ดำเนินการแล้ว", period="ต่อเนื่อง")
    assert not any("names no month" in fault for fault in faults(campaign, measures=undated))


def test_a_privacy_notice_is_not_optional(campaign):
    (first,) = [f for f in findings(campaign, privacy_notice=" ") if f.is_error]
    assert (first.code, first.place) == (ExitCode.CAMPAIGN, "texts/privacy-notice.md")


def test_a_place_left_to_fill_in_is_mentioned(campaign):
    assert "the privacy notice still has places to fill in" in faults(campaign)
    found = faults(campaign, privacy_notice="ครบถ้วน")
    assert "the privacy notice still has places to fill in" not in found


def test_a_name_twice_on_a_roster_is_told_unless_the_positions_differ(campaign):
    clerk = RosterPerson(
        agency="land", first_name="สมมติ", last_name="ใจดี", position="ธุรการ", staff_type="contractor"
    )
    again = clerk.model_copy(update={"first_name": "นายสมมติ"})
    driver = clerk.model_copy(update={"position": "พนักงานขับรถ"})
    told = "1 names stand twice in an agency with the same position"
    assert told in faults(campaign, people=(clerk, again, driver))
    assert told not in faults(campaign, people=(clerk, driver))


def test_somebody_must_be_counted(campaign):
    nobody = tuple(s.model_copy(update={"counted": False}) for s in campaign.staff_types)
    assert [f.fault for f in findings(campaign, staff_types=nobody) if f.is_error] == [
        "no staff type is counted"
    ]


def test_links_are_asked_for_until_they_are_there(campaign):
    assert "the link to the public EIT survey is missing (eit_url)" in faults(campaign)
    found = faults(campaign, eit_url="https://survey.example/eit")
    assert not any("eit_url" in fault for fault in found)


def test_every_finding_says_what_to_do(campaign):
    for finding in findings(campaign):
        assert finding.place
        assert finding.remedy


def test_a_workbook_open_in_excel_is_told(tmp_path):
    assert list(open_in_excel(tmp_path)) == []
    (tmp_path / "~$ตั้งค่า.xlsx").touch()
    (found,) = open_in_excel(tmp_path)
    assert (found.place, found.is_error) == ("ตั้งค่า.xlsx", False)


def test_blank_scores_are_counted_and_filled_ones_are_not(campaign):
    assert "14 ITA scores of fiscal year 2565 are blank" in faults(campaign)
    filled = tuple(s.model_copy(update={"score": Decimal("90.5")}) for s in campaign.ita_scores)
    assert not any("ITA scores" in fault for fault in faults(campaign, ita_scores=filled))
    assert any("ITA scores" in fault for fault in faults(campaign, ita_scores=()))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", "the link to the public EIT survey is missing (eit_url)"),
        (
            "itas.nacc.go.th/go/eit/x",
            "eit_url is no address of the web, so no QR code is made: itas.nacc.go.th/go/eit/x",
        ),
    ],
)
def test_a_link_that_makes_no_code_is_told(campaign, url, fault):
    assert fault in faults(campaign, eit_url=url)
    good = faults(campaign, eit_url="https://itas.nacc.go.th/go/eit/x")
    assert not any("eit_url" in found for found in good)
