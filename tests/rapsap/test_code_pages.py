"""Consoles that do not speak UTF-8: Windows' Thai code page, and one that knows no Thai at all."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rapsap.__main__ import main

ROOT = Path(__file__).parents[2]
LINES = {
    "--help": ["--help"],
    "status": ["status", "FOLDER"],
    "nothing new": ["refresh", "FOLDER", "--json"],
    "closing table": ["aggregate", "FOLDER"],
    "check": ["check", "FOLDER"],
    "no such command": ["refrsh"],
    "no such agency": ["status", "FOLDER", "กรมที่ไม่มีอยู่จริง"],
    "no campaign": ["refresh", "NOWHERE"],
}


@pytest.fixture(scope="module")
def demo(refreshed_demo, tmp_path_factory):
    """Return a rehearsal that these tests have to themselves."""
    return shutil.copytree(refreshed_demo, tmp_path_factory.mktemp("pages") / "demo")


@pytest.fixture
def run_in(monkeypatch, demo, refreshed_at, tmp_path):
    """Return a runner of one command whose streams have a code page: (code, stdout, stderr)."""

    def run(code_page, line):
        words = {"FOLDER": str(demo), "NOWHERE": str(tmp_path)}
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(refreshed_at.timestamp()) + 60))
        streams = {name: io.BytesIO() for name in ("stdout", "stderr")}
        for name, stream in streams.items():
            monkeypatch.setattr(sys, name, io.TextIOWrapper(stream, encoding=code_page))
        code = main([words.get(word, word) for word in line])
        sys.stdout.flush()
        sys.stderr.flush()
        written_in = {"ascii": "utf-8"}.get(code_page, code_page)
        out, err = (stream.getvalue().decode(written_in) for stream in streams.values())
        monkeypatch.undo()
        return code, out, err

    return run


@pytest.mark.parametrize("code_page", ["cp874", "ascii"])
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_no_letter_is_a_defect(run_in, code_page, line):
    code, _out, err = run_in(code_page, line)
    assert code in {0, 2}
    assert "Traceback" not in err


def test_thai_reads_as_thai_in_the_thai_code_page(run_in):
    _code, out, _err = run_in("cp874", LINES["status"])
    assert "สำนักงานคลังจังหวัดเชียงราย" in out
    assert "= ครบถ้วน" in out
    assert "?" not in out.replace("? ยังไม่ได้รับแจ้ง", "")  # its sign, and no lost letter


def test_a_stream_that_knows_no_thai_is_written_in_utf_8(run_in):
    _code, out, _err = run_in("ascii", LINES["status"])
    assert "✓ ครบถ้วน" in out


@pytest.mark.parametrize("code_page", ["cp874", "ascii", "utf-8"])
def test_json_is_json_in_every_code_page(run_in, code_page):
    _code, out, _err = run_in(code_page, LINES["nothing new"])
    assert json.loads(out)["notices"][0]["notice"].startswith("ประกาศเจตนารมณ์")


def test_json_holds_both_records_and_loses_no_key_of_either(run_in, demo):
    _code, out, _err = run_in("utf-8", LINES["nothing new"])
    parts = [
        json.loads((demo / "out" / name).read_text(encoding="utf-8"))
        for name in ("public/data/summary.json", "internal/run.json")
    ]
    assert all(part.items() <= json.loads(out).items() for part in parts)


@pytest.mark.parametrize("code_page", ["cp874", "ascii"])
def test_the_process_itself_ends_well(code_page):
    ended = subprocess.run(  # the interpreter of this test, on our own program
        [sys.executable, "-m", "rapsap", "demo", "--people", "3"],
        env={**os.environ, "PYTHONIOENCODING": code_page},
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert ended.returncode == 2
    assert b"--people" in ended.stderr
    assert b"Traceback" not in ended.stderr
