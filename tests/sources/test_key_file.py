"""The file we sign in with: each fault by its name, its path shown, its content never."""

from __future__ import annotations

import json
import os

import pytest
from linked import at, signoff, state_of


@pytest.fixture
def sheet(office):
    form = office.sheet()
    form.submit(at(3), signoff("หนึ่ง"))
    return form


def without(key, *names):
    return {name: value for name, value in key.items() if name not in names}


FAULTS = {
    "damaged": (b'{"type": "service_account", "private_key": "-----BEG', "ไม่ใช่ JSON"),
    "no text": (b"\xff\xfe\x00\x01", "ไม่ใช่ JSON"),
    "P12": (b"0\x82\x09\x9c", "ไม่ใช่ JSON"),
    "a list": (b"[]", "ไม่ใช่กุญแจ"),
    "another kind": (b'{"type": "api_key", "key": "x"}', "ไม่ใช่กุญแจ"),
    "of an app": (b'{"installed": {"client_id": "x", "client_secret": "y"}}', "แอป"),
}


@pytest.mark.usefixtures("sheet")
class TestFaults:
    def told(self, office, words):
        """Assert that the key file is named, and what is wrong with it said."""
        state = state_of(office.collect())
        assert (state.state, state.exit_code) == ("failed", 77)
        assert str(office.folder / "key.json") in state.reason
        assert words in state.reason
        assert state.remedy
        assert office.google.asked == []
        secret = office.key["private_key"].splitlines()[1]
        assert secret not in state.reason + state.remedy

    @pytest.mark.parametrize(("content", "words"), FAULTS.values(), ids=FAULTS)
    def test_a_file_that_is_no_key(self, office, content, words):
        office.write_key(content)
        self.told(office, words)

    def test_a_file_that_is_not_there(self, office):
        (office.folder / "key.json").unlink()
        self.told(office, "ไม่พบ")

    @pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
    @pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
    def test_a_file_that_others_may_read(self, office, mode):
        office.write_key(office.key, mode)
        self.told(office, "ผู้อื่น")

    def test_a_folder_in_its_place(self, office):
        (office.folder / "key.json").unlink()
        (office.folder / "key.json").mkdir(mode=0o700)
        self.told(office, "เปิดไฟล์")

    @pytest.mark.parametrize("missing", ["client_email", "private_key", "token_uri"])
    def test_a_key_that_lacks_something(self, office, missing):
        office.write_key(without(office.key, missing))
        self.told(office, "ไม่ครบ")

    def test_a_private_key_that_is_damaged(self, office):
        office.write_key(office.key | {"private_key": "-----BEGIN PRIVATE KEY-----\nMIIC\n"})
        self.told(office, "เสียหาย")

    def test_line_ends_lost_in_copying(self, office):
        office.write_key(
            office.key | {"private_key": office.key["private_key"].replace("\n", "\\n")}
        )
        self.told(office, "ขึ้นบรรทัด")


@pytest.mark.usefixtures("sheet")
class TestWaysToSignIn:
    def collected(self, office):
        return state_of(office.collect()).state

    def test_a_mark_that_a_windows_editor_adds_does_no_harm(self, office):
        office.write_key(b"\xef\xbb\xbf" + json.dumps(office.key).encode())
        assert self.collected(office) == "ok"

    def test_a_person_who_signed_in_once(self, office, google, sheet):
        office.write_key(google.person("clerk@example.com"))
        sheet.book.shared_with = {"clerk@example.com"}
        assert self.collected(office) == "ok"

    def test_a_person_whose_sign_in_has_expired(self, office, google):
        key = google.person("clerk@example.com")
        google.accounts["clerk@example.com"].refresh_tokens.clear()
        office.write_key(key)
        state = state_of(office.collect())
        assert (state.state, state.exit_code) == ("failed", 77)
        assert "หมดอายุ" in state.reason

    def test_the_sign_in_of_this_machine(self, office, monkeypatch):
        office.settings = office.settings.model_copy(update={"credentials": ""})
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(office.folder / "key.json"))
        assert self.collected(office) == "ok"

    def test_a_keyless_sign_in_of_gcloud(self, office, google, monkeypatch, sheet):
        (office.folder / "key.json").unlink()
        office.settings = office.settings.model_copy(update={"credentials": ""})
        gcloud = office.folder / "gcloud"
        gcloud.mkdir()
        (gcloud / "application_default_credentials.json").write_text(
            json.dumps(google.person("clerk@example.com"))
        )
        monkeypatch.setenv("CLOUDSDK_CONFIG", str(gcloud))
        sheet.book.shared_with = {"clerk@example.com"}
        assert self.collected(office) == "ok"

    @pytest.mark.parametrize("unset", ["", None])
    def test_nothing_to_sign_in_with(self, office, monkeypatch, unset):
        office.settings = office.settings.model_copy(update={"credentials": ""})
        monkeypatch.setenv("CLOUDSDK_CONFIG", str(office.folder / "none"))
        monkeypatch.setenv("NO_GCE_CHECK", "true")
        if unset is not None:
            monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", unset)
        state = state_of(office.collect())
        assert (state.state, state.exit_code) == ("failed", 77)
        assert "ไม่มีสิ่งที่ใช้ลงชื่อเข้าใช้" in state.reason

    def test_only_leave_to_read_is_asked_for(self, office, google):
        office.collect()
        ((_, scopes),) = google.tokens.values()
        assert scopes == {"https://www.googleapis.com/auth/spreadsheets.readonly"}

    def test_drive_is_asked_for_its_list_alone_and_only_when_wanted(self, office, google):
        office.settings = office.settings.model_copy(update={"drive": True})
        office.collect()
        ((_, scopes),) = google.tokens.values()
        assert {scope.rpartition("/")[2] for scope in scopes} == {
            "spreadsheets.readonly", "drive.metadata.readonly",
        }  # fmt: skip
