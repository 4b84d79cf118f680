"""What the user chooses about a report."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QSpinBox, QVBoxLayout

from forensic_id.core.report import PaperSize
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.build_report import (
    DEFAULT_PLATES,
    MOST_PLATES,
    OPTIONAL_PARTS,
    OptionalPart,
    ReportRequest,
)

_PAUSE = 400
"""Milliseconds after the last change until the report is made again."""
_PAPER = "report/paper"


class OptionsPanel(QFrame):
    """Paper, plates, parts. `changed` comes when the user has paused."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.setProperty("role", "card")
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.changed)
        self.paper = QComboBox()
        for name, size in ((self.tr("By policy"), ""), (self.tr("A4"), "a4"), (self.tr("Letter"), "letter")):
            self.paper.addItem(name, size)
        self.paper.setCurrentIndex(max(0, self.paper.findData(preferences.text(_PAPER))))
        self.paper.currentIndexChanged.connect(self._paper_chosen)
        self.plates = QSpinBox()
        give_room(self.plates)
        self.plates.setRange(0, MOST_PLATES)
        self.plates.setValue(DEFAULT_PLATES)
        self.plates.setAccessibleDescription(self.tr("Candidates shown side by side with the sketch, a page each"))
        self.plates.valueChanged.connect(lambda _value: self._pause.start())
        form = QFormLayout()
        form.setVerticalSpacing(SPACE["s"])
        form.addRow(self._caption(self.tr("Pa&per"), self.paper), self.paper)
        form.addRow(self._caption(self.tr("P&lates"), self.plates), self.plates)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(label(self.tr("Options"), "lead"))
        layout.addLayout(form)
        layout.addWidget(
            label(self.tr("Candidates shown side by side with the sketch, a page each."), "small", wrap=True)
        )
        self.parts: dict[OptionalPart, QCheckBox] = {}
        for part in OPTIONAL_PARTS:
            box = QCheckBox(self._part_name(part))
            box.setChecked(True)
            box.toggled.connect(lambda _on: self._pause.start())
            self.parts[part] = box
            layout.addWidget(box)
        layout.addWidget(label(self.tr("What is left out is named at the report's end."), "small", wrap=True))

    def request(self, search_id: int, produced_at: str, *, final_reason: str = "") -> ReportRequest:
        """The report that the user wants of a search."""
        return ReportRequest(
            search_id=search_id,
            produced_at=produced_at,
            paper=cast("PaperSize | None", self.paper.currentData() or None),
            plates=self.plates.value(),
            left_out=frozenset(part for part, box in self.parts.items() if not box.isChecked()),
            final_reason=final_reason,
        )

    def _paper_chosen(self) -> None:
        self._preferences.set_text(_PAPER, self.paper.currentData())
        self._pause.start()

    def _caption(self, text: str, buddy: QComboBox | QSpinBox) -> QLabel:
        caption = QLabel(text)
        caption.setBuddy(buddy)
        return caption

    def _part_name(self, part: OptionalPart) -> str:
        return {
            "image quality": self.tr("&Image quality"),
            "validation figures": self.tr("&Validation figures"),
        }[part]
