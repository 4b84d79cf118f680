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
COLUMNS = ("objectives", "samples", "protocol", "metric", "value", "low", "high")

Results = dict[tuple[str, int], Measured]


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure the three objectives with 1 and m samples on the main protocol; write page, table and plot."""
    scale, results = comparison.scale, measure_objectives(comparison)
    rows = [
        (name, samples, measured.protocol, metric, figure.value, figure.low, figure.high)
        for (name, samples), measured in results.items()
        for metric in paper.TABLE_1_METRICS
        for figure in [measured.interval(metric)]
    ]
    printed = {} if scale.demo_people else paper.TABLE_3
    panels = [
        Forest(
            title=metric,
            figures={_title(*key): measured.interval(metric) for key, measured in results.items()},
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
            [INTERVALS, f"On `{scale.main_protocol}`.", "![Figures](table3.png)", *_tables(results), LIMITS],
            comparison,
        ),
    ]


def measure_objectives(comparison: Comparison) -> Results:
    """Figures by objectives and number of samples; both numbers use the same draws."""
    scale = comparison.scale
    results: Results = {}
    for name, row in ROW_OF.items():
        by_count = comparison.measured_counts(row, scale.main_protocol, (1, scale.samples))
        results |= {(name, samples): measured for samples, measured in by_count.items()}
    return results


def _title(name: str, samples: int) -> str:
    return f"{name}, m = {samples}"


def _tables(results: Results) -> list[str]:
    figures = [
        (
            _title(*key),
            *(cell(measured.interval(metric)) for metric in paper.TABLE_1_METRICS),
            " ".join(share(value) for value in paper.TABLE_3.get(key, ())) or "-",
        )
        for key, measured in results.items()
    ]
    most = max(samples for _, samples in results)
    gains = [
        (
            name,
            *(
                change_cell(difference(results[name, most], results[name, 1], metric))
                for metric in paper.TABLE_1_METRICS
            ),
        )
        for name in ROW_OF
    ]
    explained = (
        f"Gain from m = 1 to m = {most} in percentage points, paired over the sketches; bold where the 95% interval "
        "does not hold 0:"
    )
    return [
        table(("objectives", *paper.TABLE_1_METRICS, "paper: all four"), figures),
        explained,
        table(("objectives", *paper.TABLE_1_METRICS), gains),
    ]
