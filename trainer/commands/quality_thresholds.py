"""Measure where each quality measure begins to cost recall, and what landmark errors cost."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import track

from trainer.arguments import positive
from trainer.atomic_file import make_place, write_atomically
from trainer.evaluation.damage import DAMAGES
from trainer.evaluation.held_out_pairs import components, load_held_out
from trainer.evaluation.quality_doubt import doubt_bands
from trainer.evaluation.quality_report import as_markdown
from trainer.evaluation.quality_thresholds import JITTERS, MOVES, QualityStudy
from trainer.evaluation.turned_heads import turned_heads
from trainer.landmarks.config import default
from trainer.landmarks.data import split_reference


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare bundle, size and output."""
    parser.add_argument("--bundle", type=Path, default=Path("resources/models/default"))
    parser.add_argument("--limit", type=positive, help="only the first N held-out pairs")
    parser.add_argument("--out", type=Path, help="also write quality.md into this folder")


def run(options: argparse.Namespace) -> None:
    """Print the tables as Markdown, and write them. Raises UserFacingError."""
    if options.out is not None:
        make_place(options.out / "quality.md")
    parts = components(options.bundle)
    faces = load_held_out(options.data, parts.split, limit=options.limit)
    _, raw = split_reference(options.data, default())
    study = QualityStudy(parts, faces)
    steps = sum(len(damage.sides) * (1 + len(damage.levels)) for damage in DAMAGES.values())
    text = as_markdown(
        list(track(study.effects(), description="damage", total=steps)),
        list(track(study.jitter(), description="landmarks moved", total=len(MOVES) * len(JITTERS))),
        list(turned_heads(parts, faces)),
        list(doubt_bands(options.data, raw[: options.limit], parts.pipeline)),
        bundle=parts.generator.bundle_name,
        sketches=len(faces.sketches),
    )
    Console(soft_wrap=True).print(text, markup=False)
    if options.out is not None:
        write_atomically(options.out / "quality.md", text.encode("utf-8"))
