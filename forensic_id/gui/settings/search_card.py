"""What searches and reports begin with, and the size of thumbnails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox

from forensic_id.core.policy import MOST_CANDIDATES
from forensic_id.core.records import SearchParameters
from forensic_id.gui.desk import Desk
from forensic_id.gui.settings.card import Card
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.identify import MOST_SAMPLES

_STANDARD = SearchParameters()
_SIDES = (72, 240)
_USUAL_SIDE = 112


class SearchCard(Card):
    """Kept in the preferences under `search/...`, where the search page finds them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Searches"))
        self._desk = desk
        self.top = self._number("search/top", _STANDARD.top, MOST_CANDIDATES)
        self.samples = self._number("search/samples", _STANDARD.samples, MOST_SAMPLES)
        self.fusion = _choice(
            desk, "search/fusion", {"max": self.tr("Best photo"), "mean": self.tr("Mean over all photos")}
        )
        self.add_row(
            self.tr("Length of the list"),
            self.tr("How many candidates a new search asks for. A policy profile may allow fewer."),
            self.top,
        )
        self.add_row(
            self.tr("Generated samples"),
            self.tr("How many photos the generator proposes. More take longer and change little beyond ten."),
            self.samples,
        )
        self.add_row(
            self.tr("Photos of one person"),
            self.tr("Whether the best photo of a person counts, or the mean over all of them."),
            self.fusion,
        )

    def _number(self, key: str, standard: int, most: int) -> QSpinBox:
        text = self._desk.preferences.text(key)
        box = QSpinBox()
        give_room(box)
        box.setRange(1, most)
        box.setValue(int(text) if text.isdecimal() else standard)
        box.valueChanged.connect(lambda value: self._desk.preferences.set_text(key, str(value)))
        return box


class OutputCard(Card):
    """Paper and thumbnails."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Reports and pictures"))
        self.paper = _choice(
            desk, "report/paper", {"": self.tr("By the policy profile"), "a4": "A4", "letter": self.tr("US Letter")}
        )
        self.side = QSlider(Qt.Orientation.Horizontal)
        self.side.setRange(*_SIDES)
        kept = desk.preferences.text("gallery/side")
        self.side.setValue(int(kept) if kept.isdecimal() else _USUAL_SIDE)
        self.side.valueChanged.connect(lambda value: desk.preferences.set_text("gallery/side", str(value)))
        self.add_row(self.tr("Paper"), self.tr("What a report is laid out for, unless changed there."), self.paper)
        self.add_row(
            self.tr("Size of thumbnails"),
            self.tr("In the picture view of the gallery, from its next opening."),
            self.side,
        )


def _choice(desk: Desk, key: str, options: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, text in options.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(desk.preferences.text(key))))
    box.currentIndexChanged.connect(lambda: desk.preferences.set_text(key, box.currentData()))
    return box
