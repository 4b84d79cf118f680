"""A subject's file: photos, what is recorded of person and photo, quality in words, searches that list them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.browsing import RecordedValues
from forensic_id.core.records import Photo, Subject
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.details_form import DetailsForm, Field
from forensic_id.gui.gallery.edits import Edit, Edits
from forensic_id.gui.gallery.photo_panel import PhotoPanel
from forensic_id.gui.gallery.retention_panel import RetentionPanel
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.sentences import translated
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.services.browse_gallery import SubjectFile, log_view, subject_file

LOOK = 1500
"""Milliseconds after which a subject on the screen counts as looked at, and is logged once in a session."""
_WIDE = 720
_SEARCH, _CASE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class SubjectPane(QWidget):
    """Shows one subject; edits are saved at once."""

    removal_requested = Signal(object)
    """The Subject shown is to be removed."""
    photo_removal_requested = Signal(object, object)
    """Of the Subject shown, the Photo shown is to be removed."""
    close_requested = Signal()
    enlarge_requested = Signal()
    """The pane is to take the whole page, or to give it back."""

    def __init__(self, desk: Desk, edits: Edits) -> None:
        super().__init__()
        self._desk, self._edits = desk, edits
        self._file: SubjectFile | None = None
        self._subject_id = 0
        self._logged: set[int] = set()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._log_view)
        self.photos = PhotoPanel(desk)
        self.person = DetailsForm(self._person_fields())
        self.photo = DetailsForm(self._photo_fields())
        self.retention = RetentionPanel(desk)
        self._build()
        self.photos.chosen.connect(self._show_photo)
        self.person.edited.connect(lambda name, text: self._edit("subject", name, text))
        self.photo.edited.connect(lambda name, text: self._edit("photo", name, text))
        for form in (self.person, self.photo):
            form.guard(desk.rights, Right.EDIT_GALLERY)
        for button in (self.remove_button, self.remove_photo_button):
            desk.rights.guard(button, Right.PURGE)
        edits.saved.connect(self._reload)
        edits.refused.connect(self._refuse)
        desk.library_changed.connect(self._logged.clear)
        desk.cases_erased.connect(self._forget_erased)
        self._paint()
        desk.appearance.changed.connect(self._paint)

    @property
    def subject(self) -> Subject | None:
        """The subject shown."""
        return self._file.subject if self._file else None

    def show_subject(self, subject_id: int) -> None:
        """Load a subject's file and show it; what was written into a field is saved first."""
        if subject_id != self._subject_id:
            self.save()
            self._look.stop()
        self._subject_id = subject_id
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: subject_file(place.library(), subject_id),
            owner=self,
            on_done=self._show,
            on_failed=lambda _error: self._lose(subject_id),
        )

    def offer(self, values: RecordedValues) -> None:
        """Complete what is written from what is recorded of others."""
        self.person.complete("sex", values.sexes)
        self.person.complete("ethnicity", values.ethnicities)
        self.photo.complete("source", values.sources)

    def save(self) -> None:
        """Save what was written and not left yet."""
        self.person.save()
        self.photo.save()
        self.retention.form.save()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.photos.setMinimumHeight(300 if wide else 340)

    def _show(self, file: SubjectFile) -> None:
        if file.subject.subject_id != self._subject_id:
            return
        self._file = file
        details = file.subject.details
        self._title.setText(details.external_id)
        self._title.setToolTip(details.external_id)
        self._name.setText(details.name)
        self._name.setVisible(bool(details.name))
        texts = {name: "" if value is None else str(value) for name, value in asdict(details).items()}
        self.person.show_values(texts)
        self.retention.show_subject(file.subject.subject_id)
        self.photos.show_photos(file.subject.photos)
        self._list_searches(file)
        if self.isVisible() and self._subject_id not in self._logged:
            self._look.start()

    def _lose(self, subject_id: int) -> None:
        """The subject was removed meanwhile, or the library cannot be read."""
        if subject_id == self._subject_id:
            self._file = None
            self._subject_id = 0
            self.close_requested.emit()

    def _reload(self, subject_id: int) -> None:
        if subject_id == self._subject_id:
            self.show_subject(subject_id)

    def _show_photo(self, _photo_id: int) -> None:
        photo = self.photos.photo
        if photo is None or self._file is None:
            return
        self.photo.show_values(asdict(photo.details))
        self.remove_photo_button.setVisible(len(self._file.subject.photos) > 1)
        enrolled = self._file.enrolled_at.get(photo.photo_id, "")[:10]
        told = [photo.file_name, self.tr("enrolled {}").format(enrolled) if enrolled else ""]
        self._photo_facts.setText(" · ".join(filter(None, told)))
        self._tell_quality(photo)

    def _tell_quality(self, photo: Photo) -> None:
        warnings = [translated(finding.warning) for finding in photo.findings if finding.warning]
        self._quality.setText("\n".join(warnings) if warnings else self.tr("Nothing to be wary of was measured."))
        set_role(self._quality, "warning" if warnings else "muted")
        values = [f"{finding.measure} {measured(finding.value, '.3g')}" for finding in photo.findings]
        self._quality.setToolTip(self.tr("Measured: {}").format(", ".join(values)) if values else "")

    def _list_searches(self, file: SubjectFile) -> None:
        self._searches.clear()
        for each in file.appearances:
            text = self.tr("Rank {rank} in search {search}, case {case}, {date}").format(
                rank=counted(each.rank), search=each.search_id, case=each.case_number, date=each.created_at[:10]
            )
            item = QListWidgetItem(text)
            item.setData(_SEARCH, each.search_id)
            item.setData(_CASE, each.case_number)
            self._searches.addItem(item)
        self._fit_searches()

    def _fit_searches(self) -> None:
        listed = self._searches.count()
        self._searches.setFixedHeight(min(4, max(1, listed)) * 28 + 6)
        self._searches.setVisible(listed > 0)
        self._no_searches.setVisible(listed == 0)

    def _forget_erased(self, numbers: frozenset[str]) -> None:
        """Searches of erased cases leave the list; the fields, in which somebody may be writing, stay as they are."""
        for row in reversed(range(self._searches.count())):
            if self._searches.item(row).data(_CASE) in numbers:
                self._searches.takeItem(row)
        self._fit_searches()

    def _open_search(self, item: QListWidgetItem) -> None:
        self._desk.choose_case(str(item.data(_CASE)))
        self._desk.open_search(int(item.data(_SEARCH)))

    def _edit(self, kind: Literal["subject", "photo"], name: str, text: str) -> None:
        photo = self.photos.photo
        if self._file is None or photo is None:
            return
        is_subject = kind == "subject"
        fields = self._person_fields() if is_subject else self._photo_fields()
        subject = self._file.subject
        self._edits.make(
            Edit(
                kind=kind,
                number=subject.subject_id if is_subject else photo.photo_id,
                subject_id=subject.subject_id,
                field=name,
                before=(self.person if is_subject else self.photo).lines[name].stored,
                after=text,
                subject=subject.details.external_id,
                title=next(field.title for field in fields if field.name == name).replace("&", ""),
            )
        )

    def _refuse(self, edit: Edit, sentence: str) -> None:
        if edit.subject_id == self._subject_id:
            (self.person if edit.kind == "subject" else self.photo).refuse(edit.field, sentence)

    def _log_view(self) -> None:
        if self._file is None or not self.isVisible():
            return
        subject = self._file.subject
        self._logged.add(subject.subject_id)
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: log_view(place.library(), subject),
            owner=self,
            on_done=lambda _nothing: None,
        )

    def _person_fields(self) -> tuple[Field, ...]:
        return (
            Field(name="external_id", title=self.tr("Sub&ject id")),
            Field(name="name", title=self.tr("&Name")),
            Field(name="sex", title=self.tr("Se&x")),
            Field(name="birth_year", title=self.tr("&Born"), hint=self.tr("year, such as 1974")),
            Field(name="ethnicity", title=self.tr("&Ethnicity")),
        )

    def _photo_fields(self) -> tuple[Field, ...]:
        return (
            Field(name="booking_date", title=self.tr("Boo&ked"), hint=self.tr("YYYY-MM-DD")),
            Field(name="source", title=self.tr("Sou&rce")),
            Field(name="retention_date", title=self.tr("Keep &until"), hint=self.tr("YYYY-MM-DD")),
        )

    def _build(self) -> None:
        self._title, self._name = label("", "title"), label("", "muted")
        for each in (self._title, self._name):  # beside the buttons, whichever way the script runs
            each.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.remove_photo_button = QPushButton(self.tr("Remove this photo…"))
        self.remove_photo_button.clicked.connect(self._request_photo_removal)
        self._photo_facts, self._quality = label("", "small", wrap=True), label("", "muted", wrap=True)
        self._no_searches = label(self.tr("No stored search lists this subject."), "muted", wrap=True)
        self._searches = QListWidget()
        self._searches.setAccessibleName(self.tr("Searches in which this subject was a candidate"))
        self._searches.itemActivated.connect(self._open_search)
        content = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._body.setContentsMargins(SPACE["m"], 0, SPACE["m"], SPACE["m"])
        self._body.setSpacing(SPACE["m"])
        self._body.addWidget(self.photos, 3)
        self._body.addLayout(self._facts(), 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(self._head())
        layout.addWidget(scroll, 1)

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._name)
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        for button, action in (
            (self.undo_button, self._edits.stack.createUndoAction(self, self.tr("Undo"))),
            (self.redo_button, self._edits.stack.createRedoAction(self, self.tr("Redo"))),
        ):
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.enlarge_button = self._button(self.tr("Enlarge or shrink (Enter)"), self.enlarge_requested.emit)
        self.remove_button = self._button(self.tr("Remove this subject… (Del)"), self.request_removal)
        self.close_button = self._button(self.tr("Close (Esc)"), self.close_requested.emit)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["s"], 0)
        head.setSpacing(2)
        head.addLayout(names, 1)
        for each in (self.undo_button, self.redo_button, self.enlarge_button, self.remove_button, self.close_button):
            each.setIconSize(QSize(18, 18))
            head.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def request_removal(self) -> None:
        """Ask for the removal of the subject shown."""
        if self._file and self._desk.rights.permit(Right.PURGE):
            self.removal_requested.emit(self._file.subject)

    def _request_photo_removal(self) -> None:
        if self._file and self.photos.photo:
            self.photo_removal_requested.emit(self._file.subject, self.photos.photo)

    def _facts(self) -> QVBoxLayout:
        facts = QVBoxLayout()
        facts.setSpacing(SPACE["s"])
        for title, widgets in (
            (self.tr("This photo"), (self._photo_facts, self._quality, self.photo, self.remove_photo_button)),
            (self.tr("This subject"), (self.person,)),
            (self.tr("Retention"), (self.retention,)),
            (self.tr("Candidate in searches"), (self._no_searches, self._searches)),
        ):
            facts.addWidget(label(title, "lead"))
            for widget in widgets:
                facts.addWidget(widget)
            facts.addSpacing(SPACE["s"])
        facts.addStretch(1)
        return facts

    def _button(self, name: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(action)
        return button

    def _paint(self) -> None:
        icon = self._desk.appearance.icon
        self.undo_button.defaultAction().setIcon(icon("undo"))
        self.redo_button.defaultAction().setIcon(icon("redo"))
        self.enlarge_button.setIcon(icon("fit"))
        self.remove_button.setIcon(icon("trash"))
        self.remove_photo_button.setIcon(icon("trash"))
        self.close_button.setIcon(icon("close"))
