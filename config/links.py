"""Which addresses may stand behind a link."""

from __future__ import annotations


def web_address(url: str) -> str:
    """Return the address if it leads to the web, else ""; anything else may run a script."""
    return url if url.lower().startswith(("https://", "http://")) else ""
