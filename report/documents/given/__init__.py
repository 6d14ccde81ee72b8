"""What each document's text is given to print: one module per document."""

from report.documents.given.circular import circular, circular_list
from report.documents.given.governor import governor
from report.documents.given.headcount import headcount
from report.documents.given.memo import memo
from report.documents.given.memo_start import memo_start
from report.documents.given.o42 import o42
from report.documents.given.o43 import o43
from report.documents.given.reminder import reminder
from report.documents.given.risk import risk

__all__ = [
    "circular", "circular_list", "governor", "headcount", "memo", "memo_start", "o42", "o43",
    "reminder", "risk",
]  # fmt: skip
