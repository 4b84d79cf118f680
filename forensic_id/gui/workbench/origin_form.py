"""What is recorded of how a sketch was made, and what of it the policy profile asks for."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.policy import DEFAULT_POLICY, Policy, SketchField
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.services.probe import SketchOrigin

KINDS = ("", "hand-drawn", "composite", "other")
"""As recorded; the record is in English."""


class OriginForm(QWidget):
    """Every field may stay empty that no rule asks for; what cannot be recorded is told beneath at once."""

    changed = Signal(object)
    """Another SketchOrigin was entered."""
    lacking = Signal(int)
    """So many fields that the policy profile asks for are empty."""

    def __init__(self, *, tells_demand: bool = True) -> None:
        """`tells_demand`: what the policy profile asks for is told above the fields, too, not only beside each."""
        super().__init__()
        self._policy, self._tells_demand = DEFAULT_POLICY, tells_demand
        self._demanded = self.tr("The policy profile “{profile}” asks for these details of the sketch: {details}.")
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
        self.demand = Banner("")
        self.demand.hide()
        self._lay_out()
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

    def obey(self, policy: Policy) -> None:
        """Ask for what the profile that holds now asks for."""
        self._policy = policy
        self._check()

    def focus_lacking(self) -> QWidget | None:
        """Go to the first field that the profile asks for and that is empty; None: there is none."""
        missing = self._policy.missing_details(asdict(self.origin))
        field = next((self._rows[name][2] for name in self._rows if name in missing), None)
        if field is not None:
            field.setFocus()
        return field

    def stack_names(self, *, stacked: bool) -> None:
        """Whether names stand above all fields, as in a narrow column, or only above those that need the room."""
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.WrapAllRows if stacked else policy.WrapLongRows)

    def word_demand(self, sentence: str) -> None:
        """Tell what is asked for in these words, which hold {profile} and {details}."""
        self._demanded = sentence
        self._check()

    def unmet(self, origin: SketchOrigin) -> str:
        """What the profile asks for and is missing of a sketch, as a sentence; empty: nothing."""
        missing = self._policy.missing_details(asdict(origin))
        if not missing:
            return ""
        details = ", ".join(self._names[name] for name in missing)
        return self._demanded.format(profile=self._policy.title, details=details)

    def _tell(self) -> None:
        self._check()
        self.changed.emit(self.origin)

    def _check(self) -> None:
        try:
            self.origin.checked()
        except InvalidInputError as error:
            self.problem.setText(sentence_for(error))
        else:
            self.problem.setText("")
        self.problem.setVisible(bool(self.problem.text()))
        self.demand.say(self.unmet(self.origin) if self._tells_demand else "")
        self._mark(self._policy.missing_details(asdict(self.origin)))

    def _mark(self, missing: tuple[SketchField, ...]) -> None:
        """Tell beside each field, and to a screen reader, that it is asked for."""
        needed = self.tr("{} (needed)")
        for name, (text, head, field) in self._rows.items():
            head.setText(needed.format(text) if name in missing else text)
            set_role(head, "warning" if name in missing else "body")
            field.setAccessibleDescription(self.tr("The policy profile asks for this.") if name in missing else "")
        self.lacking.emit(len(missing))

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE["s"])
        self.stack_names(stacked=False)
        form.addRow(self.demand)
        rows: tuple[tuple[SketchField, str, QWidget], ...] = (
            ("kind", self.tr("&Kind of sketch"), self.kind),
            ("artist", self.tr("&Artist or system"), self.artist),
            ("witness", self.tr("&Witness (number)"), self.witness),
            ("incident_date", self.tr("Date of the &incident"), self.incident),
            ("interview_date", self.tr("Date of the i&nterview"), self.interview),
            ("description", self.tr("&Description"), self.description),
        )
        self._rows: dict[SketchField, tuple[str, QLabel, QWidget]] = {}
        self._names: dict[SketchField, str] = {}
        for name, text, field in rows:
            head = label(text)
            head.setBuddy(field)
            form.addRow(head, field)
            self._rows[name], self._names[name] = (text, head, field), text.replace("&", "")
            field.setAccessibleName(self._names[name])
        form.addRow(self.problem)

    def _kind_names(self) -> tuple[str, ...]:
        return (self.tr("Not recorded"), self.tr("Hand-drawn"), self.tr("Composite"), self.tr("Other"))
