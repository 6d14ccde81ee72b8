"""Readers given damaged files for so many minutes: each reads or refuses in words, nothing else."""

from __future__ import annotations

import io
import json
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle, takewhile
from typing import TYPE_CHECKING, Any

from small_campaign import drop_signoffs, new_small_campaign
from spreadsheets import workbook, zipped

from collector.backup.checking import check
from collector.backup.packing import pack
from collector.formats.opening import open_file
from collector.google.form import form_of, responses_of
from collector.google.key_file import read_key_file
from collector.google.spreadsheet import spreadsheet_of
from collector.google.trouble import Trouble
from config.errors import UserError
from config.loading import load_campaign
from config.typed_decisions import read_typed
from soak.ground import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

_ODD_BYTES = (0, 1, 0x22, 0x2C, 0x3C, 0x7F, 0x80, 0xE0, 0xFF)
_ODD_VALUES = (None, True, -1, 1e308, "", "๑", [], {}, [None], {"": None})
_CSV = 'ประทับเวลา,ชื่อ\r\n"5/4/2566, 9:00:00",สมมติ\r\n'.encode()
_XLSX = workbook(
    [["ประทับเวลา", "ชื่อ"], [datetime(2023, 4, 5, 9, tzinfo=UTC).replace(tzinfo=None), "สมมติ"]]
)
_KEY = {
    "type": "service_account", "client_email": "a@b.example", "private_key": "x",
    "token_uri": "https://oauth2.example/token", "project_id": "p",
}  # fmt: skip
_TEXT = {"textAnswers": {"answers": [{"value": "สมมติ"}]}}
_SAID = {
    "spreadsheetId": "s", "formId": "f", "linkedSheetId": "s",
    "info": {"title": "แบบ"}, "properties": {"title": "ชีต", "timeZone": "Asia/Bangkok"},
    "items": [{"title": "ชื่อ", "questionItem": {"question": {"questionId": "q"}}}],
    "responses": [
        {"responseId": name, "createTime": "2023-04-05T02:00:00Z", "answers": {"q": _TEXT}}
        for name in "ab"
    ],
    "sheets": [{
        "properties": {"sheetId": 0, "title": "การตอบ"},
        "data": [{"rowData": [{"values": [
            {"effectiveValue": {"numberValue": 45021.5}}, {"effectiveValue": {"stringValue": "ก"}},
        ]}]}],
    }],
}  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """A whole file, and what reads it; what it raises of ``refusals`` is an answer in words."""

    whole: bytes
    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = (UserError,)


@dataclass
class Damage:
    """How many damaged files were read and refused, and each that ended otherwise."""

    read: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)
    broken: list = field(default_factory=list)

    def rows(self):
        for name in sorted({*self.read, *self.refused}):
            done = f"{self.read[name]:,} / {self.refused[name]:,}"
            yield f"damaged files, {name}: read / refused in words", done


def damage_often(place: Path, chance: Random, *, minutes: float) -> Damage:
    """Damage each reader's file in turn until the time is up."""
    ends, tally = time.monotonic() + 60 * minutes, Damage()
    turns = takewhile(lambda _turn: time.monotonic() < ends, cycle(_readers(place).items()))
    for name, reader in turns:
        content = _damaged(reader.whole, chance)
        try:
            reader.read(content)
            tally.read[name] += 1
        except reader.refusals:
            tally.refused[name] += 1
        except Exception:  # noqa: BLE001  # whatever it is, it should not have come
            said = traceback.format_exc().splitlines()[-3:]
            tally.broken.append(("damage", f"{name}, {content[:2000]!r}: {' '.join(said)}"))
    return tally


def _readers(place: Path) -> dict[str, Reader]:
    folder = place / "campaign"
    new_small_campaign(folder)
    drop_signoffs(folder, "a.csv", ("สมมติ", "5/4/2566, 9:00:00"))
    backup = place / "whole.zip"
    pack(folder, lambda _reference: backup, now=datetime.fromtimestamp(BEGINS, UTC), version="0")

    def in_folder(name: str) -> Reader:
        path = folder / name
        whole = path.read_bytes()

        def read(content: bytes) -> None:
            path.write_bytes(content)
            try:
                load_campaign(folder)
            finally:
                path.write_bytes(whole)

        return Reader(whole, read)

    return {
        **{
            f"a download, {ending}": Reader(whole, _opening(ending)) for ending, whole in _DOWNLOADS
        },
        "the tracker that is read back": Reader(_XLSX, read_typed),
        "campaign.toml": in_folder("campaign.toml"),
        "the campaign's workbook": in_folder("ตั้งค่า.xlsx"),
        "a backup": Reader(backup.read_bytes(), _from(place / "damaged.zip", check)),
        "a key file": Reader(_json(_KEY), _from(place / "key.json", read_key_file), (Trouble,)),
        "what Google says": Reader(_json(_SAID), _google_says, (Trouble, ValueError)),
    }


_DOWNLOADS = (
    *((ending, _CSV) for ending in (".csv", ".tsv", ".txt")),
    (".xlsx", _XLSX),
    (".zip", zipped({"a.csv": _CSV})),
)


def _opening(ending: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        for opened in open_file(f"a{ending}", content):
            if isinstance(opened.found, UserError):
                raise opened.found

    return read


def _from(path: Path, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    def written_and_read(content: bytes) -> object:
        path.write_bytes(content)
        path.chmod(0o600)
        return read(path)

    return written_and_read


def _google_says(content: bytes) -> None:
    said = json.loads(content)
    if isinstance(said, dict):
        spreadsheet_of(said, "s")
        form_of(said, "f")
        responses_of([said])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _damaged(whole: bytes, chance: Random) -> bytes:
    """Return the file with something wrong: in its bytes, in a part of its ZIP, in its JSON."""
    if whole.startswith(b"PK") and chance.random() < 0.6:
        return _with_a_damaged_part(whole, chance)
    if whole.startswith(b"{") and chance.random() < 0.8:
        return _json(_with_odd_values(json.loads(whole), chance))
    return _with_odd_bytes(whole, chance)


def _with_odd_bytes(whole: bytes, chance: Random) -> bytes:
    content = bytearray(whole)
    for _each in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(content) + 1)
        few = bytes(chance.choice((*_ODD_BYTES, chance.randrange(256))) for _ in range(2))
        content[at : at + chance.choice((0, 1, 2, 40))] = few[: chance.randint(0, 2)]
    return bytes(
        content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content
    )


def _with_a_damaged_part(whole: bytes, chance: Random) -> bytes:
    """Return a ZIP whose checksums are right: what is in it is wrong."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(written, "w") as new:
        names = old.namelist()
        wrong = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, _with_odd_bytes(content, chance) if name == wrong else content)
    return written.getvalue()


def _with_odd_values(value: Any, chance: Random) -> Any:
    if chance.random() < 0.03:
        return chance.choice(_ODD_VALUES)
    if isinstance(value, dict):
        kept = {key: _with_odd_values(each, chance) for key, each in value.items()}
        return {key: each for key, each in kept.items() if chance.random() > 0.02}
    return [_with_odd_values(each, chance) for each in value] if isinstance(value, list) else value
