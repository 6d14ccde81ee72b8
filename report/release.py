"""The release that is in place: which files it consists of."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from report.staging import read_or_none

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from report.document import Document

MANIFEST = ".release.json"


@dataclass(frozen=True)
class Manifest:
    """The files of a release, each with the SHA-256 of its content when it was published.

    Two are written to afterwards: ``checked.js`` by every run, the tracker by the office.
    """

    digests: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(self.digests)

    @classmethod
    def read(cls, out: Path) -> Manifest:
        """Return what is in place; nothing, when nothing was ever published."""
        written = read_or_none(out / MANIFEST)
        files = json.loads(written)["files"] if written else {}
        return cls(files if isinstance(files, dict) else dict.fromkeys(files, ""))

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Manifest:
        """Return the manifest of a release that is to be published."""
        return cls({document.name: digest_of(document.content) for document in documents})

    def as_bytes(self) -> bytes:
        """Return the file, the same for the same release."""
        files = dict(sorted(self.digests.items()))
        return json.dumps({"files": files}, ensure_ascii=False, indent=1).encode()


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hex."""
    return sha256(content).hexdigest()


def digest_at(place: Path) -> str | None:
    """Return the SHA-256 of what stands at a place, None where nothing does."""
    content = read_or_none(place)
    return None if content is None else digest_of(content)
