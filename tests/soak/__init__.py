"""Killing rapsap at random moments, and refusing it the disk: ``make soak``."""
