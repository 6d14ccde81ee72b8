"""The table of the agencies, in terminals of several widths and code pages."""

from __future__ import annotations

import re

import pytest

from config.loading import load_campaign
from config.width import columns
from rapsap.__main__ import main


@pytest.fixture
def shown(refreshed_demo, capsys, monkeypatch):
    """Return what ``rapsap status`` prints in a terminal of that many columns."""

    def status(width, *arguments):
        monkeypatch.setenv("COLUMNS", str(width))
        assert main(["status", str(refreshed_demo), *arguments]) == 0
        return capsys.readouterr().out

    return status


def names_in(table):
    """Return the agencies' names with what was folded joined again."""
    names = []
    for line in table.splitlines():
        if begun := re.match(r"(\S.*?) +[\d,]+ +(?:[\d,]+|-) +(?:\d+\.\d|-) ", line):
            names.append(begun[1])
        elif goes_on := re.match(r"  (\S+(?: \S+)*)", line):
            names[-1] += goes_on[1]
    return names


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_every_agency_is_readable_at_every_width(shown, refreshed_demo, width):
    table = shown(width)
    register = [agency.name for agency in load_campaign(refreshed_demo).agencies]
    assert names_in(table)[:34] == register
    assert "…" not in table
    assert all(columns(line) <= width for line in table.splitlines())


def test_at_120_columns_each_agency_stands_on_one_line(shown, refreshed_demo):
    lines = shown(120).splitlines()
    for agency in load_campaign(refreshed_demo).agencies:
        assert sum(agency.name in line for line in lines) == 1


def test_signs_and_words_tell_what_colours_tell(shown):
    table = shown(120)
    for sign, word in {
        "✓": "ครบถ้วน",
        "›": "อยู่ระหว่างดำเนินการ",
        "?": "ยังไม่ได้รับแจ้งจำนวนบุคลากร",
    }.items():
        assert f"{sign} {word}" in table
    assert "\x1b[" not in table  # no colours in a file


def test_the_agencies_that_declared_are_added_up(shown):
    last = shown(120).splitlines()[-1].rstrip()
    assert last.startswith("รวมหน่วยงานที่แจ้งจำนวนแล้ว")
    assert last.endswith("ครบ 8 จาก 34")


def test_one_agency_by_another_of_its_names(shown):
    table = shown(80, "คลังจังหวัด")
    assert table.startswith("สำนักงานคลังจังหวัดเชียงราย")
    assert "Dos & Don'ts" in table


def test_an_agency_that_is_none_names_the_nearest(refreshed_demo, capsys):
    assert main(["status", str(refreshed_demo), "สำนักงานคลั่งจังหวัด"]) == 2
    said = capsys.readouterr().err
    assert "ไม่มีหน่วยงานชื่อ “สำนักงานคลั่งจังหวัด”" in said
    assert "คลังจังหวัด" in said.splitlines()[-1]
