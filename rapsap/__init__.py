"""The command line of rapsap (รับทราบ)."""

__version__ = "0.1.0"
