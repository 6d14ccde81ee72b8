"""What stands in the published folder, to stay where nothing new can be made in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.document import Document
from report.staging import read_or_none, said_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from report.document import Audience


def former_documents(names: Iterable[str], out: Path) -> Iterator[Document]:
    """Yield those of the files that are there, as they are."""
    with said_plainly(out):
        for name in names:
            content = read_or_none(out / name)
            if content is not None:
                audience: Audience = "public" if name.startswith("public/") else "internal"
                yield Document(name, content, audience)
