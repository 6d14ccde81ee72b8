"""Linked sheets, read by real gspread over real HTTPS from a loopback Google."""

from __future__ import annotations

from linked import at, signoff, state_of


def test_a_linked_sheet_goes_into_the_ledger_in_one_read(office, google):
    form = office.sheet()
    form.submit(at(3, 16, 39, 0.25), signoff("หนึ่ง"))
    form.submit(at(4), signoff("สอง"))
    collected = office.collect()
    state = state_of(collected)
    assert (state.state, state.rows, state.name, state.reason) == ("ok", 2, "คำตอบ (สมมติ)", "")
    assert google.reads() == {"sheets.spreadsheets.get": 1}
    assert collected.new_rows == 2
    times = sorted(row[0] for _, row in office.rows())
    assert times == ["2023-04-03 16:39:00.250", "2023-04-04 09:00:00"]
