"""Editions: what was approved is shown as approved, whole, and never changes again."""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess
import zipfile
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from small_campaign import drop_signoffs, new_small_campaign

from collector import Ledger
from config.errors import CampaignError, ExitCode, UserError
from config.loading import load_campaign
from rapsap.__main__ import main
from rapsap.approving import _unconfirmed_rows, approve, edition_of
from rapsap.refreshing import LEDGER, out_of, refresh
from report.edition import Edition
from report.freezing import freeze

NOW = datetime(2023, 4, 20, 3, tzinfo=UTC)
CANARY = "กบนกเพนกวิน"
PROPOSED = Edition("ฉบับเสนอ", "ชร 0017.5/128", date(2023, 4, 20))
FOLDER = "2023-04-20-ฉบับเสนอ"
DRAFT = "ร่าง"
UNCONFIRMED_ROW = "ร่าง โปรดตรวจสอบ"  # stays until the office confirms the row


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("approve") / "campaign"
    new_small_campaign(folder)
    drop_signoffs(
        folder, "a.csv", (CANARY, "3/4/2023, 9:00:00"), ("สมศรี", "4/4/2023, 9:00:00"),
        email=f"{CANARY}@example.com", position=f"ตำแหน่ง{CANARY}",
    )  # fmt: skip
    drop_signoffs(folder, "b.csv", (CANARY, "3/4/2023, 10:00:00"), agency=f"หน่วยงาน{CANARY}")
    refresh(folder, now=NOW)
    return folder


@pytest.fixture
def campaign(refreshed, tmp_path):
    return shutil.copytree(refreshed, tmp_path / "campaign")


def approved(folder, edition=PROPOSED, *, now=NOW, accept=""):
    return approve(folder, edition, now=now, accept=accept, progress=lambda _step: None)


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def visible(html):
    return " ".join(re.sub("<[^>]*>", "", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.ids = [], []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.found += [value for name, value in attrs if name in ("href", "src")]
        self.ids += [value for name, value in attrs if name == "id"]


def test_an_edition_is_the_public_report_without_the_mark_of_a_draft(campaign):
    edition = files_below(approved(campaign).folder)
    public = files_below(out_of(campaign) / "public")
    own = {f"{FOLDER}.zip", "SHA256SUMS"}
    assert edition.keys() - own == public.keys() - {"checked.js", "public.zip"}
    for name, content in public.items():
        if name.endswith((".csv", ".css", ".ttf")) or name == "data/summary.json":
            assert edition[name] == content
    for name in [name for name in edition if name.endswith(".html")]:
        assert DRAFT in visible(public[name].decode())
        page = visible(edition[name].decode())
        assert DRAFT not in page.replace(UNCONFIRMED_ROW, "")
        assert "ฉบับเสนอ เลขที่ ชร ๐๐๑๗.๕/๑๒๘ วันที่ ๒๐ เมษายน ๒๕๖๖" in page
        assert "ข้อมูล ณ วันที่ ๔ เมษายน ๒๕๖๖" in page


def test_an_edition_never_calls_itself_out_of_date(campaign):
    edition = files_below(approved(campaign).folder)
    for name in [name for name in edition if name.endswith(".html")]:
        html = edition[name].decode()
        assert "อาจไม่เป็นปัจจุบัน" not in html
        assert "ตรวจครั้งต่อไป" not in html
        assert "checked.js" not in html
    record = json.loads(edition["run.json"])
    assert "next_check_before" not in record
    assert record["edition"] == {
        "name": "ฉบับเสนอ", "number": "ชร 0017.5/128", "approved_on": "2023-04-20",
    }  # fmt: skip


@pytest.mark.parametrize("refreshes", [2, pytest.param(10, marks=pytest.mark.slow)])
def test_later_refreshes_never_touch_an_edition(campaign, refreshes):
    place = approved(campaign).folder
    before = files_below(place)
    times = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    for day in range(1, refreshes + 1):
        name = f"{day}.csv"
        drop_signoffs(campaign, name, (f"คนที่{'กขคงจฉชซดต'[day - 1]}", f"{day}/4/2023, 8:00:00"))
        assert refresh(campaign, now=NOW + timedelta(days=day)).summary is not None
    assert files_below(place) == before
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == times
    assert files_below(out_of(campaign) / "public")["index.html"] != before["index.html"]


def test_the_zip_unpacks_into_a_working_site(campaign, tmp_path):
    site = tmp_path / "unpacked"
    with zipfile.ZipFile(approved(campaign).archive) as archive:
        assert archive.testzip() is None
        archive.extractall(site)
    pages = list(site.rglob("*.html"))
    assert site / "index.html" in pages
    for page in pages:
        parsed = Links()
        parsed.feed(page.read_text(encoding="utf-8"))
        inside = [link for link in parsed.found if not link.startswith(("https:", "http:"))]
        assert inside or page.name == "paste.html"  # bare, to be pasted elsewhere
        for link in inside:
            path, _hash, anchor = link.partition("#")
            assert not path or (page.parent / unquote(path)).is_file(), link
            assert path or anchor in parsed.ids, link
    for style in site.rglob("*.css"):
        for url in re.findall(r'url\("([^"]+)"\)', style.read_text(encoding="utf-8")):
            assert (style.parent / url).is_file(), url


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum on this machine")
def test_anybody_can_verify_an_edition_and_its_zip(campaign, tmp_path):
    def verified(folder):
        command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0

    made = approved(campaign)
    with zipfile.ZipFile(made.archive) as archive:
        archive.extractall(tmp_path / "site")
    for folder in (made.folder, tmp_path / "site"):
        listed = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        names = {line.split("  ", 1)[1] for line in listed}
        assert names == files_below(folder).keys() - {"SHA256SUMS"}
        assert verified(folder)
        page = folder / "index.html"
        page.chmod(0o644)
        page.write_bytes(page.read_bytes().replace("จังหวัด".encode(), "จ้งหวัด".encode(), 1))
        assert not verified(folder)


def test_the_same_approval_gives_the_same_bytes(campaign, tmp_path):
    again = shutil.copytree(campaign, tmp_path / "again")
    later = NOW + timedelta(hours=5)
    assert files_below(approved(campaign).folder) == files_below(approved(again, now=later).folder)


def test_nothing_about_a_person_is_in_an_edition(campaign):
    internal = files_below(out_of(campaign) / "internal")
    assert any(CANARY.encode() in content for content in internal.values())
    made = approved(campaign)
    with zipfile.ZipFile(made.archive) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    for name, content in (files_below(out_of(campaign) / "editions") | packed).items():
        assert CANARY.encode() not in content, name
        assert CANARY not in name


def test_every_file_of_an_edition_is_read_only(campaign):
    files = [path for path in approved(campaign).folder.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o444}


def test_the_same_name_and_date_is_refused_and_another_of_either_is_not(campaign):
    before = files_below(approved(campaign).folder)
    with pytest.raises(CampaignError) as fault:
        approved(campaign, Edition("ฉบับเสนอ", "another number", date(2023, 4, 20)))
    assert FOLDER in str(fault.value)
    assert fault.value.remedy
    assert files_below(out_of(campaign) / "editions" / FOLDER) == before
    approved(campaign, Edition("ฉบับเสนอ", "ชร 0017.5/128", date(2023, 4, 21)))
    approved(campaign, Edition("ฉบับสิ้นสุดการดำเนินการ", "ชร 0017.5/128", date(2023, 4, 20)))
    assert sorted(path.name for path in (out_of(campaign) / "editions").iterdir()) == [
        "2023-04-20-ฉบับสิ้นสุดการดำเนินการ", FOLDER, "2023-04-21-ฉบับเสนอ",
    ]  # fmt: skip


def test_names_that_windows_takes_for_one_are_one(campaign):
    approved(campaign, Edition("Draft", "1", date(2023, 4, 20)))
    with pytest.raises(CampaignError):
        approved(campaign, Edition("DRAFT", "2", date(2023, 4, 20)))


@pytest.mark.parametrize("news", ["a download", "a text", "a changed page", "a passed deadline"])
def test_what_is_not_up_to_date_is_not_approved(campaign, news):
    now = NOW
    if news == "a download":
        drop_signoffs(campaign, "c.csv", ("สมปอง", "5/4/2023, 9:00:00"))
    elif news == "a text":
        (campaign / "texts" / "privacy-notice.md").write_text("ใหม่", encoding="utf-8")
    elif news == "a changed page":
        page = out_of(campaign) / "public" / "index.html"
        page.write_bytes(page.read_bytes().replace("๑".encode(), "๙".encode()))
    else:
        now = datetime(2023, 4, 30, 17, tzinfo=UTC)
    with pytest.raises(CampaignError) as fault:
        approved(campaign, now=now)
    assert "rapsap refresh" in fault.value.remedy
    assert not (out_of(campaign) / "editions").exists()
    refresh(campaign, now=now)
    assert approved(campaign, now=now).folder.is_dir()


def test_a_campaign_never_refreshed_is_not_approved(tmp_path):
    new_small_campaign(tmp_path / "campaign")
    with pytest.raises(CampaignError):
        approved(tmp_path / "campaign")


def test_a_refused_form_is_approved_only_with_a_reason_which_is_kept(campaign):
    (campaign / "inbox" / "signoff" / "c.csv").write_text(
        "ประทับเวลา,หน่วยงานที่ปฏิบัติงานจริง,ชื่อ,นามสกุล,ตำแหน่ง,ประเภทบุคลากร,คำนำหน้าชื่อหรือยศ,"
        "กลุ่มงาน/ฝ่าย/อำเภอ,อีเมล (ถ้ามี)\n5/4/2023, 9:00:00,x,ก,ข,ค,ง,จ,ฉ,\n",
        encoding="utf-8",
    )
    assert refresh(campaign, now=NOW).exit_code == ExitCode.FORM_REFUSED
    with pytest.raises(UserError) as fault:
        approved(campaign)
    assert fault.value.exit_code == ExitCode.FORM_REFUSED
    assert not (out_of(campaign) / "editions").exists()
    made = approved(campaign, accept="นายอำเภอยืนยันแล้ว")
    page = visible((made.folder / "index.html").read_text(encoding="utf-8"))
    assert "การอ่านครั้งล่าสุดไม่ผ่านการตรวจ" in page
    with Ledger(campaign / LEDGER) as ledger:
        assert f"edition:{FOLDER}" in ledger.accepted("signoff")
    assert all("นายอำเภอ".encode() not in content for content in files_below(made.folder).values())
    assert refresh(campaign, now=NOW + timedelta(hours=1)).summary is None


def test_a_half_made_edition_never_appears(tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    chmod = Path.chmod

    def killed(self, mode):
        if self.name == "b.css":
            raise KeyboardInterrupt
        chmod(self, mode)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", killed)
        with pytest.raises(KeyboardInterrupt):
            freeze({"a.html": b"a", "b.css": b"b"}, PROPOSED, tmp_path / "out")
    assert list((tmp_path / "out").glob("editions/*")) == []
    place = freeze({"a.html": b"a", "b.css": b"b"}, PROPOSED, tmp_path / "out")
    assert files_below(place) == {"a.html": b"a", "b.css": b"b"}


@pytest.mark.parametrize(
    "written", ["20 เม.ย. 2566", "๒๐ เมษายน ๒๕๖๖", "20/4/2566", "2023-04-20", "20/4/2023"]
)
def test_the_date_is_read_as_people_write_it(written):
    assert edition_of("ฉบับเสนอ", " ชร 0017.5/128 ", written) == PROPOSED


@pytest.mark.parametrize(
    ("name", "number", "written", "option"),
    [
        ("../", "1", "20/4/2566", "--edition"),
        ("", "1", "20/4/2566", "--edition"),
        ("ฉบับเสนอ", " \u200b", "20/4/2566", "--number"),
        ("ฉบับเสนอ", "1", "31/6/2566", "--date"),
        ("ฉบับเสนอ", "1", "20/4/66", "--date"),
        ("ฉบับเสนอ", "1", "", "--date"),
    ],
)
def test_what_says_nothing_is_refused_with_its_remedy(name, number, written, option):
    with pytest.raises(CampaignError) as fault:
        edition_of(name, number, written)
    assert fault.value.place == option
    assert fault.value.remedy


def test_an_odd_date_is_remarked_upon(campaign):
    before_the_data = Edition("ก", "1", date(2023, 4, 3))
    still_to_come = Edition("ข", "1", date(2023, 4, 21))
    assert len(dates_remarked(approved(campaign, before_the_data))) == 1
    assert len(dates_remarked(approved(campaign, still_to_come))) == 1
    assert dates_remarked(approved(campaign, Edition("ค", "1", date(2023, 4, 4)))) == []
    assert dates_remarked(approved(campaign, PROPOSED)) == []


def dates_remarked(edition):
    return [remark for remark in edition.remarks if "๒๕๖๖" in remark or "2566" in remark]


def test_rows_that_nobody_has_confirmed_are_remarked_upon(campaign):
    (remark,) = approved(campaign).remarks
    assert remark == (
        "ยังมี 7 แถวที่เป็นร่าง ฉบับนี้จึงพิมพ์ว่า «ร่าง โปรดตรวจสอบ»: "
        "e-service, hr-policy, coi, ethics, no-gift, working-group, dos-donts"
    )
    confirmed = load_campaign(campaign).model_copy(
        update={"guidelines": (), "measures": (), "events": ()}
    )
    assert list(_unconfirmed_rows(confirmed)) == []


def test_the_command_tells_where_the_edition_is(campaign, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    words = ["approve", str(campaign), "--edition", "ฉบับเสนอ", "--number", "1"]
    assert main([*words, "--date", "20 เม.ย. 2566"]) == ExitCode.OK
    assert f"{FOLDER}.zip" in capsys.readouterr().out
    assert main([*words, "--date", "20 เม.ย. 2566"]) == ExitCode.CAMPAIGN
    assert main([*words, "--date", "31 มิ.ย. 2566"]) == ExitCode.CAMPAIGN
    assert "Traceback" not in capsys.readouterr().err
