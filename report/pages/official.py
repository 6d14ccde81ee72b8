"""The province's documents, as the office's page lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.documents.register import DOCUMENTS

if TYPE_CHECKING:
    from report.facts import Facts
    from report.rows import Row

_FOLDER = "documents"


def official_documents(facts: Facts) -> list[Row]:
    """Return those that there are, each with its files beside the office's page."""
    there = {document.name for document in facts.official}
    listed = [
        {
            "label": thai(entry.label) if entry.label else entry.name,
            "files": [
                {"kind": kind, "place": f"{_FOLDER}/{entry.name}.{kind}"}
                for kind in entry.internal
                if f"internal/{_FOLDER}/{entry.name}.{kind}" in there
            ],
        }
        for entry in DOCUMENTS
    ]
    return [document for document in listed if document["files"]]
