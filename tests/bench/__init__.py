"""How long rapsap takes beside a named reference, measured in one run: ``make bench``."""
