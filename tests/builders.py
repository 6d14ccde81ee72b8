"""Small campaigns, spelt out: three agencies, two notices, two kinds of conflict of interest."""

from __future__ import annotations

from datetime import date
from typing import Any

from config.campaign import (
    Agency,
    AgencyAlias,
    Campaign,
    CoiKind,
    DeclaredHeads,
    Form,
    Guideline,
    Measure,
    Notice,
    NoticeVersion,
    Option,
    Question,
    RiskMatrix,
    Signatory,
    Source,
    StaffType,
    Window,
)

AGENCIES = (
    Agency(
        id="provincial-office",
        name="สำนักงานจังหวัดเชียงราย",
        short_name="สนจ.ชร.",
        verified=True,
        aliases=(AgencyAlias(alias="สำนักงานจังหวัด"),),
    ),
    Agency(
        id="public-health",
        name="สำนักงานสาธารณสุขจังหวัดเชียงราย",
        short_name="สสจ.ชร.",
        verified=True,
        aliases=(AgencyAlias(alias="สสจ.เชียงราย"), AgencyAlias(alias="สสจ.")),
    ),
    Agency(
        id="skills",
        name="สำนักงานพัฒนาฝีมือแรงงานเชียงราย",
        short_name="สนพ.ชร.",
        verified=False,
        aliases=(AgencyAlias(alias="ศูนย์พัฒนาฝีมือแรงงานเชียงราย", until=date(2023, 3, 31)),),
    ),
)
STAFF_TYPES = (
    StaffType(id="official", name="ข้าราชการ", counted=True),
    StaffType(id="government-employee", name="พนักงานราชการ", counted=True, aliases=("พรก.",)),
    StaffType(id="contractor", name="จ้างเหมาบริการ", counted=False),
)
HEADCOUNT = (
    DeclaredHeads(agency="provincial-office", staff_type="official", heads=4, on=date(2023, 3, 1)),
    DeclaredHeads(
        agency="provincial-office", staff_type="government-employee", heads=1, on=date(2023, 3, 1)
    ),
    DeclaredHeads(agency="public-health", staff_type="official", heads=20, on=date(2023, 3, 1)),
)
NOTICES = (
    Notice(
        id="no-gift",
        title="ประกาศจังหวัดเชียงราย เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy)",
        short_title="No Gift Policy",
        versions=(
            NoticeVersion(version="1", since=date(2023, 2, 1), change="first", verified=True),
            NoticeVersion(version="2", since=date(2023, 4, 10), change="material", verified=True),
        ),
    ),
    Notice(
        id="ethics",
        title="ข้อกำหนดจริยธรรมเจ้าหน้าที่ของรัฐ",
        short_title="ข้อกำหนดจริยธรรม",
        versions=(
            NoticeVersion(version="1", since=date(2023, 2, 1), change="first", verified=True),
            NoticeVersion(version="1.1", since=date(2023, 4, 10), change="minor", verified=True),
        ),
    ),
)
COI_KINDS = (
    CoiKind(id="benefits", number=1, name="การรับผลประโยชน์ต่าง ๆ", short_name="รับผลประโยชน์"),
    CoiKind(id="outside-work", number=4, name="การทำงานพิเศษ", short_name="งานพิเศษ"),
)
ACKNOWLEDGED = Option(id="acknowledged", text="รับทราบและจะถือปฏิบัติ", aliases=("รับทราบ",))
CLARIFY = Option(id="clarify", text="มีข้อสงสัย ขอให้ชี้แจงเพิ่มเติม")
LIKELIHOODS = (
    Option(id="1", text="๑ เกิดขึ้นยาก"),
    Option(id="2", text="๒ น้อยครั้ง"),
    Option(id="3", text="๓ บางครั้ง"),
    Option(id="4", text="๔ บ่อยครั้ง"),
    Option(id="5", text="๕ เป็นประจำ"),
    Option(id="not_applicable", text="ไม่เกี่ยวข้องกับงานของข้าพเจ้า"),
)
IMPACTS = (
    Option(id="1", text="๑ สร้างความไม่สะดวกต่อการปฏิบัติงานนาน ๆ ครั้ง"),
    Option(id="2", text="๒ สร้างความไม่สะดวกต่อการปฏิบัติงานบ่อยครั้ง"),
    Option(id="3", text="๓ สร้างบรรยากาศในการทำงานที่ไม่เหมาะสม หรือถูกทักท้วง"),
    Option(id="4", text="๔ ถูกลงโทษวินัยไม่ร้ายแรง หรือถูกร้องเรียนผ่านสื่อ"),
    Option(id="5", text="๕ ถูกลงโทษวินัยร้ายแรง หรือถูกดำเนินคดีอาญา"),
)
MATRIX = RiskMatrix(id="A", medium=5, high=10, very_high=15)
TIMESTAMP = Question(
    id="timestamp",
    header="ประทับเวลา",
    aliases=("Timestamp", "การประทับเวลา"),
    kind="timestamp",
)


def tiny_campaign(**changes: Any) -> Campaign:
    """Return the smallest campaign that still has everything; ``changes`` replace its fields."""
    fields: dict[str, Any] = {
        "id": "tiny-2566",
        "title": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส จังหวัดเชียงราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "province": "จังหวัดเชียงราย",
        "office": "สำนักงานจังหวัดเชียงราย",
        "staff": "บุคลากรของส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย",
        "fiscal_year": 2566,
        "timezone": "Asia/Bangkok",
        "agencies_expected": len(AGENCIES),
        "refresh_every_hours": 24,
        "window": Window(opens=date(2023, 4, 1), closes=date(2023, 4, 30)),
        "matrix": MATRIX,
        "matrix_levels": {
            "low": "ต่ำ",
            "medium": "ปานกลาง",
            "high": "สูง",
            "very_high": "สูงมาก",
        },
        "matrix_responses": {
            "low": "ยอมรับได้",
            "medium": "ยอมรับได้ภายใต้การควบคุม",
            "high": "ยอมรับไม่ได้ ต้องมีแผนลดความเสี่ยง",
            "very_high": "ยอมรับไม่ได้ ต้องดำเนินการเร่งด่วน",
        },
        "staff_types": STAFF_TYPES,
        "agencies": AGENCIES,
        "headcount": HEADCOUNT,
        "people": (),
        "notices": NOTICES,
        "coi_kinds": COI_KINDS,
        "forms": (signoff_form(), coi_form()),
        "sources": (Source(form="signoff"), Source(form="coi")),
        "guidelines": (GUIDELINE,),
        "measures": (MEASURE,),
        "signatories": (SIGNATORY,),
    }
    return Campaign(**(fields | changes))


def signoff_form() -> Form:
    """Return the sign-off form with a question per notice."""
    acknowledgements = tuple(
        Question(
            id=f"ack.{notice.id}",
            header=f"ข้าพเจ้าได้อ่านและรับทราบ {notice.title}",
            kind="choice",
            options=(ACKNOWLEDGED, CLARIFY),
        )
        for notice in NOTICES
    )
    return Form(
        id="signoff",
        title="แบบลงนามรับทราบประกาศและแนวปฏิบัติ",
        questions=(TIMESTAMP, *_ABOUT_THE_PERSON, *acknowledgements, *_AT_THE_END),
    )


def coi_form() -> Form:
    """Return the self-assessment form with two questions per kind."""
    scales = tuple(
        question
        for kind in COI_KINDS
        for question in (
            _scale(kind, "likelihood", "มีโอกาสเกิดเหตุการณ์ลักษณะนี้เพียงใด", LIKELIHOODS),
            _scale(kind, "impact", "หากเกิดขึ้นจะมีผลกระทบระดับใด", IMPACTS),
        )
    )
    return Form(
        id="coi",
        title="แบบประเมินความเสี่ยงเกี่ยวกับการปฏิบัติงานที่อาจเกิดผลประโยชน์ทับซ้อน",
        questions=(
            TIMESTAMP,
            Question(id="agency", header="หน่วยงาน", kind="list"),
            Question(id="staff_type", header="ประเภทบุคลากร", kind="list"),
            *scales,
            Question(id="events", header="ลักษณะเหตุการณ์ที่เคยพบหรืออาจเกิดขึ้น", required=False),
            Question(id="controls", header="การควบคุมหรือมาตรการที่มีอยู่", required=False),
            Question(id="suggestions", header="ข้อเสนอแนะ", required=False),
        ),
    )


def headings(form: Form) -> tuple[str, ...]:
    """Return the header row of the form's own download: every question but the whole name."""
    return tuple(question.header for question in form.questions if question.id != "full_name")


def row(form: Form, **answers: str) -> tuple[str, ...]:
    """Return a row under `headings`; ids hold ``__`` for the dot: ``ack__ethics="รับทราบ"``."""
    by_id = {question_id.replace("__", "."): text for question_id, text in answers.items()}
    asked = [question.id for question in form.questions if question.id != "full_name"]
    if stray := set(by_id) - set(asked):
        raise LookupError(f"{form.id} does not ask {stray}")
    return tuple(by_id.get(question_id, "") for question_id in asked)


def signoff_row(first: str, at: str, **answers: str) -> tuple[str, ...]:
    """Return one complete sign-off, of the provincial office unless ``answers`` say otherwise."""
    usual = {
        "timestamp": at,
        "agency": "สำนักงานจังหวัดเชียงราย",
        "title": "นาย",
        "first_name": first,
        "last_name": "ใจดี",
        "position": "นักวิชาการ",
        "staff_type": "ข้าราชการ",
        "ack__no-gift": ACKNOWLEDGED.text,
        "ack__ethics": ACKNOWLEDGED.text,
        "coi_done": "ตอบแล้ว",
        "confirm": "ยืนยัน",
    }
    return row(signoff_form(), **(usual | answers))


def coi_row(agency: str, at: str, **answers: str) -> tuple[str, ...]:
    """Return one complete self-assessment, «๑ เกิดขึ้นยาก» and least impact throughout."""
    usual = {"timestamp": at, "agency": agency, "staff_type": "ข้าราชการ"}
    for kind in COI_KINDS:
        usual[f"coi__{kind.id}__likelihood"] = LIKELIHOODS[0].text
        usual[f"coi__{kind.id}__impact"] = IMPACTS[0].text
    return row(coi_form(), **(usual | answers))


def _scale(kind: CoiKind, side: str, wording: str, options: tuple[Option, ...]) -> Question:
    return Question(
        id=f"coi.{kind.id}.{side}",
        header=f"{wording} ({kind.name})",
        kind="scale",
        options=options,
    )


_ABOUT_THE_PERSON = (
    Question(
        id="agency",
        header="หน่วยงานที่ปฏิบัติงานจริง",
        aliases=("หน่วยงาน",),
        kind="list",
        options=tuple(Option(id=agency.id, text=agency.name) for agency in AGENCIES),
    ),
    Question(id="group", header="กลุ่มงาน/ฝ่าย/อำเภอ", required=False),
    Question(id="title", header="คำนำหน้าชื่อหรือยศ", required=False),
    Question(id="first_name", header="ชื่อ"),
    Question(id="last_name", header="นามสกุล"),
    Question(id="full_name", header="ชื่อ-สกุล", aliases=("ชื่อ - นามสกุล",), required=False),
    Question(id="position", header="ตำแหน่ง"),
    Question(
        id="staff_type",
        header="ประเภทบุคลากร",
        kind="list",
        options=tuple(Option(id=staff.id, text=staff.name) for staff in STAFF_TYPES),
    ),
)
_AT_THE_END = (
    Question(
        id="coi_done",
        header="ท่านได้ตอบแบบประเมินความเสี่ยงฯ แล้วหรือไม่",
        kind="choice",
        required=False,
        options=(Option(id="yes", text="ตอบแล้ว"), Option(id="no", text="ยังไม่ได้ตอบ")),
    ),
    Question(id="email", header="อีเมล (ถ้ามี)", aliases=("ที่อยู่อีเมล", "Email Address"), required=False),
    Question(
        id="confirm",
        header="ข้าพเจ้าลงนามด้วยตนเอง และให้ถือว่าการกดส่งเป็นการลงลายมือชื่ออิเล็กทรอนิกส์",
        kind="choice",
        options=(Option(id="confirmed", text="ยืนยัน"),),
    ),
)
GUIDELINE = Guideline(
    id="g1",
    title="สร้างการรับรู้นโยบายไม่รับของขวัญ",
    finding="การรับรู้ยังไม่ทั่วถึง",
    steps="แจ้งเวียนประกาศและให้ลงนามรับทราบ",
    responsible="สำนักงานจังหวัดเชียงราย",
    follow_up="รายงานทุกเดือน",
)
MEASURE = Measure(
    id="m1",
    number=1,
    title="ประกาศนโยบายไม่รับของขวัญ",
    guideline="g1",
    notice="no-gift",
    responsible="สำนักงานจังหวัดเชียงราย",
    period="เมษายน ๒๕๖๖",
)
SIGNATORY = Signatory(
    role="proposer", name="นายสมมติ ทดสอบ", position="หัวหน้าสำนักงานจังหวัดเชียงราย", verified=False
)
