"""The Apps Script that makes the forms: a fixed program, and the campaign in it as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from collector.forms import script_spec
from config.printable import printable
from report.pages.environment import TEMPLATES

if TYPE_CHECKING:
    from config.campaign import Campaign

_NOT_IN_A_SCRIPT = {ord("<"): "\\u003c", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def script(campaign: Campaign) -> bytes:
    """Return the script; whatever an agency is called, it stays a string."""
    spec = json.dumps(script_spec(campaign), ensure_ascii=False, indent=1, allow_nan=False)
    # A program and no page: the one value in it is JSON, which HTML's escapes would spoil.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True
    )
    template = environment.get_template("forms/build.gs.j2")
    return template.render(spec=printable(spec).translate(_NOT_IN_A_SCRIPT)).encode()
