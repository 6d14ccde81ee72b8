"""A Word file read back as a person reads it, and its parts as Word does."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(content):
    """Return the document as python-docx opens it."""
    return docx.Document(io.BytesIO(content))


def lines(content):
    """Return every line of the body in its order, cells of tables included."""
    document = opened(content)
    said = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            said += [p.text for row in block.rows for cell in row.cells for p in cell.paragraphs]
        else:
            said.append(block.text)
    return [line for line in said if line.strip()]


def whole_text(content):
    """Return body, headers and footers as one text."""
    section = opened(content).sections[0]
    margins = (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
    )
    return "\n".join([*lines(content), *(p.text for margin in margins for p in margin.paragraphs)])


def parts(content):
    """Return the XML of the package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist() if ".xml" in name}


def paragraph(content, text):
    """Return the first paragraph that holds the text, wherever in the body it stands."""
    document = opened(content)
    for found in document.element.body.iter(qn("w:p")):
        if text in (read := Paragraph(found, document)).text:
            return read
    raise AssertionError(f"no paragraph with {text!r}")
