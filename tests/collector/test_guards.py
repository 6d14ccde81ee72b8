"""What is too odd to be believed without a person; both sides of each threshold."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from builders import coi_form, headings, signoff_form, signoff_row
from readings import LATER, NOON, table

from collector.changes import Changes
from collector.guards import (
    judge_changes,
    judge_clock,
    judge_header,
    judge_stored_headers,
    judge_tabs,
    refuse_foreign,
)
from collector.identity import identity_columns
from collector.matching import Differences, Row, StandingRow
from config.campaign import Guards

FORM = signoff_form()
FORMS = (FORM, coi_form())
FULL = headings(FORM)
REQUIRED_HALF = FULL[:7]
"""Seven of the form's thirteen questions; six are fewer than half."""


def changes(*, added=0, vanished=0, standing=0):
    row = Row(("ก",), b'["1"]', "sheet", 2)
    gone = tuple(StandingRow(i, ("ก",), b'["1"]') for i in range(1, vanished + 1))
    return Changes(
        form="signoff",
        source="sheet",
        live=True,
        differences=Differences(added=(row,) * added, vanished=gone),
        standing=standing,
        based_on=0,
    )


def without(*question_ids):
    gone = {FORM.question(question_id).header for question_id in question_ids}
    return tuple(heading for heading in FULL if heading not in gone)


class TestForeignFiles:
    def test_fewer_than_half_of_the_headings_is_not_this_forms_file(self):
        refused = refuse_foreign(table(header=REQUIRED_HALF[:6], origin="ผิด.csv"), FORM, FORMS)
        assert (refused.form, refused.source, refused.origin) == ("signoff", "inbox", "ผิด.csv")
        assert FULL[0] in refused.reason
        assert refused.remedy

    def test_half_of_the_headings_is_this_forms_file(self):
        assert refuse_foreign(table(header=REQUIRED_HALF), FORM, FORMS) is None
        even = FORM.model_copy(update={"questions": FORM.questions[:4]})
        assert refuse_foreign(table(header=FULL[:2]), even, FORMS) is None
        assert refuse_foreign(table(header=FULL[:1]), even, FORMS) is not None

    def test_the_other_forms_file_is_told_where_it_belongs(self):
        refused = refuse_foreign(table(header=headings(coi_form())), FORM, FORMS)
        assert "inbox/coi/" in refused.remedy

    def test_a_file_of_no_form_is_sent_to_none(self):
        refused = refuse_foreign(table(header=("ก", "ข")), FORM, FORMS)
        assert "inbox/" not in refused.remedy

    def test_how_many_of_the_forms_headings_it_has_is_told(self):
        refused = refuse_foreign(table(header=REQUIRED_HALF[:6]), FORM, FORMS)
        assert "6" in refused.reason
        assert "13" in refused.reason

    def test_an_endless_heading_is_cut_to_what_a_line_holds(self):
        refused = refuse_foreign(table(header=("ก" * 80, "ข" * 81)), FORM, FORMS)
        assert f"‘{'ก' * 80}’, ‘{'ข' * 79}…’" in refused.reason

    def test_no_heading_at_all_is_nobodys_file(self):
        assert refuse_foreign(table(header=()), FORM, FORMS) is not None


class TestHeaders:
    def test_the_forms_own_headings_are_nothing_odd(self):
        verdict = judge_header(table(signoff_row("ก", "t"), header=FULL), FORM)
        assert (verdict.faults, verdict.remarks) == ((), ())

    def test_a_missing_required_question_refuses_the_form(self):
        (fault,) = judge_header(table(header=without("position"), origin="b.csv"), FORM).faults
        assert fault.form == "signoff"
        assert "b.csv" in fault.reason
        assert "“ตำแหน่ง”" in fault.reason
        assert fault.remedy

    def test_a_reworded_question_is_shown_beside_the_missing_one(self):
        header = (*without("position"), "ตำแหน่งปัจจุบัน")
        (fault,) = judge_header(table(header=header), FORM).faults
        assert "“ตำแหน่ง”" in fault.reason
        assert "‘ตำแหน่งปัจจุบัน’" in fault.reason

    def test_a_doubled_required_question_refuses_the_form(self):
        (fault,) = judge_header(table(header=(*FULL, "ตำแหน่ง")), FORM).faults
        assert "“ตำแหน่ง”" in fault.reason

    def test_a_missing_optional_question_does_not(self):
        assert judge_header(table(header=without("group", "email")), FORM).faults == ()

    def test_an_unknown_column_is_a_remark(self):
        header = (*FULL[:5], "สีที่\ud800ชอบ", *FULL[5:])
        verdict = judge_header(table(header=header, origin="b.csv"), FORM)
        assert verdict.faults == ()
        (remark,) = verdict.remarks
        assert "b.csv" in remark
        assert "สีที่\\ud800ชอบ" in remark

    def test_a_blank_heading_over_blank_cells_is_nothing_odd(self):
        row = (*signoff_row("ก", "t"), "\u200b", "")
        assert judge_header(table(row, header=(*FULL, "", "")), FORM).remarks == ()

    def test_a_blank_heading_over_answers_is_a_remark(self):
        row = (*signoff_row("ก", "t"), "", "ลืมหัวคอลัมน์")
        (remark,) = judge_header(table(row, header=(*FULL, "", "")), FORM).remarks
        assert "15" in remark
        assert "14" not in remark

    def test_the_same_header_has_the_same_signature_in_any_file(self):
        one = judge_header(table(header=without("position"), origin="a.csv"), FORM).faults[0]
        two = judge_header(table(header=without("position"), origin="b.csv"), FORM).faults[0]
        other = judge_header(table(header=without("confirm")), FORM).faults[0]
        assert one.signature == two.signature != other.signature

    def test_a_decision_does_not_cover_more_than_was_decided(self):
        header = without("position")
        before = judge_header(table(header=header), FORM).faults[0].signature
        asked = [q for q in FORM.questions if q.id != "confirm"]
        confirm = FORM.question("confirm").model_copy(update={"header": "ถ้อยคำอื่น"})
        reworded = FORM.model_copy(update={"questions": (*asked, confirm)})
        assert judge_header(table(header=header), reworded).faults[0].signature != before


class TestStoredHeaders:
    def test_known_headings_are_nothing_odd(self):
        assert judge_stored_headers([FULL], FORM).faults == ()

    def test_headings_that_the_campaign_forgot_refuse_the_form(self):
        header = tuple("หน่วยงาน" if text == FULL[1] else text for text in FULL)
        assert judge_stored_headers([header], FORM).faults == ()
        forgetful = FORM.model_copy(
            update={
                "questions": tuple(q.model_copy(update={"aliases": ()}) for q in FORM.questions)
            }
        )
        (fault,) = judge_stored_headers([FULL, header], forgetful).faults
        assert "‘หน่วยงาน’" in fault.reason

    def test_a_header_accepted_once_is_the_same_fault_later(self):
        header = without("position")
        fresh = judge_header(table(header=header), FORM).faults[0]
        assert judge_stored_headers([header], FORM).faults[0].signature == fresh.signature


class TestVanishedRows:
    @pytest.mark.parametrize(
        ("vanished", "standing", "refused"),
        [
            (1, 10, False),
            (2, 10, False),
            (3, 10, True),
            (3, 299, True),
            (3, 300, False),
            (10, 1000, False),
            (11, 1000, True),
        ],
    )
    def test_two_rows_or_one_in_a_hundred_may_vanish(self, vanished, standing, refused):
        verdict = judge_changes(changes(vanished=vanished, standing=standing), FORM, Guards())
        assert bool(verdict.faults) is refused
        assert bool(verdict.remarks) is not refused

    def test_an_emptied_sheet_is_refused_however_small(self):
        assert judge_changes(changes(vanished=1, standing=1), FORM, Guards()).faults

    def test_the_campaign_decides_how_much_may_vanish(self):
        strict = Guards(vanished_at_most=0, vanished_share=0)
        assert judge_changes(changes(vanished=1, standing=1000), FORM, strict).faults

    def test_an_accepted_loss_does_not_cover_the_next_one(self):
        one = judge_changes(changes(vanished=3, standing=10), FORM, Guards()).faults[0]
        two = judge_changes(changes(vanished=4, standing=10), FORM, Guards()).faults[0]
        assert one.signature != two.signature

    def test_nor_the_loss_of_as_many_other_rows(self):
        lost = changes(vanished=4, standing=10)
        first, last = lost.differences.vanished[:3], lost.differences.vanished[1:]
        signatures = {
            judge_changes(replace(lost, differences=Differences(vanished=rows)), FORM, Guards())
            .faults[0]
            .signature
            for rows in (first, last)
        }
        assert len(signatures) == 2

    def test_the_fault_names_the_form_the_rows_and_a_remedy(self):
        (shrunken,) = judge_changes(changes(vanished=3, standing=10), FORM, Guards()).faults
        (emptied,) = judge_changes(changes(vanished=7, standing=7), FORM, Guards()).faults
        assert shrunken.form == emptied.form == "signoff"
        assert FORM.title in shrunken.reason
        assert FORM.title in emptied.reason
        assert "3" in shrunken.reason
        assert "10" in shrunken.reason
        assert "7" in emptied.reason
        assert "--accept" in shrunken.remedy


class TestTabs:
    FIRST, SECOND = signoff_row("ก", "1/4/2023, 9:00:00"), signoff_row("ข", "2/4/2023, 9:00:00")

    def judge(self, tables, passed_over=()):
        return judge_tabs(tables, passed_over, FORM, partial(identity_columns, form=FORM))

    def tab(self, *rows, origin):
        return table(*rows, header=FULL, origin=origin, source="sheet")

    def test_answers_in_a_tab_that_is_not_read_refuse_the_form(self):
        old = self.tab(self.FIRST, origin="เดิม")
        new = self.tab(self.FIRST, self.SECOND, origin="ใหม่")
        (fault,) = self.judge([old], [new]).faults
        assert fault.form == "signoff"
        assert FORM.title in fault.reason
        assert "“ใหม่”" in fault.reason
        assert "1" in fault.reason
        assert "--accept" in fault.remedy
        other = self.judge([old], [self.tab(self.SECOND, origin="อีกแผ่น")]).faults[0]
        assert fault.signature != other.signature

    def test_a_tab_that_only_repeats_what_was_read_is_nothing_odd(self):
        both = self.tab(self.FIRST, self.SECOND, origin="ใหม่")
        assert self.judge([both], [self.tab(self.FIRST, origin="เดิม")]).faults == ()

    def test_that_several_tabs_were_read_is_told(self):
        tabs = [self.tab(self.FIRST, origin="เดิม"), self.tab(self.SECOND, origin="ใหม่")]
        (remark,) = self.judge(tabs).remarks
        assert "“เดิม”, “ใหม่”" in remark
        assert self.judge(tabs[:1]).remarks == ()

    def test_several_files_are_not(self):
        files = [table(self.FIRST, header=FULL), table(self.SECOND, header=FULL, origin="b.csv")]
        assert self.judge(files).remarks == ()


class TestSuddenRise:
    @pytest.mark.parametrize(
        ("added", "standing", "told"),
        [(101, 33, True), (100, 33, False), (301, 100, True), (300, 100, False), (9000, 0, False)],
    )
    def test_over_a_hundred_and_over_three_times_is_told(self, added, standing, told):
        verdict = judge_changes(changes(added=added, standing=standing), FORM, Guards())
        assert verdict.faults == ()
        assert len(verdict.remarks) == told


class TestClock:
    @pytest.mark.parametrize("now", [NOON, LATER])
    def test_a_clock_that_goes_on_is_nothing_odd(self, now):
        assert judge_clock(now, NOON).remarks == ()

    def test_a_clock_that_went_back_is_told(self):
        assert len(judge_clock(NOON - timedelta(seconds=1), NOON).remarks) == 1

    def test_the_first_refresh_has_no_clock_to_compare(self):
        assert judge_clock(NOON, None).remarks == ()
