"""Why a row is set aside, and what mends it: the whole catalogue, in the report's language."""

from __future__ import annotations

from dataclasses import dataclass

from config.messages import marked, thai


@dataclass(frozen=True, slots=True)
class Reason:
    """A fault and its remedy as msgids; ``{detail}`` is what the row itself says."""

    fault: str
    remedy: str

    def in_words(self, detail: str) -> tuple[str, str]:
        """Return fault and remedy in Thai, with the row's own detail filled in."""
        return (
            thai(self.fault).format(detail=detail).strip(),
            thai(self.remedy).format(detail=detail).strip(),
        )


_FIX_IN_SHEET = marked("Correct the answer in the Google Sheet, download again, and refresh.")
_ASK_AGAIN = marked("Ask the agency's coordinator to have the person answer again.")
_ASK_THE_AGENCY = marked("Ask the agency's coordinator to correct the answer or to send it anew.")
_OR_IN_THE_TABLE = marked(
    "Ask the agency; if the number is right, write it with its day into the sheet of head-counts."
)

REASONS: dict[str, Reason] = {
    "text_lost": Reason(
        marked("The text was damaged before it reached us: “{detail}”"),
        marked("Download the responses again from Google without opening them in Excel."),
    ),
    "formula_failed": Reason(
        marked("A cell holds the error of a formula and no answer: “{detail}”"),
        marked("Put the person's answer back from the sheet's version history, and refresh."),
    ),
    "too_many_cells": Reason(
        marked("The row has more cells than the table has headings: “{detail}”"),
        marked("Look at the row in the file; a separator may stand inside an answer."),
    ),
    "two_answers": Reason(
        marked("Two columns answer the same question differently: {detail}"),
        marked("Leave one column of that question in the sheet, or empty the wrong cell."),
    ),
    "no_time": Reason(
        marked("There is no time of submission (a row typed by hand, or a totals row)."),
        marked("Type the day in the first column of the sheet, or delete the row if it is a sum."),
    ),
    "bad_time": Reason(
        marked("The time of submission cannot be read: “{detail}”"),
        marked("Write it as day/month/year, for example 3/4/2566, 16:39:00."),
    ),
    "future_time": Reason(
        marked("The time of submission lies in the future: “{detail}”"),
        marked("Correct the day or the year in the sheet; the row counts once that day has come."),
    ),
    "no_agency": Reason(marked("No agency is given."), _ASK_AGAIN),
    "unknown_agency": Reason(
        marked("The agency is not in the register: {detail}"),
        marked("If it is another spelling, add it to the sheet of other names, and refresh."),
    ),
    "foreign_letters": Reason(
        marked("The agency is written in letters neither Thai nor Latin: “{detail}”"),
        _FIX_IN_SHEET,
    ),
    "no_name": Reason(marked("No name of a person is given: “{detail}”"), _ASK_AGAIN),
    "bad_name": Reason(marked("The name cannot be read: “{detail}”"), _ASK_AGAIN),
    "no_surname": Reason(
        marked("No family name is given: “{detail}”"),
        marked("Add the family name in the sheet, or “-” if the person has none."),
    ),
    "no_staff_type": Reason(marked("No staff type is given."), _FIX_IN_SHEET),
    "unknown_staff_type": Reason(
        marked("The staff type is not one of the campaign's: “{detail}”"),
        marked("If it is another spelling, add it to the sheet of staff types, and refresh."),
    ),
    "unknown_option": Reason(marked("An answer is none of those offered: {detail}"), _FIX_IN_SHEET),
    "not_confirmed": Reason(
        marked("The person did not confirm signing by their own hand."), _ASK_AGAIN
    ),
    "nothing_acknowledged": Reason(
        marked("No notice is acknowledged and no clarification asked for."), _ASK_AGAIN
    ),
    "no_signing_day": Reason(
        marked("The day of signing is not given."),
        marked("Type it into the row of the table for paper, and refresh."),
    ),
    "bad_signing_day": Reason(
        marked("The day of signing cannot be read: “{detail}”"),
        marked("Write it as day month year, for example 3 เม.ย. 2566, and refresh."),
    ),
    "no_notice": Reason(
        marked("It is not said which document was signed."),
        marked("Choose a document, or all of them, in the row of the table for paper."),
    ),
    "unknown_notice": Reason(
        marked("The document is not one of the campaign's: {detail}"),
        marked("Choose a document, or all of them, in the row of the table for paper."),
    ),
    "bad_number": Reason(
        marked("The number of people cannot be read: “{detail}”"),
        marked("Write a whole number of people, or empty the cell if the row names a person."),
    ),
    "name_and_number": Reason(
        marked("The row gives a number of people and names somebody as well: “{detail}”"),
        marked("Empty one of the two: a row is one person, or a number without names."),
    ),
    "no_day": Reason(marked("The day that the answer speaks of is not given."), _ASK_THE_AGENCY),
    "bad_day": Reason(
        marked("The day that the answer speaks of cannot be read: “{detail}”"),
        marked("Write it as day month year, for example 3 เม.ย. 2566, and refresh."),
    ),
    "day_ahead": Reason(
        marked("The answer speaks of a day after the one on which it was sent: “{detail}”"),
        _ASK_THE_AGENCY,
    ),
    "no_number": Reason(
        marked("What stands there is no whole number: {detail}"),
        marked("Write digits only, without words, signs or fractions, and refresh."),
    ),
    "absurd_number": Reason(
        marked("The number is too large to be believed: {detail}"), _ASK_THE_AGENCY
    ),
    "no_heads": Reason(marked("No people are declared of any staff type."), _ASK_THE_AGENCY),
    "zero_with_signers": Reason(
        marked("None are declared of a staff type of which somebody has signed: {detail}"),
        _OR_IN_THE_TABLE,
    ),
    "heads_jump": Reason(
        marked("The number rises suddenly against the one declared before: {detail}"),
        _OR_IN_THE_TABLE,
    ),
    "no_measure": Reason(marked("It is not said which measure is reported on."), _ASK_THE_AGENCY),
    "no_result": Reason(marked("Neither a result nor a number is reported."), _ASK_THE_AGENCY),
    "complaints_differ": Reason(
        marked("More complaints are closed and open than received: {detail}"), _ASK_THE_AGENCY
    ),
    "nothing_assessed": Reason(
        marked("None of the kinds of conflict of interest is assessed."),
        marked("Nothing to do: an empty assessment counts for nobody."),
    ),
}
