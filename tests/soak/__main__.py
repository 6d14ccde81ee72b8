"""``python -m soak``: kill, refuse, crowd and read rapsap; print what held, and write it."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from soak import process, warm
from soak.crowd import crowd
from soak.kills import kill_often
from soak.page import broken_promises, page
from soak.reader import read_while_publishing
from soak.refusals import can_fill, fill_often, refuse_often

_CROWD, _PUBLICATIONS = 20, 200


def main():
    asked, found = _asked(), {}
    chance, ends = Random(asked.seed), time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory(prefix="rapsap-soak-") as made:
        place = {
            part: _folder(made, part) for part in ("kills", "refusals", "room", "crowd", "out")
        }
        found["reads"] = read_while_publishing(place["out"], chance, _PUBLICATIONS)
        found["crowd"] = crowd(place["crowd"], _CROWD)
        start = _start(asked)
        told = {"start": start, "tell": _tell}
        if can_fill(place["room"]):
            found["room"] = fill_often(place["room"], each=asked.refusals, **told)
        each = {"each": asked.refusals, **told}
        found["refusals"] = refuse_often(place["refusals"], chance, **each)
        found["kills"] = kill_often(place["kills"], chance, kills=asked.kills, until=ends, **told)
    printed = page(asked, found)
    print(printed)
    if asked.write:
        asked.write.write_text(printed, encoding="utf-8", newline="\n")
    return bool(broken_promises(found))


def _start(asked):
    if not asked.warm:
        return process.start
    warm.load()
    return warm.start


def _folder(made, part):
    place = Path(made, part)
    place.mkdir()
    return place


def _tell(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


def _asked():
    parser = argparse.ArgumentParser(prog="python -m soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=60, help="after them no more is killed")
    parser.add_argument("--refusals", type=int, default=40, help="of each kind; 0 for every step")
    parser.add_argument("--warm", action="store_true", help="fork the runs that are killed")
    parser.add_argument("--write", type=Path, help="also write the page to this file")
    parser.add_argument("--command", default="python -m soak", help="what the page calls itself")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
