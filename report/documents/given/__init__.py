"""What each document's text is given to print: one module per document."""

from report.documents.given.memo import memo
from report.documents.given.memo_start import memo_start

__all__ = ["memo", "memo_start"]
