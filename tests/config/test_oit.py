"""What answers the OIT: codes of their year only, what nobody knows said to be unknown."""

from __future__ import annotations

import pytest

from config.campaign import OitItem
from config.checks.oit import missing_site, unconfirmed_codes, unknown_codes
from config.errors import CampaignMistakes
from config.loading import load_campaign
from config.new import TEMPLATE, new_campaign
from config.oit import oit_of_year

HEAD = ["fiscal_year", "code", "item", "evidence", "page", "notice", "url", "explanation", "on",
        "verified"]  # fmt: skip


def codes_by_item(campaign):
    told = {}
    for item in campaign.oit:
        told.setdefault(item.item, []).append(item.code)
    return {item: list(dict.fromkeys(codes)) for item, codes in told.items()}


def made(folder, **options):
    new_campaign(folder, **options)
    return load_campaign(folder)


PRIVACY, COMPLAINTS = "นโยบายคุ้มครองข้อมูลส่วนบุคคล", "การจัดการเรื่องร้องเรียน"
CODES = {
    2566: {
        PRIVACY: ["O10"],
        "การบริหารและพัฒนาทรัพยากรบุคคล": ["O23", "O24", "O25", "O26"],
        COMPLAINTS: ["O27", "O28", "O29"],
        "นโยบายไม่รับของขวัญ (No Gift Policy)": ["O31", "O32", "O33"],
        "การประเมินความเสี่ยงการทุจริตและผลประโยชน์ทับซ้อน": ["O34", "O35"],
        "มาตรฐานทางจริยธรรม": ["O39", "O40", "O41"],
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน": ["O42"],
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน": ["O43"],
    },
    2569: {
        "การบริหารและพัฒนาทรัพยากรบุคคล": ["O13", "O14"],
        "มาตรฐานทางจริยธรรม": ["O15"],
        "นโยบายไม่รับของขวัญ (No Gift Policy)": ["O20"],
        "การประเมินความเสี่ยงการทุจริตและผลประโยชน์ทับซ้อน": ["O21", "O22"],
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน": ["O25"],
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน": ["O26"],
        PRIVACY: [""],
        COMPLAINTS: [""],
    },
}


@pytest.mark.parametrize("year", CODES)
def test_the_codes_are_those_of_the_campaigns_own_year(tmp_path, year):
    campaign = made(tmp_path / "c", year=year)
    assert codes_by_item(campaign) == CODES[year]
    assert not any(item.verified for item in campaign.oit)
    assert all(item.fiscal_year == year for item in campaign.oit)


def test_a_year_that_nobody_has_told_knows_no_code(tmp_path):
    campaign = made(tmp_path / "c", year=2570)
    assert set(codes_by_item(campaign)) == set(CODES[2566])
    assert {item.code for item in campaign.oit} == {""}


def test_what_the_office_typed_goes_along_and_its_addresses_stay_with_their_year(folder, tmp_path):
    typed = ["2566", "O42", "มาตรการ", "หลักฐานหลัก", "o42", "", "https://a.example/1", "", "", "ใช่"]
    folder.write("oit", [HEAD, typed])
    campaign = made(tmp_path / "next", last=folder.path)
    (item,) = campaign.oit
    assert (item.item, item.code, item.url, item.verified) == ("มาตรการ", "", "", False)


def test_an_item_without_a_code_is_there_once_for_each_of_its_answers():
    def item(year, code, page="o42", **more):
        return OitItem(fiscal_year=year, code=code, item="ก", evidence="main", page=page, **more)

    rows = (item(2566, "O1"), item(2566, "O2"), item(2566, "O2", page="eit"))
    assert oit_of_year(rows, 2566) == rows
    assert oit_of_year(rows, 2567) == (item(2567, ""), item(2567, "", page="eit"))
    known = item(2567, "O9")
    assert oit_of_year((*rows, known), 2567) == (known,)


def test_a_campaign_without_the_table_still_loads(folder):
    (folder.path / "oit.csv").unlink()
    campaign = load_campaign(folder.path)
    assert campaign.oit == ()
    assert len(list(unknown_codes(campaign))) == 1


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("page", "o99"),
        ("notice", "nobody"),
        ("evidence", "perhaps"),
        ("on", "31/2/2566"),
        ("fiscal_year", "2023"),
    ],
)
def test_a_cell_that_means_nothing_is_told(folder, column, cell):
    row = dict.fromkeys(HEAD, "") | {
        "fiscal_year": "2566", "code": "O42", "item": "ก", "evidence": "main", "verified": "no",
        column: cell,
    }  # fmt: skip
    folder.write("oit", [HEAD, list(row.values())])
    with pytest.raises(CampaignMistakes) as found:
        load_campaign(folder.path)
    (mistake,) = found.value.mistakes
    assert mistake.place.startswith("oit.csv row 2")
    assert cell in mistake.fault


class TestCheck:
    def test_the_items_whose_codes_are_unknown_are_named(self, tmp_path):
        (finding,) = unknown_codes(made(tmp_path / "c", year=2569))
        assert PRIVACY in finding.fault
        assert COMPLAINTS in finding.fault
        assert "มาตรฐานทางจริยธรรม" not in finding.fault
        assert "2569" in finding.fault
        assert not list(unknown_codes(load_campaign(TEMPLATE)))

    def test_rows_are_to_be_confirmed_until_they_are(self):
        campaign = load_campaign(TEMPLATE)
        (finding,) = unconfirmed_codes(campaign)
        assert str(len(campaign.oit)) in finding.fault
        sure = tuple(item.model_copy(update={"verified": True}) for item in campaign.oit)
        assert not list(unconfirmed_codes(campaign.model_copy(update={"oit": sure})))

    def test_the_sites_address_is_asked_for_while_a_row_needs_it(self):
        campaign = load_campaign(TEMPLATE)
        assert len(list(missing_site(campaign))) == 1
        told = campaign.model_copy(update={"site_url": "https://www.example.go.th/ita"})
        assert not list(missing_site(told))
        own = tuple(item.model_copy(update={"url": "https://x.example"}) for item in campaign.oit)
        assert not list(missing_site(campaign.model_copy(update={"oit": own})))
