"""A workbook's row keeps the types of its cells in the ledger, and is the row it says it is."""

import json
from dataclasses import replace

import pytest
from readings import NOON, table

from collector.cells import to_bytes, to_cells, without_types
from collector.ledger import Ledger

DATED = ("2023-04-03 16:39:00", "7", "สมมติ")
TYPES = ("date", "number", "")


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def record(ledger, *tables):
    changes = ledger.compare(tables, form="signoff", source="inbox")
    return ledger.record([changes], now=NOON).added


def typed(*rows, types):
    return replace(table(*rows), types=(types,) * len(rows))


def test_types_stand_beside_the_text_of_their_cells(ledger):
    record(ledger, typed(DATED, types=TYPES))
    (event,) = ledger.chained_events()
    assert json.loads(event.event.payload) == {"cells": list(DATED), "types": list(TYPES)}
    assert ledger.answers("signoff")[0].rows == [DATED]


def test_a_row_of_text_is_stored_the_same_from_a_workbook_as_from_a_text_file():
    text = ("สมมติ", "a\x00b", "\ud800")
    assert to_bytes(text, ("", "", "")) == to_bytes(text)
    assert to_cells(to_bytes(text)) == text


def test_a_row_of_the_same_text_is_the_same_row_with_and_without_types(ledger):
    assert record(ledger, typed(DATED, DATED, types=TYPES)) == 2
    assert record(ledger, table(DATED, DATED, origin="b.csv")) == 0
    assert record(ledger, table(DATED, DATED, DATED, origin="c.csv")) == 1
    assert record(ledger, typed(DATED, DATED, DATED, types=TYPES)) == 0


def test_without_types_only_the_cells_are_left():
    assert without_types(to_bytes(DATED, TYPES)) == to_bytes(DATED)
    assert without_types(to_bytes(("{", "}"))) == to_bytes(("{", "}"))
