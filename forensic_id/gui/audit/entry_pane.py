"""One entry of the audit log, whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout

from forensic_id.core.moments import shown_time
from forensic_id.core.records import AuditEntry
from forensic_id.gui.audit.words import action_text, details_text
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_HASH_GROUP = 8
_DETAILS_HEIGHT = 140


class EntryPane(QScrollArea):
    """Everything an entry holds, to be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("role", "card")
        self._title = label("", "lead", wrap=True)
        self._rows: dict[str, QLabel] = {}
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(SPACE["m"])
        for name, title in (
            ("at", self.tr("Time")),
            ("actor", self.tr("Who")),
            ("action", self.tr("Action")),
            ("subject", self.tr("Subject")),
        ):
            form.addRow(label(title, "muted"), self._value(name, title))
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(_DETAILS_HEIGHT)
        self.details.setFont(mono)
        self.details.setAccessibleName(self.tr("Details of the entry"))
        self.details.setTabChangesFocus(True)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addWidget(label(self.tr("Details"), "muted"))
        layout.addWidget(self.details, 1)
        for name, title in (
            ("entry_hash", self.tr("Hash of this entry (SHA-256)")),
            ("previous_hash", self.tr("Hash of the entry before")),
        ):
            layout.addWidget(label(title, "muted"))
            value = self._value(name, title)
            value.setFont(mono)
            layout.addWidget(value)
        self.setWidget(card)
        self.show_entry(None, 0)

    def show_entry(self, entry: AuditEntry | None, sequence: int) -> None:
        """Show an entry, or that there is none under this number (0: no row is chosen)."""
        self._title.setText(self.tr("Entry {}").format(counted(sequence)) if sequence else self.tr("No entry chosen"))
        values = (
            {
                "at": shown_time(entry.at),
                "actor": entry.actor,
                "action": f"{action_text(entry.action)} ({entry.action})",
                "subject": entry.subject,
                "entry_hash": _grouped(entry.entry_hash),
                "previous_hash": _grouped(entry.previous_hash),
            }
            if entry
            else {}
        )
        for name, value in self._rows.items():
            value.setText(values.get(name, ""))
        text = details_text(entry.details) if entry else ""
        if text != self.details.toPlainText():
            self.details.setPlainText(text)

    def _value(self, name: str, title: str) -> QLabel:
        value = label("", wrap=True)
        value.setAccessibleName(title)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._rows[name] = value
        return value


def _grouped(digest: str) -> str:
    """In groups, so that it can be compared by eye and breaks into lines."""
    return " ".join(digest[start : start + _HASH_GROUP] for start in range(0, len(digest), _HASH_GROUP))
