"""What the pages of the site and the office's own page show, one file each."""

from report.pages.downloads import downloads
from report.pages.eit import eit
from report.pages.guidelines import guidelines
from report.pages.limits import limits
from report.pages.measures import measures
from report.pages.office import office
from report.pages.overview import overview
from report.pages.page import Page, page_document
from report.pages.risk import risk

__all__ = [
    "Page", "downloads", "eit", "guidelines", "limits", "measures", "office", "overview",
    "page_document", "risk",
]  # fmt: skip
