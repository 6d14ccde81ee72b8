from __future__ import annotations

import dataclasses
import itertools
import re
from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest
import sample
from sample import SITE

from config.campaign import LEVELS
from config.thai import thai_digits
from report.charts.levels import PAINTS
from report.edition import Edition
from report.facts import Facts
from report.pages.assets import STATIC
from report.pages.environment import TEMPLATES
from report.rendering import public_documents, render

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> R&D {{ 7*7 }} $x$ \x0b"


HEADINGS = (
    "ภาพรวมผลการดำเนินการ",
    "เอกสารที่ต้องรับทราบ",
    "ผลการลงนามรับทราบ จำแนกรายหน่วยงาน",
    "ผลการประเมินความเสี่ยงภาพรวมจังหวัด",
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใส (O42)",
    "ผลการดำเนินการตามมาตรการ (O43)",
    "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    "เอกสารเผยแพร่",
    "ที่มาและข้อจำกัดของข้อมูล",
)


def page(documents, name):
    return next(d.content.decode() for d in documents if d.name == name)


def public(summary, campaign, **other):
    """Return what anybody may read, without the office's part of the release."""
    changed = dataclasses.replace(summary, **other)
    return public_documents(Facts(changed, campaign, sample.run(), sample.NOW))


def rendered(summary, campaign, **other):
    return render(
        dataclasses.replace(summary, **other), campaign, sample.run(), sample.changes(), sample.NOW
    )


def visible(html):
    return " ".join(re.sub("<[^>]*>", "", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


class Links(HTMLParser):
    """Where a page leads, what it is called inside, and what could act on its own."""

    def __init__(self):
        super().__init__()
        self.found, self.ids, self.handlers, self.styles = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src")]
        self.ids += [value for name, value in attrs if name == "id"]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        for name, value in attrs:
            if name == "style" and not self.within_a_picture(tag):
                self.styles.add(kind_of_style(value))

    def within_a_picture(self, tag):
        return tag in ("g", "path", "text", "use", "rect", "svg")


def kind_of_style(style):
    """Return which of our own two inline styles this is, or the style itself."""
    if re.fullmatch(r"width: [\d.]+%", style):
        return "bar"
    return "sheet" if re.fullmatch(r'--sheet: "(?:[^"\\\n]|\\.)*"', style) else style


def test_the_headline_is_the_sentence_of_the_rule(pages, summary):
    whole = summary.whole
    done, heads = (f"{whole[name]:,}" for name in ("acknowledged_all", "headcount"))
    assert thai_digits(
        f"ณ วันที่ 28 เมษายน 2566 บุคลากรของส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย "
        f"รับทราบครบทั้ง 5 ฉบับแล้ว {done} คน จาก {heads} คน คิดเป็นร้อยละ {whole['percent']} "
        f"ครบทุกคนแล้ว {whole['agencies_complete']} จาก 34 หน่วยงาน"
    ) in visible(pages["public/index.html"])


def test_without_a_declared_head_no_percentage_is_claimed(summary, campaign):
    whole = summary.whole | {"headcount": 0, "acknowledged_all": 0, "percent": None}
    html = visible(page(public(summary, campaign, whole=whole), "public/index.html"))
    assert "ยังไม่แสดงร้อยละ" in html
    assert "คิดเป็นร้อยละ" not in html


def test_before_the_first_answer_the_page_says_so(summary, campaign):
    nothing = dict.fromkeys(summary.rows, 0)
    documents = public(
        summary, campaign, as_of=None, rows=nothing,
        signers=summary.signers.head(0), respondents=None,
    )  # fmt: skip
    assert "ยังไม่มีผู้ลงนามรับทราบ" in visible(page(documents, "public/index.html"))


def test_more_signers_than_heads_are_shown_as_they_are(pages):
    html = visible(pages["public/index.html"])
    assert "เกินจำนวนที่แจ้ง (โปรดตรวจสอบ)" in html
    assert "๑๐๒.๘" in html


def test_under_ten_respondents_only_the_sentence_is_shown(summary, campaign):
    html = page(
        public(summary, campaign, respondents=None, risk_matrix=summary.risk_matrix.head(0)),
        "public/risk.html",
    )
    assert "มีผู้ตอบน้อยกว่า ๑๐ คน จึงไม่แสดงผลเพื่อคุ้มครองข้อมูลส่วนบุคคล" in visible(html)
    assert "chart" not in html
    assert all(kind not in visible(html) for _, kind in sample.KINDS)


def test_ten_respondents_of_whom_no_kind_has_ten_answers(summary, campaign):
    hidden = summary.risk.assign(suppressed=True, level="", rank=pd.NA, mean_score=float("nan"))
    html = page(
        public(summary, campaign, risk=hidden, risk_matrix=summary.risk_matrix.head(0)),
        "public/risk.html",
    )
    assert html.count("&lt;๑๐") == 9


def test_a_suppressed_kind_shows_fewer_than_ten_and_no_figure(pages):
    rows = re.findall(r'(?s)<tr role="row">.*?</tr>', pages["public/risk.html"])
    row = next(row for row in rows if "&lt;๑๐" in row)
    assert "๗. การนำโครงการสาธารณะ" in visible(row)
    assert re.findall("[๐-๙]+", visible(row).replace("&lt;๑๐", "")) == ["๗"]


def test_a_high_kind_is_found_in_words(pages):
    assert "อยู่ในระดับสูง มีผู้ประเมินระดับสูงขึ้นไป" in visible(pages["public/risk.html"])


@pytest.mark.parametrize("name", SITE)
def test_every_page_calls_itself_a_draft_names_a_stale_source_and_has_one_heading(pages, name):
    html = visible(pages[name])
    assert pages[name].count("<h1>") == 1
    assert pages[name].count("aria-current") == 1
    assert "ร่าง ยังไม่ถือเป็นการเผยแพร่อย่างเป็นทางการ" in html
    assert "ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖ เวลา ๑๖.๑๒ น." in html
    assert "ตรวจครั้งต่อไปภายใน ๒๙ เมษายน ๒๕๖๖ เวลา ๑๗.๐๐ น." in html
    assert "จึงแสดงข้อมูลเดิมที่อ่านได้ครบเมื่อ ๒๖ เมษายน ๒๕๖๖" in html


def test_the_site_has_the_headings_of_the_web(pages):
    headings = [
        re.sub("<[^>]*>", "", heading)
        for name in SITE
        for heading in re.findall("(?s)<h[12][^>]*>(.*?)</h[12]>", pages[name])
    ]
    assert set(HEADINGS) <= set(headings)


def test_the_sources_are_told_with_their_state(pages):
    html = visible(pages["public/sources.html"])
    assert "ใช้ข้อมูลเดิม อ่านได้ครบครั้งล่าสุด ๒๖ เมษายน ๒๕๖๖" in html
    assert "อ่านคำตอบทั้งหมด ๒๒,๙๑๔ แถว ใช้ได้ ๒๒,๕๐๗ แถว" in html


def test_an_edition_says_its_name_number_and_date_and_is_no_draft(summary, campaign):
    edition = Edition("ฉบับเสนอ", "ชร 0017.5/128", date(2023, 5, 3))
    documents = public_documents(Facts(summary, campaign, sample.run(), sample.NOW, edition))
    public = [d for d in documents if d.name.endswith(".html") and d.audience == "public"]
    assert public
    for document in public:
        html = document.content.decode()
        assert "ร่าง" not in visible(html).replace("ร่าง โปรดตรวจสอบ", "")
        assert "ฉบับเสนอ เลขที่ ชร ๐๐๑๗.๕/๑๒๘ วันที่ ๓ พฤษภาคม ๒๕๖๖" in visible(html)
        assert "ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖ เวลา ๑๖.๑๒ น." in visible(html)
        assert "ตรวจครั้งต่อไป" not in visible(html)
        assert "<script" not in html


def nasty_campaign(campaign):
    """Return a campaign in which every text that a page shows tries to break out of it."""

    def in_each(rows, *fields):
        return tuple(row.model_copy(update=dict.fromkeys(fields, NASTY)) for row in rows)

    return campaign.model_copy(
        update=dict.fromkeys(("title", "province", "office", "contact", "staff"), NASTY)
        | {
            "eit_url": f"https://itas.example/{NASTY}",
            "matrix_levels": dict.fromkeys(campaign.matrix_levels, NASTY),
            "matrix_responses": dict.fromkeys(campaign.matrix_responses, NASTY),
            "staff_types": in_each(campaign.staff_types, "name"),
            "coi_kinds": in_each(campaign.coi_kinds, "name"),
            "notices": in_each(campaign.notices, "short_title", "title"),
            "guidelines": in_each(
                campaign.guidelines, "title", "finding", "steps", "responsible", "follow_up"
            ),
            "measures": in_each(
                campaign.measures, "title", "responsible", "period", "result", "suggestion"
            ),
        }
    )


def test_names_are_text_whatever_they_contain(summary, campaign):
    named = {"agencies": "agency", "notices": "notice", "risk": "kind", "review": "person",
             "set_aside": "reason"}  # fmt: skip
    documents = render(
        dataclasses.replace(
            summary,
            **{
                name: getattr(summary, name).assign(**{column: NASTY})
                for name, column in named.items()
            },
        ),
        nasty_campaign(campaign),
        sample.run(),
        sample.changes(),
        sample.NOW,
        Edition(NASTY, NASTY, date(2023, 5, 3)),
    )
    pages = [d for d in documents if d.name.endswith(".html")]
    assert {*SITE, "public/paste.html"} <= {page.name for page in pages}
    for document in pages:
        html = document.content.decode()
        found = Links()
        found.feed(html)
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert found.handlers == []
        assert found.styles <= {"bar", "sheet"}
        assert "\x0b" not in html
        assert "49" not in visible(html).replace("&#", "")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " //evil.example"]
)
def test_what_is_no_address_of_the_web_is_no_link(summary, campaign, address):
    notice = campaign.notices[0]
    first = notice.versions[0].model_copy(update={"url": address, "verified": True})
    linked = campaign.model_copy(
        update={
            "eit_url": address,
            "notices": (notice.model_copy(update={"versions": (first,)}), *campaign.notices[1:]),
        }
    )
    for document in public(summary, linked):
        if document.name in SITE:
            found = Links()
            found.feed(document.content.decode())
            assert address.strip() not in found.found


@pytest.mark.parametrize(("verified", "linked"), [(True, True), (False, False)])
def test_a_document_is_linked_once_the_office_has_confirmed_it(summary, campaign, verified, linked):
    notice = campaign.notices[0]
    url = "https://www.chiangrai.example/no-gift.pdf"
    first = notice.versions[0].model_copy(update={"url": url, "verified": verified})
    confirmed = campaign.model_copy(
        update={
            "notices": (notice.model_copy(update={"versions": (first,)}), *campaign.notices[1:])
        }
    )
    documents = public(summary, confirmed)
    for name in ("public/index.html", "public/downloads.html"):
        assert (f'href="{url}"' in page(documents, name)) is linked


def test_attributes_of_templates_are_in_quotes():
    for template in TEMPLATES.rglob("*.j2"):
        bare = re.findall(r"<[^>]*?[\w-]=\{\{", template.read_text(encoding="utf-8"))
        assert not bare, template.name


def test_o42_shows_the_scores_and_what_each_asks_for(pages):
    html = visible(pages["public/o42.html"])
    assert "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕" in html
    assert "คะแนนรวม ๘๙.๕๒ A รายงาน ITA" in html
    assert "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้ ๘๔.๙๙ คะแนน ต่ำกว่า ๘๕ คะแนน" in html
    assert "การป้องกันการทุจริต ๐" not in html


def test_without_scores_o42_says_that_they_are_missing(summary, campaign):
    html = page(public(summary, campaign, ita=summary.ita.head(0)), "public/o42.html")
    assert "ยังไม่ได้บันทึกคะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕" in visible(html)
    assert "จุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน" not in visible(html)


def test_with_the_surveys_link_the_code_stands_on_both_pages(summary, campaign):
    survey = "https://itas.nacc.go.th/go/eit/sample"
    documents = public(summary, campaign.model_copy(update={"eit_url": survey}))
    for name in ("public/eit.html", "public/o43.html"):
        html = page(documents, name)
        assert f'<a href="{survey}">' in html
        assert '<img src="qr/eit.svg"' in html
        assert "ยังไม่มี QR Code" not in visible(html)
    assert "public/qr/eit.png" in {document.name for document in documents}


def test_every_public_file_that_is_no_page_is_described_among_the_documents(summary, campaign):
    survey = campaign.model_copy(update={"eit_url": "https://itas.nacc.go.th/go/eit/sample"})
    documents = public(summary, survey)
    described = Links()
    described.feed(page(documents, "public/downloads.html"))
    files = {
        document.name.removeprefix("public/")
        for document in documents
        if document.audience == "public"
        and document.name not in (*SITE, "public/checked.js", "public/public.zip")
        and not document.name.startswith("public/assets/")
    }
    assert files == {link for link in described.found if "." in link} & files
    assert "ZIP" in visible(page(documents, "public/downloads.html"))


def test_everything_that_a_page_links_is_in_the_release(release):
    names = {document.name for document in release}
    ids = {}
    links = []
    for document in release:
        if not document.name.endswith(".html"):
            continue
        found = Links()
        found.feed(document.content.decode())
        assert len(found.ids) == len(set(found.ids))
        ids[document.name] = found.ids
        links += [(document.name, link) for link in found.found]
    assert links
    for origin, link in links:
        file, _, place = link.partition("#")
        target = f"{origin.split('/')[0]}/{file}" if file else origin
        assert target in names
        assert not place or place in ids[target]


def test_the_typeface_that_the_style_names_is_in_the_release(release):
    style = next(d for d in release if re.fullmatch(r"public/assets/rapsap\.\w+\.css", d.name))
    names = {document.name for document in release}
    fonts = re.findall(r'url\("([^"]+)"\)', style.content.decode())
    assert len(fonts) == 2
    assert all(f"public/assets/{font}" in names for font in fonts)


def test_the_style_paints_levels_as_the_charts_do():
    style = (STATIC / "rapsap.css").read_text(encoding="utf-8")
    assert all(paint.fill in style for paint in PAINTS.values())


def luminance(colour):
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_each_level_is_darker_than_the_one_below_and_its_words_are_legible():
    paints = [PAINTS[level] for level in LEVELS]
    for lighter, darker in itertools.pairwise(paints):
        assert contrast(lighter.fill, darker.fill) >= 1.2
        assert luminance(lighter.fill) > luminance(darker.fill)
    assert all(contrast(paint.fill, paint.ink) >= 4.5 for paint in paints)


def test_the_same_figures_give_the_same_bytes(release, summary, campaign):
    assert rendered(summary, campaign) == release


def test_nothing_about_a_person_or_an_agencys_risk_is_public(summary, campaign):
    canary = "กบนกเพนกวิน"
    documents = rendered(
        summary,
        campaign.model_copy(update={"signoff_url": f"https://{canary}.example"}),
        set_aside=summary.set_aside.assign(raw=canary, source=canary, reason=canary),
        review=summary.review.assign(person=canary, detail=canary),
        missing=summary.missing.assign(person=canary, state=canary),
        agency_staff_types=summary.agency_staff_types.assign(name=canary),
        signers=summary.signers.assign(name=canary, position=canary),
        agency_risk=summary.agency_risk.assign(unit=canary, level="very_high", mean_score=24.93),
        risk_units=summary.risk_units.assign(unit=canary),
        behind=summary.behind.assign(agency=canary),
        timeline=summary.timeline.assign(agency=canary),
        data_quality=summary.data_quality.assign(reason=canary, remedy=canary),
    )
    public = [d for d in documents if d.audience == "public"]
    assert public
    assert all(canary.encode() not in d.content for d in public)
    assert all(b"coi-somsri" not in d.content for d in public)
    assert all("24.93" not in d.content.decode("utf-8", "replace") for d in public)
    assert all("๒๔.๙๓".encode() not in d.content for d in public)
    assert all(d.name.startswith(f"{d.audience}/") for d in documents)
