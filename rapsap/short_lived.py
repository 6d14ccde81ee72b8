"""A process that does one command and ends."""

from __future__ import annotations

import gc

_NEW_OBJECTS, _ROUNDS = 200_000, 20


def collect_garbage_seldom() -> None:
    """Look for cyclic garbage seldom: rows by the ten thousand are built, hardly a cycle is.

    A sixth of a refresh was spent looking; memory grows by a few per cent.
    """
    gc.set_threshold(_NEW_OBJECTS, _ROUNDS, _ROUNDS)
