"""The ledger keeps every row to the letter, in any order, through any fault."""

import multiprocessing
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from builders import headings, signoff_form, signoff_row
from examples import one_in
from hypothesis import given
from hypothesis import strategies as st
from readings import LATER, NOON, table

from collector.chain import Chained, digest_of, link_of, verify_chain
from collector.changes import Acceptance, Recorded
from collector.identity import identity_columns
from collector.ledger import Ledger
from collector.matching import IdentityColumns
from config.errors import CannotWriteError, ExitCode, TryLaterError, UserError

ANY_TEXT = st.text(st.characters(codec=None), max_size=12)
FEW_ROWS = st.lists(st.tuples(st.sampled_from("กข"), st.sampled_from("12")), max_size=6)


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def read_in(ledger, *tables, now=NOON, live=False, columns=None, source="inbox"):
    changes = ledger.compare(
        tables,
        form="signoff",
        source=source,
        live=live,
        identity_of=lambda _header: columns or IdentityColumns(),
    )
    return ledger.record([changes], now=now)


def rows_by_state(ledger, form="signoff"):
    return Counter(
        (state, row)
        for stored in ledger.answers(form)
        for state, row in zip(stored.states, stored.rows, strict=True)
    )


def standing(ledger):
    by_state = rows_by_state(ledger)
    return Counter({row: n for (state, row), n in by_state.items() if state == "standing"})


class TestToTheLetter:
    @one_in(3)
    @given(header=st.tuples(ANY_TEXT, ANY_TEXT), rows=st.lists(st.lists(ANY_TEXT), max_size=5))
    def test_any_cells_come_back_as_they_went_in(self, tmp_path_factory, header, rows):
        path = tmp_path_factory.mktemp("any") / "ledger.sqlite"
        with Ledger(path) as ledger:
            read_in(ledger, table(*rows, header=header))
        with Ledger(path) as ledger:
            stored = ledger.answers("signoff")
        assert [row for t in stored for row in t.rows] == [tuple(row) for row in rows]
        assert {t.header for t in stored} <= {header}

    @pytest.mark.parametrize(
        "cell",
        [
            "a\ud800",
            "\ud83d\ude00",
            "😀",
            "\0",
            "'=1+1",
            "\u200bก",
            "007",
            "a\r\nb",
            '"',
            "๑๒",
            " ",
        ],
    )
    def test_a_nasty_cell_comes_back(self, ledger, cell):
        read_in(ledger, table((cell, "x")))
        assert ledger.answers("signoff")[0].rows == [(cell, "x")]

    def test_a_long_cell_is_not_cut(self, ledger):
        read_in(ledger, table(("ก" * 50_000, "")))
        assert len(ledger.answers("signoff")[0].rows[0][0]) == 50_000

    def test_a_row_says_where_it_came_from(self, ledger):
        read_in(ledger, table(("1", "2"), ("3", "4"), origin="b.zip/inner.csv"))
        stored = ledger.answers("signoff")[0]
        assert (stored.form, stored.source, stored.header) == ("signoff", "inbox", ("ก", "ข"))
        assert stored.origins == ["b.zip/inner.csv"] * 2
        assert stored.row_numbers == [2, 3]
        assert stored.response_ids == [1, 2]
        assert stored.states == ["standing", "standing"]

    def test_a_file_name_that_is_no_text_is_kept_readable(self, ledger):
        read_in(ledger, table(("1", "2"), origin="a\udce0.csv"))
        assert ledger.answers("signoff")[0].origins == ["a\\udce0.csv"]


class TestFiles:
    def test_the_same_file_again_writes_nothing(self, ledger):
        read_in(ledger, table(("1", "2"), ("1", "2")))
        head = ledger.head()
        assert read_in(ledger, table(("1", "2"), ("1", "2")), now=LATER) == Recorded()
        assert (ledger.head(), ledger.last_refresh_at()) == (head, NOON)

    def test_the_same_file_renamed_is_nothing_new(self, ledger):
        read_in(ledger, table(("1", "2"), origin="a.csv"))
        again = table(("1", "2"), origin="สำเนา a.csv")
        assert read_in(ledger, again, now=LATER) == Recorded()

    def test_a_file_taken_away_retracts_nothing(self, ledger):
        read_in(ledger, table(("1", "2"), origin="a.csv"), table(("3", "4"), origin="b.csv"))
        assert read_in(ledger, now=LATER) == Recorded()
        assert sum(standing(ledger).values()) == 2

    @one_in(3)
    @given(files=st.lists(FEW_ROWS, max_size=4), seed=st.randoms(use_true_random=False))
    def test_order_and_splitting_change_nothing(self, tmp_path_factory, files, seed):
        folder = tmp_path_factory.mktemp("order")
        with Ledger(folder / "at-once.sqlite") as ledger:
            read_in(ledger, *[table(*rows) for rows in files])
            at_once = standing(ledger)
        shuffled = [seed.sample(rows, len(rows)) for rows in seed.sample(files, len(files))]
        with Ledger(folder / "one-by-one.sqlite") as ledger:
            for rows in shuffled:
                read_in(ledger, table(*rows))
            assert standing(ledger) == at_once
        most = Counter()
        for rows in files:
            most |= Counter(rows)
        assert at_once == most


class TestLiveSheets:
    LIVE = partial(read_in, live=True, source="sheet", columns=IdentityColumns(timestamp=(0,)))

    def test_a_changed_row_keeps_its_response_and_its_past(self, ledger):
        self.LIVE(ledger, table(("t1", "ก"), ("t2", "ข")))
        assert self.LIVE(ledger, table(("t2", "ข"), ("t1", "ค")), now=LATER).changed == 1
        stored = ledger.answers("signoff")[0]
        assert list(zip(stored.response_ids, stored.rows, stored.states, strict=True)) == [
            (1, ("t1", "ก"), "replaced"),
            (2, ("t2", "ข"), "standing"),
            (1, ("t1", "ค"), "standing"),
        ]

    def test_a_vanished_row_stays_readable(self, ledger):
        self.LIVE(ledger, table(("t1", "ก"), ("t2", "ข")))
        self.LIVE(ledger, table(("t2", "ข")), now=LATER)
        assert rows_by_state(ledger) == {("vanished", ("t1", "ก")): 1, ("standing", ("t2", "ข")): 1}

    def test_a_row_that_comes_back_is_a_new_response(self, ledger):
        for rows in ([("t1", "ก")], [("t9", "ฮ")], [("t1", "ก"), ("t9", "ฮ")]):
            self.LIVE(ledger, table(*rows))
        stored = ledger.answers("signoff")[0]
        assert [s for r, s in zip(stored.rows, stored.states, strict=True) if r == ("t1", "ก")] == [
            "vanished",
            "standing",
        ]

    def test_a_sorted_sheet_is_no_event(self, ledger):
        self.LIVE(ledger, table(("t1", "ก"), ("t2", "ข"), ("t3", "")))
        assert self.LIVE(ledger, table(("t3", ""), ("t1", "ก"), ("t2", "ข"))) == Recorded()

    @one_in(3)
    @given(st.lists(FEW_ROWS, min_size=1, max_size=5))
    def test_the_last_reading_stands_and_nothing_is_lost(self, tmp_path_factory, readings):
        with Ledger(tmp_path_factory.mktemp("live") / "ledger.sqlite") as ledger:
            for rows in readings:
                self.LIVE(ledger, table(*rows))
            assert standing(ledger) == Counter(readings[-1])
            ever = {row for _state, row in rows_by_state(ledger)}
            assert ever == {row for rows in readings for row in rows}
            assert verify_chain(ledger.chained_events()) is None

    def test_streams_of_one_form_do_not_mix(self, ledger):
        read_in(ledger, table(("t1", "ก")))
        self.LIVE(ledger, table(("t1", "ก")))
        self.LIVE(ledger, table(("t2", "ก")))
        assert [t.source for t in ledger.answers("signoff")] == ["inbox", "sheet"]
        assert ledger.answers("signoff")[0].states == ["standing"]

    def test_an_edited_answer_is_known_by_the_forms_own_columns(self, ledger):
        form = signoff_form()
        first = signoff_row("สมมติ", "1/4/2023, 9:00:00", email="a@x.go.th")
        edited = signoff_row("สมมติ", "2/4/2023, 9:00:00", email="a@x.go.th", position="นิติกร")
        for row in (first, edited):
            changes = ledger.compare(
                [table(row, header=headings(form))],
                form="signoff",
                source="sheet",
                live=True,
                identity_of=partial(identity_columns, form=form),
            )
            ledger.record([changes], now=NOON)
        assert rows_by_state(ledger) == {("replaced", first): 1, ("standing", edited): 1}


class TestLastRefresh:
    def test_changes_show_before_and_after(self, ledger):
        live = TestLiveSheets.LIVE
        live(ledger, table(("t1", "ก"), ("t2", "ข")))
        live(ledger, table(("t1", "ค"), ("t3", "ง\ud800")), now=LATER)
        told = [(e.at, e.kind, e.response, e.row_number, e.before, e.after)
                for e in ledger.events_of_last_refresh()]  # fmt: skip
        at = LATER.isoformat()
        assert told == [
            (at, "ADD", 3, 3, "", "t3 | ง\\ud800"),
            (at, "CHANGE", 1, 2, "t1 | ก", "t1 | ค"),
            (at, "VANISH", 2, 0, "t2 | ข", ""),
        ]

    def test_a_decision_alone_leaves_the_last_news_in_place(self, ledger):
        read_in(ledger, table(("1", "2")))
        ledger.record([], now=LATER, accepted_reason="ตรวจสอบแล้ว")
        assert len(ledger.events_of_last_refresh()) == 1
        assert ledger.last_refresh_at() == LATER
        assert ledger.last_news_at("signoff", "inbox") == NOON

    def test_an_empty_ledger_has_nothing_to_tell(self, ledger):
        assert (ledger.head(), ledger.event_count(), ledger.answers("signoff")) == ("", 0, ())
        assert ledger.events_of_last_refresh() == []
        assert ledger.last_refresh_at() is None
        assert ledger.last_news_at("signoff", "inbox") is None

    def test_decisions_are_remembered_by_form(self, ledger):
        ledger.record(
            [],
            now=NOON,
            accepted_reason="ถูกต้องแล้ว",
            acceptances=[Acceptance("coi", "header:1", "ไม่มีคอลัมน์")],
        )
        assert ledger.accepted("coi") == {"header:1"}
        assert ledger.accepted("signoff") == frozenset()

    def test_headers_are_kept_once(self, ledger):
        read_in(ledger, table(("1", "2")), table(("3", "4")), table(("5",), header=("x",)))
        assert ledger.headers("signoff") == (("ก", "ข"), ("x",))


class TestAllOrNothing:
    def test_a_fault_while_recording_leaves_the_ledger_as_it_was(self, ledger):
        read_in(ledger, table(("1", "2")))
        before = (ledger.head(), rows_by_state(ledger), ledger.headers("signoff"))
        unstorable = replace(table(("3", "4"), ("5", "6")), header=("x",), row_numbers=(2, 2**70))
        with pytest.raises(OverflowError):
            read_in(ledger, unstorable, now=LATER)
        assert (ledger.head(), rows_by_state(ledger), ledger.headers("signoff")) == before
        assert ledger.last_refresh_at() == NOON
        assert read_in(ledger, table(("3", "4")), now=LATER).added == 1

    def test_a_full_disk_leaves_the_ledger_as_it_was(self, ledger):
        read_in(ledger, table(("1", "2")))
        head = ledger.head()
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(CannotWriteError) as caught:
            read_in(ledger, table(("ก" * 100_000, "")))
        assert caught.value.exit_code == ExitCode.CANNOT_WRITE
        assert ledger.head() == head

    def test_a_killed_refresh_leaves_whole_refreshes_only(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        killed_while_recording = 0
        for patience in range(1, 60):
            if killed_while_recording >= 3:
                break
            child = multiprocessing.get_context("spawn").Process(
                target=record_for_ever, args=(path,)
            )
            child.start()
            while not path.exists() and child.is_alive():
                time.sleep(0.01)
            time.sleep(patience * 0.07)
            child.kill()
            child.join()
            with Ledger(path) as ledger:
                assert ledger.event_count() % BATCH == 0
                assert verify_chain(ledger.chained_events()) is None
                killed_while_recording += ledger.event_count() > 0
        assert killed_while_recording


BATCH = 500


def record_for_ever(path):
    """Record refreshes of `BATCH` rows until somebody ends it."""
    with Ledger(path) as ledger:
        while True:
            told = ledger.event_count()
            read_in(ledger, table(*[(str(told + i), "ก" * 200) for i in range(BATCH)]))


class TestTwoAtOnce:
    def test_whoever_comes_second_tries_later(self, ledger, tmp_path):
        changes = ledger.compare([table(("1", "2"))], form="signoff", source="inbox")
        with Ledger(tmp_path / "ledger.sqlite") as other:
            read_in(other, table(("1", "2")))
        with pytest.raises(TryLaterError) as caught:
            ledger.record([changes], now=LATER)
        assert caught.value.exit_code == ExitCode.TRY_LATER
        assert ledger.event_count() == 1

    def test_a_ledger_being_written_to_is_not_waited_for_for_ever(self, ledger, tmp_path):
        ledger._connection.execute("BEGIN IMMEDIATE")
        with (
            Ledger(tmp_path / "ledger.sqlite", wait_seconds=0) as other,
            pytest.raises(TryLaterError),
        ):
            read_in(other, table(("1", "2")))
        ledger._connection.execute("ROLLBACK")
        with Ledger(tmp_path / "ledger.sqlite", wait_seconds=0) as other:
            assert read_in(other, table(("1", "2"))).added == 1


class TestUnfitFiles:
    def refuse(self, path):
        before = path.read_bytes()
        with pytest.raises(UserError) as caught:
            Ledger(path)
        assert caught.value.fault
        assert caught.value.remedy
        assert caught.value.place == str(path)
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]

    def test_what_is_no_database_is_refused_untouched(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        path.write_bytes("ไม่ใช่ฐานข้อมูล".encode() * 100)
        self.refuse(path)

    def test_another_programs_database_is_refused_untouched(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        with closing(sqlite3.connect(path)) as foreign:
            foreign.execute("CREATE TABLE photos (name TEXT)")
            foreign.commit()
        self.refuse(path)

    def test_a_newer_ledger_is_refused_untouched(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        Ledger(path).close()
        with closing(sqlite3.connect(path)) as newer:
            newer.execute("PRAGMA user_version = 99")
            newer.execute("PRAGMA journal_mode = DELETE")
        self.refuse(path)

    def test_a_ledger_cut_short_is_refused(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        with Ledger(path) as ledger:
            read_in(ledger, table(*[(str(i), "ก" * 200) for i in range(200)]))
        path.write_bytes(path.read_bytes()[:40_000])
        with pytest.raises(UserError), Ledger(path) as ledger:
            ledger.answers("signoff")

    def test_a_folder_in_its_place_is_refused(self, tmp_path):
        with pytest.raises(CannotWriteError):
            Ledger(tmp_path)

    def test_an_empty_file_is_a_new_ledger(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        path.touch()
        with Ledger(path) as ledger:
            assert read_in(ledger, table(("1", "2"))).added == 1

    def test_a_flipped_byte_in_a_row_is_refused(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        with Ledger(path) as ledger:
            read_in(ledger, table(("AAAA", "2"), ("BBBB", "3")))
        path.write_bytes(path.read_bytes().replace(b"AAAA", b"AAAB"))
        with Ledger(path) as ledger:
            with pytest.raises(UserError):
                ledger.answers("signoff")
            assert verify_chain(ledger.chained_events()) == 1


class TestChain:
    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        with Ledger(path) as ledger:
            TestLiveSheets.LIVE(ledger, table(("t1", "ก"), ("t2", "ข"), ("t3", "ค")))
            TestLiveSheets.LIVE(ledger, table(("t1", "ง"), ("t2", "ข")), now=LATER)
        return path

    def first_break_after(self, path, statement):
        with closing(sqlite3.connect(path)) as meddler:
            for (trigger,) in meddler.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                meddler.execute(f"DROP TRIGGER {trigger}")
            meddler.execute(statement)
            meddler.commit()
        with Ledger(path) as ledger:
            return verify_chain(ledger.chained_events())

    def test_links_follow_each_other_to_the_head(self, path):
        with Ledger(path) as ledger:
            chained = list(ledger.chained_events())
            assert ledger.head() == chained[-1].link.hex()
        assert [c.event.kind for c in chained] == ["ADD", "ADD", "ADD", "CHANGE", "VANISH"]
        for before, after in pairwise(chained):
            assert after.link == link_of(before.link, after.event, after.digest)

    def test_the_same_cells_have_another_digest_each_time(self, tmp_path):
        with Ledger(tmp_path / "ledger.sqlite") as ledger:
            read_in(ledger, table(("1", "2"), ("1", "2")))
            one, two = ledger.chained_events()
        assert one.digest != two.digest

    @pytest.mark.parametrize(
        ("statement", "seq"),
        [
            ('UPDATE events SET payload = CAST(\'["t2", "x"]\' AS BLOB) WHERE seq = 2', 2),
            ("UPDATE events SET row_number = 9 WHERE seq = 2", 2),
            ("UPDATE events SET origin = 'b.csv' WHERE seq = 3", 3),
            ("UPDATE events SET kind = 'ADD' WHERE seq = 4", 4),
            ("UPDATE events SET response = 2 WHERE seq = 4", 4),
            ("UPDATE events SET salt = NULL WHERE seq = 2", 2),
            ("UPDATE refreshes SET at = '2023-01-01T00:00:00+07:00' WHERE id = 2", 4),
            ("UPDATE streams SET form = 'coi'", 1),
            ('UPDATE headers SET cells = CAST(\'["ข", "ก"]\' AS BLOB)', 1),
            ("DELETE FROM events WHERE seq = 2", 2),
        ],
    )
    def test_whoever_changes_the_past_breaks_the_chain(self, path, statement, seq):
        assert self.first_break_after(path, statement) == seq

    def test_a_row_forged_with_its_own_hashes_still_breaks_the_next(self, path):
        with Ledger(path) as ledger:
            first, second, *rest = ledger.chained_events()
        forged = second.event._replace(payload=b'["t2", "x"]')
        digest = digest_of(forged.salt, forged.payload)
        link = link_of(first.link, forged, digest)
        assert verify_chain([first, Chained(forged, digest, link), *rest]) == 3

    def test_an_erasure_leaves_the_head_and_is_seen_all_the_same(self, path):
        with Ledger(path) as ledger:
            head, state = ledger.head(), ledger.state()
        with closing(sqlite3.connect(path)) as eraser, eraser:
            eraser.execute("UPDATE events SET payload = NULL, salt = NULL WHERE seq = 2")
        with Ledger(path) as ledger:
            assert ledger.head() == head
            assert ledger.state() != state

    def test_an_erased_row_leaves_the_chain_whole(self, path):
        with closing(sqlite3.connect(path)) as eraser:
            eraser.execute("UPDATE events SET payload = NULL, salt = NULL WHERE seq = 2")
            eraser.commit()
        with Ledger(path) as ledger:
            assert verify_chain(ledger.chained_events()) is None
            assert ("t2", "ข") not in [r for t in ledger.answers("signoff") for r in t.rows]

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM events",
            "DELETE FROM refreshes",
            "DELETE FROM acceptances",
            "DELETE FROM headers",
            "DELETE FROM streams",
            "UPDATE events SET payload = x'00'",
            "UPDATE events SET payload = NULL",
            "UPDATE events SET payload = NULL, salt = NULL, origin = 'x'",
            "UPDATE refreshes SET accepted_reason = 'x'",
            "UPDATE acceptances SET fault = 'x'",
        ],
    )
    def test_the_file_itself_forbids_to_change_the_past(self, path, statement):
        with Ledger(path) as ledger:
            ledger.record([], now=LATER, acceptances=[Acceptance("coi", "s", "f")])
        with closing(sqlite3.connect(path)) as meddler, pytest.raises(sqlite3.IntegrityError):
            meddler.execute(statement)
