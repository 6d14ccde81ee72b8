"""What a campaign that loads still lacks before anybody should publish from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from config.messages import _
from config.names import key_of
from config.settings import SETTINGS
from config.tables import (
    AGENCIES,
    GUIDELINES,
    HEADCOUNT,
    MEASURES,
    NOTICES,
    PEOPLE,
    SIGNATORIES,
    STAFF_TYPES,
)
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from config.campaign import Agency, Campaign

_FIRST_MONTH = 10  # of the fiscal year, domain.md §6
_BUDDHIST_ERA = 543
_NAMED_AT_MOST = 3
_PLACEHOLDER = "(ระบุ"
PRIVACY_NOTICE = "texts/privacy-notice.md"


@dataclass(frozen=True)
class Finding:
    """One thing for the office to see to; an error must be mended before anything is published."""

    level: Literal["error", "warning"]
    place: str
    fault: str
    remedy: str


def check_campaign(campaign: Campaign) -> tuple[Finding, ...]:
    """Return what is missing or unconfirmed, errors first; reads nothing but ``campaign``."""
    found = [finding for check in _CHECKS for finding in check(campaign)]
    return tuple(sorted(found, key=lambda finding: finding.level != "error"))


def _unverified_agencies(campaign: Campaign) -> Iterator[Finding]:
    count = sum(not agency.verified for agency in campaign.agencies)
    if count:
        yield _warning(
            AGENCIES.title,
            _("{count} agencies of the register are not confirmed").format(count=count),
            _("compare the register with the province's own list, then mark each row as confirmed"),
        )


def _unverified_notices(campaign: Campaign) -> Iterator[Finding]:
    versions = [version for notice in campaign.notices for version in notice.versions]
    count = sum(not version.verified for version in versions)
    if count:
        yield _warning(
            NOTICES.title,
            _("title and date of {count} notice versions are not confirmed").format(count=count),
            _("compare them with the signed documents, then mark each row as confirmed"),
        )


def _unverified_signatories(campaign: Campaign) -> Iterator[Finding]:
    count = sum(not signatory.verified for signatory in campaign.signatories)
    if count:
        yield _warning(
            SIGNATORIES.title,
            _("the names of {count} signatories are not confirmed").format(count=count),
            _("write each name as the person spells it, then mark the row as confirmed"),
        )


def _agencies_without_basis(campaign: Campaign) -> Iterator[Finding]:
    """Name the agencies with neither a roster nor a declared head-count."""
    declared = {heads.agency for heads in campaign.headcount}
    listed = {person.agency for person in campaign.people}
    without = [agency for agency in campaign.agencies if agency.id not in declared | listed]
    if without:
        yield _warning(
            HEADCOUNT.title,
            _("{count} agencies have not declared their head-count: {names}").format(
                count=len(without), names=_named(without)
            ),
            _("ask them, and write the numbers in; until then no percentage is shown for them"),
        )


def _named(agencies: Sequence[Agency]) -> str:
    names = ", ".join(agency.short_name for agency in agencies[:_NAMED_AT_MOST])
    return names + (" …" if len(agencies) > _NAMED_AT_MOST else "")


def _headcount_outside_year(campaign: Campaign) -> Iterator[Finding]:
    first, last = _fiscal_year_days(campaign.fiscal_year)
    count = sum(not first <= heads.on <= last for heads in campaign.headcount)
    if count:
        yield _warning(
            HEADCOUNT.title,
            _("{count} head-counts are dated outside the fiscal year").format(count=count),
            _("check their dates"),
        )


def _window_outside_year(campaign: Campaign) -> Iterator[Finding]:
    first, last = _fiscal_year_days(campaign.fiscal_year)
    if campaign.window.opens < first or campaign.window.closes > last:
        yield _warning(
            SETTINGS,
            _("the window lies outside the fiscal year {year}").format(year=campaign.fiscal_year),
            _("check fiscal_year and window"),
        )


def _fiscal_year_days(year: int) -> tuple[date, date]:
    """Fiscal year พ.ศ. N runs from 1 October N-1 to 30 September N."""
    christian = year - _BUDDHIST_ERA
    return date(christian - 1, _FIRST_MONTH, 1), date(christian, 9, 30)


def _drafts(campaign: Campaign) -> Iterator[Finding]:
    for table, rows in ((GUIDELINES, campaign.guidelines), (MEASURES, campaign.measures)):
        count = sum(row.draft for row in rows)
        if count:
            yield _warning(
                table.title,
                _("{count} rows are drafts").format(count=count),
                _("read and correct them, then mark them as no longer drafts"),
            )


def _measures_without_result(campaign: Campaign) -> Iterator[Finding]:
    """List the measures whose result no data can tell and nobody has written."""
    bare = [m for m in campaign.measures if not (m.notice or m.form or m.result)]
    if bare:
        numbers = ", ".join(str(measure.number) for measure in bare)
        yield _warning(
            MEASURES.title,
            _("measures without a result: {numbers}").format(numbers=numbers),
            _("ask the responsible unit for its result, with a date"),
        )


def _guidelines_without_measure(campaign: Campaign) -> Iterator[Finding]:
    """List the guidelines without the row that each needs (domain.md §1)."""
    answered = {measure.guideline for measure in campaign.measures}
    bare = [g.id for g in campaign.guidelines if g.id not in answered]
    if bare:
        yield _warning(
            GUIDELINES.title,
            _("guidelines that no measure carries out: {ids}").format(ids=", ".join(bare)),
            _("link a measure to each; until then each stands as a further row of the report"),
        )


def _notices_without_measure(campaign: Campaign) -> Iterator[Finding]:
    linked = {measure.notice for measure in campaign.measures}
    bare = [notice.id for notice in campaign.notices if notice.id not in linked]
    if bare:
        yield _warning(
            MEASURES.title,
            _("notices that no measure reports on: {ids}").format(ids=", ".join(bare)),
            _("link a measure to each"),
        )


def _missing_links(campaign: Campaign) -> Iterator[Finding]:
    versions = [version for notice in campaign.notices for version in notice.versions]
    for count, fault in (
        (sum(not v.url for v in versions), _("{count} notice versions have no link")),
        (sum(not v.sha256 for v in versions), _("{count} notice versions have no SHA-256")),
    ):
        if count:
            yield _warning(
                NOTICES.title,
                fault.format(count=count),
                _("publish the signed file on the province's website and fill this in"),
            )
    if not campaign.eit_url:
        yield _warning(
            SETTINGS,
            _("the link to the public EIT survey is missing (eit_url)"),
            _("copy it from the ITAS system"),
        )


def _doubled_on_a_roster(campaign: Campaign) -> Iterator[Finding]:
    """Name the people who stand twice on a roster: namesakes, or one person too many."""
    times = Counter(
        (p.agency, key_of(f"{p.first_name} {p.last_name}"), match_key(p.position), p.joined)
        for p in campaign.people
    )
    count = sum(number > 1 for number in times.values())
    if count:
        yield _warning(
            PEOPLE.title,
            _("{count} names stand twice in an agency with the same position").format(count=count),
            _("delete one of two rows about one person; tell namesakes apart by position"),
        )


def _privacy_notice(campaign: Campaign) -> Iterator[Finding]:
    """Look for the privacy notice, which precedes the form (domain.md §7)."""
    if not campaign.privacy_notice.strip():
        yield Finding(
            "error",
            PRIVACY_NOTICE,
            _("there is no privacy notice"),
            _("write it before anybody is asked to fill in a form"),
        )
    elif _PLACEHOLDER in campaign.privacy_notice:
        yield _warning(
            PRIVACY_NOTICE,
            _("the privacy notice still has places to fill in"),
            _('look for "{placeholder}" and complete each').format(placeholder=_PLACEHOLDER),
        )


def _nobody_counted(campaign: Campaign) -> Iterator[Finding]:
    if not any(staff_type.counted for staff_type in campaign.staff_types):
        yield Finding(
            "error",
            STAFF_TYPES.title,
            _("no staff type is counted"),
            _("mark at least one staff type as counted"),
        )


def _warning(place: str, fault: str, remedy: str) -> Finding:
    return Finding("warning", place, fault, remedy)


_CHECKS = (
    _privacy_notice,
    _nobody_counted,
    _doubled_on_a_roster,
    _unverified_agencies,
    _unverified_notices,
    _unverified_signatories,
    _agencies_without_basis,
    _headcount_outside_year,
    _window_outside_year,
    _drafts,
    _measures_without_result,
    _guidelines_without_measure,
    _notices_without_measure,
    _missing_links,
)
