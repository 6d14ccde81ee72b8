"""The findings as plain text and as bare HTML, for a website that takes only pasted text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.document import Document
from report.pages.environment import fill_text
from report.pages.frame import frame
from report.pages.measures import measures
from report.rows import rows_of
from report.sentences import completion, risk

if TYPE_CHECKING:
    from report.facts import Facts

# Old Notepad knows Thai by the mark and lines by CRLF.
_BYTE_ORDER_MARK = "\ufeff"


def texts_to_paste(facts: Facts) -> tuple[Document, ...]:
    """Return ``paste.txt`` and ``paste.html``."""
    context = frame(facts) | _findings(facts)
    text = fill_text("paste.txt.j2", facts.campaign, **context)
    html = fill_text("paste.html.j2", facts.campaign, **context)
    windows_text = _BYTE_ORDER_MARK + text.replace("\n", "\r\n")
    return (
        Document("public/paste.txt", windows_text.encode(), "public"),
        Document("public/paste.html", html.encode(), "public"),
    )


def _findings(facts: Facts) -> dict[str, Any]:
    summary = facts.summary
    return {
        "headline": [completion.headline(facts), *completion.beside_the_headline(facts)],
        "notices": rows_of(summary.notices),
        "agencies": rows_of(summary.agencies),
        "risk": [*risk.findings(facts), *filter(None, [risk.perceived(facts)])],
        "measures": measures(facts)["measures"],
    }
