"""A rehearsal: invented people, and the untidy files in which their answers would arrive."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from collector.rehearsal.answers import numbered, sign_off
from collector.rehearsal.assessments import assess
from collector.rehearsal.clock import Clock
from collector.rehearsal.declaring import declare_by_form
from collector.rehearsal.headcount import declare_heads
from collector.rehearsal.inbox import Export, Exporter
from collector.rehearsal.names import invent_names
from collector.rehearsal.paper_files import paper_exports
from collector.rehearsal.pen import Pen
from collector.rehearsal.people import invent_people
from collector.rehearsal.reporting import report_progress
from collector.rehearsal.rostering import write_rosters
from collector.rehearsal.staffing import staff_agencies
from collector.rehearsal.truth import Invented, truth_of
from collector.rehearsal.versions import with_second_versions
from config.campaign import AGENCY_FORMS

if TYPE_CHECKING:
    from pathlib import Path

    from config.campaign import Campaign, Form

__all__ = ["FEWEST", "TRUTH", "Rehearsal", "invent", "rehearse"]

FEWEST = 200
"""Fewer people cannot make every mistake that people make."""
TRUTH = "rehearsal-truth.json"
_FILE_NAMES = {
    "signoff": "แบบลงนามรับทราบ (สมมติ)",
    "coi": "แบบประเมินความเสี่ยง (สมมติ)",
    "headcount": "แบบแจ้งจำนวนบุคลากร (สมมติ)",
    "progress": "แบบรายงานผลการดำเนินการ (สมมติ)",
}


@dataclass(frozen=True)
class Rehearsal:
    """What was written, the tables to enter into the campaign by name, and the truth."""

    files: tuple[Path, ...]
    tables: dict[str, tuple[Any, ...]]
    truth: dict[str, Any]


def rehearse(
    campaign: Campaign, folder: Path, *, people: int = 3000, seed: int = 2566
) -> Rehearsal:
    """Fill ``folder/inbox`` with invented answers; the same seed writes the same bytes.

    ``folder/rehearsal-truth.json`` says what every figure must come out as. The campaign's
    notices are taken to have one version each; two of them get a second one.
    """
    invented = invent(campaign, people=people, seed=seed)
    truth = truth_of(invented)
    files = [_write(folder, export) for export in invented.exports]
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / TRUTH).write_text(text + "\n", encoding="utf-8", newline="\n")
    return Rehearsal(tuple(files), invented.tables, truth)


def invent(campaign: Campaign, *, people: int, seed: int) -> Invented:
    """Return invented people, what they answered, and the files in which it would arrive."""
    if people < FEWEST:
        raise ValueError(f"a rehearsal needs at least {FEWEST} people, not {people}")
    rng = Random(seed)  # noqa: S311  # chance, not secrecy
    campaign = with_second_versions(campaign)
    agencies = staff_agencies(campaign, people, rng)
    names = invent_names(rng)
    everybody = invent_people(campaign, agencies, names, rng)
    pen = Pen(campaign, rng, Clock(campaign, rng))
    signed = sign_off(everybody, pen, seed=seed)
    rostered = write_rosters(campaign, everybody, signed, names, rng)
    headcount = declare_heads(campaign, agencies, everybody)
    pen_of_the_agencies = _pen_of_the_agencies(campaign, seed)
    declared = declare_by_form(headcount, pen_of_the_agencies)
    responses = {
        "signoff": numbered(signed.responses, "signoff"),
        "coi": numbered(assess(everybody, pen), "coi"),
        "headcount": numbered(declared.responses, "headcount"),
        "progress": numbered(report_progress(pen_of_the_agencies), "progress"),
        "paper": numbered(signed.papers, "paper"),
    }
    exports = [
        export
        for form in campaign.forms
        for export in _exports(
            form, Exporter(campaign, form, responses[form.id], _FILE_NAMES[form.id])
        )
    ]
    exports += paper_exports(campaign, responses["paper"])
    return Invented(
        campaign=campaign,
        people=everybody,
        headcount=headcount,
        in_table=declared.in_table,
        signed=signed,
        rostered=rostered,
        responses={row: response for rows in responses.values() for row, response in rows.items()},
        exports=exports,
    )


def _pen_of_the_agencies(campaign: Campaign, seed: int) -> Pen:
    """Return a pen of its own: what agencies declare changes nothing that people answer."""
    rng = Random(f"agencies {seed}")  # noqa: S311  # chance, not secrecy
    return Pen(campaign, rng, Clock(campaign, rng))


def _exports(form: Form, exporter: Exporter) -> list[Export]:
    """Return the files of a form: those of the agencies are few, and come in two."""
    return exporter.twice() if form.id in AGENCY_FORMS else exporter.everything()


def _write(folder: Path, export: Export) -> Path:
    path = folder / "inbox" / export.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(export.content)
    return path
