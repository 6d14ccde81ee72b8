"""A person's name without titles and ranks, so that one person is written one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from config.thai import clean, match_key

# "." and " " stand for optional spaces around; a rank may be followed by หญิง.
_RANKS = (
    "พลเอก", "พลโท", "พลตรี", "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท", "ร้อยตรี",
    "จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี", "สิบเอก", "สิบโท", "สิบตรี",
    "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี",
    "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี",
    "ร้อยตำรวจเอก", "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ",
    "สิบตำรวจเอก", "สิบตำรวจโท", "สิบตำรวจตรี",
    "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.",
    "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต.", "พ.จ.อ.", "จ.อ.",
    "ว่าที่ ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ว่าที่ พ.ต.",
    "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.",
    "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
)  # fmt: skip
_TITLES = (
    "นาย", "นาง", "นางสาว", "น.ส.", "นส.", "mr.", "mrs.", "ms.", "miss", "dr.",
    "ม.ร.ว.", "ม.ล.", "หม่อมราชวงศ์", "หม่อมหลวง", "คุณหญิง",
    "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ศ.", "รศ.", "ผศ.", "อ.", "ดร.",
    "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง",
    "นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "สพ.ญ.", "น.สพ.",
    "พระครู", "พระมหา", "พระอธิการ", "พระปลัด",
)  # fmt: skip


def _alternatives(titles: tuple[str, ...]) -> str:
    """Return a pattern that takes the longest of the titles."""
    longest_first = sorted(titles, key=len, reverse=True)
    return "|".join(
        re.escape(title).replace(r"\.", r"\s*\.\s*").replace(r"\ ", r"\s*")
        for title in longest_first
    )


_TITLE = re.compile(
    rf"(?:(?:{_alternatives(_RANKS)})(?:\s*หญิง)?|(?:{_alternatives(_TITLES)}))\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[\u0e01-\u0e2eA-Za-z\u00c0-\u024f]")
_BEGINS_A_WORD = re.compile(r"[\u0e01-\u0e2e\u0e40-\u0e44A-Za-z\u00c0-\u024f]")
_LETTERS_OF_A_NAME = 2
_NONE = frozenset({"-", "–", "—", "."})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name to show, its key (equal for one person's spellings) and what is wrong with it."""

    shown: str = ""
    key: str = ""
    fault: str = ""


@lru_cache(maxsize=8192)
def without_titles(name: str) -> str:
    """Return the name less titles, as long as two letters of a first name remain.

    >>> without_titles("ว่าที่ ร.ต. สมชาย"), without_titles("นายก")
    ('สมชาย', 'นายก')
    """
    rest = clean(name)
    while (title := _TITLE.match(rest)) and _is_a_name(rest[title.end() :]):
        rest = rest[title.end() :]
    return rest


def read_name(first_name: str, last_name: str, full_name: str) -> PersonName:
    """Return who signed; a single full name is read where there is no first name.

    Faults: ``no_name`` (nothing, or a title alone), ``bad_name`` (no letter one can read),
    ``no_surname`` (blank; a dash says that the person has none).
    """
    first, last = clean(first_name), clean(last_name)
    if not first and not last:
        first, _, last = without_titles(full_name).partition(" ")
    given = without_titles(first)
    shown = f"{given} {last}".strip()
    if not given or given in _NONE or _TITLE.fullmatch(given):
        return PersonName(shown=shown, fault="no_name")
    if not _is_a_name(given):
        return PersonName(shown=shown, fault="bad_name")
    if not last and " " in given:
        given, _, last = given.partition(" ")
    if not last:
        return PersonName(shown=shown, fault="no_surname")
    family = "" if last in _NONE else last
    return PersonName(shown=f"{given} {family}".strip(), key=match_key(given + family))


def key_of(name: str) -> str:
    """Return the key of a name that stands in one cell, equal to that of `read_name`.

    >>> key_of("น.ส. สมมติ  ใจดี") == read_name("สมมติ", "ใจดี", "").key
    True
    """
    rest = without_titles(name)
    given, _, family = rest.rpartition(" ")
    return match_key(given if family in _NONE else rest)


def _is_a_name(text: str) -> bool:
    return bool(_BEGINS_A_WORD.match(text)) and len(_LETTER.findall(text)) >= _LETTERS_OF_A_NAME
