"""One row per response: the same answer met in several readings is counted once.

A *reading* is one way in which answers reach us. Files have one per heading row and notation of
the timestamp, so that the linked sheet's file and the form's own download of the same answers
are two readings; a live sheet is one reading, for whatever stands in it at once is different.
Equal answers sent in the same second, or in adjacent seconds in two readings, are one response;
its multiplicity is the maximum over the readings (design.md §2, «Ledger»).
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pandas as pd

from collector.streams import is_live
from collector.tidy.columns import read_each

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_Row = tuple[int, int, int, int]
"""Content and reading by number, second (the smallest integer where unreadable), label."""


def merge_readings(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the answers without those that repeat one of another reading.

    Rows are the same answer when ``content`` is equal; ``submitted_at`` is compared to the
    second. A response that a live sheet has since changed counts as changed everywhere
    (``replaced``).
    """
    if len(answers) <= 1:  # it repeats nothing; most forms of a young campaign are empty
        return answers
    live = answers["stream"].pipe(read_each, is_live).astype(bool)
    return (
        answers.assign(live=live, reading=_readings(answers), said=_numbered(answers["content"]))
        .pipe(_one_wording_each)
        .pipe(_one_spelling_each)
        .pipe(_one_reading_each)
        .drop(columns=["live", "reading", "said"])
    )


def _readings(answers: pd.DataFrame) -> pd.Series:
    """Return the number of each row's reading, in the order of their names.

    A live sheet's is its stream, whatever its headings and times look like.
    """
    rows = zip(*(answers[name] for name in ("stream", "header", "notation")), strict=True)
    return _numbered([row[:1] if is_live(row[0]) else row for row in rows])


def _numbered(values: Iterable[Any]) -> pd.Series:
    """Return a number for each value, equal where they are, in the values' order.

    Long texts are compared once here instead of at every step.
    """
    values = list(values)
    number = {value: place for place, value in enumerate(sorted(set(values)))}
    return pd.Series([number[value] for value in values], dtype="int64")


def _one_wording_each(answers: pd.DataFrame) -> pd.DataFrame:
    """Keep one wording of a live response that says the same as before: the one that stands.

    ::

        response  cells         says                 response  cells       says
        7         ครู, under A   teacher (replaced)  ->  7      ครู, under B  teacher
        7         ครู, under B   teacher

    A question reworded or a space struck out in the sheet changes the cells, not the answer.
    """
    same = ["stream", "response_id", "said", "submitted_at"]
    live = answers.loc[answers["live"], [*same, "replaced"]]
    in_order = live.sort_values("replaced", ascending=False, kind="stable")
    return answers.pipe(_without, in_order.index[in_order.duplicated(same, keep="last")])


def _without(answers: pd.DataFrame, labels: Collection[int]) -> pd.DataFrame:
    """Return the answers without some rows; there is hardly ever one, and a copy costs much."""
    return answers.drop(index=labels) if len(labels) else answers


def _one_spelling_each(answers: pd.DataFrame) -> pd.DataFrame:
    """Keep one spelling of an answer within a reading of files: the one that occurs most often.

    A file saved again in another encoding loses invisible characters; its rows then differ in
    their cells, yet say the same at the same second: one response, met as often as the
    commonest of its spellings, whichever file was read first.
    """
    same = ["reading", "said", "submitted_at"]
    of_files = answers.loc[~answers["live"], [*same, "raw"]]
    repeated = of_files[of_files.duplicated(same, keep=False)]
    labels_by_spelling: dict[tuple[object, ...], dict[str, list[int]]] = {}
    for row in repeated.itertuples(name=None):
        label, *key, raw = row
        spellings = labels_by_spelling.setdefault(tuple(key), {})
        spellings.setdefault("\x1f".join(raw), []).append(label)
    superfluous = [
        label
        for spellings in labels_by_spelling.values()
        for labels in _all_but_the_commonest(spellings)
        for label in labels
    ]
    return answers.pipe(_without, superfluous)


def _all_but_the_commonest(spellings: dict[str, list[int]]) -> list[list[int]]:
    commonest = min(spellings, key=lambda spelling: (-len(spellings[spelling]), spelling))
    return [labels for spelling, labels in spellings.items() if spelling != commonest]


def _one_reading_each(answers: pd.DataFrame) -> pd.DataFrame:
    """Pair equal answers of different readings, in order of time, and keep one of each pair."""
    if len(answers["reading"].unique()) <= 1:
        return answers
    shared = answers[answers.groupby("said")["reading"].transform("nunique") > 1]
    seconds = shared["submitted_at"].astype("int64")
    rows = sorted(zip(shared["said"], shared["reading"], seconds, shared.index, strict=True))
    dropped: list[int] = []
    same_as: dict[int, list[int]] = {}
    for _, of_one_content in groupby(rows, key=itemgetter(0)):
        for kept, *repeats in _pair(list(of_one_content)):
            dropped += repeats
            same_as[kept] = repeats
    replaced = set(answers.index[answers["replaced"]])
    changed = [kept for kept, repeats in same_as.items() if replaced.intersection(repeats)]
    return answers.assign(replaced=answers["replaced"] | answers.index.isin(changed)).drop(
        index=dropped
    )


def _pair(rows: Sequence[_Row]) -> list[list[int]]:
    """Return the labels of rows that are one response, the first reading's label first."""
    responses: list[tuple[int, list[int]]] = []
    for _, reading in groupby(rows, key=itemgetter(1)):
        free = sorted(responses)
        for _, _, second, label in reading:
            match = next((found for found in free if abs(found[0] - second) <= 1), None)
            if match is None:
                responses.append((second, [label]))
            else:
                free.remove(match)
                match[1].append(label)
    return [labels for _, labels in sorted(responses)]
