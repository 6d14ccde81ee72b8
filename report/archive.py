"""A folder of files in one ZIP: the same files and day give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_UNIX = 3
_READABLE = 0o100644 << 16


def zip_bytes(content_by_name: Mapping[str, bytes], *, day: date) -> bytes:
    """Return a ZIP of the files in the order of their names, all dated the beginning of ``day``."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name in sorted(content_by_name):
            member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX  # on Windows too, or the bytes would tell
            member.external_attr = _READABLE
            packed.writestr(member, content_by_name[name], compresslevel=9)
    return archive.getvalue()
