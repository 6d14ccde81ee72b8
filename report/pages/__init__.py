"""What the pages of the site and the office's own page show, one file each."""

from report.pages.office import office
from report.pages.overview import overview
from report.pages.page import Page, page_document
from report.pages.risk import risk

__all__ = ["Page", "office", "overview", "page_document", "risk"]
