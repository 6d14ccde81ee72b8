"""Which agency a row speaks of: the register's names and other names, never a likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.columns import in_column, mark, read_each
from config.campaign import Agency, AgencyAlias
from config.messages import thai
from config.thai import clean, match_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_NEITHER_THAI_NOR_LATIN = re.compile(r"[^\W\d_\u0e00-\u0e7fA-Za-z\u00c0-\u024f]")
_BLANKS = frozenset({"", "-", "–", ".", "ไม่มี", "na", "n/a", "none", "null", "nan"})


class AgencyNames:
    """Every way of writing an agency, by match key; some hold only from or until a day."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._names: dict[str, list[tuple[str, AgencyAlias]]] = defaultdict(list)
        self._shown: dict[str, str] = {}
        for agency in agencies:
            for alias in (AgencyAlias(alias=agency.name), *agency.aliases):
                self._names[match_key(alias.alias)].append((agency.id, alias))
                self._shown[match_key(alias.alias)] = agency.name

    def find(self, text: str, day: date | None) -> str:
        """Return the id of the agency so named on ``day``, or "" if there is none."""
        for agency_id, alias in self._names.get(match_key(text), ()):
            if day is None or (alias.since or day) <= day <= (alias.until or day):
                return agency_id
        return ""

    def suggest(self, text: str) -> str:
        """Return the full name of the agency whose spelling is nearest, or ""."""
        near = get_close_matches(match_key(text), self._names, n=1, cutoff=0.75)
        return self._shown[near[0]] if near else ""


def read_agencies(answers: pd.DataFrame, agencies: Iterable[Agency]) -> pd.DataFrame:
    """Add ``agency_id`` (str, "" where unknown); rows of no known agency are set aside."""
    names = AgencyNames(agencies)
    texts = answers["agency"]
    days = answers["submitted_at"].dt.date
    pairs = list(zip(texts, days, strict=True))
    found = {
        (text, day): names.find(text, None if pd.isna(day) else day) for text, day in set(pairs)
    }
    answers = answers.assign(agency_id=in_column(found[pair] for pair in pairs))
    unknown = answers["agency_id"] == ""
    return answers.pipe(_set_aside_unknown, unknown, names) if unknown.any() else answers


def _set_aside_unknown(
    answers: pd.DataFrame, unknown: pd.Series, names: AgencyNames
) -> pd.DataFrame:
    texts = answers["agency"].where(unknown, "")
    blank = read_each(texts, lambda text: clean(text).casefold() in _BLANKS).astype(bool)
    foreign = read_each(texts, lambda text: bool(_NEITHER_THAI_NOR_LATIN.search(clean(text))))
    described = read_each(texts, lambda text: _described(text, names))
    return (
        answers.pipe(mark, unknown & blank, "no_agency")
        .pipe(mark, foreign.astype(bool), "foreign_letters", texts)
        .pipe(mark, unknown, "unknown_agency", described)
    )


def _described(text: str, names: AgencyNames) -> str:
    """Return the unknown name in quotes, with the nearest known one for a person to judge."""
    if not text:
        return ""
    near = names.suggest(text)
    hint = thai("(is “{name}” meant?)").format(name=near) if near else ""
    return f"“{clean(text)}” {hint}".strip()
