"""The forms as they are to be made: what is asked, in the campaign's words."""

from collector.forms.asked import asked_questions, forms_as_json
from collector.forms.spec import script_spec

__all__ = ["asked_questions", "forms_as_json", "script_spec"]
