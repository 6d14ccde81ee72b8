"""Which answer stands in which file: overlapping exports, both dialects, a file too many.

In order of time the answers of a form lie so in the files::

    older export of the sheet   |=========......................|  up to 40 %
    newer export of the sheet   |=================..............|  up to 75 %, sorted by agency
    saved again by Excel        |===.=====.==....................|  one agency of it
    the form's own download     |............=========..........|  50 % to 95 %, in a ZIP
    the same, owner in English  |.....................==========|  from 88 %

The plain answers of one agency, which made a form of its own, stand in two files more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from collector.rehearsal import downloads
from collector.rehearsal.own_form import answered_in_own_form, own_cells, own_questions
from collector.rehearsal.responses import Response, asked
from config.campaign import AGENCY_FORMS

if TYPE_CHECKING:
    from config.campaign import Campaign, Form

_OLDER_UNTIL, _NEWER_UNTIL = 0.40, 0.75
_FORM_FROM, _FORM_UNTIL = 0.50, 0.95
_ENGLISH_FROM = 0.88
_BLANK_ROWS = 3
_DRIFTS = 10
_FOREIGN = (
    ("ประทับเวลา", "อาหารกลางวันที่ชอบ (สมมติ)", "เครื่องดื่ม", "ความเห็น"),
    ("3/4/2023, 12:00:00", "ข้าวซอยสมมติ", "น้ำเปล่า", "แบบสอบถามนี้ไม่เกี่ยวกับการลงนาม"),
    ("3/4/2023, 12:01:30", "ขนมจีนตัวอย่าง", "ชา", ""),
)

Written = Callable[[datetime], str]


@dataclass(frozen=True)
class Export:
    """One file of the inbox: its bytes, the answers it holds and the blank rows between.

    ``common``: they were given in the province's own form.
    """

    path: str
    content: bytes
    responses: tuple[str, ...]
    blank_rows: int = 0
    common: bool = True


class Exporter:
    """Hands out the files of one form, as its owner would click them together."""

    def __init__(
        self, campaign: Campaign, form: Form, responses: Mapping[str, Response], name: str
    ) -> None:
        self._campaign = campaign
        self._form = form
        own = [] if form.id in AGENCY_FORMS else answered_in_own_form(campaign, responses)
        self._own = {row: responses[row] for row in own}
        self._responses = {row: responses[row] for row in responses if row not in self._own}
        self._name = name
        self._questions = asked(form)
        self._places = {row: place for place, row in enumerate(self._responses)}

    def everything(self) -> list[Export]:
        """Return all files, the foreign one among them."""
        return [
            self._older_sheet(),
            self._newer_sheet(),
            self._excel(),
            self._download(),
            self._english_download(),
            *self._own_form(),
            Export(f"{self._form.id}/แบบสอบถามอื่น.csv", downloads.linked_sheet(_FOREIGN), ()),
        ]

    def twice(self) -> list[Export]:
        """Return all answers as the sheet's file and as the form's own download."""
        rows = list(self._responses)
        sheet = downloads.linked_sheet(self._table(rows, self._in_sheet))
        in_form = self._table(rows, lambda row: self._in_form(row, downloads.form_time))
        return [
            self._export(f"{self._name} (การตอบกลับ) - การตอบแบบฟอร์ม 1.csv", sheet, rows),
            self._export_zip(f"{self._name}.csv", in_form, rows),
        ]

    def _older_sheet(self) -> Export:
        rows = self._between(0, _OLDER_UNTIL)
        table = self._table(rows, self._in_sheet)
        path = f"{self._name} (การตอบกลับ) - การตอบแบบฟอร์ม 1.csv"
        return self._export(path, downloads.linked_sheet(table), rows)

    def _newer_sheet(self) -> Export:
        """Sorted by agency, with blank rows between, sums and typed rows at the end."""
        answered = sorted(self._between(0, _NEWER_UNTIL), key=self._agency_of)
        typed = [row for row, response in self._responses.items() if response.typed is not None]
        rows = [row for row in answered if row not in set(typed)] + typed
        table = self._table(rows, self._in_sheet)
        blank = [""] * len(table[0])
        for place in range(_BLANK_ROWS):
            table.insert((place + 1) * len(table) // (_BLANK_ROWS + 1), blank)
        path = f"{self._name} (การตอบกลับ) - การตอบแบบฟอร์ม 1 (1).csv"
        return self._export(path, downloads.linked_sheet(table), rows, _BLANK_ROWS)

    def _excel(self) -> Export:
        """One agency's rows, as its coordinator has filtered them and saved them again."""
        rows = [row for row in self._between(0, _NEWER_UNTIL) if self._agency_of(row)]
        rows = [row for row in rows if downloads.fits_code_page(self._in_sheet(row))]
        busiest = Counter(map(self._agency_of, rows)).most_common(1)[0][0]
        rows = [row for row in rows if self._agency_of(row) == busiest]
        table = self._table(rows, self._in_sheet)
        return self._export("จากผู้ประสานงาน.csv", downloads.saved_by_excel(table), rows)

    def _download(self) -> Export:
        rows = self._born_in_form(_FORM_FROM, _FORM_UNTIL)
        table = self._table(rows, lambda row: self._in_form(row, downloads.form_time))
        return self._export_zip(f"{self._name}.csv", table, rows)

    def _english_download(self) -> Export:
        rows = self._born_in_form(_ENGLISH_FROM, 1)
        table = self._table(rows, lambda row: self._in_form(row, downloads.english_form_time))
        table[0][0] = self._timestamp_in_another_language()
        return self._export_zip(f"{self._name} (1).csv", table, rows)

    def _own_form(self) -> list[Export]:
        """Return the answers to the agency's own form, from its sheet and as its download."""
        questions = own_questions(self._form)
        stamp = next(q.header for q in self._form.questions if q.kind == "timestamp")
        heading = [stamp, *(question.header for question in questions)]
        own = list(self._own.values())
        sheet = [[downloads.sheet_time(r.moment), *own_cells(r, questions)] for r in own]
        in_form = [[downloads.form_time(r.moment), *own_cells(r, questions)] for r in own]
        name = f"{self._name} ของหน่วยงาน"
        exports = [
            self._export(
                f"{name} (การตอบกลับ).csv", downloads.linked_sheet([heading, *sheet]), [*self._own]
            ),
            self._export_zip(f"{name}.csv", [heading, *in_form], [*self._own]),
        ]
        return [replace(export, common=False) for export in exports]

    def _export(self, path: str, content: bytes, rows: list[str], blank_rows: int = 0) -> Export:
        return Export(f"{self._form.id}/{path}", content, tuple(rows), blank_rows)

    def _export_zip(self, name: str, table: list[list[str]], rows: list[str]) -> Export:
        content = downloads.form_download(table)
        archive = downloads.zipped(name, content, self._campaign.closes_before())
        return self._export(f"{name}.zip", archive, rows)

    def _between(self, since: float, until: float) -> list[str]:
        rows = list(self._responses)
        return rows[int(since * len(rows)) : int(until * len(rows))]

    def _born_in_form(self, since: float, until: float) -> list[str]:
        return [row for row in self._between(since, until) if self._responses[row].typed is None]

    def _agency_of(self, row: str) -> str:
        return self._responses[row].answers.get("agency", "")

    def _table(self, rows: list[str], cells: Callable[[str], list[str]]) -> list[list[str]]:
        stamp = next(q.header for q in self._form.questions if q.kind == "timestamp")
        headings = [self._form.question(question).header for question in self._questions]
        return [[stamp, *headings], *(cells(row) for row in rows)]

    def _in_sheet(self, row: str) -> list[str]:
        response = self._responses[row]
        typed = response.typed
        stamp = downloads.sheet_time(response.moment) if typed is None else typed
        return [stamp, *self._cells(response)]

    def _in_form(self, row: str, written: Written) -> list[str]:
        response = self._responses[row]
        return [written(response.moment + self._drift(row)), *self._cells(response)]

    def _drift(self, row: str) -> timedelta:
        """Now and then the form's clock is a second ahead of the sheet's."""
        place, response = self._places[row], self._responses[row]
        in_both = place < int(_NEWER_UNTIL * len(self._responses))
        drifts = in_both and place % _DRIFTS == 0 and response.kind in {"plain", "assessed"}
        return timedelta(seconds=int(drifts))

    def _cells(self, response: Response) -> list[str]:
        return [response.answers.get(question, "") for question in self._questions]

    def _timestamp_in_another_language(self) -> str:
        question = next(q for q in self._form.questions if q.kind == "timestamp")
        others = [alias for alias in question.aliases if alias.isascii()]
        return others[0] if others else question.header
