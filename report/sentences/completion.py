"""Who has acknowledged the notices, in the sentence that heads the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from config.messages import thai
from report.rows import rows_of
from report.sentences.dates import day_of_the_data
from report.thai_figures import people, share

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.facts import Facts

Claim = Literal["nothing_yet", "no_heads", "share"]


def claim(summary: Summary) -> Claim:
    """Return which of the three headlines is the honest one."""
    if summary.signers.empty:
        return "nothing_yet"
    return "no_heads" if summary.whole["percent"] is None else "share"


def headline(facts: Facts) -> str:
    """Return how many have acknowledged all notices, of how many."""
    whole, campaign = facts.summary.whole, facts.campaign
    match claim(facts.summary):
        case "nothing_yet":
            return thai("Nobody has signed yet.")
        case "no_heads":
            sentence = thai(
                "As of {day}, {done} of {staff} have acknowledged all {notices} notices."
            )
            done = whole["acknowledged_undeclared"]
        case "share":
            sentence = thai(
                "As of {day}, {done} of {heads} {staff} have acknowledged all {notices} notices: "
                "{percent} percent; {complete} of {agencies} agencies are complete."
            )
            done = whole["acknowledged_all"]
    return sentence.format(
        day=day_of_the_data(facts),
        staff=campaign.staff,
        notices=people(len(campaign.notices)),
        done=people(done),
        heads=people(whole["headcount"]),
        percent=share(whole["percent"]),
        complete=people(whole["agencies_complete"]),
        agencies=people(whole["agencies"]),
    )


def beside_the_headline(facts: Facts) -> list[str]:
    """Return what the headline leaves out, and what is still unknown."""
    whole = facts.summary.whole
    others, heads = whole["acknowledged_undeclared"], whole["headcount"]
    match claim(facts.summary):
        case "share" if others:
            sentence = thai(
                "Not counted here: {others} more who acknowledged all {notices} notices in "
                "agencies that have not declared their head-count."
            )
        case "no_heads":
            sentence = thai("No percentage yet: no agency has declared its head-count.")
        case "nothing_yet" if heads:
            sentence = thai("{heads} people are to sign, as their agencies declared.")
        case "nothing_yet":
            sentence = thai("No agency has declared its head-count yet.")
        case _:
            return []
    said = sentence.format(
        others=people(others),
        notices=people(len(facts.campaign.notices)),
        heads=people(heads),
    )
    return [said]


def notices_headline(facts: Facts) -> str:
    """Return which notices the fewest have acknowledged; "" without a percentage."""
    known = [row for row in rows_of(facts.summary.notices) if row["percent"] is not None]
    if not known:
        return ""
    percents = [row["percent"] for row in known]
    least = [row for row in known if row["percent"] == min(percents)]
    if len(least) == len(known):
        sentence = thai("All notices are acknowledged alike: {percent} percent.")
    else:
        sentence = thai("The least acknowledged: {notices}, {percent} percent.")
    names = thai(" and ").join(f"“{row['notice']}”" for row in least)
    return sentence.format(notices=names, percent=share(min(percents)))


def agencies_headline(facts: Facts) -> str:
    """Return how many agencies are complete."""
    whole = facts.summary.whole
    return thai("Complete: {complete} of {agencies} agencies.").format(
        complete=people(whole["agencies_complete"]), agencies=people(whole["agencies"])
    )
