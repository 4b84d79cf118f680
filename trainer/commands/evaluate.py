"""Measure a bundle on test protocols from raw images."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from forensic_id.inference.bundle import MANIFEST_NAME
from trainer.arguments import positive
from trainer.atomic_file import make_place, write_atomically
from trainer.bundle_manifest import write_manifest
from trainer.evaluation.measured import FALSE_POSITIVE_RATES, METRICS, RECALL_AT, recall_name, tpr_name
from trainer.evaluation.protocols import LOADERS, NAMES, NamedImage, load_protocol
from trainer.evaluation.remembered_faces import Memory
from trainer.evaluation.retrieval import (
    EncodedSet,
    ProtocolResult,
    Tools,
    bundle_tools,
    encode_images,
    evaluate,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare bundle, protocols, number of samples."""
    parser.add_argument("--bundle", type=Path, default=Path("resources/models/default"))
    parser.add_argument(
        "--protocol",
        action="append",
        choices=LOADERS,
        help=f"may be repeated; default: {', '.join(NAMES)}. Of cufsf's 1,194 sketches 1,000 are in the training "
        "table (source cufsf): a bundle trained on it has seen them",
    )
    parser.add_argument("--samples", type=positive, default=10, help="m, features drawn for each sketch")
    parser.add_argument("--json", type=Path, help="write the figures and the CMC to this file too")
    parser.add_argument("--record", action="store_true", help="write the figures into the bundle's manifest")


def run(options: argparse.Namespace) -> None:
    """Evaluate and print the figures and their confidence intervals."""
    if options.json:
        make_place(options.json)
    results = evaluate_bundle(options.bundle, options.protocol or NAMES, options.data, samples=options.samples)
    _print(results, options.samples)
    if options.json:
        text = json.dumps([_plain(result) for result in results], indent=1)
        write_atomically(options.json, (text + "\n").encode("utf-8"))
    if options.record:
        record_figures(options.bundle, results)


def evaluate_bundle(
    bundle: Path,
    protocols: Sequence[str],
    data: Path,
    *,
    samples: int,
    memories: dict[bytes, Memory] | None = None,
) -> list[ProtocolResult]:
    """Measure a bundle on protocols; an image that several of them use is encoded once.

    `memories` as for `bundle_tools`. Raises BundleRefusedError, DataError.
    """
    tools = bundle_tools(bundle, memories)
    known: dict[NamedImage, EncodedSet] = {}
    results = []
    for protocol in [load_protocol(name, data) for name in protocols]:
        probes = _encode(protocol.probes, tools, known, sketches=True)
        gallery = _encode(protocol.gallery, tools, known, sketches=False)
        results.append(evaluate(protocol, probes, gallery, tools, samples=samples))
    return results


def record_figures(bundle: Path, results: list[ProtocolResult]) -> None:
    """Put the figures under `measured` in manifest.json, where reports read them. The bundle's id changes with it."""
    manifest = json.loads((bundle / MANIFEST_NAME).read_text(encoding="utf-8"))
    for result in results:
        measured = result.measured
        recall = {f"recall_{k}": measured.values[recall_name(k)] for k in RECALL_AT}
        manifest["measured"][measured.protocol] = {"sketches": measured.probes, "photos": measured.photos, **recall}
    write_manifest(bundle, manifest)


def _encode(
    images: tuple[NamedImage, ...], tools: Tools, known: dict[NamedImage, EncodedSet], *, sketches: bool
) -> EncodedSet:
    """Encode image by image, remembering each, because protocols share images."""
    for image in track([image for image in images if image not in known], description="aligning"):
        known[image] = encode_images([image], tools, sketches=sketches)
    return EncodedSet.joined([known[image] for image in images])


def _print(results: list[ProtocolResult], samples: int) -> None:
    console = Console(width=150)
    console.print(_figure_table(results, samples))
    console.print(_interval_table(results))
    for path, reason in sorted({failure for result in results for failure in result.failures}):
        console.print(f"{path.name}: {reason}")


def _figure_table(results: list[ProtocolResult], samples: int) -> Table:
    table = Table(title=f"Automatic alignment, m = {samples}, mean of {results[0].draws} draws (first draw)")
    table.add_column("protocol")
    for heading in ("probes", "gallery", "not found", *(f"recall@{k}" for k in RECALL_AT)):
        table.add_column(heading, justify="right")
    for rate in FALSE_POSITIVE_RATES:
        table.add_column(f"TPR@{rate:g}", justify="right")
    for result in results:
        measured = result.measured
        table.add_row(
            measured.protocol,
            str(measured.probes),
            str(measured.photos),
            str(len(result.failures)),
            *(f"{measured.values[recall_name(k)]:.3f} ({result.first_recall[k]:.3f})" for k in RECALL_AT),
            *(f"{measured.values[tpr_name(rate)]:.3f}" for rate in FALSE_POSITIVE_RATES),
        )
    return table


def _interval_table(results: list[ProtocolResult]) -> Table:
    table = Table("protocol", *METRICS, title="95% confidence intervals (bootstrap over the sketches' identities)")
    for result in results:
        intervals = [result.measured.interval(metric) for metric in METRICS]
        table.add_row(result.measured.protocol, *(f"{each.low:.3f}-{each.high:.3f}" for each in intervals))
    return table


def _plain(result: ProtocolResult) -> dict[str, object]:
    measured = result.measured
    intervals = {metric: measured.interval(metric) for metric in METRICS}
    return {
        "protocol": measured.protocol,
        "probes": measured.probes,
        "gallery": measured.photos,
        "recall": {str(k): measured.values[recall_name(k)] for k in RECALL_AT},
        "recall_first_draw": {str(k): result.first_recall[k] for k in RECALL_AT},
        "cmc": measured.cmc.tolist(),
        "tpr_at_fpr": {f"{rate:g}": measured.values[tpr_name(rate)] for rate in FALSE_POSITIVE_RATES},
        "interval_95": {metric: [each.low, each.high] for metric, each in intervals.items()},
        "failures": [[path.name, reason] for path, reason in result.failures],
    }
