"""The files to double-click. No Windows is at hand: what goes wrong there is looked for."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest

from config.double_click import scripts
from config.new import new_campaign

HOME = PureWindowsPath(r"C:\โปรแกรม ของ จังหวัด (ทดลอง) 100%\rapsap")
HERE = scripts(on_windows=True, home=HOME)


@pytest.fixture(params=HERE, ids=lambda name: name)
def lines(request):
    content = HERE[request.param]
    assert content.count(b"\n") == content.count(b"\r\n")
    return content.decode("utf-8").split("\r\n")


def test_a_new_campaign_has_both(tmp_path):
    new_campaign(tmp_path / "made")
    assert {path.name for path in (tmp_path / "made").glob("*.cmd")} == set(HERE)


def test_no_byte_order_mark_and_no_thai_before_the_code_page_is_set(lines):
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]


def test_the_folder_is_the_file_s_own_and_its_backslash_hides_no_quote(lines):
    (run,) = [line for line in lines if "-m rapsap" in line]
    assert run.endswith(' "%~dp0."')


def test_no_label_no_jump_and_no_bracket_that_a_folder_s_name_could_close(lines):
    assert not any(line.startswith(":") or "goto" in line for line in lines)
    assert not any(line.rstrip().endswith("(") for line in lines)
    assert not any("(" in line for line in lines if line.startswith("if"))


def test_every_path_stands_in_quotes(lines):
    for line in lines:
        for name in ("%PYTHON%", "%RAPSAP%"):
            assert line.count(name) == line.count(f'"{name}') or "set " in line


def test_a_per_cent_sign_in_a_path_is_doubled(lines):
    assert r'set "RAPSAP=C:\โปรแกรม ของ จังหวัด (ทดลอง) 100%%\rapsap"' in lines


def test_the_window_stays_open_and_the_exit_code_is_kept(lines):
    assert lines[-3:] == ["pause", "exit /b %CODE%", ""]
    assert (
        lines.index('set "CODE=%ERRORLEVEL%"')
        == lines.index(next(line for line in lines if "-m rapsap" in line)) + 1
    )


def test_one_refreshes_and_one_checks():
    commands = {name: content.count(b"rapsap refresh") for name, content in HERE.items()}
    assert commands == {"ปรับปรุงข้อมูล.cmd": 1, "ตรวจสอบ.cmd": 0}
    assert b"rapsap check" in HERE["ตรวจสอบ.cmd"]


def test_it_says_that_nobody_ran_it_on_windows(lines):
    assert any("ยังไม่ได้ทดลองบนเครื่อง Windows จริง" in line for line in lines)


def test_made_elsewhere_it_names_the_usual_place():
    for content in scripts(on_windows=False).values():
        assert rb'set "RAPSAP=C:\rapsap"' in content
