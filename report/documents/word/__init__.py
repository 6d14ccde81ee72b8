"""Word: an official text as a file that every office opens, edits and prints."""

from report.documents.word.writing import as_word

__all__ = ["as_word"]
