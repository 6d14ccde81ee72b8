"""A reader in a tight loop over the public folder while one release follows another."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report import Document, publish
from soak.process import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

PAGES = ("index.html", "risk.html", "o42.html", "sources.html")
DATA = ("data/completion.csv", "data/risk.csv", "data/summary.json")
_NAMED = re.compile(r'data-release="(\d+)".*?sha256:([0-9a-f]{64})')


@dataclass
class Reads:
    """How often was read, how often a release came between, and each read that was torn."""

    whole: int = 0
    again: int = 0
    releases: set = field(default_factory=set)
    broken: list = field(default_factory=list)

    def rows(self):
        yield "releases that a reader in a tight loop saw, of 200", len(self.releases)
        yield "… a page read with its data, all of one release", self.whole
        yield "… read again, for a release had come between", self.again


def release(number):
    """Return a release whose every file tells its number; pages name the digest of their data."""
    data = {name: f"{name} {number}\r\n".encode() * 200 for name in DATA}
    listed = "".join(f"{hashlib.sha256(data[name]).hexdigest()}  {name}\n" for name in sorted(data))
    digest = hashlib.sha256(listed.encode()).hexdigest()
    page = f'<html data-release="{number}"><meta content="sha256:{digest}">'
    pages = {name: (page + "ก" * 20_000 + "</html>").encode() for name in PAGES}
    return [
        Document(f"public/{name}", content, "public") for name, content in (data | pages).items()
    ]


def read_while_publishing(place: Path, chance: Random, publications: int) -> Reads:
    """Read a page, its data and the page again, as long as another process publishes."""
    out, reads = place / "out", Reads()
    publish(release(0), out)
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    publisher = subprocess.Popen(
        [sys.executable, "-m", "soak.reader", str(out), str(publications)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    while publisher.poll() is None:
        _read_once(out / "public", chance.choice(PAGES), reads)
    if publisher.returncode:
        reads.broken.append(("torn", f"the publisher ended with {publisher.returncode}"))
    return reads


def _read_once(public, page, reads):
    try:
        first = (public / page).read_bytes()
        data = {name: (public / name).read_bytes() for name in DATA}
        second = (public / page).read_bytes()
    except OSError as fault:
        reads.broken.append(("torn", f"a file was not there: {fault}"))
        return
    for content in (first, second):
        if not content.endswith(b"</html>") or content not in _pages_of(content):
            reads.broken.append(("torn", f"{page} is of no release: {content[:80]!r}"))
    if first != second:
        reads.again += 1
        return
    number, digest = _NAMED.search(first.decode()).groups()
    listed = "".join(f"{hashlib.sha256(data[name]).hexdigest()}  {name}\n" for name in sorted(data))
    if hashlib.sha256(listed.encode()).hexdigest() != digest:
        reads.broken.append(("torn", f"{page} of release {number} stood beside other data"))
        return
    reads.releases.add(int(number))
    reads.whole += 1


def _pages_of(content):
    number = _NAMED.search(content.decode())[1]
    return [document.content for document in release(int(number))]


if __name__ == "__main__":
    from pathlib import Path

    for each in range(1, int(sys.argv[2]) + 1):
        publish(release(each), Path(sys.argv[1]))
    json.dump({"published": each}, sys.stderr)
