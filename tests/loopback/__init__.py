"""A Google of our own on this machine, for tests and rehearsals: see docs/google.md."""

from loopback.faults import Answer, CutShort, Halved, NoAnswer, Page, Reset
from loopback.google import Google
from loopback.world import Book, Form, Question, Tab, WrongCell

__all__ = [
    "Answer",
    "Book",
    "CutShort",
    "Form",
    "Google",
    "Halved",
    "NoAnswer",
    "Page",
    "Question",
    "Reset",
    "Tab",
    "WrongCell",
]
