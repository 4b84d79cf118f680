"""Axes of plots whose numbers are written as the language of the interface does."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph

from forensic_id.gui.numbers import in_language


class NumberAxis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """Pyqtgraph's axis, which knows of no language."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """What stands beside the ticks."""
        return [in_language(text) for text in super().tickStrings(values, scale, spacing)]


def number_axes() -> dict[str, NumberAxis]:
    """The axes that people read, for a plot that is made."""
    return {side: NumberAxis(side) for side in ("left", "bottom")}
