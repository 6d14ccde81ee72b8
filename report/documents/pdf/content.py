"""A document as the plain data that the layouts in ``typst/`` read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from config.printable import printable
from report.documents.blocks import Figure, Heading, Item, PageBreak, Paragraph, Table
from report.documents.pdf.pieces import pieces, words_of_names
from report.documents.png import is_png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.documents.blocks import Block, OfficialText, Runs, Signature

Data = dict[str, Any]

_DEEPEST = 6
_LONGEST_LINK = 2000  # letters: no browser follows more
_MAY_BE_FOLLOWED = ("https://", "http://", "mailto:")


def content(text: OfficialText, names: tuple[str, ...]) -> Data:
    """Return everything that is set, every text cut into its pieces (see `pieces`)."""
    title = text.fields.get("title") or text.fields.get("subject") or text.name
    return {
        "layout": text.layout,
        "landscape": text.landscape,
        "title": " ".join(printable(title).split()) or text.name,
        "garuda": list(text.garuda) if is_png(text.garuda) else [],
        "fields": {id_: pieces(value, names) for id_, value in text.fields.items() if value},
        "words": words_of_names(names),
        "blocks": list(_blocks(text.blocks, names)),
        "signatures": [
            {"framed": decide, "all": [_signature(signature, names) for signature in group]}
            for decide, group in groupby(
                text.signatures, key=lambda signature: bool(signature.order)
            )
        ],
    }


def _blocks(blocks: tuple[Block, ...], names: tuple[str, ...]) -> Iterator[Data]:
    level = 0
    for block in blocks:
        match block:
            case Heading():
                # A reader by ear goes from heading to heading: none is empty, and no level is
                # left out (UA-1).
                if runs := _said(_runs(block.runs, names)):
                    level = min(max(block.level, 1), level + 1, _DEEPEST)
                    yield {"kind": "heading", "level": level, "runs": runs}
            case Paragraph():
                runs = _runs(block.runs, names)
                yield {"kind": "paragraph", "plain": block.plain, "runs": runs}
            case Item():
                mark, runs = pieces(block.mark, names), _runs(block.runs, names)
                yield {"kind": "item", "mark": mark, "depth": block.depth, "runs": runs}
            case Table():
                yield _table(block, names)
            case Figure():
                yield _figure(block, names)
            case PageBreak():
                yield {"kind": "page_break"}


def _table(table: Table, names: tuple[str, ...]) -> Data:
    return {
        "kind": "table",
        "caption": pieces(table.caption, names),
        "widths": list(table.widths),
        "aligns": list(table.aligns),
        "header": [_runs(cell, names) for cell in table.header],
        "rows": [[_runs(cell, names) for cell in row] for row in table.rows],
    }


def _figure(figure: Figure, names: tuple[str, ...]) -> Data:
    return {
        "kind": "figure",
        "png": list(figure.png),
        "alternative": printable(figure.alternative or figure.caption) or "–",
        "caption": pieces(figure.caption, names),
        "width": figure.width,
    }


def _signature(signature: Signature, names: tuple[str, ...]) -> Data:
    return {
        "name": pieces(_in_brackets(signature.name), names),
        "position": pieces(signature.position, names),
        "order": pieces(signature.order, names),
    }


def _in_brackets(name: str) -> str:
    """Return a name as it stands below a signature; nothing where a hand is to write it."""
    bare = name.strip()
    return bare if not bare or (bare.startswith("(") and bare.endswith(")")) else f"({bare})"


def _runs(runs: Runs, names: tuple[str, ...]) -> list[Data]:
    return [
        {
            "pieces": pieces(run.text, names),
            "bold": run.bold,
            "link": run.link if _may_be_followed(run.link) else "",
        }
        for run in runs
    ]


def _said(runs: list[Data]) -> list[Data]:
    """Return the runs, or none of them where they say nothing."""
    return runs if any(piece.strip() for run in runs for piece in run["pieces"]) else []


def _may_be_followed(link: str) -> bool:
    followed = link.startswith(_MAY_BE_FOLLOWED) and len(link) <= _LONGEST_LINK
    return followed and link == printable(link)
