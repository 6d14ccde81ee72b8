"""What Drive knows of the sheets: when each was last changed, and whether it lies in the bin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collector.google.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QUERY = "mimeType = 'application/vnd.google-apps.spreadsheet'"
FIELDS = "nextPageToken,files(id,modifiedTime,trashed)"


@dataclass(frozen=True)
class DriveFile:
    """A file as Drive lists it."""

    modified: str
    in_bin: bool


def files_of(pages: Iterable[Mapping[str, Any]]) -> dict[str, DriveFile]:
    """Return the files of ``files.list`` by their ids; raise `Trouble` if it says too little."""
    try:
        return {
            file["id"]: DriveFile(file["modifiedTime"], bool(file.get("trashed")))
            for page in pages
            for file in page["files"]
        }
    except (KeyError, TypeError, AttributeError) as missing:
        raise Trouble("strange_answer") from missing
