"""campaign.toml against itself: the window, the risk matrix, its words, the sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from config.campaign import LEVELS
from config.errors import CampaignError
from config.messages import _
from config.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from config.campaign import RiskMatrix, Source
    from config.settings import Settings

_HIGHEST_SCORE = 25
_KEY_BY_KIND = {"google-sheets": "spreadsheet", "google-forms": "google_form"}


def settings_mistakes(settings: Settings) -> Iterator[CampaignError]:
    """Check what campaign.toml says against itself."""
    yield from _window(settings)
    yield from _chosen_matrix(settings)
    for matrix in settings.matrices:
        yield from _rising_bands(matrix)
    yield from _all_levels(settings)
    yield from _sources(settings)
    ids_by_key: dict[str, list[str]] = {
        "matrices": [matrix.id for matrix in settings.matrices],
        "coi_kinds": [kind.id for kind in settings.coi_kinds],
        "forms": [form.id for form in settings.forms],
        "sources": [f"{source.form}, {source.stream}" for source in settings.sources],
    }
    for key, ids in ids_by_key.items():
        yield from _unique_in_settings(key, ids)


def _in_settings(key: str) -> str:
    return _('{file} key "{key}"').format(file=SETTINGS, key=key)


def _window(settings: Settings) -> Iterator[CampaignError]:
    if settings.window.closes < settings.window.opens:
        yield CampaignError(
            _("the window closes before it opens"),
            place=_in_settings("window.closes"),
            remedy=_("correct one of the two dates"),
        )


def _chosen_matrix(settings: Settings) -> Iterator[CampaignError]:
    known = [matrix.id for matrix in settings.matrices]
    if settings.matrix not in known:
        yield CampaignError(
            _('there is no risk matrix "{matrix}"').format(matrix=settings.matrix),
            place=_in_settings("matrix"),
            remedy=_("choose one of: {choices}").format(choices=", ".join(known)),
        )


def _rising_bands(matrix: RiskMatrix) -> Iterator[CampaignError]:
    if not 1 < matrix.medium < matrix.high < matrix.very_high <= _HIGHEST_SCORE:
        yield CampaignError(
            _('the bands of the risk matrix "{matrix}" do not rise').format(matrix=matrix.id),
            place=_in_settings("matrices"),
            remedy=_("write rising numbers from 2 to 25: medium, high, very_high"),
        )


def _all_levels(settings: Settings) -> Iterator[CampaignError]:
    for key, words in {
        "matrix_levels": settings.matrix_levels,
        "matrix_responses": settings.matrix_responses,
    }.items():
        for level in LEVELS:
            if level not in words:
                yield CampaignError(
                    _('the level "{level}" has no words').format(level=level),
                    place=_in_settings(key),
                    remedy=_("add it"),
                )


def _sources(settings: Settings) -> Iterator[CampaignError]:
    """Check that each source names its document and nothing that is for another kind."""
    for source in settings.sources:
        needed = _KEY_BY_KIND.get(source.kind)
        if needed and not getattr(source, needed):
            yield CampaignError(
                _('a source of the kind "{kind}" needs the key "{key}"').format(
                    kind=source.kind, key=needed
                ),
                place=_in_settings("sources"),
                remedy=_("paste the address from the browser"),
            )
        for key in _keys_of_another_kind(source, needed):
            yield CampaignError(
                _('"{key}" is not for a source of the kind "{kind}"').format(
                    key=key, kind=source.kind
                ),
                place=_in_settings("sources"),
                remedy=_("delete it, or correct kind"),
            )


def _keys_of_another_kind(source: Source, needed: str | None) -> Iterator[str]:
    for key in _KEY_BY_KIND.values():
        if key != needed and getattr(source, key):
            yield key
    if source.gid and needed != "spreadsheet":
        yield "gid"


def _unique_in_settings(key: str, ids: Iterable[str]) -> Iterator[CampaignError]:
    for value, count in Counter(ids).items():
        if count > 1:
            yield CampaignError(
                _('"{value}" stands twice').format(value=value),
                place=_in_settings(key),
                remedy=_("keep one of them"),
            )
