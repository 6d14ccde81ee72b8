"""Every message of the code has its Thai, with the same places to fill in; so has click's own."""

from __future__ import annotations

import io
import re
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from config.messages import CATALOGUES

ROOT = Path(__file__).parents[2]
ROOMS = ("config", "collector", "aggregate", "report", "rapsap")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "thai": None, "marked": None}
PO = CATALOGUES / "th" / "LC_MESSAGES" / "rapsap.po"
PLACE = re.compile(r"\{(\w*)[^{}]*\}")

# What click says only to programmers, editors, prompts and shells that rapsap does not use.
NEVER_SAID = re.compile(
    "dynamic|declar|Choice\\(|Confirm|Bash|Deprecat|deprecat|Do you want|two entered|invalid input|"
    "start character|defined twice|[Pp]ositional|Press any key|Repeat|colour|standard stream|"
    "iterable|Windows error|^d$|env var|Editing|len_type|UUID|executable|No options defined|"
    "same flag|Could not determine|prog\\)s"
)


def said_in(folder):
    """Return the messages in the sources of a folder: strings, or pairs of them."""
    found = extract_from_dir(folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {message for _file, _line, message, _notes, _context in found}


@pytest.fixture(scope="module")
def catalogue():
    with PO.open("rb") as file:
        return read_po(file, locale="th")


@pytest.fixture(scope="module")
def said():
    return set().union(*(said_in(ROOT / room) for room in ROOMS))


def test_every_message_of_the_code_is_in_the_catalogue(said, catalogue):
    known = {m.id for m in catalogue}
    assert said - known == set()


def test_nothing_in_the_catalogue_is_said_no_more(said, catalogue):
    known = {m.id for m in catalogue if m.id}
    assert known - said == set()


def test_every_message_has_its_thai(catalogue):
    assert [m.id for m in catalogue if m.id and not all(texts(m.string))] == []
    assert [m.id for m in catalogue if m.fuzzy and m.id] == []


def test_the_thai_has_the_same_places_to_fill_in(catalogue, said):
    ours = {m for m in said if isinstance(m, str)} - said_in(Path(click.__file__).parent)
    for message in catalogue:
        if message.id in ours:
            assert places(message.string) == places(message.id), message.id


def test_the_thai_of_click_fills_in_nothing_that_click_does_not_give(catalogue):
    for pair_or_text in said_in(Path(click.__file__).parent):
        message = catalogue.get(first(pair_or_text))
        if message is not None:
            allowed = set().union(*map(places, texts(message.id)))
            assert set().union(*map(places, texts(message.string))) <= allowed, message.id


def test_whatever_click_says_to_a_person_is_said_in_thai(said):
    click_says = said_in(Path(click.__file__).parent)
    assert {m for m in click_says - said if not NEVER_SAID.search(first(m))} == set()


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    with PO.with_suffix(".mo").open("rb") as file:
        assert entries(read_mo(file)) == entries(read_mo(compiled))


def texts(text_or_several):
    return (text_or_several,) if isinstance(text_or_several, str) else tuple(text_or_several)


def first(text_or_several):
    return texts(text_or_several)[0]


def places(text):
    return set(PLACE.findall(text.replace("{{", "").replace("}}", "")))


def entries(catalogue):
    return {texts(m.id): texts(m.string) for m in catalogue if m.id}
