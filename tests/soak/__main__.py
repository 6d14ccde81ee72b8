"""``python -m soak``: damage, kill, refuse, crowd and read rapsap; print what held, write it."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from soak import process, warm
from soak.crowd import crowd
from soak.damage import damage_often
from soak.kills import kill_often
from soak.page import page
from soak.reader import read_while_publishing
from soak.refusals import can_fill, fill_often, refuse_often

PARTS = {
    "damage": lambda place, asked: damage_often(place, Random(asked.seed), minutes=asked.damage),
    "reads": lambda place, asked: read_while_publishing(place, Random(asked.seed), 200),
    "crowd": lambda place, _asked: crowd(place, 20),
    "room": lambda place, asked: can_fill(place)
    and fill_often(place, each=asked.refusals, start=asked.start, tell=_tell),
    "refusals": lambda place, asked: refuse_often(
        place, Random(asked.seed), each=asked.refusals, start=asked.start, tell=_tell
    ),
    "kills": lambda place, asked: kill_often(
        place, Random(asked.seed), kills=asked.kills,
        until=time.monotonic() + 60 * asked.minutes, start=asked.start, tell=_tell,
    ),
}  # fmt: skip


def main():
    asked, found = _asked(), []
    with tempfile.TemporaryDirectory(prefix="rapsap-soak-") as made:
        for part in asked.parts:
            place = Path(made, part)
            place.mkdir()
            found.append(PARTS[part](place, asked))
    printed = page(asked, [part for part in found if part])
    print(printed)
    if asked.write:
        asked.write.write_text(printed, encoding="utf-8", newline="\n")
    return any(part.broken for part in found if part)


def _tell(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


def _asked():
    parser = argparse.ArgumentParser(prog="python -m soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=60, help="after them no more is killed")
    parser.add_argument("--damage", type=float, default=5, help="minutes of damaged files")
    parser.add_argument("--refusals", type=int, default=40, help="of each kind; 0 for every step")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--warm", action="store_true", help="fork what is killed and refused")
    parser.add_argument("--write", type=Path, help="also write the page to this file")
    parser.add_argument("--command", default="python -m soak", help="what the page calls itself")
    asked = parser.parse_args()
    asked.start = warm.start if asked.warm else process.start
    if asked.warm:
        warm.load()
    return asked


if __name__ == "__main__":
    sys.exit(main())
