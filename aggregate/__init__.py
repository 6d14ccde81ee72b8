"""Figures from responses: pure functions of frames; no network, file or clock."""

from aggregate.summary import Summary, summarise

__all__ = ["Summary", "summarise"]
