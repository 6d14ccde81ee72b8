"""Figures from responses: pure functions of frames; no network, file or clock."""

from aggregate.inspection import inspect_figures
from aggregate.summary import Summary, summarise

__all__ = ["Summary", "inspect_figures", "summarise"]
