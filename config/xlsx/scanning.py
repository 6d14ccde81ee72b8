"""What a sheet's XML says beside its values: how far it reaches, what is hidden, what went wrong.

The reader of the values leaves these out: an error cell comes back blank, so does a formula that
was never worked out, and a single cell at the far end of a sheet makes it ask for more memory
than there is, which ends the process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn

from config.messages import marked
from config.unreadable import UnreadableFileError, refuse_more
from config.xlsx.markup import local, parser

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW_CAP = 200_000
COLUMN_CAP = 500
CELL_CAP = 5_000_000
TEXT_CAP = 200_000_000

Place = tuple[int, int]
"""Row and column, the first being 0."""


@dataclass(frozen=True)
class Scan:
    """What is to be known of a sheet before its values are read.

    ``errors`` and ``unsolved``: the text of each error cell (``#REF!``) and of each formula
    without a value (``=1+1``), by place.
    """

    errors: dict[Place, str] = field(default_factory=dict)
    unsolved: dict[Place, str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: int = 0


def scan_sheet(content: bytes, string_lengths: Sequence[int]) -> Scan:
    """Return what a sheet's XML says; refuse a sheet no form fills.

    Raises `UnreadableFileError` beyond the caps, `ExpatError` for what is no XML.
    """
    scanning = _Scanning(string_lengths)
    scanning.read(content)
    return scanning.result()


def string_lengths(content: bytes) -> list[int]:
    """Return how long each of the workbook's shared strings is."""
    lengths: list[int] = []

    def begin(tag: str, _attributes: dict[str, str]) -> None:
        if local(tag) == "si":
            lengths.append(0)

    def add(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    if content:
        reading = parser()
        reading.StartElementHandler = begin
        reading.CharacterDataHandler = add
        reading.Parse(content, True)  # noqa: FBT003 - expat takes it by place
    return lengths


class _Scanning:
    """One pass over a sheet: expat calls back, this remembers."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self._lengths = lengths
        self._parser = parser()
        self._row, self._column, self._kind, self._formula = -1, -1, "", ""
        self._row_is_hidden = False
        self._last_row, self._last_column, self._text_length = -1, -1, 0
        self._said: list[str] = []
        self._errors: dict[Place, str] = {}
        self._formulas: dict[Place, str] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[tuple[int, int]] = []

    def read(self, content: bytes) -> None:
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said.append
        self._parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place

    def result(self) -> Scan:
        hidden = (
            max(0, min(last, self._last_column + 1) - first + 1)
            for first, last in self._hidden_columns
        )
        return Scan(self._errors, self._formulas, len(self._hidden_rows), sum(hidden))

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self._said.clear()
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            self._row_is_hidden = attributes.get("hidden") in {"1", "true"}
        elif name == "is":
            self._reach()
        elif name == "col" and attributes.get("hidden") in {"1", "true"}:
            self._hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._kind = attributes.get("t", "n")
        self._formula = ""
        if "r" in attributes:
            letters = attributes["r"].rstrip("0123456789")
            self._row = int(attributes["r"][len(letters) :]) - 1
            self._column = _column(letters)
        else:
            self._column += 1

    def _end(self, tag: str) -> None:
        name = local(tag)
        if name == "v":
            self._end_value("".join(self._said))
        elif name == "f":
            self._formula = "".join(self._said)
        elif name == "c" and self._formula:
            self._formulas[self._reach()] = f"={self._formula}"

    def _end_value(self, value: str) -> None:
        if not value and self._kind != "str":
            return
        place = self._reach()
        self._formula = ""
        if self._kind == "e":
            self._errors[place] = value
        elif self._kind == "s":
            self._text_length += self._lengths[int(value)]
            if self._text_length > TEXT_CAP:
                refuse_more()

    def _reach(self) -> Place:
        """Note that something stands in the present cell; refuse a sheet that reaches too far."""
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        area = (self._last_row + 1) * (self._last_column + 1)
        if self._last_row > ROW_CAP or self._last_column >= COLUMN_CAP or area > CELL_CAP:
            refuse_far_cell(self._row + 1, self._column + 1)
        if self._row_is_hidden:
            self._hidden_rows.add(self._row)
        return self._row, self._column


def refuse_far_cell(row: int, column: int) -> NoReturn:
    """Raise `UnreadableFileError` for a cell where no answer can stand, most often a slip."""
    raise UnreadableFileError(
        marked(
            "something stands in row {row}, column {column}: a sheet may have {rows} rows, "
            "{columns} columns and {cells} cells"
        ),
        remedy=marked("empty that cell if it is a slip; else split the file"),
        row=f"{row:,}",
        column=f"{column:,}",
        rows=f"{ROW_CAP:,}",
        columns=COLUMN_CAP,
        cells=f"{CELL_CAP:,}",
    )


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the number of a column, A being 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1
