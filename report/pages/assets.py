"""What pages share: the typeface, the style, the script; named by content, so never stale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from report.document import Audience, Document
from report.typeface import BOLD, LICENCE, REGULAR

STATIC = Path(__file__).parent.parent / "static"
_STYLES = ("rapsap.css", "print.css")
_FONTS = {"sarabun-regular.ttf": REGULAR, "sarabun-bold.ttf": BOLD}


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by name, and what a page calls those that it links.

    ``office_files`` are for the office's pages alone, ``files`` for every page.
    """

    files: dict[str, bytes]
    office_files: dict[str, bytes]
    style: str
    office_style: str
    script: str


@cache
def assets() -> Assets:
    """Return the shared files; the style names the fonts as they are named here."""
    style = "".join((STATIC / name).read_text(encoding="utf-8") for name in _STYLES)
    files = {}
    for plain_name, path in _FONTS.items():
        content = path.read_bytes()
        name = _named_by_content(plain_name, content)
        style = style.replace(plain_name, name)
        files[name] = content
    script = (STATIC / "age.js").read_bytes()
    office_style = (STATIC / "office.css").read_bytes()
    style_name = _named_by_content("rapsap.css", style.encode())
    office_name = _named_by_content("office.css", office_style)
    script_name = _named_by_content("age.js", script)
    # The typeface's licence asks to travel with it.
    licence = {"sarabun-OFL.txt": LICENCE.read_bytes()}
    shared = files | licence | {style_name: style.encode(), script_name: script}
    return Assets(
        files=shared,
        office_files={office_name: office_style},
        style=f"assets/{style_name}",
        office_style=f"assets/{office_name}",
        script=f"assets/{script_name}",
    )


def asset_documents(audience: Audience) -> tuple[Document, ...]:
    """Return the files of its pages below the folder of those who may read it."""
    own = assets().office_files if audience == "internal" else {}
    return tuple(
        Document(f"{audience}/assets/{name}", content, audience)
        for name, content in sorted((assets().files | own).items())
    )


def _named_by_content(name: str, content: bytes) -> str:
    stem, kind = name.rsplit(".", 1)
    return f"{stem}.{sha256(content).hexdigest()[:10]}.{kind}"
