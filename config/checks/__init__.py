"""What a campaign that loads still lacks before anybody should publish from it.

Each check reads the campaign alone and yields what it finds; a new one is a function and a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.checks.agencies import headcount_dates, nobody_counted, unconfirmed_agencies
from config.checks.events import events_out_of_time, events_without_measure
from config.checks.guidelines import guidelines_without_measure, notices_without_measure
from config.checks.ita import level_beside_the_rule, missing_scores
from config.checks.last_year import other_questions, unusable_last_year
from config.checks.notices import missing_links, unconfirmed_notices
from config.checks.oit import missing_site, unconfirmed_codes, unknown_codes
from config.checks.results import days_outside_the_period, drafts
from config.checks.rosters import doubled_people
from config.checks.settings import (
    eit_link,
    letterhead,
    privacy_notice,
    unconfirmed_signatories,
    window_outside_the_year,
)
from config.messages import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.campaign import Campaign
    from config.finding import Finding

    Check = Callable[[Campaign], Iterator[Finding]]

__all__ = ["CAMPAIGN_CHECKS"]

CAMPAIGN_CHECKS: tuple[tuple[str, tuple[Check, ...]], ...] = (
    (marked("The register of agencies"), (unconfirmed_agencies,)),
    (marked("Head-counts"), (nobody_counted, headcount_dates, doubled_people)),
    (marked("Documents to acknowledge"), (unconfirmed_notices, missing_links)),
    (
        marked("Guidelines and measures"),
        (
            missing_scores,
            level_beside_the_rule,
            guidelines_without_measure,
            notices_without_measure,
        ),
    ),
    (marked("Results and their dates"), (days_outside_the_period, drafts)),
    (marked("Risk events"), (events_without_measure, events_out_of_time)),
    (marked("Last year's risk"), (unusable_last_year, other_questions)),
    (marked("OIT answers"), (unknown_codes, unconfirmed_codes, missing_site)),
    (marked("Signatories and letterhead"), (unconfirmed_signatories, letterhead)),
    (
        marked("Privacy notice, window, EIT survey"),
        (privacy_notice, window_outside_the_year, eit_link),
    ),
)
