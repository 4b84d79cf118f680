"""Live curves of a training: the losses of a stage, and what validation says."""

from __future__ import annotations

from collections.abc import Iterable

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.number_axis import number_axes
from forensic_id.services.follow_training import MetricsLine

_VALIDATION = "-validation"
_WIDTH = 2

Points = dict[str, tuple[list[int], list[float]]]
"""Steps and values by the figure's name."""


class Series:
    """The figures of a run by stage; a line of a step that was there already replaces what came from then on."""

    def __init__(self) -> None:
        self.stages: dict[str, Points] = {}

    def add(self, lines: Iterable[MetricsLine]) -> None:
        """Take new lines."""
        for line in lines:
            points = self.stages.setdefault(line.stage, {})
            for name, value in line.values.items():
                steps, values = points.setdefault(name, ([], []))
                while steps and steps[-1] >= line.step:
                    steps.pop()
                    values.pop()
                steps.append(line.step)
                values.append(value)

    def training_stages(self) -> list[str]:
        """The stages that learn, in the order in which they began."""
        return [stage for stage in self.stages if not stage.endswith(_VALIDATION)]

    def validation(self, stage: str) -> Points:
        """What was measured beside a stage."""
        return self.stages.get(f"{stage}{_VALIDATION}", {})


class Curves(QWidget):
    """Two plots; the stage shown follows the training until the user chooses one."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.series = Series()
        self._follows = True
        self.stage = QComboBox()
        self.stage.setAccessibleName(self.tr("Stage"))
        self.stage.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.stage.activated.connect(self._choose)
        self.losses = self._plot(self.tr("Losses and accuracies by step"))
        self.validation = self._plot(self.tr("Validation by step"))
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Stage"), "muted"))
        top.addWidget(self.stage)
        top.addStretch(1)
        plots = QHBoxLayout()
        plots.setSpacing(SPACE["s"])
        plots.addWidget(self.losses, 1)
        plots.addWidget(self.validation, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(top)
        layout.addLayout(plots, 1)
        appearance.changed.connect(self._draw)
        self._draw()

    def restart(self) -> None:
        """Another run."""
        self.series, self._follows = Series(), True
        self.stage.clear()
        self._draw()

    def add(self, lines: Iterable[MetricsLine]) -> None:
        """Draw new figures."""
        self.series.add(lines)
        known = [self.stage.itemText(place) for place in range(self.stage.count())]
        for stage in self.series.training_stages():
            if stage not in known:
                self.stage.addItem(stage)
                if self._follows:
                    self.stage.setCurrentIndex(self.stage.count() - 1)
        self._draw()

    def _choose(self) -> None:
        self._follows = self.stage.currentIndex() == self.stage.count() - 1
        self._draw()

    def _plot(self, title: str) -> pyqtgraph.PlotWidget:
        plot = pyqtgraph.PlotWidget(axisItems=number_axes())
        plot.setAccessibleName(title)
        plot.setMinimumHeight(140)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setTitle(title, size="9pt")
        plot.addLegend(offset=(-8, 8), labelTextSize="8pt")
        return plot

    def _draw(self) -> None:
        stage = self.stage.currentText()
        self._fill(self.losses, self.series.stages.get(stage, {}))
        validated = self.series.validation(stage)
        self._fill(self.validation, validated)
        self.validation.setVisible(bool(validated) or not stage)

    def _fill(self, plot: pyqtgraph.PlotWidget, points: Points) -> None:
        colours = self._appearance.colours
        palette = (colours.accent, colours.danger, colours.success, colours.warning, colours.muted, colours.text)
        plot.setBackground(colours.surface)
        plot.setTitle(plot.accessibleName(), color=colours.muted, size="9pt")
        for side in ("left", "bottom"):
            plot.getAxis(side).setPen(colours.line)
            plot.getAxis(side).setTextPen(colours.muted)
        plot.plotItem.legend.setLabelTextColor(colours.text)
        plot.clear()
        for number, (name, (steps, values)) in enumerate(points.items()):
            pen = pyqtgraph.mkPen(palette[number % len(palette)], width=_WIDTH)
            symbol = {"symbol": "o", "symbolSize": 5, "symbolBrush": pen.color()} if len(steps) == 1 else {}
            plot.plot(steps, values, pen=pen, name=name.replace("_", " "), **symbol)
