"""The forms as they are to be made and as they were made: questions, script's answer, links."""

from collector.forms.answer import find_answer
from collector.forms.asked import asked_questions, forms_as_json
from collector.forms.made import GOOGLE_JSON, MadeForms, made_findings, read_made
from collector.forms.spec import script_spec

__all__ = [
    "GOOGLE_JSON",
    "MadeForms",
    "asked_questions",
    "find_answer",
    "forms_as_json",
    "made_findings",
    "read_made",
    "script_spec",
]
