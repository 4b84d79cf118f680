"""Table 2: recall@1 and @5 on sets of drawn sketches."""

from __future__ import annotations

from pathlib import Path

from trainer.methods import TITLES
from trainer.reproduce import paper
from trainer.reproduce.charts import Forest, forest_plot
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.page import INTERVALS, LIMITS, cell, share, table, write_csv, write_page
from trainer.reproduce.table1 import COLUMNS, EMPHASISED

METRICS = ("recall@1", "recall@5")
MISSING = (
    "PRIP-HDC and the whole CUFSF are given out under licences; unpacked into the data folder they are measured too."
)


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure the paper's five rows on the sketch sets at hand and write page, table and plot."""
    scale = comparison.scale
    protocols = (*scale.sketch_sets, *comparison.material.licensed)
    results = {method: comparison.measured(method, protocols) for method in paper.TABLE_2}
    rows = [
        (method, protocol, metric, figure.value, figure.low, figure.high)
        for method, by_protocol in results.items()
        for protocol, measured in by_protocol.items()
        for metric in METRICS
        for figure in [measured.interval(metric)]
    ]
    panels = [
        Forest(
            title=f"{protocol}, recall@1",
            figures={TITLES[method]: results[method][protocol].interval("recall@1") for method in results},
            paper={TITLES[m]: paper.TABLE_2[m][protocol][0] for m in results if protocol in paper.TABLE_2[m]},
            emphasised=EMPHASISED,
        )
        for protocol in protocols
    ]
    blocks = [INTERVALS, "![Recall@1](table2.png)"]
    for protocol in protocols:
        one = results["wsgan"][protocol]
        body = [
            (
                TITLES[method],
                *(cell(results[method][protocol].interval(metric)) for metric in METRICS),
                " ".join(share(value) for value in paper.TABLE_2[method].get(protocol, ())) or "-",
            )
            for method in results
        ]
        blocks.append(f"## `{protocol}`: {one.probes} sketches, {one.photos:,} photos")
        blocks.append(table(("method", *METRICS, "paper: both"), body))
    blocks += [LIMITS, *([] if comparison.material.licensed else [MISSING])]
    return [
        write_csv(out / "table2.csv", COLUMNS, rows),
        forest_plot(out / "table2.png", panels),
        write_page(out / "table2.md", f"Table 2: drawn sketches (scale {scale.name})", blocks, comparison),
    ]
