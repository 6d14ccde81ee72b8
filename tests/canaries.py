"""Unmistakable words to plant in answers, and a search that finds them in whatever hides them."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THAI, LATIN = "ผีเสื้อสมุทร", "qzcanaryqz"
"""What every planted word begins with: a search for these finds them all."""
_LETTERS = "กขคงจชซญดตถทนบปผพฟมยรลวสหอ"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp874")
_TAG = re.compile(rb"<[^>]*>")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


class Canaries:
    """Hands out words, each one once, and remembers where it was planted."""

    def __init__(self) -> None:
        self.place_by_word: dict[str, str] = {}
        self._numbers = count()

    def thai(self, place: str) -> str:
        """Return a word that may be a name."""
        number = next(self._numbers)
        suffix = _LETTERS[number // len(_LETTERS)] + _LETTERS[number % len(_LETTERS)]
        return self._planted(f"{THAI}{suffix}", place)

    def email(self, place: str) -> str:
        """Return an address."""
        return self._planted(f"{LATIN}{next(self._numbers)}@example.com", place)

    def _planted(self, word: str, place: str) -> str:
        self.place_by_word[word] = place
        return word


def files_with(folder: Path, *words: str) -> list[str]:
    """Return the files below a folder that hold a word, in their content or in their path."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and (
            any(word in path.relative_to(folder).as_posix() for word in words)
            or holds(path.read_bytes(), *words)
        )
    ]


@lru_cache(maxsize=1024)  # an edition holds what the public folder held before it
def holds(content: bytes, *words: str) -> bool:
    """Say whether a file's content holds one of the words, however it is written or packed."""
    sought = [writing for word in words for writing in _writings(word)]
    return any(writing in view for view in _views(content) for writing in sought)


def _writings(word: str) -> set[bytes]:
    written = {word.encode(encoding) for encoding in _ENCODINGS}
    written.add(json.dumps(word)[1:-1].encode())
    written.add(quote(word).encode())
    written.add("".join(f"&#{ord(letter)};" for letter in word).encode())
    written.add("".join(f"&#x{ord(letter):x};" for letter in word).encode())
    return written


def _views(content: bytes) -> Iterator[bytes]:
    """Yield the content as it stands, less its tags, and all that is packed in it."""
    yield content
    yield _TAG.sub(b"", content)
    if content[:4] == b"PK\x03\x04":
        yield from _unzipped(content)
    if content[:2] == b"\x1f\x8b":
        yield from _views(gzip.decompress(content))
    if content[:5] == b"%PDF-":
        yield from _read_as_pdf(content)


def _unzipped(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            yield member.filename.encode()
            yield member.comment
            yield from _views(archive.read(member))
        yield archive.comment


def _read_as_pdf(content: bytes) -> Iterator[bytes]:
    import pypdfium2  # noqa: PLC0415 - only where there is a PDF

    for stream in _STREAM.findall(content):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
