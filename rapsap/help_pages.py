"""Help pages in columns that hold for Thai, whose marks above and below a letter take no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from config.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = 2


class HelpPage(click.HelpFormatter):
    """Definition lists that break between words, never within one."""

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP
    ) -> None:
        """Write terms and what is said of each, side by side."""
        rows = list(rows)
        widest = max((columns(term) for term, _said in rows), default=0)
        beside = min(widest, col_max) + col_spacing
        margin = " " * self.current_indent
        for term, said in rows:
            first, *others = _broken(said, self.width - beside) or [""]
            head = term + " " * (beside - columns(term))
            if columns(term) + col_spacing > beside:
                self.write(f"{margin}{term}\n")
                head = " " * beside
            self.write(f"{margin}{head}{first}".rstrip() + "\n")
            self.write("".join(f"{margin}{'':{beside}}{line}\n" for line in others))


class HelpContext(click.Context):
    """A context whose help is written on a `HelpPage`."""

    formatter_class = HelpPage


def _broken(text: str, width: int) -> list[str]:
    """Return the lines of a text that is broken at its spaces only: Thai has few, so keep them."""
    lines: list[str] = []
    for phrase in text.split():
        if lines and columns(f"{lines[-1]} {phrase}") <= width:
            lines[-1] += f" {phrase}"
        else:
            lines.append(phrase)
    return lines
