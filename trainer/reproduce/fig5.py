"""Fig. 5: figures against m, the number of samples drawn for a sketch."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trainer.evaluation.measured import Measured, difference
from trainer.methods import TITLES
from trainer.reproduce import paper
from trainer.reproduce.charts import curve_plot
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.page import INTERVALS, cell, change_cell, table, write_csv, write_page

ROWS = ("wsgan_dagger", "wsgan")
COLUMNS = ("method", "protocol", "metric", "samples", "value", "low", "high")

Results = dict[str, dict[int, Measured]]
"""By row and number of samples."""


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure both WSGAN rows with more and more samples of the same draws; write page, table and plot."""
    scale, results = comparison.scale, measure_counts(comparison)
    rows = [
        (row, scale.main_protocol, metric, samples, figure.value, figure.low, figure.high)
        for row, by_count in results.items()
        for samples, measured in by_count.items()
        for metric in paper.TABLE_1_METRICS
        for figure in [measured.interval(metric)]
    ]
    panels = {
        metric: {TITLES[row]: _line(by_count, metric) for row, by_count in results.items()}
        for metric in paper.TABLE_1_METRICS
    }
    plot = curve_plot(
        out / "fig5.png", panels, x_label="m, samples a sketch", y_label="", ticks=comparison.scale.sample_counts
    )
    blocks = [
        f"On `{scale.main_protocol}`, with the kernel width chosen for m = {scale.samples}. {INTERVALS}",
        "![Figures against m](fig5.png)",
        *_tables(results),
    ]
    title = f"Figure 5: performance against the number of samples (scale {scale.name})"
    return [
        write_csv(out / "fig5.csv", COLUMNS, rows),
        plot,
        write_page(out / "fig5.md", title, blocks, comparison),
    ]


def measure_counts(comparison: Comparison) -> Results:
    """Figures by row and number of samples, each number the first samples of the same draws."""
    scale = comparison.scale
    main, counts = scale.main_protocol, scale.sample_counts
    return {row: comparison.measured_counts(row, [main], counts)[main] for row in ROWS}


def _line(by_count: dict[int, Measured], metric: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    figures = [measured.interval(metric) for measured in by_count.values()]
    bounds = (np.array([getattr(figure, name) for figure in figures]) for name in ("value", "low", "high"))
    value, low, high = bounds
    return np.array(list(by_count)), value, low, high


def _tables(results: Results) -> list[str]:
    blocks = []
    for row, by_count in results.items():
        first = next(iter(by_count.values()))
        body = [
            (
                str(samples),
                *(cell(measured.interval(metric)) for metric in paper.TABLE_1_METRICS),
                change_cell(difference(measured, first, "recall@5")),
            )
            for samples, measured in by_count.items()
        ]
        blocks.append(f"## {TITLES[row]}")
        blocks.append(table(("m", *paper.TABLE_1_METRICS, "recall@5 less that of m = 1, points"), body))
    return blocks
