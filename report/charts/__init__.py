"""The pictures, one file each; the words around them stand in the templates."""

from report.charts.canvas import Drawing, as_png
from report.charts.distribution import draw_distribution
from report.charts.matrix import draw_matrix
from report.charts.ranking import draw_ranking
from report.charts.timeline import draw_timeline

__all__ = [
    "Drawing",
    "as_png",
    "draw_distribution",
    "draw_matrix",
    "draw_ranking",
    "draw_timeline",
]
