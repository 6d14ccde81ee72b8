"""The campaign in one file that proves itself: made whole, and restored whole or not at all."""

from collector.backup.packing import Packed, pack
from collector.backup.restoring import Restored, restore

__all__ = ["Packed", "Restored", "pack", "restore"]
