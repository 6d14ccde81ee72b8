"""What each document's text is given to print: one module per document."""

from report.documents.given.circular import circular, circular_list
from report.documents.given.headcount import headcount
from report.documents.given.memo import memo
from report.documents.given.memo_start import memo_start
from report.documents.given.reminder import reminder

__all__ = ["circular", "circular_list", "headcount", "memo", "memo_start", "reminder"]
