"""Responses in: sources, the ledger, and what a row means. No pandas is imported here."""

from collector.ledger import Ledger
from collector.raw import Fetched, RawTable, RefusedFile
from collector.stored import StoredTable

__all__ = ["Fetched", "Ledger", "RawTable", "RefusedFile", "StoredTable"]
