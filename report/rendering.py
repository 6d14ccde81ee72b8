"""From a Summary to every file of a release. Pure: the clock and the run's facts are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aggregate.changes import fold_changes
from config.messages import marked
from report import pages
from report.checked import checked_document
from report.facts import Facts, News
from report.internal import office_lists
from report.packs import agency_packs
from report.pages import Page, page_document
from report.pages.assets import asset_documents
from report.paste import texts_to_paste
from report.qr import eit_codes
from report.run_record import internal_run_record, public_run_record
from report.site_archive import site_archive
from report.workbook import Contents, oit_tables, tracker

if TYPE_CHECKING:
    from datetime import datetime

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.document import Audience, Document
    from report.edition import Edition

# A page is one file in pages/, one in templates/ and a line here; the entrance comes first.
PAGES = (
    Page("public", "index", "index.html.j2", marked("Overview of the results"), pages.overview),
    Page("public", "risk", "risk.html.j2", marked("Risk in the province"), pages.risk),
    Page("public", "o42", "o42.html.j2", marked("Measures (O42)"), pages.guidelines),
    Page("public", "o43", "o43.html.j2", marked("Results (O43)"), pages.measures),
    Page("public", "eit", "eit.html.j2", marked("EIT survey"), pages.eit),
    Page(
        "public", "downloads", "downloads.html.j2", marked("Published documents"), pages.downloads
    ),
    Page("public", "sources", "limits.html.j2", marked("Sources and limits"), pages.limits),
    Page("internal", "index", "office.html.j2", "", pages.office),
)


def render(
    summary: Summary,
    campaign: Campaign,
    run: dict[str, Any],
    news: News,
    now: datetime,
    edition: Edition | None = None,
) -> tuple[Document, ...]:
    """Return the release: what is linked comes before the pages that link it."""
    facts = Facts(summary, campaign, run, now, edition, news.made, news.official)
    public = public_documents(facts)
    return (*public, site_archive(public, facts), *_internal_documents(facts, news))


def public_documents(facts: Facts) -> tuple[Document, ...]:
    """Return the site that anybody may read; with an edition, as it was approved."""
    return (
        *asset_documents("public"),
        *facts.data_files,
        public_run_record(facts.run, facts.edition),
        *eit_codes(facts.campaign),
        *texts_to_paste(facts),
        *_official("public", facts),
        *_pages("public", facts),
        checked_document(facts.now),
    )


def _internal_documents(facts: Facts, news: News) -> tuple[Document, ...]:
    return (
        *asset_documents("internal"),
        internal_run_record(facts.run),
        *office_lists(facts.summary, news.events, facts.run["refused_files"]),
        *agency_packs(facts),
        *oit_tables(facts),
        tracker(
            Contents(
                facts.summary,
                facts.campaign,
                facts.run,
                fold_changes(news.events),
                news.typed,
            )
        ),
        *_official("internal", facts),
        *_pages("internal", facts),
    )


def _official(audience: Audience, facts: Facts) -> list[Document]:
    return [document for document in facts.official if document.audience == audience]


def _pages(audience: Audience, facts: Facts) -> list[Document]:
    return [page_document(page, facts, PAGES) for page in PAGES if page.audience == audience]
