"""Field masks, ``a,b(c,d/e)``: what of an answer was asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Mask = dict[str, "Mask"]
_TOKEN = re.compile(r"[A-Za-z0-9_*]+|[(),/.]")


def read_mask(text: str) -> Mask:
    """Return a mask as nested names; an empty one stands for everything below."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != text:
        raise ValueError(text)
    mask, rest = _names(tokens)
    if rest:
        raise ValueError(text)
    return mask


def masked(answer: Any, mask: Mask) -> Any:
    """Return what the mask leaves of an answer."""
    if isinstance(answer, list):
        return [masked(one, mask) for one in answer]
    if not isinstance(answer, dict) or not mask:
        return answer
    return {name: masked(answer[name], inner) for name, inner in mask.items() if name in answer}


def unknown_fields(
    mask: Mask, schema: dict[str, Any], schema_of: Callable[[str], dict[str, Any]]
) -> list[str]:
    """Return the names in a mask that the schema does not know."""
    if "$ref" in schema:
        schema = schema_of(schema["$ref"])
    if "items" in schema:
        return unknown_fields(mask, schema["items"], schema_of)
    known = schema.get("properties", {})
    found = []
    for name, inner in mask.items():
        if name not in known:
            found.append(name)
        elif inner:
            found += unknown_fields(inner, known[name], schema_of)
    return found


def _names(tokens: list[str]) -> tuple[Mask, list[str]]:
    mask: Mask = {}
    while tokens and tokens[0] != ")":
        inner = mask.setdefault(tokens[0], {})
        tokens = tokens[1:]
        while tokens and tokens[0] in "/.":
            inner = inner.setdefault(tokens[1], {})
            tokens = tokens[2:]
        if tokens and tokens[0] == "(":
            below, tokens = _names(tokens[1:])
            inner.update(below)
            if tokens[:1] != [")"]:
                raise ValueError("unclosed")
            tokens = tokens[1:]
        if tokens and tokens[0] == ",":
            tokens = tokens[1:]
    return mask, tokens
