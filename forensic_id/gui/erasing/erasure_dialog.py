"""Who and which cases would be erased and which not, with a word to be typed before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QTableWidget, QVBoxLayout, QWidget

from forensic_id.core.case_retention import DueCase
from forensic_id.core.retention import DueSubject
from forensic_id.gui.erasing.erasure_work import Plans
from forensic_id.gui.erasing.listing_table import fill_table, listing_table
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_SIZE = (900, 630)
_LOWEST_TABLE = 84


class ErasureDialog(QDialog):
    """Accepted: the plans are to be carried out."""

    def __init__(self, plans: Plans, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Purge") if plans.purge else self.tr("Expunge"))
        self.resize(*_SIZE)
        self.word = self.tr("ERASE")
        self.table = self._people(plans.people.subjects if plans.people else ())
        self.cases = self._cases(plans.cases.cases if plans.cases else ())
        self.refused = self._refused(plans)
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
        self._lay_out(plans)

    def _look(self, text: str) -> None:
        self.erase_button.setEnabled(text.strip() == self.word)

    def _people(self, subjects: tuple[DueSubject, ...]) -> QTableWidget:
        titles = (
            self.tr("Subject"),
            self.tr("Name"),
            self.tr("Photos"),
            self.tr("What goes"),
            self.tr("Kept until"),
        )
        table = listing_table(self.tr("To be erased"), titles)
        table.setMinimumHeight(_LOWEST_TABLE)
        fill_table(table, [self._row(each) for each in subjects])
        return table

    def _row(self, each: DueSubject) -> tuple[str, ...]:
        goes = self.tr("everything") if each.whole else self.tr("these photos only")
        return each.external_id, each.name, counted(len(each.photo_ids)), goes, each.until

    def _cases(self, cases: tuple[DueCase, ...]) -> QTableWidget:
        titles = (
            self.tr("Case"),
            self.tr("Searches"),
            self.tr("Sketches"),
            self.tr("Closed"),
            self.tr("Kept until"),
            self.tr("Offence or purpose"),
        )
        table = listing_table(self.tr("Cases to be erased"), titles)
        table.setMinimumHeight(_LOWEST_TABLE)
        fill_table(table, [self._case_row(each) for each in cases])
        return table

    def _case_row(self, each: DueCase) -> tuple[str, ...]:
        closed = each.closed_at[:10] or self.tr("open")
        return each.number, counted(len(each.search_ids)), counted(each.sketches), closed, each.until, each.offence

    def _refused(self, plans: Plans) -> QListWidget:
        refused = QListWidget()
        refused.setAccessibleName(self.tr("Not erased"))
        refused.setWordWrap(True)
        refused.setMaximumHeight(min(84, 28 * plans.refused + SPACE["m"]))
        for person in plans.people.refused if plans.people else ():
            refused.addItem(f"{person.external_id}: {translated(person.reason)}")
        for case in plans.cases.refused if plans.cases else ():
            refused.addItem(
                self.tr("Case {number}: {reason}").format(number=case.number, reason=translated(case.reason))
            )
        return refused

    def _lay_out(self, plans: Plans) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["s"])
        self._add_lists(plans, layout)
        if plans.refused:
            layout.addWidget(label(self.tr("Not erased"), "muted"))
            layout.addWidget(self.refused)
        if plans.people is not None and plans.people.unfinished:
            layout.addWidget(label(self.tr("Remnants of an earlier erasure will be removed, too."), wrap=True))
        if not self._lists_something(plans):
            layout.addStretch(1)
        warning = label(self._warning(plans), "warning", wrap=True)
        warning.setMinimumHeight(warning.heightForWidth(_SIZE[0] - 2 * SPACE["xl"]))
        layout.addWidget(warning)
        layout.addWidget(self.typed)
        layout.addWidget(self.buttons)
        self.typed.setFocus()
        if not plans.erases:
            self.typed.setEnabled(False)

    def _add_lists(self, plans: Plans, layout: QVBoxLayout) -> None:
        people, cases = plans.people, plans.cases
        if people is not None:
            told = self.tr("To be erased: {subjects} people with {photos} photos. Not erased: {refused}.").format(
                subjects=counted(len(people.subjects)),
                photos=counted(people.photos),
                refused=counted(len(people.refused)),
            )
            layout.addWidget(label(told, "lead", wrap=True))
            if people.subjects:
                layout.addWidget(self.table, 1)
        if cases is not None:
            told = self.tr("Cases to be erased: {cases}, with searches: {searches}. Not erased: {refused}.").format(
                cases=counted(len(cases.cases)), searches=counted(cases.searches), refused=counted(len(cases.refused))
            )
            layout.addWidget(label(told, "lead", wrap=True))
            if cases.cases:
                layout.addWidget(self.cases, 1)

    @staticmethod
    def _lists_something(plans: Plans) -> bool:
        return bool((plans.people and plans.people.subjects) or (plans.cases and plans.cases.cases))

    def _warning(self, plans: Plans) -> str:
        told: list[str] = []
        if plans.people is not None and (plans.people.subjects or plans.cases is None):
            told.append(
                self.tr(
                    "Of people, originals, pictures, features and personal data go, also from the audit log; rank "
                    "and score in stored searches stay."
                )
            )
        if plans.cases is not None and plans.cases.cases:
            told.append(self._case_warning(plans))
        told.append(
            self.tr(
                "This cannot be undone. Backups made before still hold what goes here, and reports and packages "
                "outside of the library are not reached. Type {} to confirm:"
            ).format(self.word)
        )
        return " ".join(told)

    def _case_warning(self, plans: Plans) -> str:
        if plans.purge:
            return self.tr(
                "Of cases, sketches, searches, candidate lists and reviews go; number, offence, authority and "
                "requester stay."
            )
        return self.tr(
            "The case goes altogether, with its sketches, searches, candidate lists and reviews, also from the audit "
            "log; only the offence stays, for the annual counts."
        )
