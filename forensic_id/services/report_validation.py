"""The validation figures of a report: what was measured, on what, and how sure that is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from forensic_id.core.calibration import Calibration
from forensic_id.core.report import Block, Grid, ModelFacts, Paragraph, Section, Subheading
from forensic_id.services.assess_list import list_validation

_PLAIN_RECALL = re.compile(r"recall[_@](\d+)")
_RECALL = re.compile(r"recall[_@](\d+)(.*)")
_SHARES = (0.34, 0.16, 0.26, 0.24)
_SETS = {
    "cufs": "CUHK Face Sketch Database, drawn from the photo",
    "cufsf194": "CUFSF, drawn with exaggeration",
    "lfw-sketch": "Sketches of photos from Labeled Faces in the Wild",
    "validation pairs": "Pairs held out of training",
}
"""What the test sets that the trainer knows are called in print."""
_ADDED = "+lfw"
_QUANTILE = 1.959964  # of the normal distribution, for an interval of 0.95
_EXPLAINED = (
    "As stated in the model bundle. Sketches of known people were searched in galleries that hold their photos. Of"
    " these people, the table gives the share that was found among the first R of the list, with its confidence"
    " interval (0.95), and the share that was missed: FNIR(N, R) in a gallery of N photos (ISO/IEC 19795-1). The"
    " figures describe the method on research data, not this search: sketches of real cases are drawn from memory,"
    " and must be expected to find fewer people."
)
_OTHER = "Other figures of the bundle, for specialists"
_NOT_INSTALLED = "The model bundle of this search is not installed here, so its validation figures cannot be printed."
_UNKNOWN = "The model bundle states no validation figures. Its accuracy is unknown."


def validation_section(model: ModelFacts | None) -> Section:
    """Measured accuracy of the model that was used, or a plain statement that none is known."""
    if model is None:
        return _section(Paragraph(text=_NOT_INSTALLED))
    found = [*_found_shares(model.measured), *_other_figures(model.measured)]
    if model.calibration is not None:
        found += _calibration(model.calibration)
    return _section(*(found or [Paragraph(text=_UNKNOWN)]))


def _found_shares(measured: Mapping[str, Any]) -> list[Block]:
    """How many were found on each test set, a row each set and a line each rank."""
    rows = [
        (_set_name(name, figures), *("\n".join(lines) for lines in zip(*_shares_of(recalls, figures), strict=True)))
        for name, figures in _test_sets(measured)
        if (recalls := _recalls(figures))
    ]
    header = ("Test set", "Among the", "Found", "Missed: FNIR(N, R)")
    return [Paragraph(text=_EXPLAINED), Grid(header=header, rows=tuple(rows), shares=_SHARES)] if rows else []


def _shares_of(recalls: Sequence[tuple[int, float]], figures: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Rank, share found with its interval, share missed."""
    for rank, share in recalls:
        interval = _interval(share, figures)
        yield f"first {rank}", f"{share:.3f}{f' ({interval})' if interval else ''}", f"{1 - share:.3f}"


def _test_sets(measured: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping that holds figures, by its name; the outer one last."""
    for key, value in measured.items():
        if isinstance(value, Mapping):
            yield _words(str(key)), value
    yield "", measured


def _recalls(figures: Mapping[str, Any]) -> list[tuple[int, float]]:
    """Ranks with the shares that were found, as the method searches: without variants of it."""
    plain = ((_PLAIN_RECALL.fullmatch(str(key)), value) for key, value in figures.items())
    return sorted((int(key[1]), float(value)) for key, value in plain if key is not None and _is_share(value))


def _is_share(value: object) -> TypeGuard[float]:
    return _is_number(value) and 0 <= value <= 1


def _set_name(name: str, figures: Mapping[str, Any]) -> str:
    """A test set in words, with the numbers of photos and sketches that are stated."""
    plain = name.removesuffix(_ADDED)
    known = _SETS.get(plain, plain or "All")
    added = ", photos of strangers added" if name.endswith(_ADDED) else ""
    sizes = (f"{figures[each]:,.0f} {each}" for each in ("photos", "sketches") if _is_number(figures.get(each)))
    size = ", ".join(sizes)
    return f"{known}{added}{f' ({size})' if size else ''}"


def _other_figures(measured: Mapping[str, Any]) -> list[Block]:
    """What the bundle states beside recall and sizes."""
    rows = tuple(
        (_SETS.get(name, name), f"{figure}: {value}{f' ({interval})' if interval else ''}")
        for name, figure, value, interval in measured_figures(measured)
        if figure not in {"photos", "sketches"} and not _PLAIN_RECALL.fullmatch(figure)
    )
    header = ("Test set", "Figure")
    return [Subheading(text=_OTHER), Grid(header=header, rows=rows, shares=(0.34, 0.66))] if rows else []


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
        " the order of the scores allows. The model's settings were chosen with the same sketches: others may fare"
        " somewhat worse."
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
    return Section(title="Validation figures", blocks=blocks)


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
    photos = measured.get("photos")
    size = f"N={photos:g}, " if _is_number(photos) else ""
    value = f"{share:.3f}; FNIR({size}R={rank}) = {1 - share:.3f}"
    return f"recall@{rank} {addition}".strip(), value, _interval(share, measured)


def _interval(share: float, measured: Mapping[str, Any]) -> str:
    """The confidence interval, where the number of sketches is stated."""
    sketches = measured.get("sketches")
    if not _is_number(sketches) or sketches < 1:
        return ""
    low, high = wilson_interval(share, int(sketches))
    return f"{low:.3f} to {high:.3f}"


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, float | int)


def _words(name: str) -> str:
    return name.replace("_", " ").strip()


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value)
