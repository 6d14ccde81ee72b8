"""The files of a new campaign folder that are text: settings, texts, notes, scripts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from config.double_click import scripts
from config.new_settings import settings_for_another_year
from config.origin import TEMPLATE, THE_TEMPLATE
from config.settings import SETTINGS, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from config.carrying import Move
    from config.origin import Origin

_TEXTS = "texts"
_NOTE = "inbox/README-{form}.txt"
_ALWAYS = ("signoff", "coi", "paper")
_READABLE = frozenset({".md", ".txt", ".j2", ".html"})


def write_texts(folder: Path, origin: Origin, year: int) -> None:
    """Write everything but the workbook; the inbox is empty but for its notes."""
    move = origin.move_to(year)
    asked = [form.id for form in read_settings(origin.folder).forms]
    for form in dict.fromkeys((*_ALWAYS, *asked)):
        (folder / "inbox" / form).mkdir(parents=True)
        note = _NOTE.format(form=form)
        _copy(TEMPLATE / note, folder / note, THE_TEMPLATE.move_to(year))
    _copy_texts(folder, THE_TEMPLATE, year)
    if origin != THE_TEMPLATE:  # its own take the place of the template's
        _copy_texts(folder, origin, year)
    settings = (origin.folder / SETTINGS).read_text(encoding="utf-8-sig")
    if move:
        settings = settings_for_another_year(settings, move)
    (folder / SETTINGS).write_text(settings, encoding="utf-8", newline="\n")
    for name, content in scripts(on_windows=os.name == "nt").items():
        (folder / name).write_bytes(content)


def _copy_texts(folder: Path, origin: Origin, year: int) -> None:
    for text in sorted((origin.folder / _TEXTS).rglob("*")):
        if text.is_file():
            _copy(text, folder / text.relative_to(origin.folder), origin.move_to(year))


def _copy(original: Path, copy: Path, move: Move | None) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    content = original.read_bytes()
    readable = original.suffix.lower() in _READABLE
    copy.write_bytes(_moved(content, move) if move and readable else content)


def _moved(content: bytes, move: Move) -> bytes:
    """Return a text with its years moved; one in another encoding goes along as it is."""
    try:
        return move.text(content.decode("utf-8")).encode()
    except UnicodeDecodeError:
        return content
