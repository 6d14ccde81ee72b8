"""Every figure of the report, computed in one place from responses and campaign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from aggregate import completion as by_notice
from aggregate.agency_risk import agency_risk
from aggregate.behind import behind, days_left
from aggregate.cube import count_cube, per_person
from aggregate.data_quality import data_quality
from aggregate.denominators import heads_by_agency, heads_by_staff_type
from aggregate.disclosure import may_be_shown
from aggregate.events import events, kinds_without_measure
from aggregate.headcounts import contacts, counting_declarations, declarations, in_force
from aggregate.ita import ita_scores
from aggregate.last_year import BesideLastYear, beside_last_year
from aggregate.latest import counting_rows, standing
from aggregate.measures import measures
from aggregate.missing import missing
from aggregate.owed import owed
from aggregate.people import members, signers
from aggregate.progress import latest_reports, progress
from aggregate.reported import awaiting_names, reported
from aggregate.response_rate import ResponseRate, response_rate
from aggregate.review import review
from aggregate.risk import risk, risk_levels, risk_matrix
from aggregate.risk_spread import risk_spread
from aggregate.risk_units import risk_units
from aggregate.roster import rosters
from aggregate.signatures import list_signatures, list_signers
from aggregate.superseded import superseded
from aggregate.timeline import timeline
from aggregate.today import Today, today
from collector.tidy.decisions import decided

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from collector.tidy import Responses
    from collector.tidy.decisions import Decided, Named
    from config.campaign import Campaign

RowCounts = dict[str, int]


@dataclass(frozen=True)
class Summary:
    """Named tables; the producer of each declares its columns.

    Public: ``as_of`` (the newest accepted answer), ``rows``, ``rows_by_form`` (read, accepted,
    superseded, set_aside, erased), ``whole``, ``completion``, ``notices``, ``agencies``,
    ``staff_types``, ``respondents`` (None below the number that may be shown), ``response_rate``,
    ``risk``, ``risk_levels``, ``risk_matrix``, ``risk_spread``, ``last_year`` (last year's risk
    beside this one), ``events``, ``kinds_without_measure``, ``measures``, ``ita``, ``progress``
    (what agencies report of each measure, in numbers). Internal:
    ``agency_staff_types``, ``set_aside``, ``review``, ``missing``, ``owed``, ``behind``,
    ``timeline``, ``risk_units``, ``agency_risk``, ``data_quality``, ``signers`` (who signed, one
    row each), ``signatures`` (what and since when, one row per notice), ``today``, ``reported``
    (in numbers only), ``contacts`` (what each agency declared, and its coordinator),
    ``reports`` (what agencies report, in words).
    """

    as_of: datetime | None
    rows: RowCounts
    rows_by_form: dict[str, RowCounts]
    whole: dict[str, int | float | None]
    completion: pd.DataFrame
    notices: pd.DataFrame
    agencies: pd.DataFrame
    staff_types: pd.DataFrame
    agency_staff_types: pd.DataFrame
    respondents: int | None
    response_rate: ResponseRate
    risk: pd.DataFrame
    risk_levels: pd.DataFrame
    risk_matrix: pd.DataFrame
    risk_spread: dict[str, int | float | None]
    last_year: BesideLastYear
    events: pd.DataFrame
    kinds_without_measure: pd.DataFrame
    measures: pd.DataFrame
    ita: pd.DataFrame
    progress: pd.DataFrame
    set_aside: pd.DataFrame
    review: pd.DataFrame
    missing: pd.DataFrame
    owed: pd.DataFrame
    behind: pd.DataFrame
    timeline: pd.DataFrame
    risk_units: pd.DataFrame
    agency_risk: pd.DataFrame
    data_quality: pd.DataFrame
    signers: pd.DataFrame
    signatures: pd.DataFrame
    today: Today
    reported: pd.DataFrame
    contacts: pd.DataFrame
    reports: pd.DataFrame


def summarise(responses: Responses, campaign: Campaign) -> Summary:
    """Return every figure of the report. Pure; its only clock is the newest accepted answer."""
    as_of = newest_answer(responses)
    stands = standing(responses.acknowledgements, campaign.notices, as_of)
    so_decided = decided(campaign.decisions)
    signed = signers(responses.signoffs)
    roster = rosters(campaign, signed, so_decided, as_of.date() if as_of else None)
    there = members(signed, roster, stands, campaign)
    counted = there[there["counted"]]
    everybody = per_person(there, stands, [notice.id for notice in campaign.notices])
    people = everybody[everybody["counted"]]
    declared = declarations(campaign, responses.declared)
    heads = heads_by_staff_type(campaign, in_force(declared), counted[counted["on_roster"]])
    listed = heads_by_agency(campaign, heads)
    completed = by_notice.completion(listed, count_cube(counted, stands), campaign.notices)
    in_numbers = reported(responses.reports, campaign.notices)
    agencies = by_notice.agency_totals(
        listed, people, in_numbers, awaiting_names(in_numbers, completed)
    )
    by_staff_type = by_notice.staff_type_totals(heads, everybody, campaign.staff_types)
    by_document = by_notice.notice_totals(completed)
    kinds = risk(responses.scores, campaign.coi_kinds, campaign.matrix)
    units = risk_units(responses.assessments, campaign.agencies)
    assessed_events = events(campaign)
    matrix = risk_matrix(responses.scores, kinds, campaign.matrix)
    respondents = len(responses.assessments)
    shown_respondents = respondents if may_be_shown(respondents) else None
    reports = latest_reports(responses.progress, campaign)
    by_measure = progress(campaign, reports)
    counting = (
        counting_rows(responses.acknowledgements)
        | counting_declarations(declared, responses.headcounts)
        | {int(each) for each in reports["response_id"]}
    )
    rows_by_form = count_rows(responses, counting, in_numbers)
    to_sign = missing(
        completed,
        counted,
        stands,
        roster,
        so_decided=so_decided,
        waiting=_waiting(responses.set_aside, so_decided),
        overdue=bool(as_of and as_of >= campaign.closes_before()),
    )
    signed = signed.assign(
        on_roster=signed["person"].isin(roster["person"]),
        in_percentages=signed["person"].isin(counted["person"]),
    )
    to_review = review(responses.signoffs, signed, agencies, declared, campaign)
    are_behind = behind(agencies, people, campaign, as_of)
    day_by_day = timeline(people, responses.assessments, campaign, as_of)
    return Summary(
        as_of=as_of,
        rows=_total(rows_by_form),
        rows_by_form=rows_by_form,
        whole=by_notice.whole(agencies),
        completion=completed,
        notices=by_document,
        agencies=agencies,
        staff_types=by_notice.staff_types_of_the_province(by_staff_type, campaign.staff_types),
        agency_staff_types=by_staff_type,
        respondents=shown_respondents,
        response_rate=response_rate(responses.assessments, agencies),
        risk=kinds,
        risk_levels=risk_levels(responses.scores, kinds, campaign.matrix),
        risk_matrix=matrix,
        risk_spread=risk_spread(kinds, matrix),
        last_year=beside_last_year(kinds, shown_respondents, campaign),
        events=assessed_events,
        kinds_without_measure=kinds_without_measure(kinds, assessed_events),
        measures=measures(
            campaign, completed, by_document, agencies, responses.assessments, by_measure
        ),
        progress=by_measure,
        ita=ita_scores(campaign.ita_scores, campaign.ita_year),
        set_aside=responses.set_aside,
        review=to_review,
        missing=to_sign,
        owed=owed(to_sign),
        behind=are_behind,
        timeline=day_by_day,
        risk_units=units,
        agency_risk=agency_risk(responses.scores, units, campaign.coi_kinds, campaign.matrix),
        data_quality=data_quality(
            responses.set_aside,
            to_review,
            superseded(_sent_again(responses), counting, rows_by_form),
        ),
        signers=list_signers(signed, stands, campaign),
        signatures=list_signatures(stands),
        today=today(
            are_behind,
            day_by_day,
            set_aside=len(responses.set_aside),
            to_decide=len(to_review),
            days_left=days_left(campaign, as_of),
        ),
        reported=in_numbers,
        reports=reports,
        contacts=contacts(listed, in_force(declared), responses.headcounts),
    )


def newest_answer(responses: Responses) -> datetime | None:
    """Return when the newest accepted answer was sent, or None if there is none."""
    signed = responses.signoffs.loc[~responses.signoffs["replaced"], "submitted_at"]
    declared = responses.headcounts.loc[~responses.headcounts["replaced"], "submitted_at"]
    sent = (
        signed,
        responses.reports["submitted_at"],
        responses.assessments["submitted_at"],
        declared,
        responses.progress.loc[~responses.progress["replaced"], "submitted_at"],
    )
    newest = [moments.max() for moments in sent if len(moments)]
    return max(newest).to_pydatetime() if newest else None


def count_rows(
    responses: Responses, counting: AbstractSet[int], in_numbers: pd.DataFrame
) -> dict[str, RowCounts]:
    """Return the rows of each form: read = accepted + superseded + set aside + erased.

    ``counting``: the sign-offs and declarations that count; ``in_numbers``: see
    `aggregate.reported.reported`.
    """
    forms = _sent_again(responses).drop_duplicates("response_id", keep="last")
    signed = forms.loc[forms["response_id"].isin(counting), "form"].value_counts()
    accepted = {
        "signoff": int(signed.get("signoff", 0)),
        "paper": int(signed.get("paper", 0)) + in_numbers["response_id"].nunique(),
        "coi": len(responses.assessments),
        "headcount": int(signed.get("headcount", 0)),
        "progress": int(signed.get("progress", 0)),
    }
    aside = responses.set_aside["form"].value_counts()
    return {
        form: {
            "read": read + responses.rows_erased.get(form, 0),
            "accepted": accepted[form],
            "superseded": read - accepted[form] - int(aside.get(form, 0)),
            "set_aside": int(aside.get(form, 0)),
            "erased": responses.rows_erased.get(form, 0),
        }
        for form, read in responses.rows_read.items()
    }


def _sent_again(responses: Responses) -> pd.DataFrame:
    """Return the rows of which a later one may take the place, by whom: a person, an agency."""
    columns = ["response_id", "form", "person", "content", "replaced"]
    by_agency = responses.headcounts.assign(person=responses.headcounts["agency_id"])
    of_measures = responses.progress.assign(
        person=responses.progress["agency_id"] + "/" + responses.progress["measure_id"]
    )
    sent = (responses.signoffs, by_agency, of_measures)
    return pd.concat([rows[columns] for rows in sent], ignore_index=True)


def _total(rows_by_form: dict[str, RowCounts]) -> RowCounts:
    names = ("read", "accepted", "superseded", "set_aside", "erased")
    return {name: sum(rows[name] for rows in rows_by_form.values()) for name in names}


def _waiting(set_aside: pd.DataFrame, so_decided: Decided) -> set[Named]:
    """Return the agency and name of everybody of whom an answer is set aside, where known."""
    pairs = zip(set_aside["agency_id"], set_aside["name_key"], strict=True)
    return {so_decided.place_of(named) for named in pairs if all(named)}
