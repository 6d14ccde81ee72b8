"""What can go wrong with Google: the right words and exit code, the last good answers kept.

Ids in brackets are rows of the list of nasty inputs that the project works by.
"""

from __future__ import annotations

import csv
import logging
import socket
from datetime import timedelta

import pytest
from builders import headings, signoff_form, signoff_row
from linked import NOW, at, signoff, state_of
from loopback import Answer, CutShort, Google, Halved, NoAnswer, Page, Reset

from collector.google.patience import SECONDS, TRIES

LATER = NOW + timedelta(hours=1)
SHEETS, TOKEN, DRIVE = "sheets.googleapis.com", "oauth2.googleapis.com", "www.googleapis.com"


def json_fault(status, message="", reason="", **more):
    """Return an error as Google's newer interfaces say it."""
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}]
    error = {"code": status, "message": message, "status": "X"}
    return Answer(status, {"error": error | ({"details": details} if reason else {})}, **more)


@pytest.fixture
def read_once(office):
    """An office whose sheet was read once, and has one more answer since."""
    form = office.sheet()
    form.submit(at(3), signoff("หนึ่ง"))
    office.collect()
    form.submit(at(4), signoff("สอง"))
    office.google.asked.clear()
    office.time.slept.clear()
    return form


def drop_into_the_inbox(office):
    """Let a download of the same form lie in the inbox: a source that works."""
    folder = office.folder / "inbox" / "signoff"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        row = signoff_row("จากไฟล์", "5/4/2023, 9:00:00")
        csv.writer(file).writerows([headings(signoff_form()), row])


SLOW = pytest.mark.slow
PASSING = [
    pytest.param(SHEETS, json_fault(429, reason="RATE_LIMIT_EXCEEDED"), "มากเกินไป", id="G1 429"),
    pytest.param(SHEETS, json_fault(408), "มากเกินไป", marks=SLOW, id="408"),
    pytest.param(SHEETS, json_fault(500), "ขัดข้อง", marks=SLOW, id="G4 500"),
    pytest.param(SHEETS, json_fault(503), "ขัดข้อง", marks=SLOW, id="G4 503"),
    pytest.param(SHEETS, Page(502), "ขัดข้อง", id="G5 502 of HTML"),
    pytest.param(SHEETS, Page(429), "มากเกินไป", marks=SLOW, id="429 of HTML"),
    pytest.param(
        SHEETS, Answer(500, b'{"error": {"co', {"Content-Type": "application/json"}), "ขัดข้อง",
        marks=SLOW, id="G6 500 cut short",
    ),
    pytest.param(SHEETS, CutShort(), "ขาดหาย", id="G7 200 cut short"),
    pytest.param(SHEETS, CutShort(0), "ขาดหาย", marks=SLOW, id="200 without a body"),
    pytest.param(SHEETS, Halved(), "ขาดหาย", marks=SLOW, id="200, half its JSON"),
    pytest.param(SHEETS, Reset(), "ติดต่อ Google ไม่ได้", id="G13 reset"),
    pytest.param(SHEETS, NoAnswer(0.4), "ไม่ตอบ", marks=SLOW, id="silent"),
    pytest.param(TOKEN, json_fault(503), "ขัดข้อง", id="503 at the sign-in"),
    pytest.param(TOKEN, Page(502), "ขัดข้อง", marks=SLOW, id="502 of HTML at the sign-in"),
    pytest.param(TOKEN, json_fault(429), "มากเกินไป", marks=SLOW, id="429 at the sign-in"),
    pytest.param(TOKEN, CutShort(), "ขาดหาย", marks=SLOW, id="the sign-in cut short"),
    pytest.param(TOKEN, Halved(), "ขาดหาย", marks=SLOW, id="the sign-in, half its JSON"),
    pytest.param(TOKEN, Reset(), "ติดต่อ Google ไม่ได้", marks=SLOW, id="the sign-in reset"),
]  # fmt: skip


@pytest.mark.usefixtures("read_once")
class TestWhatMayPass:
    @pytest.mark.parametrize(("where", "fault", "words"), PASSING)
    def test_for_ever_it_ends_after_six_tries(self, office, google, where, fault, words):
        drop_into_the_inbox(office)
        google.fail(where, fault, for_ever=True)
        collected = office.collect(LATER)
        state = state_of(collected)
        assert (state.state, state.exit_code, state.last_good) == ("failed", 75, NOW)
        assert words in state.reason
        assert state.remedy
        assert len(met(google, where)) == TRIES
        assert sum(office.time.slept) <= SECONDS
        assert (collected.new_rows, state_of(collected, "inbox").state) == (1, "ok")
        assert office.states() == {"standing": 2}

    @pytest.mark.parametrize(("where", "fault", "words"), PASSING)
    def test_twice_and_then_no_more_it_is_logged_and_nothing_else(
        self, office, google, where, fault, words, caplog
    ):
        google.fail(where, fault, fault)
        with caplog.at_level(logging.WARNING):
            collected = office.collect(LATER)
        assert (state_of(collected).state, collected.new_rows) == ("ok", 1)
        logged = [record.getMessage() for record in caplog.records]
        assert [words in line for line in logged] == [True, True], logged

    def test_the_waits_grow_and_are_never_in_step(self, office, google):
        google.fail(SHEETS, json_fault(500), for_ever=True)
        office.collect(LATER)
        waits = office.time.slept
        for wait, least in zip(waits, (2, 4, 8, 16, 32), strict=True):
            assert least <= wait < least + 3
        assert waits != [2, 4, 8, 16, 32]

    @pytest.mark.parametrize(("asked_for", "waits"), [("25", 25), ("3600", 120), ("soon", 2)])
    def test_a_retry_after_is_obeyed_up_to_a_cap(self, office, google, asked_for, waits):
        google.fail(SHEETS, json_fault(429, headers={"Retry-After": asked_for}))
        assert office.collect(LATER).new_rows == 1
        (slept,) = office.time.slept
        assert waits <= slept < waits + 3

    @pytest.mark.parametrize("status", [403, 407, 502])
    def test_a_proxy_that_lets_nobody_through(self, office, google, status):
        google.refuses_to_connect = status
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "พร็อกซี" in state.reason
        assert "HTTPS_PROXY" in state.remedy

    def test_no_proxy_where_one_is_said_to_be(self, office, monkeypatch):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{taken.getsockname()[1]}")
            monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{taken.getsockname()[1]}")
            state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "พร็อกซี" in state.reason

    def test_a_certificate_that_is_not_googles(self, office, monkeypatch):
        with Google() as other:
            monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(other.trusted))
            state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "ใบรับรอง" in state.reason
        assert "REQUESTS_CA_BUNDLE" in state.remedy

    def test_a_file_of_certificates_that_is_not_there(self, office, monkeypatch):
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(office.folder / "none.pem"))
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "REQUESTS_CA_BUNDLE" in state.remedy

    def test_a_name_that_cannot_be_found(self, office, monkeypatch):
        def no_such_name(*_args, **_more):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.delenv(name)
        monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "DNS" in state.reason

    @pytest.mark.parametrize("where", [SHEETS, TOKEN])
    @pytest.mark.parametrize(
        "page",
        [
            Page(200),
            Page(302, "http://portal.example/login"),
            Page(403),
            Page(511),
            Answer(307, b"", {"Location": "https://portal.example/"}),
        ],
        ids=["200", "302", "403", "511", "307"],
    )
    def test_a_page_of_the_network_instead_of_google(self, office, google, where, page):
        google.fail(where, page, for_ever=True)
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert "หน้าเว็บของเครือข่าย" in state.reason
        assert len(met(google, where)) == 1

    @pytest.mark.parametrize(
        "body",
        [b"{}", b"[]", b"null", b'{"spreadsheetId": "another"}', b'{"sheets": "none"}'],
        ids=str,
    )
    def test_an_answer_that_says_something_else(self, office, google, body):
        google.fail(SHEETS, Answer(200, body, {"Content-Type": "application/json"}), for_ever=True)
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 75)
        assert office.states() == {"standing": 1}


class TestManySheets:
    def test_all_sheets_together_wait_no_longer_than_five_minutes(self, office, google):
        for _number in range(34):
            office.sheet()
        google.fail(SHEETS, json_fault(503), for_ever=True)
        collected = office.collect()
        assert {source.exit_code for source in collected.sources[:34]} == {75}
        assert sum(office.time.slept) <= SECONDS
        assert google.reads()["sheets.spreadsheets.get"] <= 34 * TRIES

    def test_one_sheet_that_fails_for_ever_leaves_the_others_theirs(self, office, google):
        broken = office.sheet()
        others = [office.sheet() for _number in range(4)]
        for form in others:
            form.submit(at(3), signoff("หนึ่ง"))
        google.fail(broken.book.id, json_fault(500), for_ever=True)
        collected = office.collect()
        assert [source.state for source in collected.sources[:5]] == ["failed", *["ok"] * 4]
        assert collected.new_rows == 4

    def test_once_the_time_is_used_up_a_dead_network_is_asked_once_more_only(self, office, google):
        for _number in range(6):
            office.sheet()
        google.fail(SHEETS, Reset(), for_ever=True)
        patience = office.patience()
        patience.spent = SECONDS
        collected = office.collect(patience=patience)
        assert {source.exit_code for source in collected.sources[:6]} == {75}
        assert len(met(google, SHEETS)) == 1


@pytest.mark.usefixtures("read_once")
class TestWhatAPersonMustMend:
    def test_a_token_that_expired_on_the_way_is_asked_for_anew(self, office, google):
        google.fail(SHEETS, json_fault(401))
        assert office.collect(LATER).new_rows == 1
        assert len(met(google, TOKEN)) == 2

    def test_a_sign_in_refused_twice_is_told(self, office, google):
        google.fail(SHEETS, json_fault(401), for_ever=True)
        self.is_told(office, 77, "สองครั้ง")
        assert len(met(google, SHEETS)) == 2

    def test_a_revoked_key(self, office, google):
        google.accounts[office.address].public_keys.clear()
        self.is_told(office, 77, "ถูกเพิกถอน", place="key.json")
        assert len(met(google, TOKEN)) == 1

    def test_a_key_of_an_account_that_was_deleted(self, office, google):
        google.accounts[office.address].exists = False
        self.is_told(office, 77, "ถูกลบ")

    @pytest.mark.parametrize("seconds", [4000, -4000])
    def test_a_clock_that_is_wrong(self, office, google, seconds):
        google.clock_ahead = seconds
        self.is_told(office, 77, "นาฬิกา")

    def test_a_scope_that_google_does_not_give(self, office, google):
        google.accounts[office.address].may_ask_for = set()
        self.is_told(office, 77, "สิทธิ์")

    def test_a_sheet_that_is_no_longer_shared(self, office, google, read_once):
        read_once.book.shared_with.clear()
        state = self.is_told(office, 77, "ยังไม่ได้แชร์")
        assert read_once.book.id in state.reason
        assert read_once.book.title in state.reason
        assert office.address in state.remedy
        assert len(met(google, SHEETS)) == 1

    def test_a_sheet_that_was_deleted(self, office, google, read_once):
        del google.books[read_once.book.id]
        state = self.is_told(office, 77, "ไม่พบเอกสาร")
        assert read_once.book.id in state.reason

    def test_an_api_that_is_not_enabled(self, office, google):
        google.enabled.discard("sheets")
        state = self.is_told(office, 77, "ยังไม่ได้เปิดใช้")
        assert "https://console.developers.google.com/apis/api/sheets" in state.remedy
        assert "12345" in state.reason

    def test_a_scope_that_the_sign_in_lacks(self, office, google):
        google.fail(SHEETS, json_fault(403, reason="ACCESS_TOKEN_SCOPE_INSUFFICIENT"))
        self.is_told(office, 77, "สิทธิ์")

    def test_an_excel_file_in_drive(self, office, read_once):
        read_once.book.is_excel = True
        state = self.is_told(office, 2, "Excel")
        assert "Google ชีต" in state.remedy

    def test_an_id_that_google_cannot_make_sense_of(self, office, google):
        google.fail(SHEETS, json_fault(400, "Request contains an invalid argument."))
        self.is_told(office, 2, "รหัส")

    @pytest.mark.parametrize(
        ("reason", "domain", "code"),
        [
            ("rateLimitExceeded", "usageLimits", 75),
            ("userRateLimitExceeded", "usageLimits", 75),
            ("accessNotConfigured", "usageLimits", 77),
            ("insufficientPermissions", "global", 77),
            ("forbidden", "global", 77),
        ],
    )
    def test_a_403_is_told_apart_by_its_reason(self, office, google, reason, domain, code):
        body = {"error": {"code": 403, "message": "", "errors": [
            {"domain": domain, "reason": reason, "message": ""}]}}  # fmt: skip
        google.fail(SHEETS, Answer(403, body), for_ever=True)
        assert state_of(office.collect(LATER)).exit_code == code
        assert len(met(google, SHEETS)) == (TRIES if code == 75 else 1)

    def is_told(self, office, code, words, place=""):
        """Assert that the others go on, the last good answers stay, and this is said."""
        drop_into_the_inbox(office)
        collected = office.collect(LATER)
        state = state_of(collected)
        assert (state.state, state.exit_code, state.last_good) == ("failed", code, NOW)
        assert words in state.reason
        assert place in state.reason
        assert state.remedy
        assert (collected.new_rows, office.states()) == (1, {"standing": 2})
        secret = office.key["private_key"].splitlines()[1]
        assert secret not in state.reason + state.remedy
        return state


def met(google, host):
    """Return the requests that a host met."""
    signs_in = host == TOKEN
    return [a for a in google.asked if (a.method == "") == signs_in]
