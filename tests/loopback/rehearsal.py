"""The rehearsal's answers in Google: the campaign of `rapsap demo`, collected by real gspread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from collector.rehearsal import invent
from collector.rehearsal.responses import asked
from config.loading import load_campaign
from config.new import fill_in, new_campaign
from loopback.world import Book, Form, Question

if TYPE_CHECKING:
    from collections import Counter

    from collector.rehearsal.truth import Invented
    from loopback.google import Google

HOME = Path(__file__).parents[2]
REFRESHED_AT = 1_684_551_600  # 20 May 2023, 10.00 in Chiang Rai
_TOOLS = ("pandas", "matplotlib", "gspread")
_PROGRAM = (
    "import json, sys; from rapsap.__main__ import main; code = main(sys.argv[1:]);"
    f"print(json.dumps([m for m in {_TOOLS} if m in sys.modules]), file=sys.stderr);"
    "sys.exit(code)"
)


@dataclass
class Refreshed:
    """What one refresh of a campaign folder came to."""

    folder: Path
    exit_code: int
    reads: Counter[str]
    imported: list[str]
    said: str
    data: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        public = self.folder / "out" / "public" / "data"
        self.data = {path.name: path.read_bytes() for path in sorted(public.glob("*"))}


class Rehearsal:
    """One invented province, whose answers lie in Google and, as downloads, in files."""

    def __init__(self, google: Google, folder: Path, *, people: int, seed: int = 2566) -> None:
        self.google = google
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        new_campaign(folder / "campaign")
        self.invented = invent(load_campaign(folder / "campaign"), people=people, seed=seed)
        self.key = google.service_account()
        self.book = Book("แบบลงนามและแบบประเมิน (สมมติ)")
        self.forms = {
            form.id: _linked_form(self.invented, form.id, self.book)
            for form in self.invented.campaign.forms
        }
        google.put(self.book, *self.forms.values(), shared_with=self.key["client_email"])

    def campaign(self, name: str, *, inbox: bool, sheets: bool, forms: bool = False) -> Path:
        """Make a campaign folder that reads the answers in these ways."""
        folder = self.folder / name
        new_campaign(folder)
        tables = self.invented.tables | {"headcount": self.invented.headcount}
        fill_in(folder, tables)
        for export in self.invented.exports:
            if inbox or not export.common:
                (folder / "inbox" / export.path).write_bytes(export.content)
        settings = ['\n[google]\ncredentials = "key.json"\ndrive = true\n']
        for form_id, form in self.forms.items():
            if sheets:
                address = f"https://docs.google.com/spreadsheets/d/{self.book.id}/edit#gid=0"
                settings.append(_source(form_id, "google-sheets", "spreadsheet", address))
            if forms:
                address = f"https://docs.google.com/forms/d/{form.id}/edit"
                settings.append(_source(form_id, "google-forms", "google_form", address))
        with (folder / "campaign.toml").open("a", encoding="utf-8") as file:
            file.writelines(settings if sheets or forms else ())
        key = folder / "key.json"
        key.write_text(json.dumps(self.key))
        key.chmod(0o600)
        return folder

    def refresh(self, folder: Path, *, hours_later: int = 0) -> Refreshed:
        """Run ``rapsap refresh`` as a user does, in a process that meets our Google."""
        before = self.google.reads()
        environment = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY")}
        environment |= self.google.environment
        environment["SOURCE_DATE_EPOCH"] = str(REFRESHED_AT + hours_later * 3600)
        ended = subprocess.run(
            [sys.executable, "-c", _PROGRAM, "refresh", str(folder)],
            cwd=HOME, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        *_, imported = ended.stderr.strip().splitlines()
        return Refreshed(
            folder, ended.returncode, self.google.reads() - before, json.loads(imported),
            ended.stdout + ended.stderr,
        )  # fmt: skip


def _source(form_id: str, kind: str, key: str, address: str) -> str:
    return f'\n[[sources]]\nform = "{form_id}"\nkind = "{kind}"\n{key} = "{address}"\n'


def _linked_form(invented: Invented, form_id: str, book: Book) -> Form:
    """Return the form with all its answers, and the tab that it wrote them into.

    What people typed into the sheet by hand stands in the tab alone.
    """
    form = invented.campaign.form(form_id)
    questions = [
        Question(f"{number:08x}", form.question(question).header)
        for number, question in enumerate(asked(form), start=0x1000)
    ]
    linked = Form(form.title, questions)
    tab = linked.link(book, f"การตอบแบบฟอร์ม {len(book.tabs) + 1}")
    in_files = {
        row
        for export in invented.exports
        for row in export.responses
        if export.common and export.path.startswith(form_id)
    }
    for row, response in invented.responses.items():
        if row not in in_files:
            continue
        texts = [response.answers.get(question, "") for question in asked(form)]
        if response.typed is not None:
            tab.rows.append([response.typed, *texts])
        else:
            answers = dict(zip((q.id for q in questions), texts, strict=True))
            linked.submit(response.moment, answers)
    return linked
