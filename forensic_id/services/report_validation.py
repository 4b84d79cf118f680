"""The validation figures of a report: what was measured, on what, and how sure that is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from forensic_id.core.calibration import Calibration
from forensic_id.core.report import Block, Grid, ModelFacts, Paragraph, Section
from forensic_id.services.assess_list import list_validation

_RECALL = re.compile(r"recall[_@](\d+)(.*)")
_SHARES = (0.17, 0.28, 0.33, 0.22)
"""Widths of the columns; the third holds recall and FNIR together."""
_QUANTILE = 1.959964  # of the normal distribution, for an interval of 0.95
_EXPLAINED = (
    "As stated in the model bundle. recall@R is the share of test sketches whose person was among the first R of the"
    " list; FNIR(N, R) = 1 - recall@R is the share of those missed in a gallery of N photos (ISO/IEC 19795-1). They"
    " describe the method on the named test set, not this search."
)
_NOT_INSTALLED = "The model bundle of this search is not installed here, so its validation figures cannot be printed."
_UNKNOWN = "The model bundle states no validation figures. Its accuracy is unknown."


def validation_section(model: ModelFacts | None) -> Section:
    """Measured accuracy of the model that was used, or a plain statement that none is known."""
    if model is None:
        return _section(Paragraph(text=_NOT_INSTALLED))
    rows = tuple(measured_figures(model.measured))
    header = ("Test set", "Figure", "Value", "Confidence interval (0.95)")
    found: list[Block] = [Paragraph(text=_EXPLAINED), Grid(header=header, rows=rows, shares=_SHARES)] if rows else []
    if model.calibration is not None:
        found += _calibration(model.calibration)
    return _section(*(found or [Paragraph(text=_UNKNOWN)]))


def _calibration(calibration: Calibration) -> list[Block]:
    """Error rates of verdicts and cost of likelihood ratios on held-out people."""
    rows = calibration_figures(calibration)
    explained = (
        f"Calibration, measured on {calibration.sketches} sketches of {calibration.sketch_people} people held out of"
        f" training, against {calibration.photos:,} photos of {calibration.candidate_list.people} people, at m ="
        f" {calibration.samples}. FPIR(N, T): lists called informative, at threshold T, of searches for people who"
        " were not in the gallery; FNIR(N, R, T): searches whose person was not among the first R of an informative"
        " list."
        " Cllr is the cost of the likelihood ratios of single pairs (0 perfect, 1 worthless), Cllr_min the least that"
        " the order of the scores allows."
    )
    header = ("Figure", "Value", "Confidence interval (0.95)")
    return [Paragraph(text=explained), Grid(header=header, rows=rows)]


def calibration_figures(calibration: Calibration) -> tuple[tuple[str, str, str], ...]:
    """Every figure of a calibration as (figure, value, 0.95 interval)."""
    pairs = calibration.likelihood
    rates = [*list_validation(calibration), ("Cllr", pairs.cllr), ("Equal error rate", pairs.equal_error_rate)]
    rows = [(name, f"{rate.value:.3f}", f"{rate.low:.3f} to {rate.high:.3f}") for name, rate in rates]
    rows += [
        ("Cllr_min", f"{pairs.cllr_min:.3f}", ""),
        ("log10 LR that the validation supports", f"{pairs.lowest:.2f} to {pairs.highest:.2f}", ""),
    ]
    return tuple(rows)


def measured_figures(measured: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Every figure of a manifest's `measured` as (test set, figure, value, 0.95 interval)."""
    return _figures("", measured)


def wilson_interval(share: float, count: int) -> tuple[float, float]:
    """The 0.95 confidence interval of a share of `count` trials (Wilson, 1927)."""
    square = _QUANTILE**2
    centre = (share + square / (2 * count)) / (1 + square / count)
    half = _QUANTILE / (1 + square / count) * math.sqrt(share * (1 - share) / count + square / (4 * count**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def _section(*blocks: Block) -> Section:
    return Section(title="Validation figures", blocks=blocks, new_page=True)


def _figures(name: str, measured: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Every figure of a nested mapping as (test set, figure, value, interval)."""
    for key, value in sorted(measured.items(), key=_place):
        if isinstance(value, Mapping):
            yield from _figures(f"{name} {_words(str(key))}".strip(), value)
            continue
        recall = _RECALL.fullmatch(str(key))
        if recall is not None and isinstance(value, float | int) and 0 <= value <= 1:
            yield name or "all", *_recall(int(recall[1]), _words(recall[2]), float(value), measured)
        else:
            yield name or "all", _words(str(key)), _shown(value), ""


def _place(item: tuple[str, Any]) -> tuple[int, int]:
    """Test sets first; in each its sizes, recall by rank, then the rest; otherwise the manifest's order."""
    key, value = item
    recall = _RECALL.fullmatch(str(key))
    if isinstance(value, Mapping):
        return 0, 0
    if key in {"photos", "sketches"}:
        return 1, 0
    return (2, int(recall[1])) if recall else (3, 0)


def _recall(rank: int, addition: str, share: float, measured: Mapping[str, Any]) -> tuple[str, str, str]:
    """Recall with FNIR where the gallery's size is stated, with its interval where the number of sketches is."""
    photos, sketches = measured.get("photos"), measured.get("sketches")
    size = f"N={photos:g}, " if isinstance(photos, float | int) else ""
    value = f"{share:.3f}; FNIR({size}R={rank}) = {1 - share:.3f}"
    interval = ""
    if isinstance(sketches, float | int) and sketches >= 1:
        low, high = wilson_interval(share, int(sketches))
        interval = f"{low:.3f} to {high:.3f}"
    return f"recall@{rank} {addition}".strip(), value, interval


def _words(name: str) -> str:
    return name.replace("_", " ").strip()


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
