"""What must hold after a kill, as sentences about what does not: none is the promise kept."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from collector.chain import verify_chain
from collector.ledger import Ledger
from soak.ground import OFFICE_FILES
from soak.process import run

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("public", "internal")
_CHANGES_ALONE = ("public/checked.js",)
_JOURNAL, _RELEASE = ".publishing.json", ".release.json"


@dataclass
class Before:
    """What a campaign held before a run was killed."""

    events: list = field(default_factory=list)
    releases: list = field(default_factory=list)

    @classmethod
    def of(cls, folder):
        return cls(events_of(folder), releases_named(folder))


def events_of(folder):
    ledger = folder / "ledger.sqlite"
    if not ledger.exists():
        return []
    with closing(sqlite3.connect(ledger)) as connection:
        try:
            return connection.execute(
                "SELECT seq, payload, link FROM events ORDER BY seq"
            ).fetchall()
        except sqlite3.OperationalError:  # killed before its first table was made
            return []


def releases_named(folder):
    """Return the digests by name of each release that the folder names: in place, on its way."""
    out = folder / "out"
    files = [out / _RELEASE, out / _JOURNAL]
    return [json.loads(file.read_bytes())["files"] for file in files if file.exists()]


def lost_responses(folder, before):
    """Say whether a recorded response is missing, or the ledger no longer opens as a whole."""
    after = events_of(folder)
    if after[: len(before.events)] != before.events:
        yield f"{len(before.events)} events were recorded, they no longer begin the ledger"
    with Ledger(folder / "ledger.sqlite") as ledger:
        broken = verify_chain(ledger.chained_events())
    if broken is not None:
        yield f"the chain is broken at event {broken}"


def torn_folders(folder, before):
    """Say which published folder holds neither the old release nor the new one."""
    for name in FOLDERS:
        stands = _standing(folder / "out", name)
        known = [_of(release, name) for release in (*before.releases, *releases_named(folder))]
        if stands and stands not in known:
            yield f"{name} is of no release: {_differing(stands, known)}"


def torn_release(folder):
    """Say whether something is half done once a command has held the folder."""
    out = folder / "out"
    left = [path.name for path in out.glob(".staging-*")] + [
        path.name for path in out.glob(_JOURNAL)
    ]
    if left:
        yield f"left over: {left}"
    releases = releases_named(folder)
    for name in FOLDERS if releases else ():
        if _standing(out, name) != _of(releases[0], name):
            difference = _differing(_standing(out, name), [_of(releases[0], name)])
            yield f"{name} is not the release that stands: {difference}"
    previous = out / "previous"
    for name in FOLDERS if previous.exists() else ():
        release = json.loads((previous / _RELEASE).read_bytes())["files"]
        if _standing(previous, name) != _of(release, name):
            yield f"previous/{name} is not whole"


def stale_lock(folder):
    try:
        FileLock(folder / ".rapsap.lock", timeout=0).acquire().lock.release()
    except Timeout:
        yield "the lock of a process that is dead still holds"


def lost_office_files(folder):
    for name in OFFICE_FILES:
        place = folder / "out" / name
        if not place.exists() or place.read_bytes() != name.encode():
            yield f"{name} of the office is gone"


def torn_editions(folder):
    """Say which edition is not, to the byte, what its manifest says."""
    for edition in (folder / "out" / "editions").glob("*"):
        listed = {}
        for line in (edition / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
            digest, _, name = line.partition("  ")
            listed[name] = digest
        there = {
            path.relative_to(edition).as_posix(): _digest(path)
            for path in edition.rglob("*")
            if path.is_file() and path.name != "SHA256SUMS"
        }
        if there != listed:
            yield f"the edition {edition.name} is not whole"


def not_counted(folder):
    """Say how many of the dropped answers the report does not count: two to a file."""
    summary = json.loads((folder / "out/public/data/summary.json").read_bytes())
    dropped = 2 * len(list((folder / "inbox" / "signoff").glob("*.csv")))
    if summary["rows"]["read"] != dropped:
        yield f"{dropped} answers were dropped, {summary['rows']['read']} are counted"


def unlike_an_undisturbed_run(ground):
    """Say what differs from the report of a run that nobody killed, on the same ledger."""
    folder, twin = ground.folder, ground.place / "twin"
    made = json.loads((folder / "out/public/run.json").read_bytes())["generated_at"]
    now = int(datetime.fromisoformat(made).timestamp())
    shutil.copytree(folder, twin, ignore=shutil.ignore_patterns("out", "*.lock"))
    code, said = run("refresh", twin, now=now, start=ground.start)
    if code:
        yield f"the undisturbed run ended with {code}: {said}"
    for name in FOLDERS:
        expected = _standing(twin / "out", name)
        differing = _differing(_standing(folder / "out", name), [expected])
        if differing := [file for file in differing if not _of_a_former_day(file, expected)]:
            yield f"{name} differs from an undisturbed run's: {differing}"
    shutil.rmtree(twin)


def _of_a_former_day(file, expected):
    """Say whether it is a Word file of older data: those stay, for the office may write in them."""
    return file.endswith(".docx") and file not in expected


def _standing(out, name):
    """Return the digest of each file of a folder, but the office's and what changes alone."""
    found = {
        path.relative_to(out).as_posix(): _digest(path)
        for path in (out / name).rglob("*")
        if path.is_file()
    }
    return {file: found[file] for file in found if file not in (*OFFICE_FILES, *_CHANGES_ALONE)}


def _of(release, name):
    return {
        file: digest
        for file, digest in release.items()
        if file.startswith(f"{name}/") and file not in _CHANGES_ALONE
    }


def _digest(path: Path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _differing(stands, known):
    nearest = min((set(stands.items()) ^ set(one.items()) for one in known), key=len, default=())
    return sorted({name for name, _digest_of_it in nearest})
