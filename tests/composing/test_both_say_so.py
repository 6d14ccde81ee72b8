"""What is lacking is said twice: by `rapsap check`, and by the document it is missed in."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
import sample
from templates import sample_facts, shown

from aggregate import inspect_figures, summarise
from aggregate.events import events, kinds_without_measure
from collector.tidy import tidy
from config.campaign import RiskEvent
from config.checks import CAMPAIGN_CHECKS
from config.loading import load_campaign
from config.new import TEMPLATE
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.register import DOCUMENTS
from report.facts import Facts

TEMPLATES = {entry.name: entry for entry in DOCUMENTS}


def printed(name, facts):
    entry, environment = TEMPLATES[name], filling(facts.campaign.texts)
    document = compose(name, entry.template, entry.given(facts), facts, environment)
    return " ".join(re.sub("<[^>]*>", " ", shown(document)).split())


def checked(facts):
    """Return all that check says of the campaign and of its figures."""
    found = [
        finding
        for _title, checks in CAMPAIGN_CHECKS
        for check in checks
        for finding in check(facts.campaign)
    ]
    return " ".join(f.fault for f in (*found, *inspect_figures(facts.summary, facts.campaign)))


def with_campaign(**changes):
    """Return the template's campaign, changed, before anybody has answered."""
    campaign = load_campaign(TEMPLATE).model_copy(update=changes)
    return Facts(summarise(tidy([], campaign, sample.NOW), campaign), campaign, {}, sample.NOW)


def changed(number, **changes):
    """Return the template's measures, one of them changed."""
    rows = load_campaign(TEMPLATE).measures
    return tuple(row.model_copy(update=changes) if row.number == number else row for row in rows)


def test_a_measure_and_a_guideline_without_a_result():
    facts = with_campaign(measures=changed(7, result=""))
    said, report = checked(facts), printed("o43", facts)
    assert re.search(r"มาตรการที่ยังไม่มีผล.*\b7\b", said)
    assert "e-service" in said
    assert report.count("ยังไม่ได้รับรายงาน") >= 2
    assert "พัฒนาระบบการให้บริการผ่านเครือข่ายอินเทอร์เน็ต" in report


@pytest.mark.parametrize(("day", "outside"), [("๒๘ กุมภาพันธ์ ๒๕๖๖", False), ("๑ มีนาคม ๒๕๖๖", True)])
def test_a_result_outside_its_period(day, outside):
    facts = with_campaign(measures=changed(8, result=f"จัดประชุมเมื่อวันที่ {day}"))
    assert (f"ระบุ {day} ซึ่งอยู่นอก" in checked(facts)) == outside
    assert (f"{day} อยู่นอกระยะเวลาดำเนินการของมาตรการ" in printed("o43", facts)) == outside


def test_a_missing_score_among_others_and_all_of_them():
    scores = load_campaign(TEMPLATE).ita_scores
    some = tuple(
        row if row.id in ("prevention", "oit") else row.model_copy(update={"score": Decimal(96)})
        for row in scores
    )
    facts = with_campaign(ita_scores=some)
    assert "คะแนน ITA ปีงบประมาณ 2565 ยังว่าง 2 ช่อง" in checked(facts)
    for name in ("o42", "memo"):
        assert "ในตัวชี้วัดที่บันทึกคะแนนแล้ว ไม่มีตัวชี้วัดต่ำกว่า ๘๕ คะแนน" in printed(name, facts)
    assert (
        "ยังไม่ได้บันทึกคะแนนของแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT), ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"
        in printed("o42", facts)
    )
    nothing = with_campaign()
    assert "ยังว่าง 14 ช่อง" in checked(nothing)
    assert "ยังไม่ได้บันทึกคะแนน ITA" in printed("o42", nothing)
    whole = tuple(row.model_copy(update={"score": Decimal(96)}) for row in scores)
    assert "ยังไม่ได้บันทึกคะแนน" not in printed("o42", with_campaign(ita_scores=whole))


@pytest.mark.parametrize("answered", [False, True])
def test_a_kind_at_high_without_a_measure(answered):
    facts = sample_facts()
    kinds = facts.summary.risk
    high = kinds[kinds["level"].isin(["high", "very_high"])].iloc[0]
    event = RiskEvent(
        id="e", event="เหตุการณ์สมมติ", kind=high["kind_id"], likelihood=3, impact=4,
        measure="มาตรการสมมติ" if answered else "", responsible="ก",
    )  # fmt: skip
    campaign = facts.campaign.model_copy(update={"events": (event,)})
    assessed = events(campaign)
    summary = replace(
        facts.summary,
        events=assessed,
        kinds_without_measure=kinds_without_measure(kinds, assessed),
    )
    facts = replace(facts, campaign=campaign, summary=summary)
    said = f"ประเด็น “{high['kind']}” มีคะแนนเฉลี่ยระดับสูงขึ้นไป แต่ยังไม่มีเหตุการณ์ที่กำหนดมาตรการไว้"
    assert (said in printed("risk", facts)) == (not answered)
    assert (f"“{high['kind']}”" in checked(facts)) == (not answered)
