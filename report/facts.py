"""The value that every page is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from report.checksums import checksums
from report.figures_csv import figures_as_csv
from report.figures_json import figures_as_json

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from aggregate.summary import Summary
    from collector.forms import MadeForms
    from config.campaign import Campaign
    from config.typed_decisions import TypedRow
    from report.document import Document
    from report.edition import Edition


@dataclass(frozen=True)
class News:
    """What the office is told beside the figures, and what it has told us.

    ``events``: those of the ledger's last refresh (`collector.changes.RecordedEvent`);
    ``typed``: rows of the tracker that stay as they were typed; ``made``: the forms as Google
    has made them, with their links; ``official``: the files of the province's documents
    (`report.documents`).
    """

    events: pd.DataFrame
    typed: tuple[TypedRow, ...] = ()
    made: MadeForms | None = None
    official: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Figures, campaign, the run's record and the clock; ``edition`` is None for a draft.

    ``made``: the forms' links, for the office alone; ``official``: the files of the province's
    documents.
    """

    summary: Summary
    campaign: Campaign
    run: dict[str, Any]
    now: datetime
    edition: Edition | None = None
    made: MadeForms | None = None
    official: tuple[Document, ...] = ()

    @cached_property
    def data_files(self) -> tuple[Document, ...]:
        """The figures that anybody may compute with: ``public/data/``."""
        return (*figures_as_csv(self.summary), figures_as_json(self.summary, self.campaign))

    @cached_property
    def data_digest(self) -> str:
        """What a page says of the data it was made from, and anybody can say of ``data/``.

        In the public folder: ``sha256sum data/* | sha256sum``.
        """
        content = {file.name.removeprefix("public/"): file.content for file in self.data_files}
        return sha256(checksums(content)).hexdigest()
