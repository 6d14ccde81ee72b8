"""Evidence: who of an agency acknowledged one notice, as a list to be certified. Internal."""

from report.evidence.keeping import keep
from report.evidence.lists import evidence

__all__ = ["evidence", "keep"]
