"""The charts of the pages as pictures for documents, drawn when a text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.charts import as_png, draw_distribution, draw_matrix, draw_ranking
from report.documents.pictures import Picture
from report.ranking import ranked
from report.thai_figures import average, share

if TYPE_CHECKING:
    from report.charts import Drawing
    from report.documents.pictures import Pictures
    from report.facts import Facts


def risk_charts(facts: Facts) -> Pictures:
    """Return ``ranking``, ``matrix`` and ``distribution``; none while too few have answered."""
    summary, campaign = facts.summary, facts.campaign
    if summary.risk_spread["high_percent"] is None:
        return {}
    return {
        "ranking": lambda: _picture(draw_ranking(summary, campaign), _means(facts)),
        "matrix": lambda: _picture(
            draw_matrix(summary, campaign),
            thai("Answers by likelihood and impact; every figure stands in the table."),
        ),
        "distribution": lambda: _picture(draw_distribution(summary, campaign), _shares(facts)),
    }


def _picture(drawn: Drawing, alternative: str) -> Picture:
    return Picture(as_png(drawn), alternative)


def _means(facts: Facts) -> str:
    shown = [kind for kind in ranked(facts.summary) if not kind["suppressed"]]
    means = ", ".join(f"{kind['kind']} {average(kind['mean_score'])}" for kind in shown)
    return thai("Mean score of each kind: {means}").format(means=means)


def _shares(facts: Facts) -> str:
    shown = [kind for kind in ranked(facts.summary) if not kind["suppressed"]]
    shares = ", ".join(f"{kind['kind']} {share(kind['high_percent'])}" for kind in shown)
    return thai("Share of answers at high or above, in percent: {shares}").format(shares=shares)
