"""Where people sign and assess: addresses and codes, as the letters print them. Never public."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from config.messages import thai
from report.documents.pictures import Picture
from report.forms.qr import qr_png

if TYPE_CHECKING:
    from report.documents.pictures import Pictures

LinkValues = dict[str, str]


def link_values(signoff: str, coi: str) -> LinkValues:
    """Return the addresses by the names that a text knows them by; "" where there is none."""
    return {"ลิงก์ลงนาม": signoff, "ลิงก์ประเมิน": coi}


def link_codes(signoff: str, coi: str) -> Pictures:
    """Return the codes of the addresses that there are."""
    known = (
        ("คิวอาร์ลงนาม", signoff, thai("QR code that opens the sign-off form")),
        ("คิวอาร์ประเมิน", coi, thai("QR code that opens the self-assessment form")),
    )
    return {name: partial(_code, address, says) for name, address, says in known if address}


def _code(address: str, says: str) -> Picture:
    return Picture(qr_png(address), says)
