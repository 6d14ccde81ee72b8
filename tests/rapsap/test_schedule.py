"""``rapsap schedule``: what the real readers of the files make of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from config.new import new_campaign
from rapsap.__main__ import main
from report.schedule import Job, schedule_files

ODD_NAMES = [
    "เชียงราย 2566",
    'it\'s "quoted" & <so>',
    r"50% \%d %h \\",
    "$HOME `id` $(id) ; # !",
    "a'%b'%%",
]
MARK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
URL = "https://hc.example.org/a%20b?c=1&d"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schedule") / "campaign"
    new_campaign(folder)
    return folder


def scheduled(made, place, *options):
    folder = shutil.copytree(made, place)
    assert main(["schedule", str(folder), *options]) == 0
    return folder, folder / "out" / "schedule"


def command_for(folder, *options):
    log = str(folder / "log" / "refresh.log")
    words = ["-X", "utf8", "-m", "rapsap", "refresh", str(folder), "--log", log, *options]
    return [str(Path(sys.executable)), *words]


def told_by_sh(command, folder):
    """Return the folder and the words that the real shell starts Python with."""
    teller = folder / "tell"
    teller.write_text('#!/bin/sh\nfor word; do printf "%s\\0" "$word"; done\n', encoding="utf-8")
    teller.chmod(0o700)
    python = str(Path(sys.executable))
    assert command.count(f"exec {python} ") == 1
    command = command.replace(f"exec {python} ", f'exec "$TELLER" {python} ')
    said = subprocess.run(
        ["/bin/sh", "-c", command], env={"TELLER": str(teller)}, capture_output=True, check=True
    )
    return said.stdout.decode().split("\0")[:-1]


def as_cron_reads(line):
    """Return the command of a line, and what cron would give it to read, as cron itself does."""
    command = line.split(None, 5)[5]
    kept, escaped = [], False
    for place, sign in enumerate(command):
        if escaped and sign == "%":
            kept[-1] = "%"
        elif not escaped and sign == "%":
            return "".join(kept), command[place + 1 :]
        else:
            kept.append(sign)
        escaped = sign == "\\" and not escaped
    return "".join(kept), ""


def as_systemd_reads(service):
    """Return the shell command of a service: its quotes, specifiers and dollars undone."""
    (quoted,) = re.findall(r'^ExecStart=/bin/sh -c "(.*)"$', service, re.MULTILINE)
    assert not re.search(r'(?<!\\)(?:\\\\)*"', quoted)
    plain = re.sub(r'\\(["\\])', r"\1", quoted)
    assert set(re.findall(r"%+|\$+", plain)) <= {"%" * 2, "%" * 4, "$" * 2, "$" * 4}
    return plain.replace("%%", "%").replace("$$", "$")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_every_path_reaches_python_through_cron_and_sh(made, tmp_path, name):
    folder, place = scheduled(made, tmp_path / name, "--ping", URL)
    comment, line = (place / "crontab.txt").read_text(encoding="utf-8").splitlines()
    assert comment == "# rapsap-chiang-rai-2566"
    command, given = as_cron_reads(line)
    assert line.startswith("30 6 * * * cd ")
    assert given == ""
    assert command.endswith(" >/dev/null 2>&1")
    command = command.removesuffix(" >/dev/null 2>&1")
    assert told_by_sh(command, tmp_path) == command_for(folder, "--ping", URL)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_every_path_reaches_python_through_systemd_and_sh(made, tmp_path, name):
    folder, place = scheduled(made, tmp_path / name)
    service = (place / "rapsap-chiang-rai-2566.service").read_text(encoding="utf-8")
    assert told_by_sh(as_systemd_reads(service), tmp_path) == command_for(folder)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_systemd_itself_has_nothing_to_say_of_the_units(made, tmp_path, name):
    _folder, place = scheduled(made, tmp_path / name)
    units = [str(unit) for unit in shutil.copytree(place, tmp_path / "units").glob("*.[st]*i*e*")]
    assert len(units) == 2
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_a_timer_makes_up_for_days_asleep_once(made, tmp_path):
    _folder, place = scheduled(made, tmp_path / "c")
    timer = (place / "rapsap-chiang-rai-2566.timer").read_text(encoding="utf-8").splitlines()
    assert "OnCalendar=*-*-* 06:30:00 Asia/Bangkok" in timer
    assert "Persistent=true" in timer
    service = (place / "rapsap-chiang-rai-2566.service").read_text("utf-8").splitlines()
    assert "Type=oneshot" in service
    assert "TimeoutStartSec=2h" in service


@pytest.mark.parametrize("name", ODD_NAMES)
def test_the_task_of_windows_is_xml_in_utf_16_with_every_setting(made, tmp_path, name):
    folder, place = scheduled(made, tmp_path / name, "--ping", URL)
    content = (place / "rapsap-chiang-rai-2566.xml").read_bytes()
    assert content.startswith(b"\xff\xfe<\0?\0")
    assert content.decode("utf-16").count("\r\n") == content.decode("utf-16").count("\n")
    task = ET.fromstring(content)
    said = {part.tag.removeprefix(MARK): part.text for part in task.iter()}
    assert said["StartBoundary"] == "2020-01-01T06:30:00"
    assert said["StartWhenAvailable"] == "true"
    assert said["MultipleInstancesPolicy"] == "IgnoreNew"
    assert said["ExecutionTimeLimit"] == "PT2H"
    assert "Interval" not in said
    command, *arguments = command_for(folder, "--ping", URL)
    assert said["Command"] == command
    assert as_windows_reads(said["Arguments"]) == arguments


def as_windows_reads(line):
    """Return the words of a command line by the rules of Microsoft's C run-time."""
    words, quoted, slashes, begun = [""], False, 0, False
    for sign in line:
        if sign == "\\":
            slashes += 1
            continue
        words[-1] += "\\" * (slashes // 2 if sign == '"' else slashes)
        literal, slashes = slashes % 2, 0
        if sign == '"' and not literal:
            quoted, begun = not quoted, True
        elif sign in " \t" and not quoted:
            words += [""] if words[-1] or begun else []
            begun = False
        else:
            words[-1] += sign
    words[-1] += "\\" * slashes
    return words


def job(**known):
    usual = {"campaign_id": "c", "title": "t", "home": "/h", "arguments": ("/p",)}
    return Job(**{**usual, "every_hours": 24, "zone": "Asia/Bangkok", **known})


@pytest.mark.parametrize(
    ("promised", "hours"),
    [(24, (6,)), (36, (6,)), (168, (6,)), (23, (6, 18)), (12, (6, 18)), (11, (6, 14, 22)),
     (5, (2, 6, 10, 14, 18, 22)), (1, tuple(range(24)))],
)  # fmt: skip
def test_it_runs_at_these_hours(promised, hours):
    assert job(every_hours=promised).hours == hours


@pytest.mark.parametrize("promised", range(1, 60))
def test_what_runs_on_schedule_is_never_late_for_check(promised):
    hours = job(every_hours=promised).hours
    pairs = zip(hours, (*hours[1:], hours[0] + 24), strict=True)
    assert max(later - earlier for earlier, later in pairs) <= promised


def test_all_three_run_at_the_same_hours():
    written = {file.name: file.content for file in schedule_files(job(every_hours=12))}
    assert b"\n30 6,18 * * * " in written["crontab.txt"]
    assert b"OnCalendar=*-*-* 06,18:30:00 Asia/Bangkok\n" in written["rapsap-c.timer"]
    task = ET.fromstring(written["rapsap-c.xml"])
    assert [part.text for part in task.find(f".//{MARK}Repetition")] == ["PT12H", "P1D", "false"]


@pytest.mark.parametrize(
    ("campaign_id", "name"),
    [("chiang-rai-2566", "rapsap-chiang-rai-2566"), ("../x y", "rapsap-x-y-46c740"),
     ("เชียงราย", "rapsap-4f57dc")],
)  # fmt: skip
def test_a_unit_has_a_name_that_every_scheduler_takes(campaign_id, name):
    assert job(campaign_id=campaign_id).name == name


def test_a_second_time_the_same_files_and_a_former_ping_is_gone(made, tmp_path):
    folder, place = scheduled(made, tmp_path / "c", "--ping", URL)
    assert URL.encode() in (place / "crontab.txt").read_bytes().replace(b"'\\%'", b"%")
    assert main(["schedule", str(folder)]) == 0
    assert b"--ping" not in (place / "crontab.txt").read_bytes()


def test_what_to_do_with_each_is_said_and_that_windows_was_not_tried(made, tmp_path, capsys):
    _folder, place = scheduled(made, tmp_path / "c")
    said = capsys.readouterr().out
    for file in place.glob("[!.]*.*"):
        assert str(file) in said
    assert "ทำงานทุกวัน เวลา 06.30 น." in said
    assert "ยังไม่ได้ทดลองบนเครื่อง Windows จริง" in said


@pytest.mark.parametrize(
    "url", ["http://hc.example.org/a", "https://", "hc.example.org", "file:///"]
)
def test_a_ping_that_is_not_https_is_refused(made, tmp_path, url, capsys):
    folder = shutil.copytree(made, tmp_path / "c")
    assert main(["schedule", str(folder), "--ping", url]) == 2
    assert "https://" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_a_folder_with_a_line_break_is_refused(made, tmp_path, capsys):
    folder = shutil.copytree(made, tmp_path / "a\nb")
    assert main(["schedule", str(folder)]) == 2
    assert "a\\nb" in capsys.readouterr().err
    assert not (folder / "out").exists()
