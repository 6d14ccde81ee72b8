"""Text that was once read in the wrong encoding and saved again («à¸Š», «ª×èÍ», «เธช»)."""

from __future__ import annotations

import re

_LATIN_LETTER = re.compile("[À-ÿ]")
_THAI_LETTER = re.compile("[ก-๛]")
_LEAST_LETTERS = 3
_QUESTION_MARKS = re.compile(r"[? ]*\?{3}[? ]*")

# Windows shows bytes 80-9F as these; what it leaves out comes through as control characters.
_WINDOWS_SIGNS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN_RUN = re.compile(f"[\x80-\xff{_WINDOWS_SIGNS}]{{4,}}")
_THAI_RUN = re.compile(f"[\x80-\xa0ก-๛{_WINDOWS_SIGNS}]{{4,}}")


def is_garbled(header: tuple[str, ...]) -> bool:
    """Tell whether a header was Thai before it was read as another encoding."""
    text = "\n".join(header)
    lost = any(_QUESTION_MARKS.fullmatch(heading.strip()) for heading in header)
    return lost or "\ufffd" in text or "\x00" in text or was_thai(text)


def was_thai(text: str) -> bool:
    """Tell whether a text holds Thai that was read as another encoding."""
    return any(_hides_thai(run, "cp1252") for run in _LATIN_RUN.findall(text)) or any(
        _hides_thai(run, "cp874") for run in _THAI_RUN.findall(text)
    )


def _hides_thai(run: str, read_as: str) -> bool:
    """Undo the wrong reading of a run of letters and see whether Thai comes out."""
    content = b"".join(_byte(character, read_as) for character in run)
    if 2 * 3 * _thai_letters(content, "utf-8") >= len(content):
        return _thai_letters(content, "utf-8") >= _LEAST_LETTERS
    return (
        read_as == "cp1252"
        and len(_LATIN_LETTER.findall(run)) > 1
        and _thai_letters(content, "cp874") >= _LEAST_LETTERS
    )


def _byte(character: str, encoding: str) -> bytes:
    """Return the byte that was shown as ``character``."""
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="ignore")


def _thai_letters(content: bytes, encoding: str) -> int:
    return len(_THAI_LETTER.findall(content.decode(encoding, errors="ignore")))
