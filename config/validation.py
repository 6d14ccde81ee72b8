"""What pydantic found wrong, said in plain words with the place and the nearest known key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from config.cells import CellFault
from config.errors import CampaignError
from config.messages import _
from config.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Location = tuple[int | str, ...]


def plain_mistakes(
    error: ValidationError, model: type[BaseModel], place: Callable[[Location], str]
) -> tuple[CampaignError, ...]:
    """Return one mistake per thing that ``model`` refused; ``place`` says where a location is."""
    return tuple(_mistake(details, model, place) for details in error.errors())


def _mistake(
    details: ErrorDetails, model: type[BaseModel], place: Callable[[Location], str]
) -> CampaignError:
    location = details["loc"]
    fault, remedy = _words(details, model)
    return CampaignError(fault, place=place(location), remedy=remedy)


def _words(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    location, context = details["loc"], details.get("ctx", {})
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    own = context.get("error")
    if isinstance(own, CellFault):
        return own.fault, own.remedy
    if details["type"] == "extra_forbidden":
        return _unknown_key(key, known_keys(model, location[:-1]))
    if details["type"] == "missing":
        return _('"{key}" is missing').format(key=key), _("add it")
    if details["type"] == "literal_error":
        return _not_a_choice(str(details["input"]), str(context["expected"]))
    return _does_not_fit(key, details)


def _unknown_key(key: str, known: tuple[str, ...]) -> tuple[str, str]:
    return (
        _('nobody knows the key "{key}"').format(key=key),
        did_you_mean(key, known, otherwise=_("delete it")),
    )


def _not_a_choice(written: str, expected: str) -> tuple[str, str]:
    choices = [part for part in expected.split("'")[1::2] if part]
    return (
        _('"{text}" is not one of the choices').format(text=written),
        did_you_mean(
            written,
            choices,
            otherwise=_("choose one of: {choices}").format(choices=", ".join(choices)),
        ),
    )


def _does_not_fit(key: str, details: ErrorDetails) -> tuple[str, str]:
    written = "" if isinstance(details["input"], (dict, list)) else str(details["input"])
    wanted = {
        "int": _("write a whole number without quotation marks"),
        "float": _("write a number without quotation marks"),
        "bool": _("write true or false without quotation marks"),
        "string": _("write text between quotation marks"),
        "date": _("write the date as year-month-day, for example 2023-04-30"),
        "tuple": _("write a list between [ and ]"),
        "greater": _("write a larger number"),
        "less": _("write a smaller number"),
    }
    kind = details["type"].split("_", maxsplit=1)[0]
    remedy = wanted.get(kind, _("compare it with a new folder"))
    return _('"{key}" cannot be "{text}"').format(key=key, text=written), remedy


def known_keys(model: type[BaseModel], location: Location) -> tuple[str, ...]:
    """Return the keys that the part of ``model`` at ``location`` knows."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_within(model.model_fields[part].annotation) or model
    return tuple(model.model_fields)


def _model_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_within, get_args(annotation))), None)
