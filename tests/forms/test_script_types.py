"""The Apps Script beside the published types of Google: every method is one they have."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from odd_names import ODD_CAMPAIGN

from report.forms.script import script

TYPES = Path(__file__).parent / "types"
NPM, NODE = shutil.which("npm"), shutil.which("node")
_UNREACHED = re.compile("ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT")


def test_the_lock_names_hashes_and_no_registry():
    lock = json.loads((TYPES / "package-lock.json").read_text(encoding="utf-8"))
    installed = [package for path, package in lock["packages"].items() if path]
    assert len(installed) == 2
    for package in installed:
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """Return what says what the compiler finds in a script; each finding is a line."""
    if NPM is None or NODE is None:
        pytest.skip("no npm on this machine")
    folder = tmp_path_factory.mktemp("types")
    for path in TYPES.iterdir():
        shutil.copy(path, folder)
    installed = subprocess.run(
        [NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if installed.returncode and _UNREACHED.search(installed.stderr):
        pytest.skip(f"no packages to be had here: {installed.stderr[:200]}")
    assert installed.returncode == 0, installed.stderr

    def compiler(text):
        (folder / "build.js").write_text(text, encoding="utf-8")
        ran = subprocess.run(
            [NODE, "node_modules/typescript/bin/tsc", "-p", "."],
            cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        return [line for line in ran.stdout.splitlines() if "error TS" in line]

    return compiler


@pytest.mark.slow
def test_the_script_calls_only_what_google_publishes(compiled):
    assert compiled(script(ODD_CAMPAIGN).decode()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("form.setCollectEmail(false)", "form.setCollectsEmail(false)", "setCollectsEmail"),
        ("setAcceptingResponses(true)", 'setAcceptingResponses("yes")', "not assignable"),
        ("sheet.getFormUrl() ||", "sheet.getFormURL() ||", "getFormURL"),
        ("withItemResponse(answer)", "withItemResponse()", "Expected 1 arguments"),
        ('"type": "list"', '"type": "dropdown"', "not assignable"),
    ],
)
def test_a_slip_would_be_found(compiled, right, wrong, found):
    text = script(ODD_CAMPAIGN).decode()
    assert right in text
    assert any(found in finding for finding in compiled(text.replace(right, wrong)))
