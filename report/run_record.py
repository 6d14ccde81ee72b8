"""The record of a run: whole for the office, without a file's name or a reason for the public."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from report.document import Document
from report.json_text import json_bytes

if TYPE_CHECKING:
    from report.edition import Edition
    from report.rows import Row

# A source's reason and remedy, and the remarks, quote files and cells: they stay in the office.
_PUBLIC = (
    "generated_at", "version", "campaign", "as_of", "ledger", "ledger_reference", "rows_by_form",
    "next_check_before",
)  # fmt: skip
_SOURCE = ("form", "source", "state", "last_good", "files", "rows", "blank_rows")


def public_run_record(run: dict[str, Any], edition: Edition | None = None) -> Document:
    """Return ``public/run.json``; that of an edition tells which, and awaits no further check."""
    said = public_run(run)
    if edition:
        said = said | {"edition": asdict(edition)}
        del said["next_check_before"]
    return Document("public/run.json", json_bytes(said), "public")


def internal_run_record(run: dict[str, Any]) -> Document:
    """Return ``internal/run.json``, whole."""
    return Document("internal/run.json", json_bytes(run), "internal")


def public_run(run: dict[str, Any]) -> Row:
    """Return what anybody may know of a run: refused files only by form and number."""
    return {
        **{key: run[key] for key in _PUBLIC},
        "sources": [{key: source[key] for key in _SOURCE} for source in run["sources"]],
        "refused_files": refused_by_form(run),
    }


def refused_by_form(run: dict[str, Any]) -> list[Row]:
    """Return how many files of each form were refused; why may quote a file, so it stays in."""
    refused = Counter(file["form"] for file in run["refused_files"])
    return [{"form": form, "files": files} for form, files in sorted(refused.items())]
