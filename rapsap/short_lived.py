"""A process that does one command and ends."""

from __future__ import annotations

import gc


def leave_cycles_alone() -> None:
    """Never look for cyclic garbage: rows by the ten thousand are built, hardly a cycle is.

    Some 6 % of a refresh went into looking; memory grows by 3 %, and all of it is free at the end.
    """
    gc.disable()
