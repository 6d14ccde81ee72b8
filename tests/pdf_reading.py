"""PDFs read back as readers do: text by page, and the tree that a screen reader follows."""

from __future__ import annotations

import ctypes

import pypdfium2
from pypdfium2 import raw


def pages(content):
    """Return the text of every page as PDFium reads it."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def outside(content, margin=20):
    """Return what is written nearer to an edge than so many points, or beyond it."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            width, height = page.get_size()
            words = page.get_textpage()
            for place in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(place)
                if min(left, bottom, width - right, height - top) < margin:
                    found.append(words.get_text_range(place, 1))
    return "".join(found).strip()


def text(content):
    """Return the whole text; where a line ends is no part of it."""
    return "".join(pages(content)).replace("\r\n", "")


def solid(words):
    """Return words without white space, as lines of any length have them in common."""
    return "".join(words.split())


def tags(content):
    """Return (kind, alternative text) of every element, page by page, parents first."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            for place in range(raw.FPDF_StructTree_CountChildren(tree)):
                _follow(raw.FPDF_StructTree_GetChildAtIndex(tree, place), found)
            raw.FPDF_StructTree_Close(tree)
    return found


def _follow(element, found):
    found.append(
        (_said(raw.FPDF_StructElement_GetType, element),
         _said(raw.FPDF_StructElement_GetAltText, element))
    )  # fmt: skip
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            _follow(child, found)


def _said(ask, element):
    size = ask(element, None, 0)
    said = ctypes.create_string_buffer(size)
    ask(element, said, size)
    return said.raw.decode("utf-16-le").rstrip("\0")
