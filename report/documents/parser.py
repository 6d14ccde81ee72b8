"""The Markdown that officials write: CommonMark's blocks and tables, bold, line breaks, links.

No HTML, no italics: ``_`` and a single ``*`` are letters. Bold is not CommonMark's: its rules ask
for a space or a sign beside ``**``, and Thai has neither between words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_RULES = (
    "heading", "list", "hr", "blockquote", "table", "escape", "newline", "link", "image", "entity",
)  # fmt: skip
_BOLD = "**"
_BREAKS = ("<br>", "<br/>", "<br />")


class _Parser(MarkdownIt):
    """Addresses stay as written: values travel in them, and what may be a link is decided later."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # markdown-it's name
        return url


@cache
def parser() -> MarkdownIt:
    """Return the parser, its rules chosen."""
    markdown = _Parser("zero", {"html": False}).enable(list(_RULES))
    markdown.inline.ruler.push("bold", _bold)
    markdown.inline.ruler.push("line_break", _line_break)
    return markdown


def _bold(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's way
    """Read ``**…**`` within one line, whatever stands beside it."""
    begins = state.pos + len(_BOLD)
    line_end = state.src.find("\n", begins, state.posMax)
    within = line_end if line_end >= 0 else state.posMax
    ends = state.src.find(_BOLD, begins, within)
    if not state.src.startswith(_BOLD, state.pos) or ends <= begins:
        return False
    if not silent:
        after, state.pos, state.posMax = state.posMax, begins, ends
        state.push("strong_open", "strong", 1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = after
    state.pos = ends + len(_BOLD)
    return True


def _line_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's way
    """Read ``<br>``, which tables need: their rows are one line each."""
    found = next((tag for tag in _BREAKS if state.src.startswith(tag, state.pos)), "")
    if found and not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len(found)
    return bool(found)
