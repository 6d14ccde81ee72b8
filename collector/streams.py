"""What kind of stream a source feeds: files that only add up, or a sheet that is read anew."""

from __future__ import annotations

_GROWS_ONLY = frozenset({"inbox"})


def is_live(source: str) -> bool:
    """Say whether a source is a sheet read whole each time, so that its rows can change or go.

    The readings of any other source are added up: what once stood in a file stays.
    """
    return source not in _GROWS_ONLY
