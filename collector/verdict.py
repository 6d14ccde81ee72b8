"""What the guards say of a reading: faults that refuse it, remarks that are only told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a reading is refused; ``signature`` recognises the same fault in later refreshes."""

    form: str
    signature: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guards say of one reading."""

    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()

    def __add__(self, other: Verdict) -> Verdict:
        return Verdict(self.faults + other.faults, self.remarks + other.remarks)


NOTHING_ODD = Verdict()
