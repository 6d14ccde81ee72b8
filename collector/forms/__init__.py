"""The forms as they are to be made: what is asked, in the campaign's words."""

from collector.forms.asked import asked_questions, forms_as_json

__all__ = ["asked_questions", "forms_as_json"]
