"""The figures of a model bundle as lines for people, and those of two bundles side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forensic_id.core.model_card import ModelCard
from forensic_id.services.report_validation import calibration_figures, measured_figures

CALIBRATION_SET = "calibration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value; `interval` is its 0.95 confidence interval where it can be given."""

    test_set: str
    name: str
    value: str
    interval: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePair:
    """The same figure of two bundles; None where one of them does not state it."""

    test_set: str
    name: str
    first: Figure | None
    second: Figure | None


def figures(card: ModelCard) -> tuple[Figure, ...]:
    """Everything that the bundle states as measured, test set by test set, and its calibration."""
    return tuple(_figures(card))


def compare_bundles(first: ModelCard, second: ModelCard) -> tuple[FigurePair, ...]:
    """The figures of both by test set and name, in the order of the first; what only the second states comes last.

    Both state what was measured when they were made. Whether a difference is more than chance, only measuring both on
    the same sketches can tell (`python -m trainer compare`).
    """
    one = {(each.test_set, each.name): each for each in _figures(first)}
    two = {(each.test_set, each.name): each for each in _figures(second)}
    return tuple(
        FigurePair(test_set=key[0], name=key[1], first=one.get(key), second=two.get(key)) for key in {**one, **two}
    )


def _figures(card: ModelCard) -> Iterator[Figure]:
    for test_set, name, value, interval in measured_figures(card.measured):
        yield Figure(test_set=test_set, name=name, value=value, interval=interval)
    if card.calibration is not None:
        for name, value, interval in calibration_figures(card.calibration):
            yield Figure(test_set=CALIBRATION_SET, name=name, value=value, interval=interval)
