"""docs/nasty-inputs.md tells the truth: every row is there, and every test that it names exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from nasty_rows import NASTY_ROWS

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "nasty-inputs.md"
ROWS = {
    "T": "1 2 3 4 6 7 9 10 11 12 13 15 16 17 19 21 22 23 25 26 27",
    "A": "1 2 4 5 6 7 8 10 11 12",
    "D": "1 2 3 4 5 7 9 10 11 13 14 15 16 18 19 20 22",
    "U": "1 2 4 5 6 8 9 11 12",
    "F": "1 2 3 5 7 8 10 11",
    "H": "1 2 3 4 6 7 9 10 11 12 14 15",
    "X": "1 2 3 6 7 8",
    "S": "1 3 4 5 6 7 8 9 11 12",
    "C": "1 2 4 5 8 9 10 11 13 14",
    "W": "1 2 3 4 5 7 8 9 11 12 13 14 16",
    "P": "1 3 6 7 8 9",
    "K": "6 8 10 11 13 14 15 16 17",
    "G": "1 2 3 4 5 6 7 10 11 13 14 15 17 18 19 20 21 22 23 24",
    "V": "1 2 4 5 6 7 9 11 12",
    "R": "1 2 3 4 5 6 7 8 9 10 11",
    "Q": "1 2 3 4 6 7 9 10 11 12 14",
}
IDS = [f"{letter}{number}" for letter, numbers in ROWS.items() for number in numbers.split()]
ROW = re.compile(r"\| ([A-Z]\d+) \| (.+) \| (.+) \| (.+) \|")
NODE = re.compile(r"`(tests/[\w/]+\.py)::([\w:]+)(?:\[([^`]+)\])?`")


def rows() -> dict[str, tuple[str, str, str]]:
    """Return input, promise and tests of each row."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    found = [ROW.fullmatch(line) for line in lines if re.match(r"\| [A-Z]\d", line)]
    assert all(found), "a row that is not id, input, promise, tests"
    return {match[1]: (match[2], match[3], match[4]) for match in found if match}


@cache
def named_in(path: str) -> frozenset[str]:
    """Return the names of a file's tests, ``Class::test`` for those of a class."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return frozenset(
        [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        + [
            f"{of.name}::{node.name}"
            for of in classes
            for node in of.body
            if isinstance(node, ast.FunctionDef)
        ]
    )


def test_every_row_is_in_the_table_once_and_in_order() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert re.findall(r"^\| ([A-Z]\d+) \|", "\n".join(lines), re.MULTILINE) == IDS


def test_every_row_names_its_tests_or_what_it_waits_for() -> None:
    for row, (_input, _promise, tests) in rows().items():
        assert tests.startswith("waits: ") or NODE.match(tests), row


def test_every_test_that_is_named_exists() -> None:
    for row, (*_words, tests) in rows().items():
        for path, name, _case in NODE.findall(tests):
            assert (ROOT / path).is_file(), (row, path)
            assert name in named_in(path), (row, path, name)
            assert name.rpartition("::")[2].startswith("test_"), (row, name)


def test_every_case_that_is_named_is_a_nasty_row() -> None:
    cases = [case for *_words, tests in rows().values() for *_node, case in NODE.findall(tests)]
    assert {case for case in cases if case} <= {row.id for row in NASTY_ROWS}


def test_every_nasty_row_is_named_in_its_line() -> None:
    named = rows()
    for row in NASTY_ROWS:
        assert row.id.split(maxsplit=1)[0] in named
