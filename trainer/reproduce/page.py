"""How a result is written: a Markdown page with what it was made from, and a CSV table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from trainer.data.reproduction import SYNTHETIC_SOURCE
from trainer.evaluation.bootstrap import Interval
from trainer.provenance import code_revision
from trainer.reproduce.comparison import Comparison

INTERVALS = (
    "Figures in brackets are 95% confidence intervals: bootstrap over the sketches' identities, percentile "
    "method; where every sketch or none succeeds, the exact binomial bound."
)
LIMITS = (
    "The paper's figures were measured with its own photos and drawn sketches, which nobody else has; they stand "
    "here for the order of the rows, not to be reached or beaten by ours."
)


def share(value: float) -> str:
    """A share as “.561”, or “1.000”."""
    text = f"{value:.3f}"
    return text[1:] if text.startswith("0.") else text


def cell(interval: Interval) -> str:
    """A share with its interval as “.561 (.512 to .610)”."""
    return f"{share(interval.value)} ({share(interval.low)} to {share(interval.high)})"


def change_cell(interval: Interval) -> str:
    """A difference in percentage points with its interval; bold when 0 lies outside."""
    text = f"{100 * interval.value:+.1f} ({100 * interval.low:+.1f} to {100 * interval.high:+.1f})"
    return f"**{text}**" if interval.excludes_zero else text


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are numbers."""
    lines = [_line(header), _line(["---", *["---:"] * (len(header) - 1)])]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_page(path: Path, title: str, blocks: Iterable[str], comparison: Comparison) -> Path:
    """Write title, paragraphs, and what the result was made from."""
    made_from = table(("made from", ""), facts(comparison)).replace("| --- | ---: |", "| --- | --- |")
    text = "\n\n".join([f"# {title}", *blocks, made_from])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a table; numbers with six decimals."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([f"{each:.6f}" if isinstance(each, float) else each for each in row])
    return path


def _trainings(seeds: Sequence[int]) -> str:
    if len(seeds) == 1:
        return f"one, from seed {seeds[0]}"
    return f"mean of {len(seeds)}, from the seeds {', '.join(map(str, seeds))}"


def facts(comparison: Comparison) -> list[tuple[str, str]]:
    """What decides the figures."""
    scale, material = comparison.scale, comparison.material
    training, budget, code = material.training, scale.budget, code_revision()
    synthetic = int((training.weak.sources == SYNTHETIC_SOURCE).sum())
    changed = " with uncommitted changes" if code["modified"] else ""
    hashes = [f"{name} {key[:16]}" for name, key in sorted(material.bench.keys.items())]
    return [
        ("scale", f"`{scale.name}`. {scale.purpose}"),
        ("encoder", f"{scale.encoder.kind}, feature size {scale.encoder.feature_size}, input {budget.size} pixels"),
        ("steps", f"{budget.start_steps:,} for the common start, {budget.steps:,} a row; {budget.batch} images each"),
        ("sketches seen", f"{budget.sketches * budget.steps:,} by each row that learns from any"),
        ("strong set", f"{len(training.strong):,} photos of {training.class_count:,} people"),
        ("weak set", f"{len(training.weak):,} sketches and drawings, {synthetic:,} of them synthetic"),
        ("samples", f"m = {scale.samples}, mean of {scale.draws} draws of z; {scale.resamples:,} resamples"),
        ("trainings", _trainings(comparison.seeds)),
        ("training table, SHA-256", f"`{training.strong.csv_sha256}`"),
        ("test sets, SHA-256", f"`{'`, `'.join(hashes)}`" if hashes else "part of the training table"),
        ("measured by", f"version {code['version']}, revision `{code['revision']}`{changed}"),
    ]
