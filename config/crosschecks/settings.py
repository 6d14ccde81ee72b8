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

    from config.campaign import RiskMatrix
    from config.settings import Settings

_HIGHEST_SCORE = 25


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
        "sources": [source.form for source in settings.sources],
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
    sources = {source.form for source in settings.sources}
    for form in settings.forms:
        if form.id not in sources:
            yield CampaignError(
                _('the form "{form}" has no source').format(form=form.id),
                place=_in_settings("sources"),
                remedy=_("add a [[sources]] with form and kind"),
            )


def _unique_in_settings(key: str, ids: Iterable[str]) -> Iterator[CampaignError]:
    for value, count in Counter(ids).items():
        if count > 1:
            yield CampaignError(
                _('"{value}" stands twice').format(value=value),
                place=_in_settings(key),
                remedy=_("keep one of them"),
            )
