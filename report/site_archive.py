"""The whole public site in one file, for whoever puts it on the province's web server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.archive import zip_bytes
from report.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report.facts import Facts

PUBLIC_ZIP = "public/public.zip"


def site_archive(documents: Sequence[Document], facts: Facts) -> Document:
    """Return ``public.zip`` of the public documents, dated by the data; unpacked, the site."""
    files = {document.name.removeprefix("public/"): document.content for document in documents}
    newest = facts.summary.as_of or facts.now
    day = newest.astimezone(facts.campaign.zone).date()
    return Document(PUBLIC_ZIP, zip_bytes(files, day=day), "public")
