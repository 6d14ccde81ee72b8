"""Filling a text: Jinja2 in a sandbox, strict about unknown names, every value plain text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, StrictUndefined, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from config.dates import long_date
from config.decoding import decode
from config.texts import TEXTS
from report.documents.carried import carried, without_ours
from report.documents.filters import FILTERS, JINJA_FILTERS, JINJA_GLOBALS
from report.documents.template_faults import said_of_the_text, unknown_name
from report.sentences.ita import score
from report.thai_figures import NO_FIGURE, people, share

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from config.texts import Texts


_PRINTED_AS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, str),
    (int, people),
    (float, share),
    (Decimal, score),
    (date, long_date),
)


class _NamedAfterItself(StrictUndefined):
    """An unknown name; the message of its error is that name."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name or self._undefined_hint)


def filling(texts: Texts) -> Environment:
    """Return what fills the campaign's texts; ``include`` and ``import`` find them by name."""
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _loaded(texts, name)),
        undefined=_NamedAfterItself,
        autoescape=True,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters = {name: environment.filters[name] for name in JINJA_FILTERS} | FILTERS
    environment.globals = {name: environment.globals[name] for name in JINJA_GLOBALS}
    return environment


def filled(name: str, environment: Environment, values: Mapping[str, Any]) -> str:
    """Return the text with its values carried (`report.documents.carried`).

    Raises `TextError` for whatever is wrong in it.
    """
    with said_of_the_text(name, values):
        template = environment.get_template(name)
        _refuse_unknown(name, environment, values)
        return template.render(values)


def _refuse_unknown(name: str, environment: Environment, values: Mapping[str, Any]) -> None:
    """Raise for a name that nobody knows, also where today's figures would not come to print it."""
    assert environment.loader is not None
    source, *_rest = environment.loader.get_source(environment, name)
    known = values.keys() | environment.globals.keys()
    for used, line in _names_used(source, environment):
        if used not in known:
            raise unknown_name(used, values, name=name, line=line)


@lru_cache(maxsize=64)  # one text makes a document for each agency
def _names_used(source: str, environment: Environment) -> tuple[tuple[str, int], ...]:
    """Return the names that a text expects to be given, each time with its line."""
    whole = environment.parse(source)
    expected = meta.find_undeclared_variables(whole)
    return tuple(
        (used.name, used.lineno) for used in whole.find_all(nodes.Name) if used.name in expected
    )


def source_of(name: str, texts: Texts) -> str:
    """Return a text as the office wrote it; "" where there is none."""
    loaded = _loaded(texts, name)
    return loaded[0] if loaded else ""


def _loaded(texts: Texts, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    content = texts.get(name)
    if content is None:
        return None
    source = without_ours(decode(content)[0]).replace("\r\n", "\n")
    return source, f"{TEXTS}/{name}", lambda: True


def _printed(value: object) -> Markup:
    """Return a value as documents print it, on its way through Markdown."""
    return value if isinstance(value, Markup) else Markup(carried(_in_words(value)))  # noqa: S704


def _in_words(value: object) -> str:
    if value is None:
        return NO_FIGURE
    say = next((say for kind, say in _PRINTED_AS if isinstance(value, kind)), str)
    return say(value)
