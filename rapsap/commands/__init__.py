"""The commands, a file each; each one parses, calls, and prints."""

from rapsap.commands.cli import cli

__all__ = ["cli"]
