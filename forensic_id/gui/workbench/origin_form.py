"""What is recorded of how a sketch was made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from forensic_id.core.errors import InvalidInputError
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.probe import SketchOrigin

KINDS = ("", "hand-drawn", "composite", "other")
"""As recorded; the record is in English."""


class OriginForm(QWidget):
    """Every field may stay empty; what cannot be recorded is told beneath at once."""

    changed = Signal(object)
    """Another SketchOrigin was entered."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        for kind, name in zip(KINDS, self._kind_names(), strict=True):
            self.kind.addItem(name, kind)
        self.artist, self.witness = QLineEdit(), QLineEdit()
        self.incident, self.interview = QLineEdit(), QLineEdit()
        for field in (self.incident, self.interview):
            field.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setPlaceholderText(self.tr("In the words of the witness"))
        self.description.setMinimumHeight(72)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE["s"])
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, widget in (
            (self.tr("&Kind of sketch"), self.kind),
            (self.tr("&Artist or system"), self.artist),
            (self.tr("&Witness (number)"), self.witness),
            (self.tr("Date of the &incident"), self.incident),
            (self.tr("Date of the i&nterview"), self.interview),
            (self.tr("&Description"), self.description),
        ):
            form.addRow(text, widget)
            widget.setAccessibleName(text.replace("&", ""))
        form.addRow(self.problem)
        self.kind.activated.connect(lambda _index: self._tell())
        for field in (self.artist, self.witness, self.incident, self.interview):
            field.textEdited.connect(lambda _text: self._tell())
        self.description.textChanged.connect(self._tell)

    @property
    def origin(self) -> SketchOrigin:
        """What is entered."""
        return SketchOrigin(
            kind=str(self.kind.currentData() or ""),
            artist=self.artist.text(),
            witness=self.witness.text(),
            incident_date=self.incident.text(),
            interview_date=self.interview.text(),
            description=self.description.toPlainText(),
        )

    def show_origin(self, origin: SketchOrigin) -> None:
        """Show what is recorded of another sketch."""
        if origin == self.origin:
            return
        if self.kind.findData(origin.kind) < 0:
            self.kind.addItem(origin.kind, origin.kind)
        self.kind.setCurrentIndex(self.kind.findData(origin.kind))
        self.artist.setText(origin.artist)
        self.witness.setText(origin.witness)
        self.incident.setText(origin.incident_date)
        self.interview.setText(origin.interview_date)
        self.description.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.description.setPlainText(origin.description)
        self.description.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._check()

    def _tell(self) -> None:
        self._check()
        self.changed.emit(self.origin)

    def _check(self) -> None:
        try:
            self.origin.checked()
        except InvalidInputError as error:
            self.problem.setText(str(error))
        else:
            self.problem.setText("")
        self.problem.setVisible(bool(self.problem.text()))

    def _kind_names(self) -> tuple[str, ...]:
        return (self.tr("Not recorded"), self.tr("Hand-drawn"), self.tr("Composite"), self.tr("Other"))
