"""A province that never was: 34 agencies × 5 notices, nine kinds, invented figures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import pandas as pd
import sample_office

from aggregate.events import events, kinds_without_measure
from aggregate.ita import ita_scores
from aggregate.last_year import beside_last_year
from aggregate.measures import measures
from aggregate.missing import MISSING_COLUMNS
from aggregate.progress import progress
from aggregate.response_rate import response_rate
from aggregate.review import REVIEW_COLUMNS
from aggregate.risk_spread import risk_spread
from aggregate.summary import Summary
from collector.changes import RecordedEvent
from config.campaign import (
    Agency,
    Campaign,
    CoiKind,
    Guideline,
    ItaScore,
    Measure,
    Notice,
    NoticeVersion,
    RiskMatrix,
    Source,
    StaffType,
    Window,
)
from report.facts import News

BANGKOK = ZoneInfo("Asia/Bangkok")
AS_OF = datetime(2023, 4, 28, 16, 12, 5, tzinfo=BANGKOK)
NOW = datetime(2023, 4, 28, 10, 0, tzinfo=UTC)

SITE = [
    f"public/{page}.html" for page in ("index", "risk", "o42", "o43", "eit", "downloads", "sources")
]

OFFICES = (
    "ที่ทำการปกครองจังหวัดเชียงราย", "สำนักงานจังหวัดเชียงราย", "สำนักงานสาธารณสุขจังหวัดเชียงราย",
    "สำนักงานที่ดินจังหวัดเชียงราย", "สำนักงานพัฒนาชุมชนจังหวัดเชียงราย",
    "สำนักงานโยธาธิการและผังเมืองจังหวัดเชียงราย", "สำนักงานคลังจังหวัดเชียงราย",
    "สำนักงานอุตสาหกรรมจังหวัดเชียงราย", "สำนักงานพาณิชย์จังหวัดเชียงราย",
    "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดเชียงราย", "สำนักงานแรงงานจังหวัดเชียงราย",
    "สำนักงานสวัสดิการและคุ้มครองแรงงานจังหวัดเชียงราย", "สำนักงานจัดหางานจังหวัดเชียงราย",
    "สำนักงานประกันสังคมจังหวัดเชียงราย", "สำนักงานเกษตรและสหกรณ์จังหวัดเชียงราย",
    "สำนักงานเกษตรจังหวัดเชียงราย", "สำนักงานปศุสัตว์จังหวัดเชียงราย", "สำนักงานสหกรณ์จังหวัดเชียงราย",
    "สำนักงานการปฏิรูปที่ดินจังหวัดเชียงราย", "สำนักงานประมงจังหวัดเชียงราย",
    "สำนักงานขนส่งจังหวัดเชียงราย", "สำนักงานประชาสัมพันธ์จังหวัดเชียงราย",
    "สำนักงานสถิติจังหวัดเชียงราย", "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดเชียงราย",
    "สำนักงานวัฒนธรรมจังหวัดเชียงราย", "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดเชียงราย",
    "สำนักงานบังคับคดีจังหวัดเชียงราย", "สำนักงานคุมประพฤติจังหวัดเชียงราย",
    "สำนักงานพระพุทธศาสนาจังหวัดเชียงราย", "สำนักงานการท่องเที่ยวและกีฬาจังหวัดเชียงราย",
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงราย", "สำนักงานพลังงานจังหวัดเชียงราย",
    "สำนักงานสัสดีจังหวัดเชียงราย", "สำนักงานยุติธรรมจังหวัดเชียงราย",
)  # fmt: skip

NOTICES = (
    ("no-gift", "ประกาศจังหวัดเชียงราย เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy)", "No Gift Policy"),
    ("hr", "ประกาศนโยบายการบริหารและพัฒนาทรัพยากรบุคคล", "นโยบายบริหารและพัฒนาทรัพยากรบุคคล"),
    ("privacy", "ประกาศนโยบายคุ้มครองข้อมูลส่วนบุคคล (Personal Data Privacy Policy)",
     "นโยบายคุ้มครองข้อมูลส่วนบุคคล"),
    ("ethics", "ข้อกำหนดจริยธรรมเจ้าหน้าที่ของรัฐ", "ข้อกำหนดจริยธรรม"),
    ("dos-donts", "แนวปฏิบัติ Dos & Don’ts พฤติกรรมทางจริยธรรม", "Dos & Don’ts"),
)  # fmt: skip

KINDS = (
    ("benefits", "การรับผลประโยชน์ต่าง ๆ"),
    ("self-dealing", "การทำธุรกิจกับตนเองหรือเป็นคู่สัญญา"),
    ("post-employment", "การทำงานหลังออกจากตำแหน่งหน้าที่สาธารณะหรือหลังเกษียณ"),
    ("outside-work", "การทำงานพิเศษ"),
    ("inside-information", "การรู้ข้อมูลภายใน"),
    ("state-property", "การใช้ทรัพย์สินของราชการเพื่อประโยชน์ส่วนตัว"),
    ("pork-barrel", "การนำโครงการสาธารณะลงในเขตเลือกตั้งเพื่อประโยชน์ทางการเมือง"),
    ("nepotism", "การใช้ตำแหน่งหน้าที่แสวงหาประโยชน์แก่เครือญาติหรือพวกพ้อง"),
    ("influence", "การใช้อิทธิพลเข้าไปมีผลต่อการตัดสินใจของเจ้าหน้าที่รัฐหรือหน่วยงานอื่น"),
)  # fmt: skip

ITA_SCORES = (
    ItaScore(id="total", name="คะแนนรวม", score=Decimal("89.52"), level="A", source="รายงาน ITA"),
    ItaScore(id="power", indicator=3, name="การใช้อำนาจ", score=Decimal("84.99")),
    ItaScore(id="improvement", indicator=8, name="การปรับปรุงระบบการทำงาน", score=Decimal(85)),
    ItaScore(id="disclosure", indicator=9, name="การเปิดเผยข้อมูล", score=Decimal("95.00")),
    ItaScore(id="prevention", indicator=10, name="การป้องกันการทุจริต"),
)
GUIDELINES = (
    Guideline(
        id="e-service",
        title="พัฒนาระบบการให้บริการผ่านเครือข่ายอินเทอร์เน็ต",
        finding="ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน (ร่าง โปรดตรวจสอบ)",
        steps="๑. ตรวจสอบระบบ\n๒. พัฒนาระบบ (E-service)",
        responsible="สำนักงานขนส่งจังหวัดเชียงราย",
        follow_up="รายงานผลการพัฒนาระบบให้จังหวัด",
        draft=True,
    ),
    Guideline(
        id="policy",
        title="ออกประกาศนโยบายการบริหารและพัฒนาทรัพยากรบุคคล",
        finding="ตัวชี้วัดที่ ๓ การใช้อำนาจ",
        steps="๑. จัดทำประกาศ\n๒. ให้ข้าราชการและบุคลากรลงนามรับทราบ",
        responsible="ส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย รวม ๓๔ หน่วยงาน",
        follow_up="รายงานผลการดำเนินการตามประกาศ",
        draft=True,
    ),
)
_ALL_AGENCIES = {
    "responsible": "ให้ส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย รวม ๓๔ หน่วยงาน ดำเนินการ",
    "period": "มีนาคม - เมษายน ๒๕๖๖",
}
MEASURES = (
    Measure(id="risk", number=1, title="การประเมินความเสี่ยงการทุจริต", form="coi", **_ALL_AGENCIES),
    Measure(
        id="complaints", number=2, title="หลักเกณฑ์การปฏิบัติงานเรื่องร้องเรียน",
        responsible="กลุ่มงานศูนย์ดำรงธรรม สำนักงานจังหวัดเชียงราย", period="มีนาคม - เมษายน ๒๕๖๖",
    ),
    Measure(
        id="no-gift", number=3, title="นโยบายไม่รับของขวัญ (No Gift Policy)", guideline="policy",
        notice="no-gift", draft=True, **_ALL_AGENCIES,
    ),
    Measure(
        id="training", number=4, title="อบรมหลักสูตรเพิ่มศักยภาพ", result="จัดอบรมแล้ว ๑๗๘ หน่วยงาน",
        suggestion="ควรจัดอบรมทุกปี", responsible="สำนักงานจังหวัดเชียงราย",
        period="๑ วัน (๒๔ มกราคม ๒๕๖๖)",
    ),
)  # fmt: skip

STAFF_TYPES = (
    ("official", "ข้าราชการ", True),
    ("permanent", "ลูกจ้างประจำ", True),
    ("government-employee", "พนักงานราชการ", True),
    ("public-health", "พนักงานกระทรวงสาธารณสุข", True),
    ("temporary", "ลูกจ้างชั่วคราว", True),
    ("contractor", "จ้างเหมาบริการ", False),
)


@cache
def campaign() -> Campaign:
    """Return the campaign whose figures the sample invents."""
    return Campaign(
        id="chiang-rai-2566",
        title="มาตรการส่งเสริมคุณธรรมและความโปร่งใส จังหวัดเชียงราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        province="จังหวัดเชียงราย",
        office="กลุ่มงานบริหารทรัพยากรบุคคล สำนักงานจังหวัดเชียงราย",
        staff="บุคลากรของส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย",
        fiscal_year=2566,
        timezone="Asia/Bangkok",
        agencies_expected=34,
        refresh_every_hours=24,
        window=Window(opens=date(2023, 3, 1), closes=date(2023, 4, 30)),
        matrix=RiskMatrix(id="A", medium=5, high=10, very_high=15),
        matrix_levels={"low": "ต่ำ", "medium": "ปานกลาง", "high": "สูง", "very_high": "สูงมาก"},
        matrix_responses={
            "low": "ยอมรับได้",
            "medium": "ยอมรับได้ภายใต้การควบคุม",
            "high": "ยอมรับไม่ได้ ต้องมีแผนลดความเสี่ยง",
            "very_high": "ยอมรับไม่ได้ ต้องดำเนินการเร่งด่วน",
        },
        staff_types=tuple(StaffType(id=i, name=n, counted=c) for i, n, c in STAFF_TYPES),
        agencies=tuple(
            Agency(id=f"a{i:02}", name=name, short_name=name, verified=False)
            for i, name in enumerate(OFFICES, start=1)
        ),
        headcount=(),
        people=(),
        notices=tuple(
            Notice(
                id=notice_id,
                title=title,
                short_title=short,
                versions=(NoticeVersion(version="1", since=date(2023, 1, 9), change="first"),),
            )
            for notice_id, title, short in NOTICES
        ),
        coi_kinds=tuple(
            CoiKind(id=kind_id, number=number, name=name, short_name=name)
            for number, (kind_id, name) in enumerate(KINDS, start=1)
        ),
        forms=(),
        sources=(Source(form="signoff"), Source(form="coi")),
        ita_scores=ITA_SCORES,
        guidelines=GUIDELINES,
        measures=MEASURES,
        signatories=(),
    )


def percent_of(part: int, whole: int) -> float:
    """Return a percentage as the aggregate prints it: one decimal, never up to 100."""
    if not whole:
        return float("nan")
    exact = Decimal(part) * 100 / Decimal(whole)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return float(min(rounded, Decimal("99.9")) if exact < 100 else rounded)


def agencies() -> pd.DataFrame:
    """Return the agencies: two undeclared, one beyond its heads, one heard of in numbers only …"""
    chance = Random(2566)
    rows = []
    for place, name in enumerate(OFFICES, start=1):
        heads = 31 + chance.randrange(620)
        state = _state(place)
        signers, done = _signed(state, heads, chance)
        undeclared = state == "undeclared"
        rows.append(
            {
                "agency_id": f"a{place:02}",
                "agency": name,
                "headcount": pd.NA if undeclared else heads,
                "basis": "none" if undeclared else "headcount",
                "signers": signers,
                "acknowledged_all": done,
                "percent": float("nan") if undeclared else percent_of(done, heads),
                "late": 3 if place % 9 == 0 else 0,
                "reported": 12 if state == "reported" else 0,
                "state": state,
            }
        )
    return pd.DataFrame(rows).astype({"headcount": "Int64"})


def _state(place: int) -> str:
    special = {
        3: "in_progress", 10: "in_progress", 14: "in_progress", 24: "in_progress",
        12: "undeclared", 29: "undeclared", 19: "not_started", 33: "reported", 21: "over",
    }  # fmt: skip
    return special.get(place, "complete")


def _signed(state: str, heads: int, chance: Random) -> tuple[int, int]:
    match state:
        case "complete":
            return heads, heads
        case "not_started" | "reported":
            return 0, 0
        case "over":
            return heads + 6, heads + 4
        case "undeclared":
            return 41, 38
        case _:
            done = heads - 1 - chance.randrange(heads // 2)
            return done + (heads - done) // 2, done


def completion(by_agency: pd.DataFrame) -> pd.DataFrame:
    """Return what each agency has acknowledged of each notice."""
    rows = []
    for agency in by_agency.to_dict("records"):
        heads = None if pd.isna(agency["headcount"]) else int(agency["headcount"])
        for place, (notice_id, title, _short) in enumerate(NOTICES):
            more = min(place, agency["signers"] - agency["acknowledged_all"])
            acknowledged = agency["acknowledged_all"] + more
            rows.append(
                {
                    "agency_id": agency["agency_id"],
                    "agency": agency["agency"],
                    "notice_id": notice_id,
                    "notice": title,
                    "headcount": pd.NA if heads is None else heads,
                    "acknowledged": acknowledged,
                    "percent": float("nan") if heads is None else percent_of(acknowledged, heads),
                    "late": agency["late"] if place == 0 else 0,
                    "outdated": 2 if place == 4 and agency["agency_id"] == "a14" else 0,
                    "basis": agency["basis"],
                }
            )
    return pd.DataFrame(rows).astype({"headcount": "Int64"})


def notices(by_notice: pd.DataFrame) -> pd.DataFrame:
    """Return the notices over all agencies; each agency counts at most its heads."""
    rows = []
    for notice_id, title, _short in NOTICES:
        own = by_notice[by_notice["notice_id"] == notice_id]
        based = own[own["headcount"].notna()]
        of_heads = int(based[["headcount", "acknowledged"]].min(axis=1).sum())
        heads = int(based["headcount"].sum())
        rows.append(
            {
                "notice_id": notice_id,
                "notice": title,
                "headcount": heads,
                "acknowledged": int(own["acknowledged"].sum()),
                "percent": percent_of(of_heads, heads),
                "late": int(own["late"].sum()),
                "outdated": int(own["outdated"].sum()),
                "acknowledged_of_heads": of_heads,
            }
        )
    return pd.DataFrame(rows).astype({"headcount": "Int64"})


def whole(by_agency: pd.DataFrame) -> dict[str, object]:
    """Return the headline's figures."""
    based = by_agency[by_agency["headcount"].notna()]
    heads = int(based["headcount"].sum())
    done = int(based[["headcount", "acknowledged_all"]].min(axis=1).sum())
    undeclared = by_agency[by_agency["headcount"].isna()]
    percent = percent_of(done, heads)
    return {
        "headcount": heads,
        "acknowledged_all": done,
        "acknowledged_undeclared": int(undeclared["acknowledged_all"].sum()),
        "percent": None if pd.isna(percent) else percent,
        "agencies": len(by_agency),
        "agencies_complete": int((by_agency["state"] == "complete").sum()),
    }


def answers() -> dict[str, list[tuple[int, int]]]:
    """Return the answers of each kind; the seventh has nine and is suppressed."""
    chance = Random(9)
    drawn = {}
    for place, (kind_id, _name) in enumerate(KINDS):
        count = 9 if kind_id == "pork-barrel" else 3_100 + 97 * place
        middle = 1.2 + 0.27 * ((place * 4) % 9)
        drawn[kind_id] = [(_step(chance, middle), _step(chance, middle)) for _ in range(count)]
    return drawn


def _step(chance: Random, middle: float) -> int:
    return max(1, min(5, round(chance.gauss(middle, 1.05))))


def _mean(values: list[int]) -> float:
    exact = Decimal(sum(values)) / len(values)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def risk(by_kind: dict[str, list[tuple[int, int]]], matrix: RiskMatrix) -> pd.DataFrame:
    """Return the nine kinds, those under ten answers without a figure."""
    rows = []
    for kind_id, name in KINDS:
        pairs = by_kind[kind_id]
        named = {"scope": "province", "kind_id": kind_id, "kind": name}
        if len(pairs) < 10:
            rows.append(named | {"level": "", "suppressed": True})
            continue
        scores = [likelihood * impact for likelihood, impact in pairs]
        mean = _mean(scores)
        high = sum(matrix.level(score) in ("high", "very_high") for score in scores)
        rows.append(
            named
            | {
                "responses": len(pairs),
                "not_applicable": 204,
                "mean_likelihood": _mean([likelihood for likelihood, _ in pairs]),
                "mean_impact": _mean([impact for _, impact in pairs]),
                "mean_score": mean,
                "max_score": max(scores),
                "high_answers": high,
                "high_percent": percent_of(high, len(scores)),
                "level": matrix.level(Decimal(str(mean))),
                "suppressed": False,
            }
        )
    whole_numbers = ("responses", "not_applicable", "max_score", "high_answers", "rank")
    counts = dict.fromkeys(whole_numbers, "Int64")
    return (
        pd.DataFrame(rows)
        .assign(rank=lambda kinds: kinds["mean_score"].rank(ascending=False, method="first"))
        .astype(counts)
    )


def risk_levels(by_kind: dict[str, list[tuple[int, int]]], matrix: RiskMatrix) -> pd.DataFrame:
    """Return how the answers of each kind spread over the four levels."""
    rows = []
    for kind_id, _name in KINDS:
        levels = [matrix.level(likelihood * impact) for likelihood, impact in by_kind[kind_id]]
        for level in ("low", "medium", "high", "very_high"):
            few = len(levels) < 10
            count = levels.count(level)
            share = float("nan") if few else percent_of(count, len(levels))
            rows.append(
                {
                    "kind_id": kind_id,
                    "level": level,
                    "answers": pd.NA if few else count,
                    "percent": share,
                }
            )
    return pd.DataFrame(rows).astype({"answers": "Int64"})


def risk_matrix(by_kind: dict[str, list[tuple[int, int]]], matrix: RiskMatrix) -> pd.DataFrame:
    """Return the number of answers in each of the 25 cells."""
    pairs = [pair for kind in by_kind.values() if len(kind) >= 10 for pair in kind]
    return pd.DataFrame(
        [
            {
                "likelihood": likelihood,
                "impact": impact,
                "answers": pairs.count((likelihood, impact)),
                "level": matrix.level(likelihood * impact),
            }
            for likelihood in range(1, 6)
            for impact in range(1, 6)
        ]
    )


def set_aside() -> pd.DataFrame:
    """Return rows that await a person; the first raw cells try to run in Excel."""
    unknown = "ไม่พบหน่วยงานนี้ในทะเบียน"
    remedy = "เพิ่มชื่อเรียกอื่นในแผ่นงาน agencies แล้วสั่งปรับปรุงข้อมูลใหม่"
    return pd.DataFrame(
        [
            ("signoff.csv", 18, "2023-03-14T09:02:11+07:00", unknown, remedy, '=HYPERLINK("x")'),
            ("signoff.csv", 44, "2023-03-14T11:40:00+07:00", unknown, remedy, "สนง.ไม่ทราบ"),
            ("signoff.csv", 71, "", "วันที่ไม่มีจริงในปฏิทิน", "แก้วันที่ในไฟล์ต้นทาง", "31/4/2566"),
        ],
        columns=["source", "row", "submitted_at", "reason", "remedy", "raw"],
    ).assign(form="signoff", reason_id=["unknown_agency", "unknown_agency", "bad_time"])


def review() -> pd.DataFrame:
    """Return what a person should decide; the names are invented."""
    office = OFFICES[1]
    return pd.DataFrame(
        [
            ("doubtful", "ชื่อเดียวกัน แต่อีเมลต่างกัน", "a02", office, "กานดา ตัวอย่างดี", "",
             "แถว 12 และ 207", "ระบุในแผ่นงาน decisions ว่าเป็นคนเดียวกันหรือไม่"),
        ],
        columns=REVIEW_COLUMNS,
    )  # fmt: skip


def missing(by_notice: pd.DataFrame) -> pd.DataFrame:
    """Return how many acknowledgements each agency still owes."""
    behind = by_notice[by_notice["headcount"].notna()]
    behind = behind.assign(missing=behind["headcount"] - behind["acknowledged"])
    behind = behind[behind["missing"] > 0]
    return behind.assign(staff_type="", person="", position="", state="ยังไม่รับทราบ")[
        MISSING_COLUMNS
    ].reset_index(drop=True)


def staff_types(by_agency: pd.DataFrame) -> pd.DataFrame:
    """Return the staff types with figures that stand in no relation to the agencies'."""
    done = int(by_agency["acknowledged_all"].sum())
    rows = [
        {
            "staff_type": staff_type,
            "name": name,
            "counted": counted,
            "headcount": done // (place + 2) + 20,
            "signers": done // (place + 2) + 4,
            "acknowledged_all": done // (place + 2),
            "percent": percent_of(done // (place + 2), done // (place + 2) + 20),
        }
        for place, (staff_type, name, counted) in enumerate(STAFF_TYPES)
    ]
    return pd.DataFrame(rows).astype({"headcount": "Int64"})


@cache
def summary() -> Summary:
    """Return the whole of it, made once: reports never change what they are given."""
    matrix, by_kind, by_agency = campaign().matrix, answers(), agencies()
    by_notice = completion(by_agency)
    owing = missing(by_notice)
    units = sample_office.risk_units(campaign())
    late = sample_office.behind(by_agency, AS_OF)
    by_document, kinds = notices(by_notice), risk(by_kind, matrix)
    cells = risk_matrix(by_kind, matrix)
    reports = sample_office.reports(campaign())
    by_measure = progress(campaign(), reports)
    rows = {"read": 22_914, "accepted": 22_507, "superseded": 404, "set_aside": 3, "erased": 0}
    none = dict.fromkeys(rows, 0)
    return Summary(
        as_of=AS_OF,
        rows=rows,
        rows_by_form={
            "signoff": none
            | {"read": 19_200, "accepted": 18_793, "superseded": 404, "set_aside": 3},
            "paper": none,
            "coi": none | {"read": 3_714, "accepted": 3_714},
        },
        whole=whole(by_agency),
        completion=by_notice,
        notices=by_document,
        agencies=by_agency,
        staff_types=staff_types(by_agency),
        agency_staff_types=sample_office.agency_staff_types(campaign(), by_agency),
        respondents=3_714,
        response_rate=response_rate(assessments(), by_agency),
        risk=kinds,
        risk_levels=risk_levels(by_kind, matrix),
        risk_matrix=cells,
        risk_spread=risk_spread(kinds, cells),
        last_year=beside_last_year(kinds, 3_714, campaign()),
        events=events(campaign()),
        kinds_without_measure=kinds_without_measure(kinds, events(campaign())),
        measures=measures(campaign(), by_notice, by_document, by_agency, assessments(), by_measure),
        ita=ita_scores(campaign().ita_scores, campaign().ita_year),
        progress=by_measure,
        reports=reports,
        set_aside=set_aside(),
        review=review(),
        missing=owing,
        owed=sample_office.owed(owing),
        behind=late,
        timeline=sample_office.timeline(campaign(), AS_OF),
        risk_units=units,
        agency_risk=sample_office.agency_risk(units, KINDS),
        data_quality=sample_office.data_quality(),
        signers=sample_office.signers(campaign()),
        signatures=sample_office.signatures(campaign(), AS_OF),
        today=sample_office.today(late),
        reported=sample_office.reported(campaign(), AS_OF),
        contacts=sample_office.contacts(by_agency),
    )


def assessments() -> pd.DataFrame:
    """Return who answered the self-assessment: 3,714 people of all agencies but the last."""
    return pd.DataFrame({"agency_id": [f"a{1 + place % 33:02}" for place in range(3_714)]})


def changes() -> News:
    """Return the events of the last refresh."""
    events = pd.DataFrame(
        [
            (AS_OF, "signoff", "inbox", "ADD", 19, "signoff.csv", 20, "", "กานดา ตัวอย่างดี"),
            (AS_OF, "coi", "inbox", "VANISH", 3, "coi.csv", 4, "๑ เกิดขึ้นยาก", ""),
        ],
        columns=RecordedEvent._fields,
    )
    return News(events)


def run() -> dict[str, object]:
    """Return the facts of the run: one source read, one stale since two days."""
    good = datetime(2023, 4, 28, 17, 0, tzinfo=BANGKOK)
    source = {"source": "inbox", "blank_rows": 2, "reason": "", "remedy": ""}
    return {
        "generated_at": good,
        "version": "0.1.0",
        "campaign": "chiang-rai-2566",
        "as_of": AS_OF,
        "sources": [
            source | {
                "form": "signoff", "state": "ok", "files": 3, "rows": 19_200, "last_good": good,
            },
            source | {
                "form": "coi", "state": "refused", "files": 1, "rows": 0,
                "last_good": datetime(2023, 4, 26, 17, 0, tzinfo=BANGKOK),
                "reason": "ไม่พบคอลัมน์ที่ต้องมี", "remedy": "ตรวจหัวตารางของไฟล์ coi-somsri.csv",
            },
        ],
        "refused_files": [
            {"form": "coi", "source": "inbox", "origin": "coi-somsri.csv",
             "reason": "หัวตารางไม่ใช่ของแบบนี้", "remedy": "ดาวน์โหลดไฟล์ใหม่จาก Google Forms"},
        ],
        "remarks": ["แถวหายไปจากไฟล์ 1 แถว ยังนับอยู่"],
        "texts": [],
        "ledger": {"events": 22_914, "head": "9f2c" * 16},
        "ledger_reference": "22914-9f2c-81ab-03de-77c1",
        "rows_by_form": summary().rows_by_form,
        "next_check_before": datetime(2023, 4, 29, 17, 0, tzinfo=BANGKOK),
    }  # fmt: skip
