"""Where the risk lies, in the sentences that stand over the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.ranking import high_kinds, ranked
from report.thai_figures import average, people, share

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.facts import Facts
    from report.rows import Row


def findings(facts: Facts) -> list[str]:
    """Return a sentence per kind whose mean is high or above, or that there is none."""
    respondents = facts.summary.respondents
    if respondents is None:
        return [too_few()]
    high = [_finding(kind, facts) for kind in high_kinds(facts.summary)]
    if high:
        return high
    none = thai("No kind has a high mean; this is how {respondents} respondents perceive it.")
    return [none.format(respondents=people(respondents))]


def too_few() -> str:
    """Return why nothing is shown."""
    return thai("Fewer than ten people answered; to protect them no result is shown.")


def perceived(facts: Facts) -> str:
    """Return whose perception the findings are; "" where the finding itself says so."""
    if facts.summary.respondents is None or not high_kinds(facts.summary):
        return ""
    return thai("This is how {respondents} respondents perceive it.").format(
        respondents=people(facts.summary.respondents)
    )


def _finding(kind: Row, facts: Facts) -> str:
    return thai(
        "“{kind}” has a mean score (the mean of the persons' products) of {mean}, {level}; "
        "{answers} people ({percent} percent) scored it high or above; the highest score is "
        "{highest}; further measures should be set."
    ).format(
        kind=kind["kind"],
        mean=average(kind["mean_score"]),
        level=facts.campaign.matrix_levels[kind["level"]],
        answers=people(kind["high_answers"]),
        percent=share(kind["high_percent"]),
        highest=people(kind["max_score"]),
    )


def ranking_headline(facts: Facts) -> str:
    """Return which kind has the highest mean."""
    kinds = _shown(facts.summary)
    if not kinds:
        return _nothing_shown()
    first = [kind for kind in kinds if kind["rank"] == 1]
    return thai("Highest mean score: {kinds}, {mean}, {level}.").format(
        kinds=_names(first),
        mean=average(first[0]["mean_score"]),
        level=facts.campaign.matrix_levels[first[0]["level"]],
    )


def matrix_headline(facts: Facts) -> str:
    """Return how many of all answers are high or above."""
    spread = facts.summary.risk_spread
    return thai("{high} of {answers} answers ({percent} percent) are high or above.").format(
        high=people(spread["high_answers"]),
        answers=people(spread["answers"]),
        percent=share(spread["high_percent"]),
    )


def distribution_headline(facts: Facts) -> str:
    """Return for which kind the most people see a high risk."""
    kinds = _shown(facts.summary)
    if not kinds:
        return _nothing_shown()
    most = max(kind["high_percent"] for kind in kinds)
    if not most:
        return thai("Nobody scored any kind high or above.")
    return thai("Most often scored high or above: {kinds}, {percent} percent.").format(
        kinds=_names([kind for kind in kinds if kind["high_percent"] == most]),
        percent=share(most),
    )


def _shown(summary: Summary) -> list[Row]:
    return [kind for kind in ranked(summary) if not kind["suppressed"]]


def _nothing_shown() -> str:
    return thai("Fewer than ten people scored each kind; to protect them no result is shown.")


def _names(kinds: list[Row]) -> str:
    return thai(" and ").join(f"“{kind['kind']}”" for kind in kinds)
