"""The working group's events: their kind by number or name, their steps 1 to 5."""

from __future__ import annotations

import pytest

from config.errors import CampaignMistakes
from config.loading import load_campaign

HEADER = ["id", "event", "kind", "likelihood", "impact", "control", "measure", "responsible", "due", "draft"]  # fmt: skip  # noqa: E501


def an_event(kind="6", likelihood="3", impact="5"):
    return ["e1", "ใช้รถราชการส่วนตัว", kind, likelihood, impact, "สมุดบันทึก", "", "", "", ""]


@pytest.mark.parametrize(
    "kind",
    ["6", "๖", "public-property", "การใช้ทรัพย์สินของราชการเพื่อประโยชน์ส่วนตัว", "ใช้ทรัพย์สินราชการ"],
)
def test_a_kind_is_known_by_number_id_or_name(folder, kind):
    folder.write("events", [HEADER, an_event(kind)])
    [event] = load_campaign(folder.path).events
    assert (event.kind, event.score, event.due) == ("public-property", 15, None)


@pytest.mark.parametrize("kind", ["10", "๐", "ทรัพย์สิน"])
def test_another_kind_is_a_mistake_with_its_place(folder, kind):
    folder.write("events", [HEADER, an_event(kind)])
    with pytest.raises(CampaignMistakes) as raised:
        load_campaign(folder.path)
    [mistake] = raised.value.mistakes
    assert "events.csv" in mistake.place
    assert f"“{kind}” is none of the kinds" in str(mistake)


@pytest.mark.parametrize(("step", "right"), [("0", False), ("1", True), ("5", True), ("6", False)])
def test_steps_are_one_to_five(folder, step, right):
    folder.write("events", [HEADER, an_event(likelihood=step)])
    if right:
        assert load_campaign(folder.path).events[0].likelihood == int(step)
    else:
        with pytest.raises(CampaignMistakes, match="is not one of 1 to 5"):
            load_campaign(folder.path)
