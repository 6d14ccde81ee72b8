"""The report: pages, figures and lists made from a Summary, and their publication.

The door is light. `report.rendering.render` loads pandas and matplotlib: import it by its own
name, when there is something to render.
"""

from report.checked import CHECKED, checked_document, leave_checked
from report.document import Document
from report.publish import finish_publishing, publish

__all__ = [
    "CHECKED",
    "Document",
    "checked_document",
    "finish_publishing",
    "leave_checked",
    "publish",
]
