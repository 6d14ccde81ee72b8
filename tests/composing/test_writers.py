"""What a value contains arrives as text in every format, and nowhere as anything else."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from templates import HEAD, composed

from report.documents.formats import FORMATS

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUES = {
    "amp": "R&D",
    "tag": "<b>bold</b>",
    "maths": "$x$",
    "hash": "#let x = 1",
    "star": "*emph* _u_",
    "pipe": "a|b",
    "braces": "{{7*7}}",
    "lines": "one\ntwo\u2028three\x0bfour",
    "char": "not\ufffehere",
    "long": "w" * 500,
    "at": "@label <ref>",
    "formula": "=1+1",
    "back": "\\n \\ \\textbf{x}",
    "tick": "`raw`",
}
SHOWN = {name: re.sub(r"[\s\ufffe]", "", value) for name, value in VALUES.items()}


def read_word(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ET.fromstring(package.read("word/document.xml"))
    return "".join(text.text or "" for text in body.iter(f"{WORD}t"))


def read_pdf(content):
    pages = pypdfium2.PdfDocument(content)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def read_html(content):
    html = content.decode()
    return unescape(re.sub("<[^>]*>", "", html[html.index("<main") :]))


READERS = {"docx": read_word, "pdf": read_pdf, "html": read_html}


@pytest.fixture(scope="module")
def nasty():
    paragraphs = "".join(f"P{{{{ {name} }}}}P\n\n" for name in VALUES)
    rows = "".join(f"| C{{{{ {name} }}}}C | **B{{{{ {name} }}}}B** |\n" for name in VALUES)
    headings = "".join(f"# H{{{{ {name} }}}}H\n\n" for name in VALUES)
    head = HEAD.replace("ชื่อเอกสาร: รายงาน", "ชื่อเอกสาร: T{{ amp }}{{ tag }}{{ hash }}T")
    return composed(f"{head}{headings}{paragraphs}| ก | ข |\n|--|--|\n{rows}", VALUES)


def test_there_is_a_reader_for_every_format():
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_nasty_value_is_read_back_in_every_place(nasty, kind):
    said = re.sub(r"[\s\u200b\xad\ufffe]", "", READERS[kind](FORMATS[kind](nasty, ())))
    for name, shown in SHOWN.items():
        for place in "HPCB":
            assert f"{place}{shown}{place}" in said, name
    assert f"T{SHOWN['amp']}{SHOWN['tag']}{SHOWN['hash']}T" in said
