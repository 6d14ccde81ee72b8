"""What is promised of every input, however nasty, in one assertion (docs/nasty-inputs.md).

No traceback and a documented exit code; every cell in the ledger to the letter; every row counted
or set aside with a reason and a remedy; every output built and whole; nobody else's figures moved.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import openpyxl
import pypdfium2
import pytest
from small_campaign import shorten_texts

from collector import Ledger, StoredTable
from config.errors import ExitCode
from config.loading import load_campaign
from config.new import TEMPLATE
from rapsap.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from config.campaign import Campaign, Form

NOW = 1_684_551_600
"""2023-05-20 10:00 in Bangkok, after the deadline."""
FORMS = ("signoff", "coi")
THREE_AGENCIES = ("governors-office", "public-health", "land")


@dataclass(frozen=True)
class Run:
    """A campaign folder after a refresh, with what the command said."""

    folder: Path
    exit_code: int
    told: str

    @cached_property
    def campaign(self) -> Campaign:
        return load_campaign(self.folder)

    @cached_property
    def stored(self) -> list[StoredTable]:
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            return [table for form in FORMS for table in ledger.answers(form)]

    @cached_property
    def cells(self) -> set[str]:
        """Every cell in the ledger."""
        return {cell for table in self.stored for row in table.rows for cell in row}

    @cached_property
    def set_aside(self) -> list[dict[str, str]]:
        return self.lines("internal/set-aside.csv")

    @cached_property
    def summary(self) -> dict[str, Any]:
        return json.loads(self.text("public/data/summary.json"))

    @cached_property
    def record(self) -> dict[str, Any]:
        return json.loads(self.text("internal/run.json"))

    @cached_property
    def refused(self) -> dict[str, str]:
        """Why each file was set aside whole, by its place."""
        return {line["source"]: line["reason"] for line in self.set_aside if not line["row"]}

    def text(self, name: str) -> str:
        return (self.folder / "out" / name).read_text(encoding="utf-8-sig")

    def lines(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.text(name), newline="")))

    def files(self, below: str = "") -> list[Path]:
        return [path for path in (self.folder / "out" / below).rglob("*") if path.is_file()]

    def figures(self) -> dict[str, Any]:
        """Return all that is published but for how many rows it took."""
        counted = {k: v for k, v in self.summary.items() if k not in {"rows", "as_of"}}
        return counted | {
            name: self.text(f"public/data/{name}") for name in ("completion.csv", "risk.csv")
        }


def new_campaign(folder: Path) -> Form:
    """Make the template's campaign with three agencies, and return its sign-off form.

    All that a refresh writes is written once per agency: three are enough to see it.
    """
    shutil.copytree(TEMPLATE, folder)
    for form in FORMS:
        (folder / "inbox" / form).mkdir()
    _keep_rows(folder / "agencies.csv", ("id", *THREE_AGENCIES))
    _keep_rows(folder / "aliases.csv", ("agency", *THREE_AGENCIES))
    settings = (folder / "campaign.toml").read_text(encoding="utf-8")
    three = settings.replace("agencies_expected = 34", f"agencies_expected = {len(THREE_AGENCIES)}")
    (folder / "campaign.toml").write_text(three, encoding="utf-8")
    shorten_texts(folder)
    return load_campaign(folder).form("signoff")


def _keep_rows(path: Path, ids: tuple[str, ...]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.partition(",")[0] in ids]
    path.write_text("".join(kept), encoding="utf-8")


def refresh(folder: Path, *options: str) -> Run:
    """Run ``rapsap refresh`` as a scheduler does, and hear what it says."""
    said = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as environment,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        environment.setenv("SOURCE_DATE_EPOCH", str(NOW))
        exit_code = main(["refresh", str(folder), *options])
    return Run(folder, exit_code, said.getvalue())


def assert_kept(
    run: Run, *, exit_code: int = 0, raw: Iterable[str] = (), figures_of: Run | None = None
) -> None:
    """Assert the promise; ``raw`` are cells of the input, ``figures_of`` a run without it."""
    assert run.exit_code == exit_code == ExitCode(exit_code) != ExitCode.DEFECT, run.told
    assert "Traceback" not in run.told
    assert set(raw) <= run.cells
    _assert_every_row_is_somewhere(run)
    _assert_every_output_is_whole(run)
    if figures_of is not None:
        assert run.figures() == figures_of.figures()


def _assert_every_row_is_somewhere(run: Run) -> None:
    for rows in (run.summary["rows"], *run.record["rows_by_form"].values()):
        counted = rows["accepted"] + rows["superseded"] + rows["set_aside"] + rows["erased"]
        assert rows["read"] == counted
    lines = [line for line in run.set_aside if line["row"]]
    assert len(lines) == run.summary["rows"]["set_aside"]
    assert len(run.set_aside) - len(lines) == len(run.record["refused_files"])
    assert all(line["reason"] and line["remedy"] for line in run.set_aside)


def _assert_every_output_is_whole(run: Run) -> None:
    names = {path.relative_to(run.folder / "out").as_posix() for path in run.files()}
    assert {"public/index.html", "public/risk.html", "internal/index.html"} <= names
    for path in run.files():
        _OPENERS.get(path.suffix, _opens)(path.read_bytes())


def _opens(content: bytes) -> None:
    assert content


def _opens_as_page(content: bytes) -> None:
    assert content.decode().rstrip().endswith("</html>")


def _opens_as_zip(content: bytes) -> None:
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


_OPENERS: dict[str, Callable[[bytes], object]] = {
    ".html": _opens_as_page,
    ".json": json.loads,
    ".csv": lambda content: list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))),
    ".xlsx": lambda content: openpyxl.load_workbook(io.BytesIO(content), read_only=True).close(),
    ".zip": _opens_as_zip,
    ".docx": _opens_as_zip,
    ".pdf": lambda content: pypdfium2.PdfDocument(content).close(),
}
