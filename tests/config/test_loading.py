"""A campaign folder says everything wrong with it at once, in plain words."""

from __future__ import annotations

import pytest

from config.errors import CampaignMistakes
from config.loading import load_campaign

HEAD = ["agency", "staff_type", "heads", "on", "scope"]
LAND = ["land", "civil-servant", "5", "2023-03-01", ""]


def mistakes(folder):
    with pytest.raises(CampaignMistakes) as caught:
        load_campaign(folder.path)
    return caught.value.mistakes


def only_mistake(folder):
    found = mistakes(folder)
    assert len(found) == 1, [str(mistake) for mistake in found]
    return found[0]


def test_a_doubled_id_names_both_rows(folder):
    rows = folder.rows("agencies")
    rows[33][0] = rows[2][0]
    folder.write("agencies", rows)
    found = [mistake for mistake in mistakes(folder) if mistake.place == "agencies.csv row 34"]
    assert "row 3" in found[0].fault


def test_ids_differing_in_capitals_only_are_the_same_folder_on_windows(folder):
    rows = folder.rows("staff_types")
    folder.add("staff_types", ["Contractor", "อื่น ๆ", "false", ""])
    assert "row 7" in only_mistake(folder).fault
    assert rows[6][0] == "contractor"


@pytest.mark.parametrize("written", ["../x", "a/b", "con", "-rf", "ข ส จ"])
def test_an_id_becomes_a_folder_name_and_must_be_fit_for_one(folder, written):
    rows = folder.rows("agencies")
    del rows[-1]
    folder.write("agencies", [*rows, [written, "สำนักงานทดลอง", "ทดลอง", "false"]])
    named = [m for m in mistakes(folder) if m.fault == f'"{written}" cannot be an id']
    assert named


def test_a_thai_id_is_an_id(folder):
    folder.add("staff_types", ["ขสจ", "ทดลอง", "false", ""])
    assert load_campaign(folder.path).staff_types[-1].id == "ขสจ"


def test_thirty_three_agencies_are_not_thirty_four(folder):
    folder.write("agencies", folder.rows("agencies")[:-1])
    assert any("33" in mistake.fault and "34" in mistake.fault for mistake in mistakes(folder))


def test_an_alias_of_two_agencies_on_one_day(folder):
    folder.add("aliases", ["land", "สนจ.", "", ""])
    mistake = only_mistake(folder)
    assert "สนจ." in mistake.fault
    assert mistake.place.startswith("aliases.csv row ")


def test_an_alias_may_move_from_one_agency_to_another(folder):
    folder.add("aliases", ["land", "สนง.เดิม", "", "2022-12-31"])
    folder.add("aliases", ["energy", "สนง.เดิม", "2023-01-01", ""])
    assert load_campaign(folder.path)


def test_an_alias_with_one_shared_day_has_two_meanings(folder):
    folder.add("aliases", ["land", "สนง.เดิม", "", "2023-01-01"])
    folder.add("aliases", ["energy", "สนง.เดิม", "2023-01-01", ""])
    assert "สนง.เดิม" in only_mistake(folder).fault


@pytest.mark.parametrize("written", ["land", "สำนักงานที่ดินจังหวัดเชียงราย", "สนง.ที่ดินจังหวัด"])
def test_an_agency_by_id_name_or_alias(folder, written):
    folder.write("headcount", [HEAD, [written, *LAND[1:]]])
    assert load_campaign(folder.path).headcount[0].agency == "land"


def test_a_staff_type_by_name(folder):
    folder.write("headcount", [HEAD, ["land", "ข้าราชการ", *LAND[2:]]])
    assert load_campaign(folder.path).headcount[0].staff_type == "civil-servant"


def test_zeros_that_excel_ate(folder):
    rows = folder.rows("agencies")
    rows[34][0] = "007"
    folder.write("agencies", rows)
    aliases = [["7", *row[1:]] if row[0] == "justice" else row for row in folder.rows("aliases")]
    folder.write("aliases", aliases)
    folder.write("headcount", [HEAD, ["7", *LAND[1:]]])
    assert load_campaign(folder.path).headcount[0].agency == "007"


def test_an_unknown_agency_names_the_nearest(folder):
    folder.write("headcount", [HEAD, ["enrgy", *LAND[1:]]])
    mistake = only_mistake(folder)
    assert "enrgy" in mistake.fault
    assert "energy" in mistake.remedy


@pytest.mark.parametrize("heads", ["0", "-3", "ห้า", "2.5"])
def test_heads_are_a_number_of_people(folder, heads):
    folder.write("headcount", [HEAD, [*LAND[:2], heads, *LAND[3:]]])
    assert only_mistake(folder).place == 'headcount.csv row 2 column "จำนวน (คน)"'


def test_one_declaration_per_agency_staff_type_and_day(folder):
    folder.write("headcount", [HEAD, LAND, ["สำนักงานที่ดินจังหวัด", "ข้าราชการ", "6", "1/3/2566", ""]])
    assert only_mistake(folder).place == "headcount.csv row 3"


def test_a_later_declaration_is_another_one(folder):
    folder.write("headcount", [HEAD, LAND, [*LAND[:3], "2023-04-01", ""]])
    assert len(load_campaign(folder.path).headcount) == 2


@pytest.mark.parametrize(("column", "table"), [(3, "guidelines"), (4, "notices")])
def test_a_measure_linked_to_nothing(folder, column, table):
    rows = folder.rows("measures")
    rows[4][column] = "nothing-such"
    folder.write("measures", rows)
    assert "nothing-such" in only_mistake(folder).fault, table


def test_notice_versions_stand_in_the_order_of_their_dates(folder):
    header, *rows = folder.rows("notices")
    again = ["no-gift", "", "", "2", "2023-02-01", "material", "", "", "false"]
    folder.write("notices", [header, *rows, again])
    assert only_mistake(folder).place == 'notices.csv row 7 column "ใช้ตั้งแต่วันที่"'


def test_a_new_version_keeps_the_old_headers(folder):
    folder.add("notices", ["ethics", "", "", "2", "2023-04-01", "material", "", "", "true"])
    question = load_campaign(folder.path).form("signoff").question("ack.ethics")
    title = "ข้าพเจ้าได้อ่านและรับทราบ ข้อกำหนดจริยธรรมของจังหวัดเชียงราย"
    assert question.header == f"{title} ฉบับลงวันที่ ๑ เมษายน ๒๕๖๖"
    assert {title, f"{title} ฉบับลงวันที่ ๑ มีนาคม ๒๕๖๖"} <= set(question.aliases)


def test_the_first_version_is_the_first(folder):
    rows = folder.rows("notices")
    rows[1][5] = "minor"
    folder.write("notices", rows)
    assert only_mistake(folder).place == 'notices.csv row 2 column "การแก้ไข"'


def test_two_questions_of_one_header(folder):
    folder.settings('header = "นามสกุล"', 'header = "ชื่อ"')
    mistake = only_mistake(folder)
    assert "first_name" in mistake.fault
    assert "last_name" in mistake.fault


def test_a_window_that_closes_before_it_opens(folder):
    folder.settings("closes = 2023-04-30", "closes = 2023-02-28")
    assert only_mistake(folder).place == 'campaign.toml key "window.closes"'


def test_a_window_of_one_day(folder):
    folder.settings("closes = 2023-04-30", "closes = 2023-03-01")
    assert load_campaign(folder.path)


@pytest.mark.parametrize("written", ["2566-04-30", '"30 เม.ย. 2566"', "2023-04-30"])
def test_the_window_in_either_calendar(folder, written):
    folder.settings("closes = 2023-04-30", f"closes = {written}")
    assert load_campaign(folder.path).window.closes.isoformat() == "2023-04-30"


@pytest.mark.parametrize("link", ["forms.gle/abc", "javascript:alert(1)", "วางลิงก์ที่นี่"])
def test_a_link_to_the_form_is_a_web_address(folder, link):
    line = folder.settings('signoff_url = ""', f'signoff_url = "{link}"')
    mistake = only_mistake(folder)
    assert mistake.place == f"campaign.toml line {line}"
    assert mistake.fault == f'"{link}" is not a web address'
    folder.settings(link, "https://forms.gle/abc")
    assert load_campaign(folder.path).signoff_url == "https://forms.gle/abc"


def test_bands_rise(folder):
    folder.settings("high = 10", "high = 4")
    assert only_mistake(folder).place == 'campaign.toml key "matrices"'


def test_the_other_matrix_is_one_word_away(folder):
    folder.settings('matrix = "A"', 'matrix = "B"')
    assert load_campaign(folder.path).matrix.level(9) == "high"


def test_a_misspelt_time_zone(folder):
    line = folder.settings("Asia/Bangkok", "Asia/Bankok")
    mistake = only_mistake(folder)
    assert "Asia/Bangkok" in mistake.remedy
    assert mistake.place == f"campaign.toml line {line}"


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("agencies_expected = 34", "agencies_expcted = 34", "agencies_expected"),
        ("closes = 2023-04-30", "closses = 2023-04-30", "closes"),
        ('two_digit_year = "refuse"', 'two_digit_yaer = "refuse"', "two_digit_year"),
    ],
)
def test_an_unknown_key_by_line_with_the_nearest(folder, old, new, meant):
    line = folder.settings(old, new)
    found = {mistake.place: mistake.remedy for mistake in mistakes(folder)}
    assert meant in found[f"campaign.toml line {line}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fiscal_year = 2566", "fiscal_year = 2023"),
        ("fiscal_year = 2566", 'fiscal_year = "ปีนี้"'),
        ("refresh_every_hours = 24", "refresh_every_hours = 0"),
        ('kind = "inbox"', 'kind = "inbx"'),
        ("vanished_share = 0.01", "vanished_share = 2"),
        ("ack.{notice}", "ack.{notise}"),
    ],
)
def test_no_pydantic_words_reach_a_person(folder, old, new):
    folder.settings(old, new)
    for mistake in mistakes(folder):
        assert mistake.place.startswith("campaign.toml")
        assert mistake.remedy
        assert "pydantic" not in str(mistake)
        assert "validation" not in str(mistake)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "มาตรการส่งเสริม', "title = “มาตรการส่งเสริม"),
        ('province = "จังหวัดเชียงราย"', "province = จังหวัดเชียงราย"),
        ("\nfiscal_year = 2566", "\n\N{NO-BREAK SPACE}fiscal_year = 2566"),
        ("fiscal_year = 2566", "fiscal_year = 2566\nfiscal_year = 2567"),
    ],
)
def test_a_syntax_fault_says_its_line(folder, old, new):
    folder.settings(old, new)
    mistake = only_mistake(folder)
    assert mistake.place.startswith("campaign.toml line ")
    assert mistake.remedy


def test_crlf_and_a_byte_order_mark_are_nothing(folder):
    path = folder.path / "campaign.toml"
    text = path.read_bytes().decode()
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_campaign(folder.path)


@pytest.mark.parametrize("content", [b"", "ชื่อ".encode("cp874")])
def test_a_file_that_is_empty_or_not_utf_8(folder, content):
    (folder.path / "campaign.toml").write_bytes(content)
    assert only_mistake(folder).remedy


def test_a_folder_that_is_not_there(folder, tmp_path):
    folder.path = tmp_path / "nowhere"
    assert any("campaign.toml" in mistake.place for mistake in mistakes(folder))


def test_mistakes_of_several_files_are_told_together(folder):
    folder.settings("agencies_expected = 34", "agencies_expected = 35")
    folder.write("headcount", [HEAD, ["enrgy", *LAND[1:]], [*LAND[:2], "0", *LAND[3:]]])
    rows = folder.rows("measures")
    rows[2][1] = "1"
    folder.write("measures", rows)
    assert len(mistakes(folder)) == 4


def test_a_broken_settings_file_hides_no_mistake_of_or_between_the_tables(folder):
    folder.settings('province = "จังหวัดเชียงราย"', "province = จังหวัดเชียงราย")
    folder.add("aliases", ["land", "สนจ.", "", ""])
    folder.write("headcount", [HEAD, ["enrgy", *LAND[1:]]])
    first, *others = sorted(mistakes(folder), key=lambda mistake: mistake.place[:8] != "campaign")
    assert first.place.startswith("campaign.toml line ")
    assert len(others) == 2


def test_a_broken_workbook_hides_no_mistake_of_the_settings(folder):
    folder.settings("closes = 2023-04-30", "closes = 2023-02-28")
    (folder.path / "ตั้งค่า.xlsx").write_bytes(b"PK\x03\x04 cut short")
    found = [mistake.place for mistake in mistakes(folder)]
    assert found == ["ตั้งค่า.xlsx", 'campaign.toml key "window.closes"']


def test_mistakes_in_a_form_do_not_hide_those_of_the_tables(folder):
    folder.settings('header = "นามสกุล"', 'header = "ชื่อ"')
    folder.add("staff_types", ["Contractor", "อื่น ๆ", "false", ""])
    assert len(mistakes(folder)) == 2


ROSTER = ["agency", "first_name", "last_name", "staff_type", "exempt", "exempt_until"]


@pytest.mark.parametrize(
    ("cells", "heading"),
    [
        (["land", "นาย", "", "civil-servant", "", ""], "ชื่อ"),
        (["land", "สมมติ", "ใจดี", "civil-servant", "", "30/4/2566"], "เหตุที่ได้รับยกเว้น"),
    ],
)
def test_a_roster_names_people_and_says_why_somebody_is_exempt(folder, cells, heading):
    folder.write("people", [ROSTER, cells])
    assert only_mistake(folder).place == f'people.csv row 2 column "{heading}"'


def test_who_has_no_family_name_is_on_a_roster_too(folder):
    folder.write("people", [ROSTER, ["land", "สมมติ", "", "civil-servant", "ลา", "30/4/2566"]])
    assert load_campaign(folder.path).people[0].first_name == "สมมติ"
