"""What came of each measure of O43, and what to do next, by rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.dates import long_date
from config.messages import thai
from config.periods import spans_outside
from report.sentences import risk
from report.sentences.dates import dated
from report.sentences.progress import reported
from report.thai_figures import people, share

if TYPE_CHECKING:
    from config.campaign import Measure
    from report.facts import Facts
    from report.rows import Row


@dataclass(frozen=True, slots=True)
class Result:
    """The paragraphs of a result; ``outstanding`` where there is none yet."""

    paragraphs: tuple[str, ...]
    outstanding: bool = False


def province_result(facts: Facts) -> Result:
    """Return what O43 says of all notices together."""
    whole = facts.summary.whole
    return _signed(
        {
            "agencies": whole["agencies"],
            "agencies_complete": whole["agencies_complete"],
            "headcount": whole["headcount"],
            "acknowledged": whole["acknowledged_all"],
            "acknowledged_undeclared": whole["acknowledged_undeclared"],
            "percent": whole["percent"],
        },
        facts,
    )


def result(row: Row, measure: Measure | None, facts: Facts) -> Result:
    """Return a measure's result: from the sign-offs or the answers, and what the office wrote."""
    written = _written(measure, facts) if measure else ()
    match row["source"]:
        case "notice":
            counted = _signed(row, facts)
        case "form":
            counted = _answered(row, facts)
        case "text" | "progress":
            counted = Result(())
        case _:
            counted = Result((thai("No result has been reported yet."),), outstanding=True)
    paragraphs = (*counted.paragraphs, *written, *reported(row, facts))
    return Result(paragraphs, counted.outstanding and not written)


def _written(measure: Measure, facts: Facts) -> tuple[str, ...]:
    """Return what the office wrote, and which of its days lie outside the measure's period."""
    if not measure.result:
        return ()
    days = spans_outside(measure.result, measure.period, facts.campaign.fiscal_year)
    if not days:
        return (measure.result,)
    sentence = thai("({days} is outside the period of the measure, please check)")
    return measure.result, sentence.format(days=", ".join(day.text for day in days))


def suggestion(row: Row, measure: Measure | None, facts: Facts) -> str:
    """Return what the office wrote, else what the figures ask for, else «-ไม่มี-»."""
    if measure and measure.suggestion:
        return measure.suggestion
    match row["source"]:
        case "notice" if row["agencies_incomplete"]:
            return _follow_up(row["agencies_incomplete"], facts)
        case "form":
            return _after_the_assessment(row, facts)
        case "none":
            return thai("Ask those responsible to report the result.")
        case _:
            return thai("-none-")


def _signed(row: Row, facts: Facts) -> Result:
    if not (row["acknowledged"] or row["acknowledged_undeclared"]):
        return Result((dated(thai("Nobody has signed yet"), facts),), outstanding=True)
    if row["percent"] is None:
        return Result((_signed_without_heads(row, facts),))
    sentence = thai(
        "Of {agencies} agencies of {province}, {complete} are complete; {done} of {heads} people "
        "have signed, {percent} percent"
    ).format(
        province=facts.campaign.province,
        agencies=people(row["agencies"]),
        complete=people(row["agencies_complete"]),
        done=people(row["acknowledged"]),
        heads=people(row["headcount"]),
        percent=share(row["percent"]),
    )
    return Result((dated(sentence, facts), *_others(row)))


def _signed_without_heads(row: Row, facts: Facts) -> str:
    sentence = thai(
        "In {agencies} agencies of {province}, {done} people have signed; no percentage yet, for "
        "no agency has declared its head-count"
    ).format(
        province=facts.campaign.province,
        agencies=people(row["agencies"]),
        done=people(row["acknowledged_undeclared"]),
    )
    return dated(sentence, facts)


def _others(row: Row) -> tuple[str, ...]:
    if not row["acknowledged_undeclared"]:
        return ()
    sentence = thai(
        "Not counted here: {others} who signed in agencies that have not declared their head-count."
    )
    return (sentence.format(others=people(row["acknowledged_undeclared"])),)


def _answered(row: Row, facts: Facts) -> Result:
    if row["respondents"] is None:
        return Result((dated(risk.too_few(), facts),), outstanding=True)
    sentence = thai(
        "{respondents} people in {answered} of {agencies} agencies have assessed the risk"
    ).format(
        respondents=people(row["respondents"]),
        answered=people(row["agencies_answered"]),
        agencies=people(row["agencies"]),
    )
    return Result((dated(sentence, facts), *risk.findings(facts)))


def _follow_up(agencies: int, facts: Facts) -> str:
    """Return whom to urge and by when; a day that has passed is no deadline."""
    closes = facts.campaign.window.closes
    if facts.now.astimezone(facts.campaign.zone).date() > closes:
        sentence = thai("Follow up {agencies} incomplete agencies without delay; {day} has passed.")
    else:
        sentence = thai("Follow up {agencies} incomplete agencies, to be complete by {day}.")
    return sentence.format(agencies=people(agencies), day=long_date(closes))


def _after_the_assessment(row: Row, facts: Facts) -> str:
    if row["respondents"] is None:
        return thai("Ask the staff to assess the risk.")
    high = facts.summary.risk_spread["high_kinds"]
    if high:
        return thai("Set further measures for {kinds} kinds at high or above.").format(
            kinds=people(high)
        )
    if row["agencies_silent"]:
        return thai("Ask {agencies} agencies without an answer.").format(
            agencies=people(row["agencies_silent"])
        )
    return thai("-none-")
