"""The documents to be acknowledged: confirmed, and published where anybody can read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.tables import NOTICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign, NoticeVersion


def unconfirmed_notices(campaign: Campaign) -> Iterator[Finding]:
    """Count the versions that nobody has compared with the signed documents."""
    count = sum(not version.verified for version in _versions(campaign))
    if count:
        yield Finding(
            place_of(NOTICES),
            _("title and date of {count} notice versions are not confirmed").format(count=count),
            _("compare them with the signed documents, then mark each row as confirmed"),
        )


def missing_links(campaign: Campaign) -> Iterator[Finding]:
    """Count the versions without a link, and those whose file nobody can verify."""
    versions = _versions(campaign)
    for count, fault in (
        (sum(not v.url for v in versions), _("{count} notice versions have no link")),
        (sum(not v.sha256 for v in versions), _("{count} notice versions have no SHA-256")),
    ):
        if count:
            yield Finding(
                place_of(NOTICES),
                fault.format(count=count),
                _("publish the signed file on the province's website and fill this in"),
            )


def _versions(campaign: Campaign) -> list[NoticeVersion]:
    return [version for notice in campaign.notices for version in notice.versions]
