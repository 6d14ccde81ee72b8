"""A Google Form and its responses as the Forms API tells them: question ids, headings, texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collector.google.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FIELDS = (
    "formId,info(title,documentTitle),linkedSheetId,publishSettings(publishState),"
    "items(title,questionItem(question(questionId)),"
    "questionGroupItem(questions(questionId,rowQuestion(title))))"
)
_JOINED_BY = ", "
"""As a linked sheet joins the boxes that were ticked."""


@dataclass(frozen=True)
class GoogleForm:
    """A form as it is now; ``headings`` by question id, in the order of asking.

    ``accepting`` is None where an older form does not tell; ``sheet`` is the spreadsheet that its
    answers go into, "" for none.
    """

    title: str
    headings: dict[str, str]
    accepting: bool | None
    sheet: str


@dataclass(frozen=True)
class Response:
    """One press of the send button, or of a later one that edited it."""

    id: str
    created: str
    submitted: str
    email: str
    answers: dict[str, str]


def form_of(answer: Mapping[str, Any], asked_for: str) -> GoogleForm:
    """Return what the answer of ``forms.get`` says; raise `Trouble` if it says too little."""
    try:
        if answer["formId"] != asked_for:
            raise Trouble("strange_answer")
        state = answer.get("publishSettings", {}).get("publishState")
        info = answer["info"]
        return GoogleForm(
            title=info.get("documentTitle") or info.get("title", ""),
            headings=dict(_headings(answer.get("items", ()))),
            accepting=None if state is None else bool(state.get("isAcceptingResponses")),
            sheet=answer.get("linkedSheetId", ""),
        )
    except (KeyError, TypeError, AttributeError) as missing:
        raise Trouble("strange_answer") from missing


def responses_of(pages: Iterable[Mapping[str, Any]]) -> tuple[Response, ...]:
    """Return each response once, in its latest form, by the time of its creation.

    A response edited while the pages were being turned stands on two of them.
    """
    latest: dict[str, Response] = {}
    try:
        for page in pages:
            for said in page.get("responses", ()):
                response = _response(said)
                known = latest.get(response.id)
                if known is None or known.submitted < response.submitted:
                    latest[response.id] = response
        return tuple(sorted(latest.values(), key=lambda response: (response.created, response.id)))
    except (KeyError, TypeError, AttributeError) as missing:
        raise Trouble("strange_answer") from missing


def _headings(items: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield question ids with the headings that a linked sheet gives them; grids row by row."""
    for item in items:
        title = item.get("title", "")
        if "questionItem" in item:
            yield item["questionItem"]["question"]["questionId"], title
        for question in item.get("questionGroupItem", {}).get("questions", ()):
            row = question.get("rowQuestion", {}).get("title", "")
            yield question["questionId"], f"{title} [{row}]"


def _response(said: Mapping[str, Any]) -> Response:
    created = said["createTime"]
    return Response(
        id=said["responseId"],
        created=created,
        submitted=said.get("lastSubmittedTime", created),
        email=said.get("respondentEmail", ""),
        answers={question: _text(answer) for question, answer in said.get("answers", {}).items()},
    )


def _text(answer: Mapping[str, Any]) -> str:
    texts = [text.get("value", "") for text in answer.get("textAnswers", {}).get("answers", ())]
    files = [f.get("fileName", "") for f in answer.get("fileUploadAnswers", {}).get("answers", ())]
    return _JOINED_BY.join((*texts, *files))
