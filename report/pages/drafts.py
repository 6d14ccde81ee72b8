"""Rows that the office has not confirmed, and how they are told."""

from __future__ import annotations

from config.messages import thai


def needs_mark(draft: bool, *texts: str) -> bool:  # noqa: FBT001  # a column of the campaign
    """Say whether a row needs the mark: it is a draft, and no text of it says so itself."""
    mark = thai("draft, please check")
    return draft and not any(mark in text for text in texts)
