"""Who would be erased and who not, with a word to be typed before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QTableWidget, QVBoxLayout, QWidget

from forensic_id.core.retention import DueSubject
from forensic_id.gui.settings.listing_table import fill_table, listing_table
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.erase_subjects import ErasurePlan


class ErasureDialog(QDialog):
    """Accepted: the plan is to be carried out."""

    def __init__(self, plan: ErasurePlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Purge") if plan.kind == "purge" else self.tr("Expunge"))
        self.resize(740, 540)
        self.word = self.tr("ERASE")
        self.table = self._table(plan.subjects)
        self.refused = QListWidget()
        self.refused.setAccessibleName(self.tr("Not erased"))
        self.refused.setWordWrap(True)
        self.refused.setMaximumHeight(min(110, 32 * len(plan.refused) + SPACE["m"]))
        for each in plan.refused:
            self.refused.addItem(f"{each.external_id}: {each.reason}")
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Confirmation"))
        self.typed.textChanged.connect(self._look)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.erase_button = self.buttons.addButton(self.tr("&Erase for good"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.erase_button.setEnabled(False)
        self.erase_button.setAutoDefault(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(plan)

    def _look(self, text: str) -> None:
        self.erase_button.setEnabled(text.strip() == self.word)

    def _table(self, subjects: tuple[DueSubject, ...]) -> QTableWidget:
        titles = (
            self.tr("Subject"),
            self.tr("Name"),
            self.tr("Photos"),
            self.tr("What goes"),
            self.tr("Kept until"),
        )
        table = listing_table(self.tr("To be erased"), titles)
        fill_table(table, [self._row(each) for each in subjects])
        return table

    def _row(self, each: DueSubject) -> tuple[str, ...]:
        goes = self.tr("everything") if each.whole else self.tr("these photos only")
        return each.external_id, each.name, str(len(each.photo_ids)), goes, each.until

    def _lay_out(self, plan: ErasurePlan) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        told = self.tr("To be erased: {subjects} people with {photos} photos. Not erased: {refused}.").format(
            subjects=len(plan.subjects), photos=plan.photos, refused=len(plan.refused)
        )
        layout.addWidget(label(told, "lead", wrap=True))
        layout.addWidget(self.table, 1)
        self.table.setVisible(bool(plan.subjects))
        if plan.refused:
            layout.addWidget(label(self.tr("Not erased"), "muted"))
            layout.addWidget(self.refused)
        if plan.unfinished:
            layout.addWidget(label(self.tr("Remnants of an earlier erasure will be removed, too."), wrap=True))
        if not plan.subjects:
            layout.addStretch(1)
        warning = self.tr(
            "Originals, pictures, features and personal data go, also from the audit log; rank and score in stored "
            "searches stay. This cannot be undone. Backups made before still hold these people. Type {} to confirm:"
        ).format(self.word)
        layout.addWidget(label(warning, "warning", wrap=True))
        layout.addWidget(self.typed)
        layout.addWidget(self.buttons)
        self.typed.setFocus()
        if not (plan.subjects or plan.unfinished):
            self.typed.setEnabled(False)
