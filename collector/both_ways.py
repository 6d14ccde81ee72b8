"""A form read both ways, from its sheet and by the Forms API: whether both hold the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from collector.reading import Reading
    from config.campaign import Campaign

_SHEET, _FORM = "google-sheets", "google-forms"


def compare_counts(readings: Iterable[Reading], campaign: Campaign) -> Iterator[str]:
    """Tell of each form whose sheets and whose Google Forms hold another number of answers.

    Only what was read tells: with one of its sources failing, a form is not compared. Rows typed
    into a sheet by hand are not answers of Google's.
    """
    readings = list(readings)
    for form in campaign.forms:
        in_sheets = _count(readings, form.id, _SHEET)
        in_form = _count(readings, form.id, _FORM)
        if in_sheets is not None and in_form is not None and in_sheets != in_form:
            told = thai(
                "{form}: its sheet holds {sheet} answers, the form itself {asked}. All that either "
                "holds are counted, each once; look whether rows were deleted in one of them."
            )
            yield told.format(form=form.title, sheet=in_sheets, asked=in_form)


def _count(readings: list[Reading], form: str, kind: str) -> int | None:
    counts = [r.responses for r in readings if (r.source.form, r.source.kind) == (form, kind)]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None
