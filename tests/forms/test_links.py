"""The link of each agency: the script's own, or made of the one that a person filled in."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from answers import answer_of, form_url, link
from odd_names import ODD_CAMPAIGN
from small_campaign import new_small_campaign

from collector.forms import form_link, inspect_forms, read_made
from config.loading import load_campaign
from rapsap.refreshing import refresh
from report.forms.links import links_csv

MADE = read_made(answer_of(ODD_CAMPAIGN), ODD_CAMPAIGN, "answer")
GENERAL = "https://docs.google.com/forms/d/e/1FAIp/viewform"
NOW = datetime(2023, 4, 10, 3, tzinfo=UTC)


def filled_in(agency, more=""):
    return f"{GENERAL}?usp=pp_url&entry.11={quote_plus(agency.name)}{more}"


def by_hand(**urls):
    return ODD_CAMPAIGN.model_copy(update=urls)


def test_the_scripts_own_link_comes_first():
    campaign = by_hand(signoff_url=filled_in(ODD_CAMPAIGN.agencies[0]))
    for agency in campaign.agencies:
        for form in ("signoff", "coi"):
            told = form_link(form, agency, campaign, MADE)
            assert (told.url, told.chosen) == (link(form, agency), True)


def test_one_link_with_an_agency_filled_in_makes_one_for_each():
    for pattern in ODD_CAMPAIGN.agencies:
        campaign = by_hand(signoff_url=filled_in(pattern, more="&entry.12=a%2Cb"))
        for agency in campaign.agencies:
            told = form_link("signoff", agency, campaign)
            assert told.chosen
            assert told.url.startswith(f"{GENERAL}?usp=pp_url&")
            answers = parse_qs(urlsplit(told.url).query)
            assert answers["entry.11"] == [agency.name]
            assert answers["entry.12"] == ["a,b"]


@pytest.mark.parametrize(
    "general",
    ["", "https://forms.gle/abc", f"{GENERAL}?usp=sf_link", f"{GENERAL}?entry.11=elsewhere",
     f"{GENERAL}?agency={quote_plus(ODD_CAMPAIGN.agencies[0].name)}"],
)  # fmt: skip
def test_a_link_without_an_agency_of_the_register_stays_as_it_is(general):
    for agency in ODD_CAMPAIGN.agencies:
        told = form_link("coi", agency, by_hand(coi_url=general))
        assert (told.url, told.chosen) == (general, False)


def test_links_of_forms_made_by_hand_come_as_a_table_too():
    campaign = by_hand(signoff_url=filled_in(ODD_CAMPAIGN.agencies[1]), coi_url=GENERAL)
    rows = list(csv.DictReader(io.StringIO(links_csv(campaign, None).decode("utf-8-sig"))))
    chosen = [parse_qs(urlsplit(row["signoff"]).query)["entry.11"] for row in rows]
    assert chosen == [[agency.name] for agency in campaign.agencies]
    assert {row["coi"] for row in rows} == {""}
    assert links_csv(by_hand(signoff_url=GENERAL), None) is None


def test_check_asks_for_both_links_until_they_are_there(tmp_path):
    def faults(**urls):
        return [finding.fault for finding in inspect_forms(by_hand(**urls), tmp_path)]

    assert len(faults()) == 2
    assert len(faults(signoff_url=GENERAL)) == len(faults(coi_url=GENERAL)) == 1
    assert faults(signoff_url=GENERAL, coi_url=GENERAL) == []


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "campaign"
    new_small_campaign(folder, "สำนักงานจังหวัดเชียงราย")
    return folder


def test_a_damaged_answer_is_told_and_never_keeps_a_report_from_coming(office):
    (office / "google.json").write_text('{"rapsap": 1, "forms": [', encoding="utf-8")
    (remark,) = refresh(office, now=NOW).run["remarks"]
    assert "google.json" in remark
    assert "ยังไม่ได้ใช้ลิงก์ของแต่ละหน่วยงาน" in remark
    message = (office / "out/internal/line.txt").read_text(encoding="utf-8-sig")
    assert "[วางลิงก์แบบลงนามที่นี่]" in message


def test_links_that_were_imported_are_something_new(office):
    assert refresh(office, now=NOW).summary is not None
    assert refresh(office, now=NOW).summary is None
    campaign = load_campaign(office)
    answer = json.dumps(answer_of(campaign), ensure_ascii=False)
    (office / "google.json").write_text(answer, encoding="utf-8")
    assert refresh(office, now=NOW).summary is not None
    message = (office / "out/internal/line.txt").read_text(encoding="utf-8-sig")
    (agency,) = campaign.agencies
    assert link("signoff", agency) in message
    assert f"และแบบประเมินความเสี่ยง (ไม่เก็บชื่อ) {link('coi', agency)} " in message
    for path in (office / "out/public").rglob("*"):
        assert not path.is_file() or form_url("coi").encode() not in path.read_bytes()
