"""The field “calibration” of a manifest: read strictly, written by the trainer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from forensic_id.core.calibration import Calibration, Estimate

_Record = TypeVar("_Record")

_LARGEST_BOUND = 10.0
"""No validation of faces supports a likelihood ratio of more than ten thousand millions."""


def parse_calibration(value: object, sigma: float) -> Calibration:
    """Read the field of a manifest whose kernel width is `sigma`.

    Raises ValueError, naming the place and what must stand there, for anything but exactly the known fields with
    values that make sense, and for a calibration made for another kernel width.
    """
    calibration = _record(Calibration, value, "calibration")
    if calibration.sigma != sigma:
        raise ValueError(f"calibration.sigma must be the bundle's kernel width {sigma}, not {calibration.sigma}")
    for name, (holds, expected) in _CHECKS.items():
        if not holds(calibration):
            raise ValueError(f"calibration.{name} must be {expected}")
    return calibration


def _record(kind: type[_Record], value: object, where: str) -> _Record:
    """Build a dataclass from a JSON object that has exactly its fields."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if not isinstance(value, Mapping) or set(value) != names:
        raise ValueError(f"{where} must be an object with the fields {', '.join(sorted(names))}")
    types = get_type_hints(kind)
    return kind(**{name: _value(types[name], value[name], f"{where}.{name}") for name in sorted(names)})


def _value(kind: Any, value: object, where: str) -> Any:
    if is_dataclass(kind):
        return _record(kind, value, where)  # type: ignore[arg-type]
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where} must be a list")
        return tuple(_value(get_args(kind)[0], item, f"{where}[{place}]") for place, item in enumerate(value))
    return _count(value, where) if kind is int else _number(value, where)


def _count(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{where} must be a whole number from 1")
    return value


def _number(value: object, where: str) -> float:
    if not isinstance(value, float | int) or isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(f"{where} must be a number")
    return float(value)


def _is_interval(estimate: Estimate, most: float) -> bool:
    return 0 <= estimate.low <= estimate.value <= estimate.high <= most


def _rates(calibration: Calibration) -> list[Estimate]:
    found = calibration.candidate_list
    misses = [each.rate for each in found.miss_rates]
    return [found.false_positive_rate, *misses, calibration.likelihood.equal_error_rate]


_CHECKS: Mapping[str, tuple[Callable[[Calibration], bool], str]] = {
    "likelihood.slope": (lambda all_: all_.likelihood.slope > 0, "above 0: a denser photo is never less likely"),
    "likelihood.lowest": (
        lambda all_: -_LARGEST_BOUND <= all_.likelihood.lowest <= 0,
        f"from -{_LARGEST_BOUND} to 0",
    ),
    "likelihood.highest": (
        lambda all_: 0 <= all_.likelihood.highest <= _LARGEST_BOUND,
        f"from 0 to {_LARGEST_BOUND}",
    ),
    "likelihood.cllr": (lambda all_: _is_interval(all_.likelihood.cllr, math.inf), "a cost within its interval"),
    "likelihood.cllr_min": (lambda all_: all_.likelihood.cllr_min >= 0, "at least 0"),
    "candidate_list": (
        lambda all_: all(_is_interval(rate, 1.0) for rate in _rates(all_)),
        "described by error rates from 0 to 1, each within its interval",
    ),
}
