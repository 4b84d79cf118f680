"""The model card as a tree: what a bundle is, what was measured, beside another bundle where one is chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from forensic_id.core.model_card import ModelCard
from forensic_id.gui.figure_words import figure_words, set_words, value_words
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.services.compare_bundles import Figure, FigurePair, compare_bundles, figures

_NAME_WIDTH, _INTERVAL_WIDTH = 150, 115
"""The least: longer names take what numbers leave."""
_VALUE_WIDTHS = (236, 410)
_PAIRED_WIDTH = 170
_INDENTATION = 12
_BESIDE_NAME = 2 * _INDENTATION + 24
"""Pixels before a name and behind it."""


class FiguresTree(QTreeWidget):
    """Read-only; Ctrl+C copies the chosen lines."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setAccessibleName(self.tr("Model card"))
        self.setRootIsDecorated(True)
        self.setIndentation(_INDENTATION)
        self._paired = False
        self._longest_name = 0
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def show_card(self, card: ModelCard) -> None:
        """One bundle."""
        self._paired = False
        self._begin([self.tr("Figure"), self.tr("Value"), self.tr("0.95 interval")])
        self._group(self.tr("Bundle"), [(name, value, "") for name, value in self._facts(card)])
        for test_set, found in groupby(figures(card), key=_set_of_figure):
            told = [(figure_words(each.name), value_words(each.value), value_words(each.interval)) for each in found]
            self._group(set_words(test_set), told)
        self._group(self.tr("Training"), [(name, value, "") for name, value in self._training(card)])
        self._group(self.tr("Files, SHA-256"), [(name, digest, "") for name, digest in card.files.items()])
        self._end()

    def show_pair(self, first: ModelCard, second: ModelCard) -> None:
        """Two bundles side by side."""
        self._paired = True
        self._begin([self.tr("Figure"), first.full_name, second.full_name])
        facts = zip(self._facts(first), self._facts(second), strict=True)
        self._group(self.tr("Bundle"), [(one[0], one[1], two[1]) for one, two in facts])
        for test_set, pairs in groupby(compare_bundles(first, second), key=_set_of_pair):
            told = [(figure_words(pair.name), _shown(pair.first), _shown(pair.second)) for pair in pairs]
            self._group(set_words(test_set), told)
        self._end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def copy(self) -> None:
        """Put the chosen lines on the clipboard, columns apart by tabs."""
        columns = range(self.columnCount())
        lines = ["\t".join(item.text(column) for column in columns) for item in self.selectedItems()]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _facts(self, card: ModelCard) -> list[tuple[str, str]]:
        calibration = card.calibration
        calibrated = self.tr("none: candidate lists are not assessed")
        if calibration is not None:
            calibrated = self.tr("{sketches} sketches of {people} people, N = {size}, T = {threshold}").format(
                sketches=counted(calibration.sketches),
                people=counted(calibration.sketch_people),
                size=counted(calibration.candidate_list.people),
                threshold=measured(calibration.candidate_list.threshold, ".3f"),
            )
        return [
            (self.tr("Name and version"), card.full_name),
            (self.tr("Id"), card.bundle_id),
            (self.tr("Made"), card.created_at),
            (self.tr("Licence"), card.licence),
            (self.tr("Feature and noise size"), f"{card.feature_size} / {card.noise_size}"),
            (self.tr("Kernel width sigma"), measured(card.sigma, "g")),
            (self.tr("Samples by default"), counted(card.default_samples)),
            (self.tr("Calibration"), calibrated),
        ]

    def _training(self, card: ModelCard) -> list[tuple[str, str]]:
        config = card.training.get("config")
        recipe = config.get("name") if isinstance(config, dict) else card.training.get("recipe")
        lines = [(self.tr("Recipe"), str(recipe or self.tr("not stated")))]
        lines += [(self.tr("Data"), _one_line(each)) for each in card.data]
        return lines

    def _begin(self, header: Sequence[str]) -> None:
        self.clear()
        self._longest_name = 0
        self.setColumnCount(len(header))
        self.setHeaderLabels(list(header))

    def _fit(self) -> None:
        """Two bundles share the room; beside one value stands its interval, near enough to be read with it."""
        whole = self.viewport().width()
        low, high = _VALUE_WIDTHS
        values = 2 * _PAIRED_WIDTH if self._paired else low + _INTERVAL_WIDTH
        names = max(_NAME_WIDTH, min(self._longest_name + _BESIDE_NAME, whole - values))
        self.setColumnWidth(0, names)
        room = max(whole - names, values)
        self.setColumnWidth(1, room // 2 if self._paired else min(high, room - _INTERVAL_WIDTH))

    def _group(self, title: str, lines: Iterable[tuple[str, str, str]]) -> None:
        group = QTreeWidgetItem([title])
        bold = QFont(self.font())
        bold.setBold(True)
        group.setFont(0, bold)
        group.setForeground(0, QBrush(QColor(self._appearance.colours.muted)))
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for line in lines:
            self._longest_name = max(self._longest_name, self.fontMetrics().horizontalAdvance(line[0]))
            item = QTreeWidgetItem(list(line))
            for column, text in enumerate(line):
                item.setToolTip(column, text)
            group.addChild(item)

    def _end(self) -> None:
        self._fit()
        self.expandAll()
        self.scrollToTop()


def _set_of_figure(figure: Figure) -> str:
    return figure.test_set


def _set_of_pair(pair: FigurePair) -> str:
    return pair.test_set


def _shown(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    value = value_words(figure.value.partition(";")[0])  # FNIR is 1 - recall: beside another the one says enough
    return f"{value}  ({value_words(figure.interval)})" if figure.interval else value


def _one_line(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
