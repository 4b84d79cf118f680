"""What the last check of the library found."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from forensic_id.gui.audit.checking import Checked
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role

_MOST_LISTED = 6


class VerdictBar(QFrame):
    """Hidden until something was checked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hash = ""
        self.setProperty("role", "card")
        self.headline = label("", "success", wrap=True)
        self.text = label("", wrap=True)
        self.copy = QPushButton(self.tr("Copy the last &hash"))
        self.copy.setToolTip(
            self.tr("Noted down outside this library, it proves later that nothing before it was rewritten.")
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._hash))
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Hide this result"))
        self._close.setToolTip(self._close.accessibleName())
        self._close.clicked.connect(self.hide)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE["xs"])
        texts.addWidget(self.headline)
        texts.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["s"], SPACE["s"])
        layout.addLayout(texts, 1)
        layout.addWidget(self.copy)
        layout.addWidget(self._close)
        desk.appearance.changed.connect(self._paint)
        self._paint()
        self.hide()

    def show_report(self, checked: Checked) -> None:
        """Tell what was found."""
        report, problems = checked.report, checked.problems
        self._hash = report.last_hash
        self.copy.setVisible(bool(self._hash))
        if not problems:
            headline = self.tr("Sound: all {} entries of the audit log follow one another, and the head agrees.")
            self._say(headline.format(counted(report.audit_entries)), self._counted(checked), sound=True)
            return
        count = len(problems)
        headline = self.tr("1 problem was found.") if count == 1 else self.tr("{} problems were found.")
        listed = [*map(translated, problems[:_MOST_LISTED])]
        if count > _MOST_LISTED:
            listed.append(self.tr("… and {} more.").format(counted(count - _MOST_LISTED)))
        self._say(headline.format(counted(count)), "\n".join(listed), sound=False)

    def _counted(self, checked: Checked) -> str:
        report = checked.report
        told = self.tr("Records of searches checked: {}. Originals checked: {}. Last hash: {}").format(
            counted(report.searches), counted(report.originals), report.last_hash
        )
        if report.strays:
            strays = self.tr("Files among the originals that nothing refers to: {}.")
            told = f"{told}\n{strays.format(counted(len(report.strays)))}"
        return "\n".join(filter(None, (told, *self._anchored(checked))))

    def _anchored(self, checked: Checked) -> tuple[str, ...]:
        """What the anchors tell, or why there are none."""
        if checked.anchors is None:
            return (translated(checked.unanchored),)
        told = self.tr("The log agrees with all anchors outside of the library: {}.")
        return (told.format(counted(checked.anchors.anchors)), *map(translated, checked.anchors.notes))

    def _say(self, headline: str, text: str, *, sound: bool) -> None:
        self.headline.setText(headline)
        set_role(self.headline, "success" if sound else "danger")
        self.text.setText(text)
        self.show()

    def _paint(self) -> None:
        self._close.setIcon(self._desk.appearance.icon("close"))
