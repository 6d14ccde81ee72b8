"""Responses by the Forms API: known by id, whatever becomes of questions and sheets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from linked import NOW, assessment, at, google_form, signoff, state_of
from loopback import Answer, Book, Question

from collector.google.form import responses_of
from collector.google.trouble import Trouble

LATER = NOW + timedelta(hours=1)
FORMS = "google-forms"
READS = {"forms.forms.get": 1, "forms.forms.responses.list": 1}


@pytest.fixture
def form(office):
    """A form with three responses, collected once."""
    form = google_form()
    office.read_form(form)
    for day, name in enumerate(("หนึ่ง", "สอง", "สาม"), start=3):
        form.submit(at(day, 9, 0, 0.5), signoff(name, email=f"{day}@example.com"))
    office.collect()
    return form


def test_every_response_comes_with_its_id_and_its_times(office, google, form):
    assert google.reads() == READS
    assert office.states() == {"standing": 3}
    _, row = min(office.rows())
    first = form.responses[0]
    assert row[:3] == (first.id, "2023-04-03T02:00:00.500Z", "2023-04-03T02:00:00.500Z")
    (moment, *_) = office.tidy().signoffs["submitted_at"]
    assert moment.isoformat() == "2023-04-03T09:00:00+07:00"


@pytest.mark.usefixtures("form")
def test_nothing_new_records_nothing_and_has_nothing_to_tell(office):
    collected = office.collect(LATER)
    assert (collected.new_rows, collected.remarks) == (0, ())
    assert office.states() == {"standing": 3}


def test_an_edited_response_replaces_itself_and_keeps_when_it_was_made(office, form):
    form.edit(form.responses[0], at(20), signoff("หนึ่ง", position="ครู", email="new@example.com"))
    assert office.collect(LATER).new_rows == 0
    assert office.states() == {"standing": 3, "replaced": 1}
    (row,) = [row for state, row in office.rows() if state == "standing" and "ครู" in row]
    assert row[1:3] == ("2023-04-03T02:00:00.500Z", "2023-04-20T02:00:00.000Z")


class TestChangedForms:
    def test_a_reworded_question_is_read_as_before_and_told(self, office, form):
        form.reword(form.questions[5].id, "ท่านดำรงตำแหน่งใด")
        form.submit(at(21), signoff("มานี", position="นิติกร"))
        collected = office.collect(LATER)
        assert (state_of(collected, FORMS).state, collected.new_rows) == ("ok", 1)
        assert office.states() == {"standing": 4}
        assert [r for r in collected.remarks if "ท่านดำรงตำแหน่งใด" in r and "“ตำแหน่ง”" in r]
        assert "นิติกร" in set(office.tidy().signoffs["position"])

    def test_a_moved_question_changes_nothing(self, office, form):
        form.move(form.questions[5].id, 0)
        assert office.collect(LATER).new_rows == 0
        assert office.states() == {"standing": 3}

    def test_one_more_question_is_told_and_changes_no_row(self, office, form):
        form.add(Question("0000ffff", "สีที่ชอบ"))
        collected = office.collect(LATER)
        assert office.states() == {"standing": 3}
        assert any("สีที่ชอบ" in remark for remark in collected.remarks)

    def test_a_deleted_question_that_is_needed_keeps_the_news_out(self, office, form):
        form.delete(form.questions[5].id)
        form.submit(at(21), signoff("มานี", position=""))
        state = state_of(office.collect(LATER), FORMS)
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "“ตำแหน่ง" in state.reason
        assert office.states() == {"standing": 3}

    def test_a_deleted_question_that_is_not_needed_keeps_its_answers(self, office, form):
        form.delete(next(q.id for q in form.questions if q.title.startswith("อีเมล")))
        collected = office.collect(LATER)
        assert state_of(collected, FORMS).state == "ok"
        assert office.states() == {"standing": 3}
        assert "3@example.com" in set(office.tidy().signoffs["email"])

    def test_a_question_asked_twice_keeps_the_news_out(self, office, form):
        form.add(Question("0000ffff", "ตำแหน่ง"))
        state = state_of(office.collect(LATER), FORMS)
        assert (state.state, state.exit_code) == ("refused", 4)

    def test_three_deleted_responses_wait_for_a_person(self, office, form):
        form.responses.clear()
        state = state_of(office.collect(LATER), FORMS)
        assert (state.state, state.exit_code) == ("refused", 4)
        assert office.states() == {"standing": 3}

    def test_a_grid_is_read_row_by_row(self, office):
        form = google_form("coi")
        for question in form.questions:
            if "(" in question.title:
                title, _, kind = question.title.rstrip(")").rpartition(" (")
                question.title, question.row = title, kind
        form.submit(at(3), assessment())
        office.read_form(form, "coi")
        with_grids = office.campaign_with_grids()
        assert office.collect(campaign=with_grids).new_rows == 1
        assert len(office.tidy(campaign=with_grids).assessments) == 1


class TestPages:
    def test_all_pages_are_turned(self, office, google):
        google.responses_a_page = 2
        form = google_form()
        office.read_form(form)
        for minute in range(5):
            form.submit(at(3, 9, minute), signoff(f"คนที่{minute}"))
        assert office.collect().new_rows == 5
        assert google.reads()["forms.forms.responses.list"] == 3

    def test_a_response_edited_between_two_pages_is_one(self, office, google):
        google.responses_a_page = 2
        form = google_form()
        office.read_form(form)
        for minute in range(4):
            form.submit(at(3, 9, minute), signoff(f"คนที่{minute}"))
        edited = form.responses[0]
        form.responses.append(edited)
        assert office.collect().new_rows == 4

    def test_pages_without_end_are_not_turned_for_ever(self, office, google):
        form = google_form()
        office.read_form(form)
        google.fail("/responses", Answer(200, {"nextPageToken": "1"}), for_ever=True)
        state = state_of(office.collect(), FORMS)
        assert (state.state, state.exit_code) == ("failed", 75)


class TestBothWays:
    @pytest.fixture
    def both(self, office):
        form = office.sheet()
        office.read_form(form)
        for day, name in enumerate(("หนึ่ง", "สอง"), start=3):
            form.submit(at(day, 9, 0, 0.9), signoff(name))
        return form

    @pytest.mark.usefixtures("both")
    def test_an_answer_read_both_ways_counts_once(self, office):
        collected = office.collect()
        assert (collected.new_rows, collected.remarks) == (4, ())
        assert office.tidy().rows_read["signoff"] == 2

    def test_an_edit_is_one_whichever_way_it_comes(self, office, both):
        office.collect()
        both.edit(both.responses[0], at(20), signoff("หนึ่ง", position="ครู"))
        office.collect(LATER)
        responses = office.tidy()
        assert sorted(responses.signoffs["replaced"]) == [False, False, True]

    def test_a_row_deleted_in_the_sheet_is_told_and_still_counts(self, office, both):
        both.tab.rows.pop()
        collected = office.collect()
        (remark,) = collected.remarks
        assert "1" in remark
        assert "2" in remark
        assert office.tidy().rows_read["signoff"] == 2

    def test_a_row_typed_by_hand_is_no_difference(self, office, both):
        both.tab.rows.append(["5/4/2566", *both.tab.rows[1][1:]])
        assert office.collect().remarks == ()

    def test_a_way_that_fails_is_not_compared(self, office, both):
        both.shared_with.clear()
        both.tab.rows.pop()
        collected = office.collect()
        assert state_of(collected, FORMS).exit_code == 77
        assert collected.remarks == ()
        assert collected.new_rows == 1


def test_an_address_that_google_collects_is_the_address(office):
    form = google_form()
    form.delete(next(q.id for q in form.questions if q.title.startswith("อีเมล")))
    office.read_form(form)
    form.submit(at(3), signoff("หนึ่ง"), email="one@example.com")
    office.collect()
    assert office.tidy().signoffs["email"].to_list() == ["one@example.com"]


def test_boxes_that_were_ticked_are_joined_as_a_sheet_joins_them(office):
    form = google_form()
    office.read_form(form)
    answers = signoff("หนึ่ง")
    answers[form.questions[5].id] = ["ครู", "ผู้ช่วย, พนักงาน"]
    form.submit(at(3), answers)
    office.collect()
    ((_, row),) = office.rows()
    assert "ครู, ผู้ช่วย, พนักงาน" in row


def test_a_form_that_is_not_shared_is_named(office):
    form = google_form()
    office.read_form(form)
    form.shared_with.clear()
    state = state_of(office.collect(), FORMS)
    assert (state.state, state.exit_code) == ("failed", 77)
    assert form.id in state.reason
    assert office.address in state.remedy


def test_two_sheets_and_two_forms_need_one_sign_in(office, google):
    office.sheet(book=Book())
    office.read_form(google_form("coi"), "coi")
    office.collect()
    assert len([asked for asked in google.asked if not asked.method]) == 1


@pytest.mark.parametrize("created", [None, 1, True, {}])
def test_responses_that_cannot_be_put_in_order_are_a_strange_answer(created):
    said = [{"responseId": "ก", "createTime": created}, {"responseId": "ข", "createTime": "2023"}]
    with pytest.raises(Trouble) as told:
        responses_of([{"responses": said}])
    assert told.value.code == "strange_answer"
