"""What a source is sent out with: the campaign, its folder, the ledger, the clock, the desk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from collector.google.desk import Desk
    from collector.google.memory import Memory
    from collector.google.patience import Patience
    from collector.ledger import Ledger
    from config.campaign import Campaign


@dataclass(frozen=True)
class Errand:
    """One collecting of all sources; use it as a context manager.

    ``patience`` is how long Google is asked, None for as long as usual. Nothing of Google is
    imported before a source needs it.
    """

    campaign: Campaign
    folder: Path
    ledger: Ledger
    now: datetime
    patience: Patience | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if "desk" in vars(self):
            self.desk.close()

    @cached_property
    def desk(self) -> Desk:
        """Where Google is asked."""
        from collector.google.desk import Desk  # noqa: PLC0415 - only who needs Google pays for it
        from collector.google.patience import Patience  # noqa: PLC0415

        return Desk(self.campaign, self.folder, self.patience or Patience())

    @cached_property
    def memory(self) -> Memory:
        """What was last read of each sheet."""
        from collector.google.memory import Memory  # noqa: PLC0415 - as above

        return Memory(self.folder)
