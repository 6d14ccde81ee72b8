"""What ``--help`` says, in both languages, and that the README says no less."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.messages import speak
from config.width import columns
from rapsap.__main__ import main
from rapsap.commands import cli

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = [*cli.commands]
ENGLISH_OF_CLICK = re.compile(r"Usage|Options|Commands|Show |Error|Missing|Invalid|Try |INTEGER")


@pytest.fixture(autouse=True)
def _thai_afterwards():
    yield
    speak("th")


def helped(capsys, *line):
    assert main([*line, "--help"]) == 0
    return capsys.readouterr().out


def options_of(command):
    return {name for option in command.params for name in option.opts if name.startswith("--")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_the_readme(command):
    (line,) = (
        line
        for line in README.splitlines()
        if line.startswith("|")
        and any(f"`rapsap {command} {first}" in line for first in ("[", "DIR", "BACKUP"))
    )
    for option in options_of(cli.commands[command]) - {"--lang"}:
        assert option in line, f"rapsap {command} {option}"
    for option in ("--lang", "--help", *options_of(cli)):
        assert option in README


def test_help_lists_what_there_is_and_nothing_else(capsys):
    section = helped(capsys).partition("\nคำสั่ง:\n")[2]
    assert [line.split()[0] for line in section.splitlines()] == COMMANDS


def test_every_command_can_be_asked_for_help_in_two_languages(capsys):
    for command in COMMANDS:
        assert helped(capsys, command).startswith(f"วิธีใช้: rapsap {command} [ตัวเลือก]")
        assert helped(capsys, "--lang", "en", command).startswith(f"Usage: rapsap {command} [OPT")


@pytest.mark.parametrize("language", ["th", "en"])
def test_help_fits_into_80_columns(capsys, language):
    for line in ([], *([command] for command in COMMANDS)):
        for said in helped(capsys, "--lang", language, *line).splitlines():
            assert columns(said) <= 80, said


def test_thai_help_holds_no_english_of_click(capsys):
    for line in ([], *([command] for command in COMMANDS)):
        assert not ENGLISH_OF_CLICK.search(helped(capsys, *line))


def test_every_option_says_what_it_does():
    assert [
        f"{command} {option.name}"
        for command in (cli, *cli.commands.values())
        for option in command.params
        if option.param_type_name == "option" and not option.help
    ] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["refrsh"], "ผิดพลาด: ไม่มีคำสั่ง 'refrsh' อาจหมายถึง 'refresh'"),
        (["refresh", "--strickt"], "ผิดพลาด: ไม่มีตัวเลือก '--strickt' อาจหมายถึง '--strict'"),
        (["refresh", "--accept"], "ผิดพลาด: ตัวเลือก '--accept' ต้องตามด้วยค่า"),
        (["refresh", "a", "b"], "ผิดพลาด: มีข้อความเกินมา (b)"),
        (["demo", "--people", "199"], "ค่าของ '--people' ไม่ถูกต้อง: 199 ไม่อยู่ในช่วง x>=200"),
        (["demo", "--people", "มาก"], "ค่าของ '--people' ไม่ถูกต้อง: 'มาก' ไม่ใช่ตัวเลขจำนวนเต็ม"),
        (["new"], "ผิดพลาด: ยังไม่ได้ระบุ 'โฟลเดอร์'"),
        (["--lang", "fr"], "'fr' ไม่ใช่ตัวเลือกที่มี ให้เลือกจาก 'th', 'en'"),
    ],
)
def test_a_slip_is_answered_in_thai(capsys, line, said):
    assert main(line) == 2
    assert said in capsys.readouterr().err


def test_a_slip_is_answered_in_english_where_asked(capsys):
    assert main(["--lang=en", "refresh", "--accept"]) == 2
    assert "Error: Option '--accept' requires an argument." in capsys.readouterr().err


def test_help_loads_nothing_heavy():
    look = (
        "import sys; from rapsap.__main__ import main; main(['--help'])\n"
        "print(sorted({'pandas', 'rich', 'pydantic', 'matplotlib', 'filelock', 'sqlite3'} "
        "& sys.modules.keys()))"
    )
    said = subprocess.run(  # the interpreter of this test, on a text of ours
        [sys.executable, "-X", "utf8", "-c", look],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout.splitlines()[-1] == "[]"
