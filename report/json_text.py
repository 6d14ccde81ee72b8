"""JSON that reads the same on every run: sorted, indented, UTF-8, and no NaN."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from report.rows import plain

# Legal in JSON, ends of line in older JavaScript.
_LINE_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_bytes(value: Any) -> bytes:
    """Return the value as a JSON document that ends in a line feed."""
    text = json.dumps(_plain(value), ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return (text.translate(_LINE_ENDS) + "\n").encode(errors="replace")


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case date() if plain(value) is not None:
            return value.isoformat()
        case _:
            return plain(value)
