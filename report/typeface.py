"""The typeface of every page, chart and document, and its licence, which travels with it."""

from __future__ import annotations

from pathlib import Path

import fontpkg_sarabun

_PACKAGE = Path(fontpkg_sarabun.__file__).parent
REGULAR = _PACKAGE / "files" / "Sarabun-Regular.ttf"
BOLD = _PACKAGE / "files" / "Sarabun-Bold.ttf"
LICENCE = _PACKAGE / "LICENSE"
