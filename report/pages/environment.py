"""How a template is filled: everything escaped, nothing undefined, figures in Thai digits."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from config.dates import long_date
from config.thai import number, thai_digits
from report.numbers import mean_text, percent_text
from report.typography import printable, unbroken

if TYPE_CHECKING:
    from config.campaign import Campaign

TEMPLATES = Path(__file__).parent.parent / "templates"
NO_FIGURE = "–"


def fill(template: str, campaign: Campaign, **context: Any) -> bytes:
    """Return the page that the template makes of the campaign and the context."""
    html = _environment().get_template(template).render(campaign=campaign, **context)
    return unbroken(printable(html), (campaign.province,)).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "digits": lambda value: thai_digits(str(value)),
        "people": _people,
        "percent": _percent,
        "mean": _mean,
        "day": long_date,
        "clock": lambda when: thai_digits(f"{when:%H.%M}"),
        "web_address": _web_address,
    }
    return environment


def _people(count: int | None) -> str:
    return NO_FIGURE if count is None else thai_digits(number(count))


def _percent(percent: float | None) -> str:
    return thai_digits(percent_text(percent)) or NO_FIGURE


def _mean(mean: float | None) -> str:
    return thai_digits(mean_text(mean)) or NO_FIGURE


def _web_address(url: str) -> str:
    """Return the address if it leads to the web; anything else may run a script."""
    return url if url.startswith(("https://", "http://")) else ""
