"""What stands in one line of a text: words, bold words, links."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from config.links import web_address
from config.printable import printable
from report.documents.blocks import Run
from report.documents.carried import delivered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from report.documents.blocks import Runs

_ADDRESS = re.compile(r"(https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9/=_~#-])")


def lines_of(tokens: Sequence[Token]) -> list[Runs]:
    """Return the lines of an inline token; a line's end in the text begins another."""
    parts = [list(of_one) for ends, of_one in groupby(tokens, _ends_a_line) if not ends]
    bold, link, lines = False, "", []
    for part in parts:
        runs: list[Run] = []
        for token in part:
            bold, link = _state_after(token, bold, link)
            runs += _runs_of(token, bold=bold, link=link)
        lines.append(_joined(runs))
    return [line for line in lines if any(run.text.strip() for run in line)]


def _ends_a_line(token: Token) -> bool:
    return token.type == "softbreak"


def _state_after(token: Token, bold: bool, link: str) -> tuple[bool, str]:  # noqa: FBT001  # as is
    match token.type:
        case "strong_open" | "strong_close":
            return token.type == "strong_open", link
        case "link_open":
            return bold, web_address(delivered(str(token.attrs["href"])))
        case "link_close":
            return bold, ""
        case _:
            return bold, link


def _runs_of(token: Token, *, bold: bool, link: str) -> Iterator[Run]:
    if token.type == "hardbreak":
        yield Run("\n", bold)
    elif token.content and token.type in ("text", "text_special"):
        text = printable(delivered(token.content))
        if link:
            yield Run(text, bold, link)
        else:
            yield from _with_addresses(text, bold=bold)


def _with_addresses(text: str, *, bold: bool) -> Iterator[Run]:
    """Yield the text, each address of the web in it as a link to itself."""
    for number, part in enumerate(_ADDRESS.split(text)):
        if part:
            yield Run(part, bold, part if number % 2 else "")


def _joined(runs: Sequence[Run]) -> Runs:
    """Return the runs, neighbours of one kind as one, without space at either end."""
    kinds = groupby(runs, key=lambda run: (run.bold, run.link))
    whole = [Run("".join(run.text for run in same), *kind) for kind, same in kinds]
    if whole:
        whole[0] = Run(whole[0].text.lstrip(), whole[0].bold, whole[0].link)
        whole[-1] = Run(whole[-1].text.rstrip(), whole[-1].bold, whole[-1].link)
    return tuple(run for run in whole if run.text)
