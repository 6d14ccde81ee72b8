"""What Google answers: each method of its interfaces that we know how to play."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from loopback.world import Book, Cell, Form, Question, Response, WrongCell

if TYPE_CHECKING:
    from collections.abc import Callable

    from loopback.google import Google

Query = dict[str, list[str]]
Json = dict[str, Any]
_SHEET = "application/vnd.google-apps.spreadsheet"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CREATED = datetime(2023, 1, 1, tzinfo=UTC)


class RefusalError(Exception):
    """An answer that is no success: status, Google's word for it, message and reason."""

    def __init__(self, code: int, status: str, message: str, **details: Any) -> None:
        super().__init__(message)
        error: Json = {"code": code, "message": message, "status": status}
        self.code = code
        self.body: Json = {"error": error | details}


NOT_SHARED = (403, "PERMISSION_DENIED", "The caller does not have permission")
NOT_FOUND = (404, "NOT_FOUND", "Requested entity was not found.")


def spreadsheet(google: Google, who: str, path: dict[str, str], _query: Query) -> Json:
    """Answer ``spreadsheets.get``, cells included where the field mask names them."""
    book = _open(google.books, path["spreadsheetId"], who)
    if book.is_excel:
        raise RefusalError(
            400, "FAILED_PRECONDITION", "This operation is not supported for this document"
        )
    return {
        "spreadsheetId": book.id,
        "properties": {"title": book.title, "locale": "th_TH", "timeZone": book.time_zone},
        "sheets": [
            {
                "properties": {
                    "sheetId": tab.gid,
                    "title": tab.title,
                    "index": index,
                    "sheetType": "GRID",
                    "gridProperties": {"rowCount": 1000, "columnCount": 26},
                },
                "data": [_grid(tab.rows)],
            }
            for index, tab in enumerate(book.tabs)
        ],
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.id}/edit",
    }


def form(google: Google, who: str, path: dict[str, str], _query: Query) -> Json:
    """Answer ``forms.get``."""
    found = _open(google.forms, path["formId"], who)
    answer: Json = {
        "formId": found.id,
        "info": {"title": found.title, "documentTitle": found.title},
        "revisionId": "0000002a",
        "responderUri": f"https://docs.google.com/forms/d/e/1FAIpQ{found.id}/viewform",
        "items": [_item(question) for question in found.questions],
    }
    if found.book:
        answer["linkedSheetId"] = found.book.id
    if found.accepting is not None:
        state = {"isPublished": found.accepting, "isAcceptingResponses": found.accepting}
        answer["publishSettings"] = {"publishState": state}
    return answer


def responses(google: Google, who: str, path: dict[str, str], query: Query) -> Json:
    """Answer ``forms.responses.list``, page by page."""
    found = _open(google.forms, path["formId"], who)
    size = min(int(query.get("pageSize", ["0"])[0]) or 5000, google.responses_a_page)
    begin = int(query.get("pageToken", ["0"])[0])
    page = found.responses[begin : begin + size]
    answer: Json = {"responses": [_response(r) for r in page]} if page else {}
    if begin + size < len(found.responses):
        answer["nextPageToken"] = str(begin + size)
    return answer


def files(google: Google, who: str, _path: dict[str, str], query: Query) -> Json:
    """Answer Drive's ``files.list``: the sheets that the account can see."""
    kind = _SHEET if _SHEET in query["q"][0] else _EXCEL
    seen = [book for book in google.books.values() if who in book.shared_with]
    return {
        "kind": "drive#fileList",
        "incompleteSearch": False,
        "files": [
            {
                "kind": "drive#file",
                "id": book.id,
                "name": book.title,
                "mimeType": _EXCEL if book.is_excel else _SHEET,
                "modifiedTime": _zulu(_CREATED + timedelta(seconds=book.version)),
                "trashed": book.in_bin,
            }
            for book in seen
            if (_EXCEL if book.is_excel else _SHEET) == kind
        ],
    }


ANSWERS: dict[str, Callable[[Google, str, dict[str, str], Query], Json]] = {
    "sheets.spreadsheets.get": spreadsheet,
    "forms.forms.get": form,
    "forms.forms.responses.list": responses,
    "drive.files.list": files,
}


def _open(documents: dict[str, Any], id_: str, who: str) -> Any:
    document: Book | Form | None = documents.get(id_)
    if document is None:
        raise RefusalError(*NOT_FOUND)
    if who not in document.shared_with:
        raise RefusalError(*NOT_SHARED)
    return document


def _grid(rows: list[list[Cell]]) -> Json:
    """Return a tab's cells; nothing at all is said of a blank one."""
    if not any(cell != "" for row in rows for cell in row):
        return {}
    return {"rowData": [{"values": [_cell(cell) for cell in row]} if row else {} for row in rows]}


def _cell(cell: Cell) -> Json:
    if cell == "":
        return {}
    if isinstance(cell, WrongCell):
        return {"effectiveValue": {"errorValue": {"type": cell.type, "message": "Error"}}}
    kind = {str: "stringValue", bool: "boolValue"}.get(type(cell), "numberValue")
    return {"effectiveValue": {kind: cell}}


def _item(question: Question) -> Json:
    asked = {"questionId": question.id, "required": True}
    if question.row:
        rows = [asked | {"rowQuestion": {"title": question.row}}]
        return {"itemId": f"i{question.id}", "title": question.title,
                "questionGroupItem": {"questions": rows}}  # fmt: skip
    return {"itemId": f"i{question.id}", "title": question.title,
            "questionItem": {"question": asked | {"textQuestion": {}}}}  # fmt: skip


def _response(response: Response) -> Json:
    answer: Json = {
        "responseId": response.id,
        "createTime": _zulu(response.created),
        "lastSubmittedTime": _zulu(response.submitted),
        "answers": {
            id_: {"questionId": id_, "textAnswers": {"answers": [{"value": t} for t in texts]}}
            for id_, texts in response.answers.items()
        },
    }
    return answer | ({"respondentEmail": response.email} if response.email else {})


def _zulu(moment: datetime) -> str:
    at = moment.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
