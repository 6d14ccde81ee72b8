"""What was last read of each sheet, so that one which nobody has touched need not be read.

A cache and no more: without its file everything is read once. Whether it may be relied on is
asked of Drive, the ledger and the campaign each time.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from config.errors import CannotWriteError
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from collector.errand import Errand
    from collector.reading import Reading
    from config.campaign import Form, Source

_FILE = ".google.json"
_AT_LEAST_EVERY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class LastReading:
    """One sheet as it was last read and recorded.

    ``modified``: Drive's word from before the reading, "" where Drive was not asked; ``ledger``:
    the ledger's last link once it was recorded; ``settings``: digest of source and form;
    ``remarks``: what there was to tell of it.
    """

    name: str
    read_at: str
    modified: str
    settings: str
    tables: int
    rows: int
    blank_rows: int
    responses: int | None
    remarks: tuple[str, ...]
    ledger: str


class Memory:
    """The last readings of a campaign folder's sheets."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._readings = self._written()

    def recall(self, source: Source) -> LastReading | None:
        """Return a source's last reading, if there is one to know of."""
        return self._readings.get(_name(source))

    def still_holds(self, source: Source, modified: str, errand: Errand) -> bool:
        """Say whether reading again would bring the same; once a day it is read all the same."""
        last = self.recall(source)
        if not last or not modified:
            return False
        age = errand.now - datetime.fromisoformat(last.read_at)
        return (
            last.modified == modified
            and last.settings == settings_digest(source, errand.campaign.form(source.form))
            and timedelta(0) <= age < _AT_LEAST_EVERY
            and errand.ledger.holds(last.ledger)
        )

    def keep(self, readings: Iterable[Reading], errand: Errand) -> None:
        """Remember these readings, recorded by now, in place of the sources' former ones."""
        self._readings |= {_name(r.source): _last_reading(r, errand) for r in readings}
        said = {name: asdict(reading) for name, reading in self._readings.items()}
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as fault:
            raise CannotWriteError(
                thai("the file cannot be written"),
                place=str(self._path),
                remedy=thai("See that the disk is not full and that you may write there."),
            ) from fault

    def _written(self) -> dict[str, LastReading]:
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return {
                name: LastReading(**(reading | {"remarks": tuple(reading["remarks"])}))
                for name, reading in said.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}


def settings_digest(source: Source, form: Form) -> str:
    """Return what must be the same for a reading to mean the same."""
    return sha256(f"{source.model_dump_json()}{form.model_dump_json()}".encode()).hexdigest()


def _last_reading(reading: Reading, errand: Errand) -> LastReading:
    form = errand.campaign.form(reading.source.form)
    return LastReading(
        name=reading.name,
        read_at=errand.now.isoformat(),
        modified=reading.modified or "",
        settings=settings_digest(reading.source, form),
        tables=len(reading.tables),
        rows=sum(len(table.rows) for table in reading.tables),
        blank_rows=sum(table.blank_rows for table in reading.tables),
        responses=reading.responses,
        remarks=reading.lasting,
        ledger=errand.ledger.head(),
    )


def _name(source: Source) -> str:
    return f"{source.form} {source.stream}"
