"""How a template is filled: everything escaped, nothing undefined, figures in Thai digits."""

from __future__ import annotations

from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from config.dates import long_date
from config.links import web_address
from config.printable import printable
from config.thai import thai_digits
from report.thai_figures import average, people, share
from report.typography import unbroken

if TYPE_CHECKING:
    from config.campaign import Campaign

TEMPLATES = Path(__file__).parent.parent / "templates"


def fill(template: str, campaign: Campaign, **context: Any) -> bytes:
    """Return the page that the template makes of the campaign and the context."""
    return unbroken(fill_text(template, campaign, **context), (campaign.province,)).encode()


def fill_text(template: str, campaign: Campaign, **context: Any) -> str:
    """Return the text that the template makes of the campaign and the context."""
    return _filled(template, campaign=campaign, **context)


def fill_alone(template: str, names: tuple[str, ...], **context: Any) -> bytes:
    """Return the page that the template makes of the context; ``names`` are not broken."""
    return unbroken(_filled(template, **context), names).encode()


def _filled(template: str, **context: Any) -> str:
    return printable(_environment().get_template(template).render(**context))


def _is_markup(template: str | None) -> bool:
    return not (template or "").endswith(".txt.j2")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=_is_markup,  # noqa: S701  # off for plain text alone
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "digits": lambda value: thai_digits(str(value)),
        "people": people,
        "percent": share,
        "mean": average,
        "day": long_date,
        "clock": lambda when: thai_digits(f"{when:%H.%M}"),
        "web_address": web_address,
        "css_string": _css_string,
    }
    return environment


def _css_string(text: str) -> str:
    """Return the text in quotes, as a style sheet reads it; the template escapes it for HTML."""
    plain = " ".join(unescape(text).split())
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
