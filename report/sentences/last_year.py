"""Last year's risk beside this year's, in sentences; and why where there is nothing to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import long_date
from config.last_year import LAST_YEAR
from config.messages import marked, thai
from config.thai import thai_digits
from report.rows import rows_of
from report.thai_figures import people

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report.facts import Facts

_WHY_NOT: Mapping[str, str] = {
    "none": marked("The campaign holds no figures of fiscal year {year}; nothing is compared."),
    "unreadable": marked("Last year's figures ({file}) cannot be opened; nothing is compared."),
    "other_shape": marked(
        "The file of last year's figures ({file}) is not the one that a campaign publishes; "
        "nothing is compared."
    ),
    "other_year": marked(
        "The file of last year's figures is of {day}, outside fiscal year {year}; nothing is "
        "compared."
    ),
    "few": marked(
        "In one of the two years fewer than ten people answered; to protect them nothing is "
        "compared."
    ),
}
_OF_A_KIND: Mapping[str, str] = {
    "few": marked("“{kind}” is not compared: in one of the two years it may not be shown."),
    "not_asked": marked("“{kind}” was not asked about last year."),
    "reworded": marked("“{kind}” is not compared: last year asked about it in other words."),
}


def compared(facts: Facts) -> list[str]:
    """Return what the two years say together, or the one sentence that tells why nothing."""
    last = facts.summary.last_year
    if last.state != "compared":
        return [_told(_WHY_NOT[last.state], facts)]
    return [
        _told(
            marked(
                "Fiscal year {year}: {before} respondents (data as of {day}); this year {now} "
                "respondents. Of the kinds that can be compared the mean score is higher for "
                "{higher}, lower for {lower} and the same for {same}."
            ),
            facts,
        ),
        thai(
            "Neither year asks for names: whether the same people answered is not known, so a "
            "difference of means alone does not show that the risk itself has changed."
        ),
    ]


def remarks(facts: Facts) -> Iterator[str]:
    """Yield what cannot be compared although the two years can, and why."""
    last = facts.summary.last_year
    if last.state != "compared":
        return
    if not last.same_levels:
        yield thai(
            "Last year's levels are by other criteria: its means can be compared, not its levels."
        )
    names = {kind.id: kind.name for kind in facts.campaign.coi_kinds}
    for row in rows_of(last.kinds):
        if why_not := _OF_A_KIND.get(row["state"]):
            yield thai(why_not).format(kind=names[row["kind_id"]])
    for kind in last.gone:
        yield thai("“{kind}” was asked about last year alone.").format(kind=kind)


def _told(sentence: str, facts: Facts) -> str:
    last = facts.summary.last_year
    return thai(sentence).format(
        year=thai_digits(str(facts.campaign.ita_year)),
        file=LAST_YEAR,
        day=long_date(last.as_of) if last.as_of else "",
        before=people(last.respondents),
        now=people(facts.summary.respondents),
        higher=people(last.higher),
        lower=people(last.lower),
        same=people(last.same),
    )
