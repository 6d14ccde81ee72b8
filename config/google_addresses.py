"""What a person pastes from the browser, cut to the id that Google knows the document by."""

from __future__ import annotations

import re

from config.cells import CellFault
from config.messages import _

_ID = re.compile(r"[A-Za-z0-9_-]{20,}")
_IN_ADDRESS = re.compile(r"(?:/d/|[?&](?:id|key)=)([A-Za-z0-9_-]{20,})(?=[/?&#]|$)")
_PUBLISHED = re.compile(r"/d/e/2PACX|/pub(?:html)?(?:[?#]|$)")
_FOR_RESPONDENTS = re.compile(r"/d/e/|forms\.gle/|/viewform")
_OF_A_FORM = re.compile(r"/forms/|forms\.gle/")
_OF_A_SHEET = re.compile(r"/spreadsheets/")


def spreadsheet_id(written: str) -> str:
    """Return the id of a Google Sheet from the id or from the address of its page.

    The tab in the address (``#gid=``) is the one that happened to be open, so it is not taken.
    Raises `CellFault`.
    """
    if _PUBLISHED.search(written):
        raise CellFault(
            _("this is the address of a sheet published to the web, which anybody can read"),
            _("stop publishing it (File > Share > Publish to web), then paste the address "
              "from the browser while the sheet is open"),
        )  # fmt: skip
    if _OF_A_FORM.search(written):
        raise CellFault(
            _("this is the address of a form, not of its sheet"),
            _("in the form choose Responses > View in Sheets, then paste that page's address"),
        )
    return _cut(
        written,
        _("open the sheet in the browser and paste the whole address that begins with "
          "https://docs.google.com/spreadsheets/d/"),
    )  # fmt: skip


def google_form_id(written: str) -> str:
    """Return the id of a Google Form from the id or from the address of its editing page.

    Raises `CellFault`, also for the link that respondents are given: it holds another id.
    """
    if _FOR_RESPONDENTS.search(written):
        raise CellFault(
            _("this is the link for respondents, which does not lead to the responses"),
            _("open the form for editing and paste that page's address, which ends in /edit"),
        )
    if _OF_A_SHEET.search(written):
        raise CellFault(
            _("this is the address of a sheet, not of a form"),
            _('write it under the key "spreadsheet"'),
        )
    return _cut(
        written,
        _("open the form for editing and paste the whole address that begins with "
          "https://docs.google.com/forms/d/"),
    )  # fmt: skip


def _cut(written: str, remedy: str) -> str:
    if not written or _ID.fullmatch(written):
        return written
    found = _IN_ADDRESS.search(written)
    if not found:
        raise CellFault(_('"{text}" is not the address of a document').format(text=written), remedy)
    return found[1]
