"""The past in the terminal: refreshes, agencies and events, folded between words to its width."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from config.dates import short_date
from config.messages import _, marked
from config.thai import number
from rapsap.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.table import Table

    from config.campaign import Campaign
    from rapsap.history_lists import Line

_KINDS = {
    "ADD": (marked("Added"), "green"),
    "CHANGE": (marked("Changed"), "yellow"),
    "VANISH": (marked("Vanished"), "red"),
}
_NUMBER, _FIGURE, _KIND, _NARROWEST = 6, 7, 8, 13
_MOMENT_BESIDE, _MOMENT_BELOW = 20, 13  # day and time beside each other, or one below the other
_WIDE = 72


class _Column(NamedTuple):
    """A heading, the columns it takes (0: what is left), and whether it holds figures."""

    heading: str
    width: int
    figures: bool = False


def refreshes(lines: Sequence[Line], shown: Console, *, limit: int | None) -> Table:
    """Return the newest refreshes, a row for each form and source, with why one was accepted."""
    kept = list(dict.fromkeys(line["refresh"] for line in lines))[:limit]
    counts: dict[tuple[object, ...], Counter[str]] = {}
    for line in lines:
        if line["refresh"] in kept:
            stream = f"{line['form']} ({line['source']})" if line["form"] else line["reason"]
            own = counts.setdefault((line["refresh"], line["at"], stream), Counter())
            own.update({name: line[name] for name in ("added", "changed", "vanished")})
    heads = (
        _Column(_("No."), _NUMBER, figures=True),
        _Column(_("When"), _moment_width(shown)),
        _Column(_("Form"), 0),
        *_counted(),
    )
    rows = [
        (number(int(str(refresh))), _moment(str(at)), str(stream), *_figures(own))
        for (refresh, at, stream), own in counts.items()
    ]
    return _table(_("Refreshes, the newest first"), heads, rows, shown)


def agencies(lines: Sequence[Line], campaign: Campaign, shown: Console) -> Table:
    """Return what came of each agency in these lines, in the register's order."""
    counts: dict[str, Counter[str]] = {}
    last: dict[str, str] = {}
    for line in lines:
        if line["form"]:
            agency = _("(forgotten)") if line["erased"] else line["agency"]
            own = counts.setdefault(agency, Counter())
            own.update({name: line[name] for name in ("added", "changed", "vanished")})
            last.setdefault(agency, line["at"])
    order = [*(a.name for a in campaign.agencies), "", _("(forgotten)")]
    heads = (_Column(_("Agency"), 0), *_counted(), _Column(_("Last"), _moment_width(shown)))
    rows = [
        (name or _("no agency that is known"), *_figures(counts[name]), _moment(last[name]))
        for name in order
        if name in counts
    ]
    return _table(_("By agency, over the whole time"), heads, rows, shown)


def events(
    title: str, lines: Sequence[Line], campaign: Campaign, shown: Console, *, limit: int | None
) -> Table:
    """Return an agency's newest events: what happened to which row, and whose it is if told."""
    kept = lines[:limit]
    rows = [_event(line, campaign) for line in kept]
    heads = [
        _Column(_("When"), _moment_width(shown)),
        _Column(_("No."), _NUMBER, figures=True),
        _Column("", _KIND),
        _Column(_("Row"), 0),
        _Column(_("Details"), 0),
    ]
    if not any(row[-1] for row in rows):
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    table = _table(title, heads, rows, shown)
    for row, line in zip(table.rows, kept, strict=True):
        row.style = _KINDS[line["kind"]][1]
    return table


def _event(line: Line, campaign: Campaign) -> tuple[str, ...]:
    what, _colour = _KINDS[line["kind"]]
    place = _("{file} row {row}").format(**line) if line["file"] else ""
    return (
        _moment(line["at"]),
        number(line["refresh"]),
        _(what),
        f"{line['form']} ({line['source']}) {place}".strip(),
        " ".join(filter(None, (line.get("name", ""), ", ".join(_questions(line, campaign))))),
    )


def _questions(line: Line, campaign: Campaign) -> Iterator[str]:
    """Yield what was asked, of a notice its short title."""
    title_by_id = {f"ack.{notice.id}": notice.short_title for notice in campaign.notices}
    for name in line["questions"]:
        yield title_by_id.get(name) or campaign.form(line["form"]).question(name).header


def _counted() -> tuple[_Column, ...]:
    return tuple(_Column(_(words), _FIGURE, figures=True) for words, _colour in _KINDS.values())


def _figures(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(number(counts[name]) for name in ("added", "changed", "vanished"))


def _moment_width(shown: Console) -> int:
    return _MOMENT_BESIDE if shown.width >= _WIDE else _MOMENT_BELOW


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return f"{short_date(moment.date())} {moment:%H.%M}"


def _table(
    title: str, heads: Sequence[_Column], rows: Sequence[Sequence[str]], shown: Console
) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
        show_edge=False, pad_edge=False, padding=0,
    )  # fmt: skip
    widths = _widths(heads, shown.width)
    for head, width in zip(heads, widths, strict=True):
        justify: Literal["left", "right"] = "right" if head.figures else "left"
        table.add_column(head.heading, justify=justify, width=width, overflow="fold")
    for row in rows:
        table.add_row(
            *("\n".join(fold(text, w, hanging=2)) for text, w in zip(row, widths, strict=True))
        )
    return table


def _widths(heads: Sequence[_Column], whole: int) -> list[int]:
    """Share what the fixed columns leave among the others; a blank stands between any two."""
    fixed = sum(head.width for head in heads)
    open_ones = sum(not head.width for head in heads)
    left = (whole - fixed - len(heads) + 1) // max(open_ones, 1)
    return [head.width or max(_NARROWEST, left) for head in heads]
