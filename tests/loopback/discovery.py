"""Google's own description of its interfaces: which questions exist and what answers look like.

The documents are those inside the wheel of google-api-python-client; nothing of them is repeated
here, so that a question which Google would not understand is not understood here either.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from loopback.fields import Mask, unknown_fields

_DOCUMENTS = {
    "sheets.googleapis.com": "sheets.v4",
    "forms.googleapis.com": "forms.v1",
    "www.googleapis.com": "drive.v3",
}
_PLACE = re.compile(r"\{\+?(\w+)\}")
_TYPES = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
}


class NotUnderstoodError(Exception):
    """A question that Google's documents do not know."""


@dataclass(frozen=True)
class Method:
    """One kind of question; ``id`` is such as ``sheets.spreadsheets.get``."""

    id: str
    description: dict[str, Any]
    document: Document

    @property
    def scopes(self) -> frozenset[str]:
        """Any of these scopes is enough to ask."""
        return frozenset(self.description["scopes"])

    def refuse_unknown(self, query: dict[str, list[str]]) -> None:
        """Raise `NotUnderstoodError` for a parameter or a value that the method does not know."""
        known = self.document.content["parameters"] | {
            name: parameter
            for name, parameter in self.description["parameters"].items()
            if parameter["location"] == "query"
        }
        for name, values in query.items():
            if name not in known:
                raise NotUnderstoodError(f"{self.id} takes no {name}")
            if len(values) > 1 and not known[name].get("repeated"):
                raise NotUnderstoodError(f"{self.id} takes one {name}")
            for value in values:
                _refuse_value(name, value, known[name])

    def refuse_strange_fields(self, mask: Mask) -> None:
        """Raise `NotUnderstoodError` for a field mask that names what the answer has not."""
        schema = {"$ref": self.description["response"]["$ref"]}
        if strange := unknown_fields(mask, schema, self.document.schema):
            raise NotUnderstoodError(f"{self.id} answers with no {strange}")

    def refuse_misshapen(self, answer: object) -> None:
        """Raise `AssertionError` for an answer that Google could not give."""
        self.document.refuse_misshapen(answer, self.description["response"]["$ref"])


@dataclass(frozen=True, eq=False)
class Document:
    """One interface."""

    content: dict[str, Any]

    def schema(self, name: str) -> dict[str, Any]:
        """Return the schema of that name."""
        found: dict[str, Any] = self.content["schemas"][name]
        return found

    def methods(self) -> list[Method]:
        """Return every method of the interface."""
        return list(self._within(self.content))

    def _within(self, resource: dict[str, Any]) -> Any:
        for method in resource.get("methods", {}).values():
            yield Method(method["id"], method, self)
        for inner in resource.get("resources", {}).values():
            yield from self._within(inner)

    def refuse_misshapen(self, answer: object, name: str) -> None:
        """Raise `AssertionError` where ``answer`` is not what the schema says."""
        _compare(answer, {"$ref": name}, self, name)


@cache
def document_of(host: str) -> Document | None:
    """Return the interface that a host offers."""
    name = _DOCUMENTS.get(host)
    if name is None:
        return None
    folder = files("googleapiclient") / "discovery_cache" / "documents"
    return Document(json.loads((folder / f"{name}.json").read_text("utf-8")))


def method_of(host: str, verb: str, path: str) -> tuple[Method, dict[str, str]]:
    """Return the method that a request asks for, and what its path names."""
    document = document_of(host)
    if document is None:
        raise NotUnderstoodError(f"no interface at {host}")
    base = urlsplit(document.content["baseUrl"]).path
    for method in document.methods():
        found = _pattern(base + method.description["path"]).fullmatch(path)
        if found and method.description["httpMethod"] == verb:
            return method, found.groupdict()
    raise NotUnderstoodError(f"no {verb} {path} at {host}")


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    literal = [re.escape(part) for part in parts[::2]]
    places = [f"(?P<{name}>[^/:]+)" for name in parts[1::2]] + [""]
    return re.compile("".join(a + b for a, b in zip(literal, places, strict=True)))


def _refuse_value(name: str, value: str, parameter: dict[str, Any]) -> None:
    if "enum" in parameter and value not in parameter["enum"]:
        raise NotUnderstoodError(f"{name} cannot be {value}")
    if parameter["type"] == "boolean" and value not in ("true", "false"):
        raise NotUnderstoodError(f"{name} is true or false")
    if parameter["type"] == "integer" and not value.isdecimal():
        raise NotUnderstoodError(f"{name} is a number")


def _compare(value: object, schema: dict[str, Any], document: Document, where: str) -> None:
    if "$ref" in schema:
        schema = document.schema(schema["$ref"])
    kind = schema.get("type", "any")
    if kind == "any":
        return
    right = isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
    assert right, f"{where} is {value!r}, not {kind}"
    if "enum" in schema:
        assert value in schema["enum"], f"{where} cannot be {value!r}"
    if isinstance(value, list):
        for one in value:
            _compare(one, schema["items"], document, f"{where}[]")
    if isinstance(value, dict):
        for key, inner in value.items():
            known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            assert known is not None, f"{where} has no {key}"
            _compare(inner, known, document, f"{where}.{key}")
