"""Removing a subject or one of its photos for good, after a question that says what goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from forensic_id.core.records import Photo, Subject
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.edit_gallery import remove_photo, remove_subject


class Removal(QObject):
    """Asks, and has the service remove; the desk is told that the gallery changed."""

    subject_removed = Signal()
    photo_removed = Signal(int)
    """A photo of the subject with this number is gone."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask_about_subject(self, subject: Subject) -> None:
        """Remove the subject if the user agrees."""
        external_id = subject.details.external_id
        question = self.tr(
            "Remove the subject {subject}{name} for good?\n\n"
            "Photos, features and originals go too (photos: {photos}). This cannot be undone. The audit log keeps "
            "that it was done, by whom and when; records of earlier searches keep their ranking."
        ).format(
            subject=external_id,
            name=f" ({subject.details.name})" if subject.details.name else "",
            photos=len(subject.photos),
        )

        def work(place: Workplace, _task: Task) -> None:
            remove_subject(place.library(), external_id)

        self._ask(self.tr("Remove subject"), question, lambda: self._run(work, self.subject_removed.emit))

    def ask_about_photo(self, subject: Subject, photo: Photo) -> None:
        """Remove one photo of several if the user agrees."""
        question = self.tr(
            "Remove the photo {file} of the subject {subject} for good?\n\n"
            "Its features and original go too. This cannot be undone. The audit log keeps that it was done, by whom "
            "and when; records of earlier searches keep their ranking."
        ).format(file=photo.file_name, subject=subject.details.external_id)

        def work(place: Workplace, _task: Task) -> None:
            remove_photo(place.library(), photo.photo_id)

        def done() -> None:
            self.photo_removed.emit(subject.subject_id)

        self._ask(self.tr("Remove photo"), question, lambda: self._run(work, done))

    def _ask(self, title: str, question: str, agreed: Callable[[], None]) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, title, question, parent=self._page)
        box.setTextFormat(Qt.TextFormat.PlainText)
        remove = box.addButton(self.tr("&Remove for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.buttonClicked.connect(lambda button: agreed() if button is remove else None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _run(self, work: Callable[[Workplace, Task], None], then: Callable[[], None]) -> None:
        def done(_nothing: None) -> None:
            then()
            self._desk.gallery_changed.emit()

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=done)
