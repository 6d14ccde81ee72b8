"""The pages of the site and the office's own page, one file each."""

from report.pages.office import office_page
from report.pages.overview import overview_page
from report.pages.risk import risk_page

__all__ = ["office_page", "overview_page", "risk_page"]
