"""From the Markdown of a text to the blocks that writers know."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from config.messages import _
from config.printable import printable
from config.thai import thai_digits
from report.documents.blocks import Heading, Item, PageBreak, Paragraph, Run
from report.documents.mistakes import Mistake
from report.documents.parser import parser
from report.documents.pictures import figure
from report.documents.runs import lines_of
from report.documents.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from report.documents.blocks import Block, Runs
    from report.documents.pictures import Pictures

# «๓.๑», «(๑)», «๑.», «ก)»: a mark that the office has written itself behind «- ».
_MARK = re.compile(
    r"(\((?:[0-9๐-๙]{1,3}|[ก-ฮ])\)|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\.?|(?:[0-9๐-๙]{1,3}|[ก-ฮ])[.)])"
    r"\s+"
)
_CAPTION = re.compile(r"ตาราง\s*:\s*")


def blocks_of(body: str, pictures: Pictures) -> tuple[Block, ...]:
    """Return the blocks of a text's body, its values delivered.

    A line is a paragraph of its own, as people write who have not heard of Markdown. Raises
    `Mistake`.
    """
    text = "\n".join(line.rstrip() for line in printable(body).split("\n"))
    return tuple(_Reading(text.split("\n"), pictures).blocks(parser().parse(text)))


class _Reading:
    """One pass over the tokens: what list or quotation we are in, and the mark of the item."""

    def __init__(self, lines: Sequence[str], pictures: Pictures) -> None:
        self.lines = lines
        self.pictures = pictures
        self.depth = 0
        self.quoted = 0
        self.mark = ""
        self.caption = ""

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks in their order."""
        for number, token in enumerate(tokens):
            match token.type:
                case "hr":
                    yield self._rule(token)
                case "heading_open":
                    yield from self._heading(int(token.tag[1:]), tokens[number + 1])
                case "paragraph_open":
                    before_table = tokens[number + 3 : number + 4]
                    is_caption = [after.type for after in before_table] == ["table_open"]
                    yield from self._paragraph(tokens[number + 1], is_caption=is_caption)
                case "table_open":
                    ends = next(
                        n for n in range(number, len(tokens)) if tokens[n].type == "table_close"
                    )
                    yield table(tokens[number : ends + 1], self.lines, self.caption)
                    self.caption = ""
                case _:
                    self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self.depth -= 1
            case "list_item_open":
                self.mark = thai_digits(f"{token.info}{token.markup}") if token.info else "-"
            case "blockquote_open":
                self.quoted += 1
            case "blockquote_close":
                self.quoted -= 1
            case _:
                pass

    def _rule(self, token: Token) -> Block:
        """Return a page break for ``---``; of ``___`` it is a line to write on, and stays."""
        if token.markup.startswith("-"):
            return PageBreak()
        return Paragraph((Run(self.lines[token.map[0] if token.map else 0].strip()),))

    def _heading(self, level: int, inline: Token) -> Iterator[Heading]:
        for runs in lines_of(inline.children or []):
            one_line = (replace(run, text=run.text.replace("\n", " ")) for run in runs)
            yield Heading(level, tuple(one_line))

    def _paragraph(self, inline: Token, *, is_caption: bool) -> Iterator[Block]:
        children = inline.children or []
        if any(child.type == "image" for child in children):
            yield self._figure(inline)
            return
        lines = lines_of(children)
        self._refuse_broken_table(inline)
        if is_caption and lines and (found := _CAPTION.match(_plain(lines[-1]))):
            self.caption = _plain(lines.pop())[found.end() :]
        for runs in lines:
            yield self._line(runs)

    def _line(self, runs: Runs) -> Block:
        if not self.depth:
            return Paragraph(runs, plain=bool(self.quoted))
        mark, self.mark = self.mark, ""
        found = _MARK.match(runs[0].text) if mark == "-" else None
        if not found:
            return Item(mark, runs, self.depth - 1)
        rest = replace(runs[0], text=runs[0].text[found.end() :])
        return Item(found[1], (rest, *runs[1:]) if rest.text else runs[1:], self.depth - 1)

    def _figure(self, inline: Token) -> Block:
        children = inline.children or []
        if len(children) > 1:
            raise Mistake(
                _("a picture stands in the middle of a line"),
                _("give it a line of its own, with an empty line before and after"),
                near=inline.content,
            )
        return figure(children[0], self.pictures, inline.content)

    def _refuse_broken_table(self, inline: Token) -> None:
        """Refuse what was meant as a table: Markdown would print its signs."""
        for line in inline.content.split("\n"):
            if line.startswith("|"):
                raise Mistake(
                    _("this line looks like a table's, but the table is not whole"),
                    _("a header, then a line like |---|---:| with as many columns, then the rows"),
                    near=line,
                )


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)
