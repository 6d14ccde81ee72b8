"""Whoever meddles with the ledger's file is found out, and told what was done."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import LATER, NOON, table

from collector.auditing import Claim, audit
from collector.chain import START, digest_of, link_of
from collector.changes import Acceptance
from collector.ledger import Ledger
from collector.looking import looking_at
from collector.matching import IdentityColumns
from collector.seals import parse_reference, seal_former_refreshes
from config.errors import CampaignError, TryLaterError, UserError

BY_TIME = IdentityColumns(timestamp=(0,))


def record(ledger, *rows, now=NOON, **decided):
    changes = ledger.compare(
        [table(*rows)], form="signoff", source="sheet", live=True, identity_of=lambda _: BY_TIME
    )
    ledger.record([changes], now=now, **decided)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a ledger of seven events in two refreshes, the second with a decision."""
    path = tmp_path_factory.mktemp("made") / "ledger.sqlite"
    with Ledger(path) as ledger:
        record(ledger, ("t1", "ก"), ("t2", "ข"), ("t3", "ค"), ("t4", "ง"), ("t5", "จ"))
    shutil.copy(path, path.with_name("after-the-first.sqlite"))
    with Ledger(path) as ledger:
        record(
            ledger, ("t1", "ก"), ("t2", "ฃ"), ("t3", "ค"), ("t4", "ง"), now=LATER,
            accepted_reason="ตรวจแล้ว", acceptances=[Acceptance("coi", "header:1", "ไม่มีคอลัมน์")],
        )  # fmt: skip
    return path


@pytest.fixture
def path(made, tmp_path):
    return shutil.copy(made, tmp_path / "ledger.sqlite")


@pytest.fixture
def reference(made):
    with Ledger(made) as ledger:
        return Claim("กระดาษ", ledger.event_count(), parse_reference(ledger.reference()))


def meddle(path, *statements):
    """Change the file past its triggers, and put those back as a careful meddler would."""
    with closing(sqlite3.connect(path)) as meddler:
        meddler.execute("PRAGMA synchronous = OFF")
        triggers = meddler.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _sql in triggers:
            meddler.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            meddler.execute(*(statement if isinstance(statement, tuple) else (statement,)))
        for _name, sql in triggers:
            meddler.execute(sql)
        meddler.commit()


def told(path, *claims):
    return [(fault.kind, fault.numbers) for fault in audit(path, claims).faults]


class TestSound:
    def test_what_was_recorded_is_sound_and_counted(self, path, reference):
        found = audit(path, [reference])
        assert found.faults == ()
        assert found.fits == ((reference, True),)
        assert (found.events, found.refreshes, found.erased) == (7, 2, 0)
        assert [tuple(stream) for stream in found.streams] == [("signoff", "sheet", 5, 1, 1)]
        assert found.reference == str(reference)

    def test_looking_leaves_no_trace(self, path):
        before = path.read_bytes()
        audit(path)
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]

    def test_a_reference_of_before_holds_after_the_ledger_has_grown(self, path, reference):
        with Ledger(path) as ledger:
            record(ledger, ("t9", "ฮ"), now=LATER)
        assert told(path, reference) == []

    def test_the_head_that_an_older_record_tells_holds_too(self, path):
        with Ledger(path) as ledger:
            claim = Claim("run.json", 7, head=ledger.head())
        assert told(path, claim) == []
        assert told(path, claim._replace(head="0" * 64)) == [("rewritten", ())]

    def test_an_erasure_is_no_tampering_and_is_counted(self, path, reference):
        with closing(sqlite3.connect(path)) as eraser, eraser:
            eraser.execute("UPDATE events SET payload = NULL, salt = NULL WHERE seq = 2")
        assert told(path, reference) == []
        assert audit(path).erased == 1

    def test_an_empty_ledger_is_sound(self, tmp_path):
        Ledger(tmp_path / "ledger.sqlite").close()
        found = audit(tmp_path / "ledger.sqlite")
        assert (found.faults, found.reference, found.events) == ((), "", 0)

    def test_while_a_refresh_has_it_open_it_can_be_looked_at(self, path, reference):
        with Ledger(path) as ledger:
            record(ledger, ("t9", "ฮ"), now=LATER)
            assert told(path, reference) == []
            assert audit(path).events == ledger.event_count()

    def test_what_is_written_while_one_looks_is_not_seen(self, path):
        with Ledger(path) as ledger:
            record(ledger, ("t8", "ฮ"), now=LATER)
            with looking_at(path) as connection:
                seen = ledger.event_count()
                record(ledger, ("t9", "ฮ"), now=LATER)
                assert connection.execute("SELECT max(seq) FROM events").fetchone() == (seen,)
            assert ledger.event_count() > seen

    def test_a_file_replaced_while_one_looks_is_to_be_looked_at_again(self, path, made):
        with pytest.raises(TryLaterError), looking_at(path):
            path.write_bytes(made.with_name("after-the-first.sqlite").read_bytes() + bytes(4096))

    def test_no_ledger_is_made_where_there_is_none(self, tmp_path):
        with pytest.raises(CampaignError):
            audit(tmp_path / "ledger.sqlite")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("content", [b"", b"no database " * 400])
    def test_what_is_no_ledger_is_refused(self, tmp_path, content):
        (tmp_path / "ledger.sqlite").write_bytes(content)
        with pytest.raises(UserError):
            audit(tmp_path / "ledger.sqlite")
        assert (tmp_path / "ledger.sqlite").read_bytes() == content


def swapped(*columns):
    """Return what exchanges columns of the events 2 and 4."""
    return [
        "CREATE TEMP TABLE was AS SELECT * FROM events",
        *(
            f"UPDATE events SET {column} = (SELECT {column} FROM was "
            "WHERE was.seq = 6 - events.seq) WHERE seq IN (2, 4)"
            for column in columns
        ),
    ]


def renumbered(after, by):
    """Return what gives every event behind another number."""
    return [
        f"UPDATE events SET seq = -seq WHERE seq > {after}",
        f"UPDATE events SET seq = -seq {by} WHERE seq < 0",
    ]


ROOM_AFTER_2 = renumbered(2, "+ 1")
LIKE_ANOTHER = (
    "INSERT INTO events SELECT {0}, refresh, stream, 'ADD', {0}, header, origin, row_number,"
    " payload, salt, digest, link FROM events WHERE seq = 1"
)


class TestEachKind:
    """Seven events: 1-5 in the first refresh, 6 and 7 in the second."""

    @pytest.mark.parametrize(
        ("kind", "numbers", "statements"),
        [
            ("altered", (2,), ["UPDATE events SET payload = x'5b5d' WHERE seq = 2"]),
            ("altered", (7,), ["UPDATE events SET digest = x'00' WHERE seq = 7"]),
            ("altered", (3,), ["UPDATE events SET salt = NULL WHERE seq = 3"]),
            ("altered", (3,), ["UPDATE events SET payload = NULL WHERE seq = 3"]),
            ("altered", (2, 5), ["UPDATE events SET payload = x'00' WHERE seq IN (2, 5)"]),
            ("altered", (1,), ["UPDATE events SET row_number = 9 WHERE seq = 1"]),
            ("torn", (2, 3), ["UPDATE events SET origin = 'b.csv' WHERE seq = 3"]),
            ("torn", (3, 4), ["UPDATE events SET response = 2 WHERE seq = 4"]),
            ("altered", (6,), ["UPDATE events SET kind = 'ADD' WHERE seq = 6"]),
            ("removed", (1,), ["DELETE FROM events WHERE seq = 1"]),
            ("removed", (3,), ["DELETE FROM events WHERE seq = 3"]),
            ("removed", (2, 4, 5), ["DELETE FROM events WHERE seq IN (2, 4, 5)"]),
            (
                "removed", (3,),
                ["DELETE FROM events WHERE seq = 3", *renumbered(3, "- 1")],
            ),
            ("inserted", (3,), [*ROOM_AFTER_2, LIKE_ANOTHER.format(3)]),
            ("reordered", (2, 3), [
                "UPDATE events SET seq = -2 WHERE seq = 2",
                "UPDATE events SET seq = 2 WHERE seq = 3",
                "UPDATE events SET seq = 3 WHERE seq = -2",
            ]),
            ("reordered", (2, 4), swapped("payload", "salt")),
            ("reordered", (2, 4), swapped("payload", "salt", "digest")),
            ("reordered", (2, 4), swapped("payload", "salt", "digest", "link")),
            ("cut", (7,), ["DELETE FROM events WHERE seq = 7"]),
            ("cut", (6, 7), ["DELETE FROM events WHERE seq > 5"]),
            ("unsealed", (8,), ["INSERT INTO refreshes VALUES (3, 'x', '')"]),
            ("refresh altered", (2,), ["UPDATE refreshes SET accepted_reason = 'ดี' WHERE id = 2"]),
            ("refresh altered", (2,), ["UPDATE acceptances SET fault = 'x'"]),
            ("refresh altered", (2,), ["DELETE FROM acceptances"]),
            ("refresh altered", (1, 2), ["UPDATE seals SET link = x'00' WHERE refresh = 1"]),
            ("refresh removed", (1,), ["DELETE FROM seals WHERE refresh = 1"]),
        ],
    )  # fmt: skip
    def test_it_is_named_with_its_events(self, path, reference, kind, numbers, statements):
        if kind == "unsealed":
            statements = [*statements, *appended(path)]
        meddle(path, *statements)
        assert (kind, numbers) in told(path, reference)
        # What is named besides follows from it: rows that refer to rows that are gone.
        others = {k for k, _numbers in told(path, reference)} - {kind}
        assert others <= {"unrelated", "rewritten", "older", "refresh removed"}, others

    def test_a_forged_event_between_with_a_link_of_its_own_is_the_one_named(self, path):
        with Ledger(path) as ledger:
            chained = list(ledger.chained_events())
        forged = chained[2].event._replace(payload=b'["t9", "x"]')
        digest = digest_of(forged.salt, forged.payload)
        link = link_of(chained[1].link, forged, digest)
        values = (forged.payload, digest, link)
        meddle(
            path, *ROOM_AFTER_2, LIKE_ANOTHER.format(3),
            "UPDATE events SET row_number = (SELECT row_number FROM events WHERE seq = 4),"
            " salt = (SELECT salt FROM events WHERE seq = 4) WHERE seq = 3",
            ("UPDATE events SET payload = ?, digest = ?, link = ? WHERE seq = 3", values),
        )  # fmt: skip
        assert ("inserted", (3,)) in told(path)

    def test_one_rewritten_with_hashes_of_its_own_no_longer_fits_the_next(self, path):
        with Ledger(path) as ledger:
            first, second, *_rest = ledger.chained_events()
        forged = second.event._replace(payload=b'["t9", "x"]')
        digest = digest_of(forged.salt, forged.payload)
        values = (forged.payload, digest, link_of(first.link, forged, digest))
        statement = "UPDATE events SET payload = ?, digest = ?, link = ? WHERE seq = 2"
        meddle(path, (statement, values))
        assert told(path) == [("torn", (2, 3))]

    def test_triggers_that_were_taken_off_are_missed(self, path):
        with closing(sqlite3.connect(path)) as meddler:
            meddler.execute("DROP TRIGGER events_no_update")
        (fault,) = audit(path).faults
        assert (fault.kind, "events_no_update" in fault.fault) == ("unprotected", True)

    def test_an_added_table_is_seen(self, path):
        with closing(sqlite3.connect(path)) as meddler:
            meddler.execute("CREATE TABLE more (x)")
        assert told(path) == [("unprotected", ())]


def appended(path):
    """Return an event put at the end whose link is as it should be, for a refresh never sealed."""
    with Ledger(path) as ledger:
        last = list(ledger.chained_events())[-1]
    event = last.event._replace(
        seq=8, at="x", kind="ADD", response=8, payload=b'["t9", "x"]', salt=b"0" * 16, row_number=2
    )
    digest = digest_of(event.salt, event.payload)
    values = (event.payload, event.salt, digest, link_of(last.link, event, digest))
    statement = (
        "INSERT INTO events SELECT 8, 3, stream, 'ADD', 8, header, origin, 2, ?, ?, ?, ?"
        " FROM events WHERE seq = 7"
    )
    return [(statement, values)]


def forge_everything(path, change):
    """Rewrite the ledger with ``change`` of an event, every hash made anew."""
    rewritten = []
    with Ledger(path) as ledger:
        previous = START
        for event, _digest, _link in ledger.chained_events():
            forged = change(event)
            digest = digest_of(forged.salt, forged.payload)
            previous = link_of(previous, forged, digest)
            rewritten.append((forged.payload, digest, previous, forged.seq))
    statement = "UPDATE events SET payload = ?, digest = ?, link = ? WHERE seq = ?"
    meddle(path, *((statement, values) for values in rewritten), "DELETE FROM seals")
    with closing(sqlite3.connect(path)) as meddler:
        seal_former_refreshes(meddler)
        meddler.commit()


class TestThePrintedReference:
    """What nothing inside of the file can tell, a copy outside does."""

    def test_a_whole_history_rewritten(self, path, reference):
        forge_everything(
            path,
            lambda e: e._replace(payload=b'["t2", "x"]') if e.seq == 2 else e,
        )
        assert told(path) == []
        assert told(path, reference) == [("rewritten", ())]

    def test_an_older_file_put_back(self, made, reference):
        older = made.with_name("after-the-first.sqlite")
        assert told(older) == []
        assert told(older, reference) == [("older", ())]

    def test_the_end_cut_off_with_all_that_belongs_to_it(self, path, reference):
        meddle(
            path, "DELETE FROM events WHERE refresh = 2", "DELETE FROM acceptances",
            "DELETE FROM seals WHERE refresh = 2", "DELETE FROM refreshes WHERE id = 2",
        )  # fmt: skip
        assert told(path) == []
        (fault,) = audit(path, [reference]).faults
        assert (fault.kind, fault.place) == ("older", "กระดาษ")
        assert str(reference) in fault.fault

    def test_another_ledger_of_the_same_answers(self, tmp_path, reference):
        other = tmp_path / "ledger.sqlite"
        with Ledger(other) as ledger:
            record(ledger, *((f"t{n}", "ก") for n in range(9)))
        assert told(other, reference) == [("rewritten", ())]

    def test_a_decision_that_was_taken_back(self, path, reference):
        meddle(path, "DELETE FROM acceptances", "UPDATE refreshes SET accepted_reason = ''",
               "DELETE FROM seals")  # fmt: skip
        forge_everything(path, lambda event: event)
        assert told(path) == []
        assert told(path, reference) == [("rewritten", ())]


def everything_in(path):
    with closing(sqlite3.connect(path)) as reader:
        reader.text_factory = bytes
        names = ("refreshes", "streams", "headers", "events", "acceptances", "seals")
        return [reader.execute(f"SELECT * FROM {name}").fetchall() for name in names]


def flipped(path, at, bit):
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << bit
    path.write_bytes(bytes(content))


def is_found_out(path):
    try:
        return bool(audit(path).faults)
    except UserError:
        return True


@pytest.mark.parametrize("seed", range(3))
def test_a_flipped_bit_anywhere_is_found_out_or_changes_nothing(made, tmp_path, seed):
    path = tmp_path / "ledger.sqlite"
    before, content = everything_in(made), made.read_bytes()
    chance = random.Random(seed)
    full = [at for at, byte in enumerate(content) if byte]
    seen = 0
    for at in chance.sample(full, 40):
        path.write_bytes(content)
        flipped(path, at, chance.randrange(8))
        if is_found_out(path):
            seen += 1
        else:
            assert everything_in(path) == before, at
    assert seen > 20


ANY = st.one_of(
    st.none(), st.integers(-9, 9), st.floats(), st.text(max_size=4), st.binary(max_size=4)
)
COLUMNS = st.sampled_from(
    [("events", column) for column in ("kind", "response", "header", "origin", "row_number",
                                       "payload", "salt", "digest", "link", "stream", "refresh")]
    + [("refreshes", "at"), ("refreshes", "accepted_reason"), ("streams", "form"),
       ("headers", "cells"), ("acceptances", "fault"), ("acceptances", "form"),
       ("seals", "events"), ("seals", "salt"), ("seals", "link")]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(where=COLUMNS, value=ANY, number=st.integers(1, 7))
def test_whatever_is_written_into_whatever_cell_is_found_out_in_words(
    made, tmp_path_factory, where, value, number
):
    path = shutil.copy(made, tmp_path_factory.mktemp("any") / "ledger.sqlite")
    table_name, column = where
    before = everything_in(path)
    try:
        meddle(
            path, "PRAGMA ignore_check_constraints = 1",
            (f"UPDATE {table_name} SET {column} = ? WHERE rowid = ?", (value, number)),
        )  # fmt: skip
    except sqlite3.IntegrityError:
        return
    if everything_in(path) != before:
        faults = audit(path).faults
        assert faults
        assert all(fault.fault and fault.remedy for fault in faults)


def test_a_thousand_rows_thrown_about_are_told_in_a_few_lines(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        record(ledger, *((f"t{n}", str(n)) for n in range(1500)))
    meddle(path, "UPDATE events SET origin = origin || 'x' WHERE seq % 3 = 0")
    faults = audit(path).faults
    assert {fault.kind for fault in faults} <= {"torn", "altered"}
    assert len(faults) <= 2
    assert set(range(3, 1500, 3)) <= {number for fault in faults for number in fault.numbers}


def without_seals(made, path):
    shutil.copy(made, path)
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("DROP TABLE seals")
        older.execute("PRAGMA user_version = 1")
    return path


class TestALedgerFromBeforeSeals:
    """It is looked at as it is; only a refresh upgrades it."""

    def test_it_is_sound_by_its_chain_and_stays_what_it_is(self, made, tmp_path):
        path = without_seals(made, tmp_path / "ledger.sqlite")
        before = path.read_bytes()
        found = audit(path)
        assert (found.faults, found.reference, found.events) == ((), "", 7)
        assert path.read_bytes() == before

    def test_put_back_in_place_of_a_newer_one_it_is_found_out(self, made, reference, tmp_path):
        path = without_seals(made, tmp_path / "ledger.sqlite")
        assert told(path, reference) == [("rewritten", ())]
        meddle(path, "DELETE FROM events WHERE seq > 5")
        assert told(path, reference) == [("older", ())]
