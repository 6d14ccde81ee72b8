"""What a campaign that loads still lacks."""

from __future__ import annotations

from datetime import date

import pytest

from config.campaign import DeclaredHeads, RosterPerson, Window
from config.checking import check_campaign
from config.loading import load_campaign
from config.new import TEMPLATE


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(TEMPLATE)


def faults(campaign, **changes):
    return [finding.fault for finding in check_campaign(campaign.model_copy(update=changes))]


def confirmed(rows):
    return tuple(row.model_copy(update={"verified": True}) for row in rows)


def test_each_group_is_one_finding_with_its_count(campaign):
    found = faults(campaign)
    assert "34 agencies of the register are not confirmed" in found
    assert "title and date of 5 notice versions are not confirmed" in found
    assert "the names of 4 signatories are not confirmed" in found


def test_a_confirmed_register_is_not_mentioned(campaign):
    found = faults(campaign, agencies=confirmed(campaign.agencies))
    assert not any("of the register" in fault for fault in found)


def test_a_head_count_or_a_roster_is_a_basis(campaign):
    heads = DeclaredHeads(agency="land", staff_type="contractor", heads=1, on=date(2023, 3, 1))
    person = RosterPerson(agency="energy", first_name="สมมติ", staff_type="civil-servant")
    found = faults(campaign, headcount=(heads,), people=(person,))
    assert any(fault.startswith("32 agencies have not declared") for fault in found)


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


def test_drafts_and_results_that_nobody_wrote(campaign):
    found = faults(campaign)
    assert "4 rows are drafts" in found
    assert "measures without a result: 2" in found
    assert "guidelines that no measure carries out: e-service" in found


def test_a_privacy_notice_is_not_optional(campaign):
    first = check_campaign(campaign.model_copy(update={"privacy_notice": " "}))[0]
    assert (first.level, first.place) == ("error", "texts/privacy-notice.md")


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
    first = check_campaign(campaign.model_copy(update={"staff_types": nobody}))[0]
    assert first.level == "error"


def test_links_are_asked_for_until_they_are_there(campaign):
    assert "the link to the public EIT survey is missing (eit_url)" in faults(campaign)
    found = faults(campaign, eit_url="https://survey.example/eit")
    assert not any("eit_url" in fault for fault in found)


def test_every_finding_says_what_to_do(campaign):
    for finding in check_campaign(campaign):
        assert finding.place
        assert finding.remedy
