"""The office's words for what the Summary knows by id (wording.md); Thai, for files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import marked, thai

if TYPE_CHECKING:
    from collections.abc import Mapping

AGENCY_STATES: Mapping[str, str] = {
    "undeclared": marked("head-count not declared"),
    "not_started": marked("not started"),
    "in_progress": marked("in progress"),
    "reported": marked("reported by the agency (names to come)"),
    "complete": marked("complete"),
    "over": marked("more than declared (please check)"),
}
BASES: Mapping[str, str] = {
    "roster": marked("the roster"),
    "headcount": marked("the declared head-count"),
    "none": marked("not declared"),
}
FORMS: Mapping[str, str] = {
    "signoff": marked("sign-off form"),
    "coi": marked("self-assessment form"),
    "headcount": marked("head-count form"),
    "progress": marked("progress form"),
    "paper": marked("signed on paper"),
}
DECLARED_BY: Mapping[str, str] = {
    "table": marked("the table of head-counts"),
    "form": marked("the agency's form"),
}
WAYS: Mapping[str, str] = {
    "electronic": marked("electronically"),
    "paper": marked("on paper"),
    "both": marked("electronically and on paper"),
}
EVENTS: Mapping[str, str] = {
    "ADD": marked("new rows"),
    "CHANGE": marked("edited in the source"),
    "VANISH": marked("gone from the source"),
}


def word(words: Mapping[str, str], known_as: str) -> str:
    """Return the Thai word for an id; an id without one shows as it is."""
    return thai(words[known_as]) if known_as in words else known_as
