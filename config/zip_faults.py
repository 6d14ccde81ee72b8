"""What Python raises for a ZIP whose bytes are damaged, or packed in a way it cannot undo."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,  # a place beyond any file
    EOFError,
    LookupError,
    MemoryError,  # a dictionary larger than the machine
    OSError,
    ValueError,  # a place before the file's beginning; a name in no known letters
)
LOCKED_ZIP = (RuntimeError,)
"""A password is wanted, or the method is one that Python does not know."""
