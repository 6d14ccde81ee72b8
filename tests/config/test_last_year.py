"""Last year's figures: read as they were published, or said to be something else."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from config.checks.last_year import other_questions, unusable_last_year
from config.last_year import LAST_YEAR
from config.loading import load_campaign
from config.new import new_campaign

KIND = {
    "scope": "province", "kind_id": "benefits", "kind": "การรับผลประโยชน์ต่าง ๆ", "responses": 312,
    "not_applicable": 3, "mean_likelihood": 2.5, "mean_impact": 2.5, "mean_score": 6.2,
    "max_score": 25, "high_percent": 16.0, "level": "medium",
}  # fmt: skip
HIDDEN = dict.fromkeys(KIND) | {
    "scope": "province", "kind_id": "contracts", "kind": "การทำธุรกิจกับตนเองหรือเป็นคู่สัญญา",
    "responses": "<10",
}  # fmt: skip


def published(*kinds, as_of="2022-05-14T19:07:48+07:00", respondents=341, **changes):
    risk = {"respondents": respondents, "matrix": "A", "kinds": list(kinds)} | changes
    return json.dumps({"campaign": "x-2565", "as_of": as_of, "rows": {}, "risk": risk}).encode()


def put(folder, content):
    (folder / LAST_YEAR).parent.mkdir(parents=True, exist_ok=True)
    (folder / LAST_YEAR).write_bytes(content)


def loaded(folder, content):
    put(folder.path, content)
    return load_campaign(folder.path)


def test_a_campaign_without_has_nothing_to_compare_and_nothing_to_mend(folder):
    campaign = load_campaign(folder.path)
    assert campaign.last_year.state == "none"
    assert not [*unusable_last_year(campaign), *other_questions(campaign)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "saved in Notepad"])
def test_the_published_file_is_read_as_it_stands(folder, mark):
    last = loaded(folder, mark + published(KIND, HIDDEN)).last_year
    assert (last.state, last.respondents, last.matrix) == ("read", 341, "A")
    shown, hidden = last.kinds
    assert (shown.responses, shown.mean_score, shown.level) == (312, Decimal("6.2"), "medium")
    assert (hidden.responses, hidden.mean_score, hidden.level) == (None, None, "")


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2021-09-30T23:59:59+07:00", "other_year"),
        ("2021-09-30T17:00:00+00:00", "read"),  # 1 October in Chiang Rai
        ("2022-09-30T23:59:59+07:00", "read"),
        ("2022-10-01T00:00:00+07:00", "other_year"),
        ("2023-05-14T19:07:48+07:00", "other_year"),
    ],
)
def test_only_last_year_is_last_year(folder, as_of, state):
    campaign = loaded(folder, published(KIND, as_of=as_of))
    assert campaign.last_year.state == state
    found = [finding.fault for finding in unusable_last_year(campaign)]
    assert bool(found) == (state == "other_year")
    if found:
        assert "not of fiscal year 2565" in found[0]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b"\xff\xfe{\x00}\x00", b"[" * 100_000, b" " * 1_000_001, b"null",
        published(KIND, KIND),
        published(KIND, as_of=None),
        published(KIND, as_of="2022-05-14T19:07:48"),
        published(KIND | {"responses": "12"}),
        published(KIND | {"responses": True}),
        published(KIND | {"responses": -1}),
        published(KIND | {"mean_score": 0.99}),
        published(KIND | {"mean_score": 25.01}),
        published(KIND | {"mean_score": 6.123}),
        published(KIND | {"mean_score": None}),
        published(KIND | {"mean_score": float("nan")}),
        published(KIND | {"level": "สูง"}),
        published(HIDDEN | {"mean_score": 6.2}),
        published({"kind_id": "benefits"}),
        published(KIND, respondents=None),
    ],
)  # fmt: skip
def test_anything_else_is_no_campaigns_figures_and_loses_no_campaign(folder, content):
    campaign = loaded(folder, content)
    assert (campaign.last_year.state, campaign.last_year.kinds) == ("other_shape", ())
    [finding] = unusable_last_year(campaign)
    assert (finding.place, finding.is_error) == (LAST_YEAR, False)
    assert "data/summary.json" in finding.remedy


def test_a_folder_in_its_place_cannot_be_opened_and_says_so(folder):
    (folder.path / LAST_YEAR).mkdir(parents=True)
    campaign = load_campaign(folder.path)
    assert campaign.last_year.state == "unreadable"
    assert [finding.place for finding in unusable_last_year(campaign)] == [LAST_YEAR]


def test_other_questions_are_named(folder):
    everything = [
        KIND | {"kind_id": kind.id, "kind": kind.name}
        for kind in load_campaign(folder.path).coi_kinds
    ]
    assert not [*other_questions(loaded(folder, published(*everything)))]
    reworded = [everything[0] | {"kind": "การรับของขวัญ"}, *everything[2:]]
    [finding] = other_questions(loaded(folder, published(*reworded)))
    assert finding.fault.endswith(": benefits, contracts")


def test_the_newest_edition_of_last_year_goes_along(folder, tmp_path):
    for name, respondents in (("2022-05-03-ก", 1), ("2022-06-09-ข", 341), ("2022-01-01-ค", 2)):
        data = folder.path / "out" / "editions" / name / "data"
        data.mkdir(parents=True)
        (data / "summary.json").write_bytes(
            published(KIND, respondents=respondents, as_of="2023-05-14T19:07:48+07:00")
        )
    draft = folder.path / "out" / "public" / "data"
    draft.mkdir(parents=True)
    (draft / "summary.json").write_bytes(published(KIND, respondents=3))
    new_campaign(tmp_path / "2567", last=folder.path)
    last = load_campaign(tmp_path / "2567").last_year
    assert (last.state, last.respondents) == ("read", 341)
    new_campaign(tmp_path / "2568", last=folder.path, year=2568)
    assert load_campaign(tmp_path / "2568").last_year.state == "none"


def test_a_draft_is_nobodys_published_figure(folder, tmp_path):
    draft = folder.path / "out" / "public" / "data"
    draft.mkdir(parents=True)
    (draft / "summary.json").write_bytes(published(KIND))
    new_campaign(tmp_path / "2567", last=folder.path)
    assert not (tmp_path / "2567" / LAST_YEAR).exists()
