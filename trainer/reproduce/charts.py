"""Plots of the results, in one plain style. They show figures and points, never a face."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from trainer.evaluation.bootstrap import Interval

INK, MUTED, GRID = "#22262b", "#6b7480", "#d9dde2"
PHOTO_COLOUR, SKETCH_COLOUR = "#c4472f", "#2b6ca3"
"""Red photos and blue sketches, as in the paper's Fig. 4."""
LINE_COLOURS = ("#2b6ca3", "#c4472f", "#3f8f5f", "#8a5aa8", "#b88a1e")
LINE_STYLES = ("-", "--", "-.", ":")
"""Each begins when the colours are used up."""
STYLE: dict[Any, object] = {
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlesize": 10.0,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.7,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "legend.frameon": False,
    "savefig.dpi": 150,
}

Points = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """A panel of figures with intervals, one row a method, and what the paper has for it where it has something."""

    title: str
    figures: Mapping[str, Interval]
    paper: Mapping[str, float]
    emphasised: frozenset[str]


@contextmanager
def figure(path: Path, *, width: float, height: float) -> Iterator[Figure]:
    """A figure in the common style, saved as PNG at the end; sizes in inches."""
    with mpl.rc_context(STYLE):
        drawn = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(drawn)
        yield drawn
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn.savefig(path)


def _grid(panels: int) -> tuple[int, int]:
    """Rows and columns: three a row, but four in a square."""
    columns = 2 if panels == 4 else min(3, panels)
    return -(-panels // columns), columns


def forest_plot(path: Path, panels: Sequence[Forest]) -> Path:
    """Panels side by side, their rows in the same order."""
    rows, columns = _grid(len(panels))
    names = list(panels[0].figures)
    with figure(path, width=1.6 + 3.0 * columns, height=(0.9 + 0.24 * len(names)) * rows) as drawn:
        grid = drawn.subplots(rows, columns, squeeze=False, sharey=True)
        for axes in grid.flat[len(panels) :]:
            axes.set_visible(False)
        for axes, panel in zip(grid.flat, panels, strict=False):
            _forest(axes, panel)
        if any(panel.paper for panel in panels):
            grid.flat[0].plot(
                [], [], "D", color="none", markeredgecolor=MUTED, markersize=4, label="paper (its data)"
            )
            drawn.legend(loc="outside lower right", fontsize=8)
    return path


def _forest(axes: Axes, panel: Forest) -> None:
    for row, (name, interval) in enumerate(panel.figures.items()):
        colour = SKETCH_COLOUR if name in panel.emphasised else MUTED
        axes.plot([interval.low, interval.high], [row, row], color=colour, linewidth=1.6, solid_capstyle="butt")
        axes.plot(interval.value, row, "o", color=colour, markersize=4.5)
        if name in panel.paper:
            axes.plot(panel.paper[name], row, "D", color="none", markeredgecolor=MUTED, markersize=4)
    axes.set_yticks(range(len(panel.figures)), list(panel.figures))
    axes.set_ylim(len(panel.figures) - 0.4, -0.6)
    axes.tick_params(left=False)
    axes.grid(visible=False, axis="y")
    axes.set_title(panel.title)


def curve_plot(
    path: Path,
    panels: Mapping[str, Mapping[str, tuple[Points, Points, Points | None, Points | None]]],
    *,
    x_label: str,
    y_label: str,
    ticks: Sequence[int] = (),
) -> Path:
    """Panels of lines: for each its name, x (K,), y (K,), and the bounds of a band (K,); x logarithmic with ticks."""
    rows, columns = _grid(len(panels))
    with figure(path, width=1.0 + 3.3 * columns, height=0.5 + 2.6 * rows) as drawn:
        grid = drawn.subplots(rows, columns, squeeze=False)
        for axes in grid.flat[len(panels) :]:
            axes.set_visible(False)
        for axes, (title, lines) in zip(grid.flat, panels.items(), strict=False):
            _curves(axes, lines)
            axes.set_title(title)
            axes.set_xlabel(x_label)
            axes.set_ylabel(y_label)
            if ticks:
                axes.set_xscale("log")
                axes.set_xticks(list(ticks), [str(tick) for tick in ticks])
                axes.minorticks_off()
        grid.flat[0].legend(fontsize=8)
    return path


def _curves(axes: Axes, lines: Mapping[str, tuple[Points, Points, Points | None, Points | None]]) -> None:
    looks = cycle(product(LINE_STYLES, LINE_COLOURS))
    for (style, colour), (name, (x, y, low, high)) in zip(looks, lines.items(), strict=False):
        marker = "o" if len(x) < 12 else None
        axes.plot(x, y, style, color=colour, linewidth=1.5, label=name, marker=marker, markersize=3.5)
        if low is not None and high is not None:
            axes.fill_between(x, low, high, color=colour, alpha=0.14, linewidth=0)


def scatter_plot(path: Path, panels: Mapping[str, tuple[Points, Points]]) -> Path:
    """Panels of points in the plane: photos (N, 2) and sketches (M, 2)."""
    rows, columns = _grid(len(panels))
    with figure(path, width=3.1 * columns, height=0.3 + 3.1 * rows) as drawn:
        grid = drawn.subplots(rows, columns, squeeze=False)
        for axes in grid.flat[len(panels) :]:
            axes.set_visible(False)
        for axes, (title, (photos, sketches)) in zip(grid.flat, panels.items(), strict=False):
            for points, colour, name in ((sketches, SKETCH_COLOUR, "sketches"), (photos, PHOTO_COLOUR, "photos")):
                size = float(np.clip(1500 / len(points), 2, 9))  # few photos stay visible among many samples
                axes.scatter(*points.T, s=size, color=colour, alpha=0.7, linewidths=0, label=name)
            axes.set_title(title)
            axes.set_xticks([])
            axes.set_yticks([])
            axes.grid(visible=False)
        handles, labels = grid.flat[0].get_legend_handles_labels()
        drawn.legend(handles, labels, loc="outside lower center", ncols=2, markerscale=2.5)
    return path
