"""Table 1: all methods, on every protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from trainer.evaluation.measured import METRICS, Measured, difference
from trainer.methods import METHODS, TITLES
from trainer.reproduce import paper
from trainer.reproduce.charts import Forest, curve_plot, forest_plot
from trainer.reproduce.comparison import Comparison, means_by_protocol
from trainer.reproduce.page import INTERVALS, LIMITS, cell, change_cell, share, table, write_csv, write_page

COLUMNS = ("method", "protocol", "metric", "value", "low", "high")
OURS = "wsgan"
EMPHASISED = frozenset({TITLES["wsgan_dagger"], TITLES["wsgan"]})
CURVES = ("pretraining", "joint_finetuning", "jan_s", "cross_modal_ab", "wsgan")

ROWS_DIFFER = (
    "All rows but two begin with one encoder, trained on photos alone, and take equally many steps from there. "
    "Pretraining is that encoder itself; Jointly Training begins from nothing and takes the steps of both. The WSGAN "
    "rows are not the paper's to the letter: sketch features are classified themselves, too; F does not learn from "
    "L_A of the D-phase; L_A, L_C and L_E weigh 5, 1 and 1 instead of 1, .1 and .01. Their kernel width is chosen on "
    "the pairs of `validation`, which the other rows do without."
)

Results = Mapping[str, Mapping[str, Measured]]
"""By method and protocol."""


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure all rows and write page, table and plots."""
    scale = comparison.scale
    each = {method: comparison.measured_each(method, scale.protocols) for method in METHODS}
    results = {method: means_by_protocol(trainings) for method, trainings in each.items()}
    title = f"Table 1: comparison of methods (scale {scale.name})"
    paper_at = None if scale.demo_people else scale.main_protocol
    return [
        write_csv(out / "table1.csv", COLUMNS, _csv_rows(results)),
        forest_plot(out / "table1.png", [_forest(results, name, paper_at) for name in scale.protocols]),
        write_csv(out / "table1_cmc.csv", ("method", "protocol", "rank", "recall"), _curve_rows(results)),
        curve_plot(out / "table1_cmc.png", _cmc(results, scale.protocols), x_label="rank K", y_label="recall@K"),
        write_page(
            out / "table1.md", title, [*_blocks(comparison, results), *_trainings(comparison, each)], comparison
        ),
    ]


def _csv_rows(results: Results) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for method, protocols in results.items():
        for protocol, measured in protocols.items():
            for metric in METRICS:
                figure = measured.interval(metric)
                rows.append((method, protocol, metric, figure.value, figure.low, figure.high))
    return rows


def _curve_rows(results: Results) -> list[tuple[object, ...]]:
    return [
        (method, protocol, rank, float(recall))
        for method, protocols in results.items()
        for protocol, measured in protocols.items()
        for rank, recall in enumerate(measured.cmc, start=1)
    ]


def _blocks(comparison: Comparison, results: Results) -> list[str]:
    scale = comparison.scale
    blocks = [
        INTERVALS,
        ROWS_DIFFER,
        f"![Recall@5 of all methods](table1.png)\n\n{verdict(results, scale.main_protocol)}",
    ]
    for protocol in scale.protocols:
        one = next(iter(results.values()))[protocol]
        blocks.append(f"## {_size(comparison, one)}")
        blocks.append(_protocol_table(results, protocol, beside_paper=protocol == scale.main_protocol))
    blocks += [LIMITS, f"## {TITLES[OURS]} less each other row", _differences(results, scale.protocols)]
    blocks.append("![Cumulative match characteristics](table1_cmc.png)")
    return blocks


def _trainings(comparison: Comparison, each: Mapping[str, Sequence[Mapping[str, Measured]]]) -> list[str]:
    """What the intervals do not hold: how far trainings from other seeds lie apart."""
    if len(comparison.seeds) == 1:
        return []
    protocols = comparison.scale.protocols
    recalls = {
        method: {p: np.array([training[p].values["recall@5"] for training in trainings]) for p in protocols}
        for method, trainings in each.items()
    }
    rows = [
        (TITLES[method], *(" / ".join(share(value) for value in by_protocol[p]) for p in protocols))
        for method, by_protocol in recalls.items()
    ]
    deviations = [
        share(float(np.sqrt(np.mean([by_protocol[p].var(ddof=1) for by_protocol in recalls.values()]))))
        for p in protocols
    ]
    explained = (
        "Recall@5 of each training. The intervals above tell what other sketches would change, not what another "
        "training would; the last line is its standard deviation within a row, over all rows."
    )
    body = [*rows, ("standard deviation", *deviations)]
    return ["## The single trainings", explained, table(("method", *(f"`{name}`" for name in protocols)), body)]


def _size(comparison: Comparison, measured: Measured) -> str:
    """How many sketches and photos; a sketch without a face is a miss in recall and takes no part in TPR."""
    (protocol,) = comparison.material.bench.only([measured.protocol]).protocols
    lost = measured.probes - len(protocol.found)
    sketches = f"{measured.probes} sketches" + (f" ({lost} without a face that is found)" if lost else "")
    return f"`{measured.protocol}`: {sketches}, {measured.photos:,} photos"


def verdict(results: Results, protocol: str) -> str:
    """Which row is first in recall@5, and from how many others its figures tell it apart."""
    figures = {method: protocols[protocol].values["recall@5"] for method, protocols in results.items()}
    best = max(figures, key=lambda method: figures[method])
    others = [method for method in results if method != best]
    beaten = [
        method
        for method in others
        if difference(results[best][protocol], results[method][protocol], "recall@5").low > 0
    ]
    return (
        f"On `{protocol}` {TITLES[best]} has the highest recall@5, {share(figures[best])}. Paired over the sketches, "
        f"it is ahead of {len(beaten)} of the {len(others)} other rows by more than the choice of sketches explains."
    )


def _protocol_table(results: Results, protocol: str, *, beside_paper: bool) -> str:
    metrics = ("recall@1", *paper.TABLE_1_METRICS)
    rows = []
    for method, protocols in results.items():
        figures = [cell(protocols[protocol].interval(metric)) for metric in metrics]
        printed = " ".join(share(value) for value in paper.TABLE_1[method])
        rows.append((TITLES[method], *figures, *([printed] if beside_paper else [])))
    return table(("method", *metrics, *(["paper: the last four"] if beside_paper else [])), rows)


def _differences(results: Results, protocols: tuple[str, ...]) -> str:
    explained = (
        "Recall@5 in percentage points, paired over the sketches; bold where the 95% interval does not hold 0.\n\n"
    )
    rows = [
        (
            TITLES[method],
            *(change_cell(difference(results[OURS][p], results[method][p], "recall@5")) for p in protocols),
        )
        for method in results
        if method != OURS
    ]
    return explained + table((f"{TITLES[OURS]} less", *(f"`{name}`" for name in protocols)), rows)


def _forest(results: Results, protocol: str, paper_at: str | None) -> Forest:
    figures = {TITLES[method]: protocols[protocol].interval("recall@5") for method, protocols in results.items()}
    printed = {TITLES[method]: values[0] for method, values in paper.TABLE_1.items()} if protocol == paper_at else {}
    return Forest(title=f"{protocol}, recall@5", figures=figures, paper=printed, emphasised=EMPHASISED)


def _cmc(
    results: Results, protocols: tuple[str, ...]
) -> dict[str, dict[str, tuple[np.ndarray, np.ndarray, None, None]]]:
    ranks = np.arange(1, 51)
    return {
        protocol: {TITLES[method]: (ranks, results[method][protocol].cmc, None, None) for method in CURVES}
        for protocol in protocols
    }
