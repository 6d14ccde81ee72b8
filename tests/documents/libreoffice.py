"""LibreOffice as a printer of Word files, with our typeface and nothing of this machine's."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from report.typeface import REGULAR

FONT, SIZE = "Sarabun", 10.7
"""What stands in for TH SarabunPSK 16, which is on every office's computer and not here."""

NEEDS_LIBREOFFICE = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="no soffice (libreoffice-writer)"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext (poppler-utils)"),
]
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>
"""


def printed(content, folder):
    """Return the text of each page of a Word file, and the typefaces that it was printed in."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(REGULAR.parent), encoding="utf-8")
    word = folder / "document.docx"
    word.write_bytes(content)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}",
         "--convert-to", "pdf", "--outdir", folder, word],
        check=True, capture_output=True, timeout=180,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip
    pdf = folder / "document.pdf"
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
    faces = subprocess.run(["pdffonts", pdf], check=True, capture_output=True)
    return read.stdout.decode().split("\f")[:-1], faces.stdout.decode()
