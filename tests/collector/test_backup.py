"""A backup is whole or refused, and what is restored from it proves what it is."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import stat
import sys
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from readings import LATER, NOON, table

from collector.auditing import audit
from collector.backup import pack, restore
from collector.backup.checking import check
from collector.backup.manifest import Manifest, is_safe
from collector.backup.trailer import COMMENT, seal_file
from collector.ledger import Ledger
from config.errors import CampaignError, UserError

NOW = datetime(2023, 4, 30, 2, 30, tzinfo=UTC)
KEY = '{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\nMII\\n"}'
FILES = {
    "campaign.toml": "id = 'x'",
    "ตั้งค่า.xlsx": "workbook",
    "decisions.csv": "ก,ข\r\n",
    "google.json": "{}",
    "texts/memo.md": "บันทึก",
    "last-year/summary.json": "{}",
    "inbox/signoff/คำตอบ (1).csv": "หนึ่ง,สอง\r\n",
    "out/editions/2023-04-20-ฉบับเสนอ/index.html": "<p>ฉบับเสนอ</p>",
    "out/evidence/2023-04-30/list.pdf": "%PDF",
}
LEFT = {
    "~$ตั้งค่า.xlsx": "Excel is open",
    ".rapsap.lock": "",
    "out/public/index.html": "a draft",
    "backup/older.zip": "a backup",
    "key.json": KEY,
}


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def record(path, *rows, now=NOON):
    with Ledger(path) as ledger:
        changes = ledger.compare([table(*rows)], form="signoff", source="inbox")
        ledger.record([changes], now=now)
        return ledger.reference()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "เชียงราย 2566"
    folder.mkdir()
    write(folder, FILES | LEFT)
    record(folder / "ledger.sqlite", ("1", "2"), ("3", "4"))
    return folder


@pytest.fixture
def campaign(made, tmp_path):
    return shutil.copytree(made, tmp_path / "เชียงราย 2566")


@pytest.fixture(scope="module")
def sound(made, tmp_path_factory):
    """Return a backup of the campaign."""
    return packed(made, tmp_path_factory.mktemp("sound") / "a.zip").place


def packed(folder, place):
    return pack(folder, lambda _reference: place, now=NOW, version="0.1.0")


def files_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class TestPacking:
    def test_what_comes_back_is_what_was_there_to_the_byte(self, sound, tmp_path):
        restored = restore(sound, tmp_path / "again")
        back = files_below(tmp_path / "again")
        assert set(back) == {*FILES, "ledger.sqlite"}
        assert {name: back[name].decode() for name in FILES} == FILES
        with Ledger(tmp_path / "again" / "ledger.sqlite") as ledger:
            assert ledger.reference() == restored.manifest.ledger_reference
            assert [t.rows for t in ledger.answers("signoff")] == [[("1", "2"), ("3", "4")]]

    def test_it_tells_what_it_is(self, sound):
        manifest = check(sound)
        assert (manifest.made_at, manifest.version) == ("2023-04-30T02:30:00+00:00", "0.1.0")
        assert (manifest.campaign, manifest.sound) == ("เชียงราย 2566", True)
        assert manifest.ledger_reference.startswith("2-")

    def test_it_is_a_zip_that_anybody_can_open(self, sound):
        with zipfile.ZipFile(sound) as opened:
            assert opened.testzip() is None
            assert opened.read("texts/memo.md").decode() == "บันทึก"

    @pytest.mark.parametrize(
        "name", ["key.json", "inbox/signoff/key.json", "texts/notes.md", "google.json"]
    )
    def test_a_key_never_goes_along_wherever_it_lies(self, campaign, tmp_path, name):
        write(campaign, {name: KEY})
        found = packed(campaign, tmp_path / "a.zip")
        assert all(b"PRIVATE KEY" not in content for content in contents(found.place))
        assert found.left_out == (() if name == "key.json" else (name,))

    @pytest.mark.skipif(os.name != "posix", reason="Windows knows no such modes")
    def test_it_is_for_its_owner_alone_and_editions_stay_read_only(self, sound, tmp_path):
        assert stat.S_IMODE(sound.stat().st_mode) == 0o600
        restore(sound, tmp_path / "again")
        page = tmp_path / "again/out/editions/2023-04-20-ฉบับเสนอ/index.html"
        assert stat.S_IMODE(page.stat().st_mode) == 0o444

    def test_nothing_is_overwritten_and_nothing_is_left_beside(self, campaign, tmp_path):
        place = tmp_path / "to" / "a.zip"
        packed(campaign, place)
        before = place.read_bytes()
        with pytest.raises(CampaignError):
            packed(campaign, place)
        assert (place.read_bytes(), list(place.parent.iterdir())) == (before, [place])

    def test_while_a_refresh_is_writing_the_copy_is_of_one_moment(self, campaign, tmp_path):
        with Ledger(campaign / "ledger.sqlite") as ledger:
            changes = ledger.compare([table(("5", "6"))], form="signoff", source="inbox")
            ledger.record([changes], now=LATER)
            ledger._connection.execute("BEGIN IMMEDIATE")
            ledger._connection.execute("INSERT INTO refreshes VALUES (9, 'x', '')")
            found = packed(campaign, tmp_path / "a.zip")
            ledger._connection.execute("ROLLBACK")
            assert found.manifest.ledger_reference == ledger.reference()
        assert restore(found.place, tmp_path / "again").ledger.events == 3

    def test_a_campaign_never_refreshed_can_be_kept_too(self, campaign, tmp_path):
        (campaign / "ledger.sqlite").unlink()
        found = packed(campaign, tmp_path / "a.zip")
        assert (found.ledger, found.manifest.ledger_reference) == (None, "")
        assert restore(found.place, tmp_path / "again").ledger is None

    def test_a_ledger_that_is_not_sound_is_kept_and_said_so_but_never_restored(
        self, campaign, tmp_path
    ):
        path = campaign / "ledger.sqlite"
        path.write_bytes(path.read_bytes().replace(b'["3", "4"]', b'["3", "5"]'))
        found = packed(campaign, tmp_path / "a.zip")
        assert found.ledger.faults
        assert not found.manifest.sound
        with pytest.raises(UserError) as caught:
            restore(found.place, tmp_path / "again")
        assert "2" in caught.value.fault
        assert not (tmp_path / "again").exists()

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
    def test_a_file_name_that_is_no_text_comes_back(self, campaign, tmp_path):
        (campaign / "inbox/signoff" / "a\udce0.csv").write_text("x", encoding="utf-8")
        restore(packed(campaign, tmp_path / "a.zip").place, tmp_path / "again")
        assert (tmp_path / "again/inbox/signoff" / "a\udce0.csv").read_text("utf-8") == "x"


def contents(place):
    with zipfile.ZipFile(place) as opened:
        return [opened.read(name) for name in opened.namelist()]


def refusal(backup, tmp_path):
    with pytest.raises(UserError) as caught:
        restore(backup, tmp_path / "again")
    assert caught.value.remedy
    assert not (tmp_path / "again").exists()
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".rapsap")] == []
    return caught.value.fault


class TestRefusal:
    def test_a_single_bit_anywhere_is_too_much(self, sound, tmp_path):
        chance, content = random.Random(2566), sound.read_bytes()
        for at in [*chance.sample(range(len(content)), 60), 0, len(content) - 1]:
            flipped = bytearray(content)
            flipped[at] ^= 1 << chance.randrange(8)
            (tmp_path / "a.zip").write_bytes(flipped)
            refusal(tmp_path / "a.zip", tmp_path)

    def test_wherever_it_is_cut(self, sound, tmp_path):
        content = sound.read_bytes()
        for length in (0, 1, 100, len(content) // 2, len(content) - 64, len(content) - 1):
            (tmp_path / "a.zip").write_bytes(content[:length])
            assert "ตัดท้าย" in refusal(tmp_path / "a.zip", tmp_path)

    def test_something_put_at_its_end(self, sound, tmp_path):
        (tmp_path / "a.zip").write_bytes(sound.read_bytes() + b"more")
        refusal(tmp_path / "a.zip", tmp_path)

    def test_the_altered_file_is_named(self, sound, tmp_path):
        again(sound, tmp_path / "a.zip", {"texts/memo.md": b"another"}, sealed=False)
        assert "texts/memo.md" in refusal(tmp_path / "a.zip", tmp_path)

    @pytest.mark.parametrize("content", [b"PK", b"not a zip" * 50, COMMENT, b"x" * 999 + COMMENT])
    def test_what_is_no_backup(self, tmp_path, content):
        (tmp_path / "a.zip").write_bytes(content)
        refusal(tmp_path / "a.zip", tmp_path)

    def test_what_is_not_there_and_a_folder(self, tmp_path):
        refusal(tmp_path / "a.zip", tmp_path)
        (tmp_path / "b.zip").mkdir()
        refusal(tmp_path / "b.zip", tmp_path)

    @pytest.mark.parametrize("change", [{"more.txt": b"x"}, {"texts/memo.md": b"another"}])
    def test_one_sealed_anew_whose_files_are_not_its_manifest_s(self, sound, tmp_path, change):
        again(sound, tmp_path / "a.zip", change, sealed=True)
        assert next(iter(change)) in refusal(tmp_path / "a.zip", tmp_path)

    def test_one_made_anew_with_another_ledger(self, sound, tmp_path):
        record(tmp_path / "other.sqlite", ("1", "2"), ("3", "5"))
        forged = (tmp_path / "other.sqlite").read_bytes()
        manifest = check(sound)
        entries = [
            replace(e, sha256=sha256(forged).hexdigest(), bytes=len(forged))
            if e.name == "ledger.sqlite" else e
            for e in manifest.files
        ]  # fmt: skip
        changed = {
            "ledger.sqlite": forged,
            "backup.json": replace(manifest, files=tuple(entries)).as_bytes(),
        }
        again(sound, tmp_path / "a.zip", changed, sealed=True)
        assert manifest.ledger_reference in refusal(tmp_path / "a.zip", tmp_path)

    @pytest.mark.parametrize(
        "name",
        ["../escaped.txt", "/tmp/escaped.txt", "texts/../../escaped.txt", "", ".", "a//b", "./a"],
    )
    def test_a_path_that_leads_elsewhere(self, sound, tmp_path, name):
        manifest = check(sound)
        entries = (replace(manifest.files[-1], name=name), *manifest.files[:-1])
        changed = {"backup.json": replace(manifest, files=entries).as_bytes()}
        again(sound, tmp_path / "a.zip", changed, sealed=True)
        refusal(tmp_path / "a.zip", tmp_path)
        assert not (tmp_path / "escaped.txt").exists()

    def test_a_bomb_is_not_unpacked_beyond_what_it_says(self, sound, tmp_path):
        again(sound, tmp_path / "a.zip", {"texts/memo.md": bytes(30_000_000)}, sealed=True)
        assert "texts/memo.md" in refusal(tmp_path / "a.zip", tmp_path)

    def test_a_folder_with_something_in_it_is_left_alone(self, sound, tmp_path):
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "mine.txt").write_text("x", encoding="utf-8")
        with pytest.raises(CampaignError):
            restore(sound, tmp_path / "full")
        assert list(files_below(tmp_path / "full")) == ["mine.txt"]
        with pytest.raises(CampaignError):
            restore(sound, tmp_path / "full" / "mine.txt")

    def test_an_empty_folder_is_taken(self, sound, tmp_path):
        (tmp_path / "empty").mkdir()
        restore(sound, tmp_path / "empty")
        assert (tmp_path / "empty" / "campaign.toml").is_file()


@pytest.mark.parametrize(
    ("name", "on_linux", "on_windows"),
    [
        ("inbox/signoff/ก 1.csv", True, True),
        ("inbox/12:00.csv", True, False),
        ("C:/x", True, False),
        ("a\\..\\..\\b", True, False),
        ("a./b", True, False),
        ("../b", False, False),
        ("/b", False, False),
        ("a\0b", False, False),
    ],
)
def test_paths_are_judged_by_the_system_that_restores(name, on_linux, on_windows):
    assert is_safe(name, windows=False) == on_linux
    assert is_safe(name, windows=True) == on_windows


def test_a_manifest_of_another_format_is_none():
    whole = json.loads(Manifest("t", "v", "c", "", sound=True, files=()).as_bytes())
    for said in (whole | {"format": 2}, whole | {"more": 1}, {}, [], whole | {"files": 7}):
        with pytest.raises((ValueError, TypeError)):
            Manifest.read(json.dumps(said).encode())


def again(backup, place, changed, *, sealed):
    """Write a backup anew with other contents, as somebody would who alters it."""
    with zipfile.ZipFile(backup) as opened:
        files = {name: opened.read(name) for name in opened.namelist()} | changed
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
        opened.comment = COMMENT
    if sealed:
        with place.open("r+b") as file:
            seal_file(file)


def pack_for_ever(folder, target):
    for number in range(10_000):
        packed(folder, target / f"{number}.zip")


def restore_for_ever(backup, target):
    for number in range(10_000):
        restore(backup, target / str(number))


def killed_while(work, *arguments, after):
    child = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    child.start()
    target, patience = arguments[1], 200
    while not list(target.iterdir()) and patience:
        time.sleep(0.02)
        patience -= 1
    time.sleep(after)
    child.kill()
    child.join()


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.013, 0.05, 0.11, 0.2])
class TestKilled:
    def test_every_file_that_has_a_backup_s_name_is_one(self, made, tmp_path, after):
        killed_while(pack_for_ever, made, tmp_path, after=after)
        for place in tmp_path.glob("*.zip"):
            assert check(place).sound

    def test_every_folder_that_has_a_campaign_s_name_is_whole(self, sound, tmp_path, after):
        killed_while(restore_for_ever, sound, tmp_path, after=after)
        for place in tmp_path.iterdir():
            if not place.name.startswith(".rapsap-restore-"):
                assert set(files_below(place)) == {*FILES, "ledger.sqlite"}
                assert audit(place / "ledger.sqlite").faults == ()
