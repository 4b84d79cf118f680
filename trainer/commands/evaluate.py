"""Measure a bundle on test protocols from raw images."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from forensic_id.inference.bundle import MANIFEST_NAME, load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from trainer.evaluation.protocols import NAMES, NamedImage, load_protocol
from trainer.evaluation.retrieval import (
    FALSE_POSITIVE_RATES,
    RECALL_AT,
    EncodedSet,
    ProtocolResult,
    Tools,
    encode_images,
    evaluate,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare bundle, protocols, number of samples."""
    parser.add_argument("--bundle", type=Path, default=Path("resources/models/default"))
    parser.add_argument("--protocol", action="append", choices=NAMES, help="may be repeated; default: all")
    parser.add_argument("--samples", type=int, default=10, help="m, features drawn for each sketch")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--record", action="store_true", help="write the figures into the bundle's manifest")


def run(options: argparse.Namespace) -> None:
    """Evaluate and print one table."""
    tools = bundle_tools(options.bundle)
    known: dict[NamedImage, EncodedSet] = {}
    results = []
    for name in options.protocol or NAMES:
        protocol = load_protocol(name, options.data)
        probes, gallery = (_encode(images, tools, known) for images in (protocol.probes, protocol.gallery))
        results.append(evaluate(protocol, probes, gallery, tools, samples=options.samples))
    _print(results, options.samples)
    if options.json:
        text = json.dumps([_plain(result) for result in results], indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    if options.record:
        record_figures(options.bundle, results)


def bundle_tools(folder: Path) -> Tools:
    """Build the app's components from a bundle. Raises BundleRefusedError."""
    bundle = load_bundle(folder)
    return Tools(
        loader=PillowImageLoader(),
        aligner=FacePipeline(OnnxLandmarkPredictor(bundle.models["landmarks.onnx"])),
        encoder=OnnxEncoder(bundle),
        generator=OnnxGenerator(bundle),
    )


def record_figures(bundle: Path, results: list[ProtocolResult]) -> None:
    """Put the figures under `measured` in manifest.json, where reports read them. The bundle's id changes with it."""
    path = bundle / MANIFEST_NAME
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for result in results:
        recall = {f"recall_{k}": result.mean_recall(k) for k in RECALL_AT}
        manifest["measured"][result.protocol] = {"sketches": result.probes, "photos": result.gallery, **recall}
    path.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _encode(images: tuple[NamedImage, ...], tools: Tools, known: dict[NamedImage, EncodedSet]) -> EncodedSet:
    """Encode image by image, remembering each, because protocols share images."""
    for image in track([image for image in images if image not in known], description="aligning"):
        known[image] = encode_images([image], tools)
    return EncodedSet.joined([known[image] for image in images])


def _print(results: list[ProtocolResult], samples: int) -> None:
    table = Table(title=f"Automatic alignment, m = {samples}, mean of {len(results[0].draws)} draws (first draw)")
    table.add_column("protocol")
    for heading in ("probes", "gallery", "not found", *(f"recall@{k}" for k in RECALL_AT)):
        table.add_column(heading, justify="right")
    for rate in FALSE_POSITIVE_RATES:
        table.add_column(f"TPR@{rate:g}", justify="right")
    for result in results:
        first = result.draws[0].recall
        table.add_row(
            result.protocol,
            str(result.probes),
            str(result.gallery),
            str(len(result.failures)),
            *(f"{result.mean_recall(k):.3f} ({first[k]:.3f})" for k in RECALL_AT),
            *(f"{result.mean_true_positive_rate(rate):.3f}" for rate in FALSE_POSITIVE_RATES),
        )
    console = Console(width=150)
    console.print(table)
    for path, reason in sorted({failure for result in results for failure in result.failures}):
        console.print(f"{path.name}: {reason}")


def _plain(result: ProtocolResult) -> dict[str, object]:
    return {
        "protocol": result.protocol,
        "probes": result.probes,
        "gallery": result.gallery,
        "recall": {str(k): result.mean_recall(k) for k in RECALL_AT},
        "recall_first_draw": {str(k): result.draws[0].recall[k] for k in RECALL_AT},
        "tpr_at_fpr": {f"{rate:g}": result.mean_true_positive_rate(rate) for rate in FALSE_POSITIVE_RATES},
        "failures": [[path.name, reason] for path, reason in result.failures],
    }
