"""Many refreshes at once: one works, the others say so at once and load nothing heavy."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soak.ground import BEGINS, make_campaign
from soak.process import start

if TYPE_CHECKING:
    from pathlib import Path

_ALL_ARE_THERE = 1.0
_HEAVY = ("pandas", "matplotlib", "pydantic")


@dataclass
class Crowd:
    """How many refreshes ended with which code, and each promise that was not kept."""

    codes: Counter
    broken: list

    def rows(self):
        yield "refreshes at once: worked / ended with 75", f"{self.codes[0]} / {self.codes[75]}"


def crowd(place: Path, many: int) -> Crowd:
    """Let so many begin at once."""
    folder, gate = place / "campaign", place / "gate"
    make_campaign(folder)
    told = {"SOAK_GATE": str(gate), "PYTHONPROFILEIMPORTTIME": "1"}
    processes = [start("refresh", folder, now=BEGINS, **told) for _each in range(many)]
    time.sleep(_ALL_ARE_THERE)
    gate.touch()
    said = [process.communicate()[1] for process in processes]
    codes = [process.returncode for process in processes]
    broken = [] if Counter(codes) == {0: 1, 75: many - 1} else [f"they ended with {codes}"]
    for code, lines in zip(codes, said, strict=True):
        loaded = {line.rpartition("|")[2].strip() for line in lines.splitlines()}
        if code and loaded & set(_HEAVY):
            broken.append(f"one that ended with {code} loaded {loaded & set(_HEAVY)}")
    if not (folder / "out" / "public" / "index.html").exists():
        broken.append("nothing was published")
    return Crowd(Counter(codes), [("crowd", sentence) for sentence in broken])
