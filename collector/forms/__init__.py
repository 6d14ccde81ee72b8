"""The forms as they are to be made and as they were made: questions, script's answer, links."""

from collector.forms.asked import asked_questions, forms_as_json
from collector.forms.kept import inspect_forms, kept_forms, read_answer
from collector.forms.links import FormLink, form_link, general_link
from collector.forms.made import GOOGLE_JSON, MadeForms, made_findings, read_made
from collector.forms.spec import script_spec

__all__ = [
    "GOOGLE_JSON",
    "FormLink",
    "MadeForms",
    "asked_questions",
    "form_link",
    "forms_as_json",
    "general_link",
    "inspect_forms",
    "kept_forms",
    "made_findings",
    "read_answer",
    "read_made",
    "script_spec",
]
