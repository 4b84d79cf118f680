"""Table 3: what each objective adds, with one sample and with m."""

from __future__ import annotations

from pathlib import Path

from trainer.evaluation.measured import Measured, difference
from trainer.reproduce import paper
from trainer.reproduce.charts import Forest, forest_plot
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.page import INTERVALS, LIMITS, cell, change_cell, share, table, write_csv, write_page
from trainer.reproduce.training import CLASS_ONLY

ROW_OF = {"L_C": CLASS_ONLY, "L_A + L_C": "wsgan_dagger", "L_A + L_C + L_E": "wsgan"}
METRICS = ("recall@1", *paper.TABLE_1_METRICS)
COLUMNS = ("objectives", "samples", "protocol", "metric", "value", "low", "high")

GAINS = (
    "In percentage points, paired over the sketches; bold where the 95% interval does not hold 0. Of so many figures "
    "one in twenty would be bold by chance."
)

Results = dict[tuple[str, int], Measured]
"""By objectives and number of samples."""


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure the three objectives with 1 and m samples; write page, table and plot."""
    scale, measured = comparison.scale, measure_objectives(comparison)
    results = measured[scale.main_protocol]
    rows = [
        (name, samples, protocol, metric, figure.value, figure.low, figure.high)
        for protocol, by_objectives in measured.items()
        for (name, samples), one in by_objectives.items()
        for metric in METRICS
        for figure in [one.interval(metric)]
    ]
    printed = {} if scale.demo_people else paper.TABLE_3
    panels = [
        Forest(
            title=metric,
            figures={_title(*key): one.interval(metric) for key, one in results.items()},
            paper={_title(*key): values[index] for key, values in printed.items() if key in results},
            emphasised=frozenset(_title(*key) for key in results if key[0] == "L_A + L_C + L_E"),
        )
        for index, metric in enumerate(paper.TABLE_1_METRICS)
    ]
    return [
        write_csv(out / "table3.csv", COLUMNS, rows),
        forest_plot(out / "table3.png", panels),
        write_page(
            out / "table3.md",
            f"Table 3: influence of the objectives (scale {scale.name})",
            [
                INTERVALS,
                f"On `{scale.main_protocol}`.",
                "![Figures](table3.png)",
                _figures(results),
                LIMITS,
                f"## From m = 1 to m = {scale.samples}",
                GAINS,
                _gains(measured, scale.samples),
            ],
            comparison,
        ),
    ]


def measure_objectives(comparison: Comparison) -> dict[str, Results]:
    """Figures by protocol, objectives and number of samples; both numbers use the same draws."""
    scale = comparison.scale
    results: dict[str, Results] = {protocol: {} for protocol in scale.protocols}
    for name, row in ROW_OF.items():
        for protocol, by_count in comparison.measured_counts(row, scale.protocols, (1, scale.samples)).items():
            results[protocol] |= {(name, samples): measured for samples, measured in by_count.items()}
    return results


def _title(name: str, samples: int) -> str:
    return f"{name}, m = {samples}"


def _figures(results: Results) -> str:
    rows = [
        (
            _title(*key),
            *(cell(measured.interval(metric)) for metric in paper.TABLE_1_METRICS),
            " ".join(share(value) for value in paper.TABLE_3.get(key, ())) or "-",
        )
        for key, measured in results.items()
    ]
    return table(("objectives", *paper.TABLE_1_METRICS, "paper: all four"), rows)


def _gains(measured: dict[str, Results], most: int) -> str:
    rows = [
        (
            name,
            f"`{protocol}`",
            *(change_cell(difference(results[name, most], results[name, 1], metric)) for metric in METRICS),
        )
        for name in ROW_OF
        for protocol, results in measured.items()
    ]
    return table(("objectives", "protocol", *METRICS), rows)
