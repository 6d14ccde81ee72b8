"""Pages read back as a person reads them: tables as rows of words, Thai digits as numbers."""

from __future__ import annotations

from html.parser import HTMLParser

from config.thai import arabic_digits


class _Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables = []
        self.in_a_cell = False

    def handle_starttag(self, tag, _attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.in_a_cell = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.in_a_cell = False

    def handle_data(self, data):
        if self.in_a_cell:
            self.tables[-1][-1][-1] += data


def tables(html):
    """Return every table of a page as rows of cells, white space as one space."""
    reader = _Tables()
    reader.feed(html)
    return [[[" ".join(cell.split()) for cell in row] for row in table] for table in reader.tables]


def number(text):
    """Return the number that a cell shows, None for a dash."""
    shown = arabic_digits(text).replace(",", "")
    return None if shown in ("", "–") else float(shown)
