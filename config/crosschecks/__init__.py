"""What the campaign may not say together: each check yields the mistakes that it finds."""

from config.crosschecks.forms import form_mistakes
from config.crosschecks.settings import settings_mistakes
from config.crosschecks.tables import agency_count_mistakes, table_mistakes

__all__ = ["agency_count_mistakes", "form_mistakes", "settings_mistakes", "table_mistakes"]
