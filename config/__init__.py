"""The campaign, and the words and errors that every room speaks.

The door offers only what costs nothing to import. The rest is taken from its own module:
`config.campaign.Campaign`, `config.loading.load_campaign`, `config.new.new_campaign` and
`config.checks` bring pydantic or xlsxwriter with them.
"""

from config.errors import (
    CampaignError,
    CampaignMistakes,
    CannotWriteError,
    ExitCode,
    TryLaterError,
    UserError,
)
from config.messages import LANGUAGES, speak, thai

__all__ = [
    "LANGUAGES",
    "CampaignError",
    "CampaignMistakes",
    "CannotWriteError",
    "ExitCode",
    "TryLaterError",
    "UserError",
    "speak",
    "thai",
]
