"""Compare two bundles on the same test protocols: figures, difference, and how sure it is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from trainer.arguments import positive
from trainer.atomic_file import make_place, write_atomically
from trainer.commands.evaluate import evaluate_bundle
from trainer.evaluation.bootstrap import Interval
from trainer.evaluation.measured import METRICS, Measured, difference
from trainer.evaluation.protocols import LOADERS, NAMES
from trainer.evaluation.remembered_faces import Memory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two bundles, protocols, number of samples."""
    parser.add_argument("first", type=Path, help="bundle folder A")
    parser.add_argument("second", type=Path, help="bundle folder B")
    parser.add_argument(
        "--protocol", action="append", choices=LOADERS, help=f"may be repeated; default: {', '.join(NAMES)}"
    )
    parser.add_argument("--samples", type=positive, default=10, help="m, features drawn for each sketch")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")


def run(options: argparse.Namespace) -> None:
    """Measure both and print one table a protocol with what it means."""
    if options.json:
        make_place(options.json)
    protocols = options.protocol or NAMES
    memories: dict[bytes, Memory] = {}
    first, second = (
        evaluate_bundle(bundle, protocols, options.data, samples=options.samples, memories=memories)
        for bundle in (options.first, options.second)
    )
    pairs = [(a.measured, b.measured) for a, b in zip(first, second, strict=True)]
    console = Console(width=120)
    for a, b in pairs:
        console.print(_table(a, b))
        console.print(meaning(difference(a, b, "recall@1"), "recall@1"))
    if options.json:
        text = json.dumps([_plain(a, b) for a, b in pairs], indent=1)
        write_atomically(options.json, (text + "\n").encode("utf-8"))


def meaning(change: Interval, metric: str) -> str:
    """What a difference A - B with its confidence interval says, as a sentence."""
    points, low, high = (100 * part for part in (change.value, change.low, change.high))
    bounds = f"95% confidence interval {low:+.1f} to {high:+.1f}"
    if not change.excludes_zero:
        return (
            f"In {metric} A and B differ by {points:+.1f} percentage points ({bounds}): "
            "these sketches do not tell which of them is better."
        )
    better, worse = ("A", "B") if points > 0 else ("B", "A")
    return (
        f"{better} is better than {worse}: in {metric} A and B differ by {points:+.1f} percentage points ({bounds}), "
        "more than the choice of sketches explains."
    )


def _table(a: Measured, b: Measured) -> Table:
    table = Table("figure", title=f"{a.protocol}: {a.probes} sketches, {a.photos} photos")
    for heading in ("A", "B", "A - B", "95% interval of A - B"):
        table.add_column(heading, justify="right")
    for metric in METRICS:
        change = difference(a, b, metric)
        figures = (f"{a.values[metric]:.3f}", f"{b.values[metric]:.3f}", f"{change.value:+.3f}")
        table.add_row(metric, *figures, f"{change.low:+.3f} to {change.high:+.3f}")
    return table


def _plain(a: Measured, b: Measured) -> dict[str, object]:
    changes = {metric: difference(a, b, metric) for metric in METRICS}
    return {
        "protocol": a.protocol,
        "sketches": a.probes,
        "photos": a.photos,
        "first": dict(a.values),
        "second": dict(b.values),
        "difference": {metric: [each.value, each.low, each.high] for metric, each in changes.items()},
    }
