"""The reference that is printed: it stands for every event and every decision of the ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from readings import LATER, NOON, table

from collector.ledger import Ledger
from collector.seals import Reference, Sealed, parse_reference, reference_of, seal_of
from config.errors import CampaignError

SEALED = Sealed(2, "2023-04-20T05:00:00+00:00", "ตรวจแล้ว", (("coi", "h:1", "f"),), 5, b"h", b"s")


def record(ledger, *rows, now=NOON):
    changes = ledger.compare([table(*rows)], form="signoff", source="inbox")
    ledger.record([changes], now=now)


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


class TestReference:
    def test_an_empty_ledger_has_none(self, ledger):
        assert ledger.reference() == ""

    def test_it_is_the_number_of_events_and_how_the_last_seal_begins(self, ledger):
        record(ledger, ("1", "2"), ("3", "4"))
        (seal,) = ledger._connection.execute("SELECT hex(link) FROM seals").fetchone()
        groups = [seal[at : at + 4].lower() for at in (0, 4, 8, 12)]
        assert ledger.reference() == "-".join(["2", *groups])

    def test_it_changes_with_each_event_and_with_a_decision_alone(self, ledger):
        record(ledger, ("1", "2"))
        first = ledger.reference()
        record(ledger, ("1", "2"), ("3", "4"), now=LATER)
        second = ledger.reference()
        ledger.record([], now=LATER, accepted_reason="ตรวจแล้ว")
        assert len({first, second, ledger.reference()}) == 3
        assert [text.split("-")[0] for text in (first, second, ledger.reference())] == [
            "1",
            "2",
            "2",
        ]

    def test_a_reading_without_news_leaves_it(self, ledger):
        record(ledger, ("1", "2"))
        reference = ledger.reference()
        record(ledger, ("1", "2"), now=LATER)
        assert ledger.reference() == reference

    def test_an_erasure_leaves_it(self, ledger):
        record(ledger, ("1", "2"))
        reference = ledger.reference()
        ledger._connection.execute("UPDATE events SET payload = NULL, salt = NULL")
        assert ledger.reference() == reference

    @pytest.mark.parametrize(
        "changed",
        [
            {"refresh": 3}, {"at": "2023-04-20T05:00:01+00:00"}, {"accepted_reason": ""},
            {"acceptances": ()}, {"acceptances": (("coi", "h:1", "g"),)}, {"events": 6},
            {"head": b"i"}, {"salt": b"t"}, {"head": b"", "salt": b"hs"},
        ],
    )  # fmt: skip
    def test_the_seal_is_over_everything_that_a_refresh_says(self, changed):
        assert seal_of(b"p", SEALED) != seal_of(b"p", SEALED._replace(**changed))
        assert seal_of(b"p", SEALED) != seal_of(b"q", SEALED)


class TestTyping:
    @pytest.mark.parametrize(
        "text",
        [
            "512-9f2c-81ab-03de-77c1", "512 9F2C 81AB 03DE 77C1", " 512-9f2c81ab03de77c1 ",
            "๕๑๒-9f2c-81ab-๐๓de-๗๗c๑", "512–9f2c–81ab–O3de–77cl",
        ],
    )  # fmt: skip
    def test_it_may_be_typed_as_people_read_it_from_paper(self, text):
        assert parse_reference(text) == Reference(512, "9f2c81ab03de77c1")
        assert str(parse_reference(text)) == "512-9f2c-81ab-03de-77c1"

    @pytest.mark.parametrize(
        "text",
        ["", "512", "9f2c-81ab-03de-77c1", "512-9f2c-81ab-03de", "512-9f2c-81ab-03de-77c12",
         "x-9f2c-81ab-03de-77c1", "512-9f2c-81ab-03de-77cg"],
    )  # fmt: skip
    def test_what_is_none_is_refused_in_words(self, text):
        with pytest.raises(CampaignError) as caught:
            parse_reference(text)
        assert caught.value.remedy

    def test_what_is_printed_is_read_again(self):
        reference = reference_of(512, bytes(range(32)))
        assert parse_reference(str(reference)) == reference


FIRST_SCHEMA = """
CREATE TABLE refreshes (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, accepted_reason TEXT NOT NULL
);
CREATE TABLE streams (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL, source TEXT NOT NULL, UNIQUE (form, source)
);
CREATE TABLE headers (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams,
    cells BLOB NOT NULL,
    UNIQUE (stream, cells)
);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    refresh INTEGER NOT NULL REFERENCES refreshes,
    stream INTEGER NOT NULL REFERENCES streams,
    kind TEXT NOT NULL CHECK (kind IN ('ADD', 'CHANGE', 'VANISH')),
    response INTEGER NOT NULL REFERENCES events,
    header INTEGER NOT NULL REFERENCES headers,
    origin TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    payload BLOB,
    salt BLOB,
    digest BLOB NOT NULL,
    link BLOB NOT NULL
);
CREATE INDEX events_by_stream ON events (stream, seq);
CREATE INDEX events_by_response ON events (response, seq);
CREATE TABLE acceptances (
    id INTEGER PRIMARY KEY,
    refresh INTEGER NOT NULL REFERENCES refreshes,
    form TEXT NOT NULL,
    signature TEXT NOT NULL,
    fault TEXT NOT NULL
);
INSERT INTO refreshes VALUES (1, '2023-04-20T05:00:00+00:00', '');
INSERT INTO refreshes VALUES (2, '2023-04-21T05:00:00+00:00', 'ตรวจสอบแล้ว');
INSERT INTO acceptances VALUES (1, 2, 'coi', 'header:1', 'ไม่มีคอลัมน์');
INSERT INTO streams VALUES (1, 'signoff', 'inbox');
INSERT INTO headers VALUES (1, 1, x'5b22e0b881222c2022e0b882225d');
INSERT INTO events VALUES (1, 1, 1, 'ADD', 1, 1, 'a.csv', 2, x'5b2231222c202232225d',
    x'000102030405060708090a0b0c0d0e0f',
    x'2d4bb3e04cb54a600fed4c946a6af227903697b3709bca87327b8a644dcb77ed',
    x'3b95fcb71c73d37c2f1d1170ccaeb608694df43efdc0ea86e296fe13f76ae1ba');
PRAGMA application_id = 1918988403;
PRAGMA user_version = 1;
"""
"""A ledger as the first rapsap wrote it, without the index of what is erased."""
ERASURE = (
    "NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.seq IS OLD.seq AND "
    "NEW.refresh IS OLD.refresh AND NEW.stream IS OLD.stream AND NEW.kind IS OLD.kind AND "
    "NEW.response IS OLD.response AND NEW.header IS OLD.header AND "
    "NEW.origin IS OLD.origin AND NEW.row_number IS OLD.row_number AND "
    "NEW.digest IS OLD.digest AND NEW.link IS OLD.link"
)
FIRST_TRIGGERS = [
    f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
    f"WHEN NOT ({unless}) "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever appended to'); END"
    for table in ("refreshes", "streams", "headers", "acceptances", "events")
    for action, unless in (("DELETE", "0"), ("UPDATE", ERASURE if table == "events" else "0"))
]


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with closing(sqlite3.connect(path)) as writer:
        writer.executescript(FIRST_SCHEMA)
        for trigger in FIRST_TRIGGERS:
            writer.execute(trigger)
    return path


def made_of(path):
    with closing(sqlite3.connect(path)) as reader:
        made = reader.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
        return [*made, reader.execute("PRAGMA user_version").fetchone()]


def dump(path):
    with closing(sqlite3.connect(path)) as reader:
        return list(reader.iterdump())


class TestUpgrade:
    def test_the_answers_and_decisions_are_those_of_before(self, old):
        with Ledger(old) as ledger:
            assert [t.rows for t in ledger.answers("signoff")] == [[("1", "2")]]
            assert ledger.accepted("coi") == {"header:1"}
            assert ledger.last_refresh_at() == LATER

    def test_a_copy_as_it_was_is_kept_beside(self, old):
        before = dump(old)
        Ledger(old).close()
        assert sorted(path.name for path in old.parent.iterdir()) == [
            "ledger-v1-1.sqlite", "ledger.sqlite",
        ]  # fmt: skip
        assert dump(old.with_name("ledger-v1-1.sqlite")) == before
        assert dump(old) != before

    def test_it_is_then_made_like_a_new_ledger(self, old, tmp_path):
        Ledger(old).close()
        Ledger(tmp_path / "new.sqlite").close()
        assert made_of(old) == made_of(tmp_path / "new.sqlite")
        assert made_of(old)[-1] == (3,)

    def test_the_reference_is_the_same_whenever_it_is_upgraded(self, old, tmp_path):
        again = tmp_path / "again" / "ledger.sqlite"
        again.parent.mkdir()
        again.write_bytes(old.read_bytes())
        with Ledger(old) as one, Ledger(again) as two:
            assert one.reference() == two.reference()
            assert one.reference().startswith("1-")

    def test_a_second_opening_upgrades_nothing(self, old):
        Ledger(old).close()
        copy = old.with_name("ledger-v1-1.sqlite")
        copy.unlink()
        Ledger(old).close()
        assert not copy.exists()

    def test_a_fault_on_the_way_leaves_the_old_ledger(self, old):
        with closing(sqlite3.connect(old)) as meddler:
            meddler.execute("CREATE TABLE seals (in_the_way)")
        before = dump(old)
        with pytest.raises(sqlite3.OperationalError):
            Ledger(old)
        assert dump(old) == before
        with closing(sqlite3.connect(old)) as reader:
            assert reader.execute("PRAGMA user_version").fetchone() == (1,)

    def test_what_a_killed_upgrade_left_is_no_hindrance(self, old):
        old.with_name("ledger-v1-1.sqlite.new").write_bytes(b"half a copy")
        Ledger(old).close()
        assert not old.with_name("ledger-v1-1.sqlite.new").exists()
