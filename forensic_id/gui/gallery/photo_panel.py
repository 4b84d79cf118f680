"""The photos of a subject: one of them large, the others to choose from, what is known of the one shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forensic_id.core.errors import UserFacingError
from forensic_id.core.records import Photo
from forensic_id.gui.desk import Desk
from forensic_id.gui.pixels import to_image
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.image_view import ImageView
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.show_pictures import photo_original

_CHOICE = QSize(56, 64)
_NUMBER = Qt.ItemDataRole.UserRole


class PhotoPanel(QWidget):
    """Shows the thumbnail at once and the original when it has been read."""

    chosen = Signal(int)
    """Another photo is shown: its number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._photos: dict[int, Photo] = {}
        self._shown = 0
        self._reading: Task | None = None
        self.image = ImageView(self.tr("Photo of the subject"))
        self.image.setMinimumHeight(200)
        self._fault = label("", "danger", wrap=True)
        self._fault.hide()
        self.choices = QListWidget()
        self.choices.setAccessibleName(self.tr("Photos of the subject"))
        self.choices.setViewMode(QListView.ViewMode.IconMode)
        self.choices.setMovement(QListView.Movement.Static)
        self.choices.setWrapping(False)
        self.choices.setIconSize(_CHOICE)
        self.choices.setGridSize(QSize(_CHOICE.width() + 36, _CHOICE.height() + 28))
        self.choices.setFixedHeight(_CHOICE.height() + 46)
        self.choices.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.choices.currentItemChanged.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.image, 1)
        layout.addWidget(self._fault)
        layout.addWidget(self.choices)
        desk.thumbnails.loaded.connect(self._show_thumbnail)

    @property
    def photo(self) -> Photo | None:
        """The photo shown."""
        return self._photos.get(self._shown)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Show a subject's photos, the newest first; a photo that was shown before stays."""
        ordered = sorted(photos, key=lambda photo: (photo.details.booking_date, photo.photo_id), reverse=True)
        before = self._shown
        self._photos = {photo.photo_id: photo for photo in ordered}
        blocked = self.choices.blockSignals(True)  # noqa: FBT003 - Qt's
        self.choices.clear()
        for photo in ordered:
            item = QListWidgetItem(self._icon(photo.photo_id), photo.details.booking_date or self.tr("no date"))
            item.setData(_NUMBER, photo.photo_id)
            item.setToolTip(photo.file_name)
            self.choices.addItem(item)
        self.choices.setVisible(len(ordered) > 1)
        kept = list(self._photos).index(before) if before in self._photos else 0
        self.choices.setCurrentRow(kept)
        self.choices.blockSignals(blocked)
        self._show(list(self._photos)[kept] if self._photos else 0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(int(item.data(_NUMBER)))

    def _show(self, photo_id: int) -> None:
        is_other = photo_id != self._shown
        self._shown = photo_id
        self.chosen.emit(photo_id)
        if not is_other:
            return
        self._fault.hide()
        if self._reading:
            self._reading.cancel()
        pixmap = self._desk.thumbnails.get(photo_id) if photo_id else None
        self.image.set_image(pixmap.toImage() if pixmap else None)
        if photo_id:
            self._reading = self._desk.run(
                Lane.PICTURES,
                lambda place, _task: read_original(place, photo_id),
                owner=self,
                on_done=lambda image: self._show_original(photo_id, image),
                on_failed=lambda error: self._tell_fault(photo_id, error),
            )

    def _show_original(self, photo_id: int, image: QImage) -> None:
        if photo_id == self._shown:
            self._reading = None
            self.image.set_image(image, keep_state=True)

    def _tell_fault(self, photo_id: int, error: Exception) -> None:
        """An original that was altered or is gone is no matter for a dialog at every look, but it must be seen."""
        if not isinstance(error, UserFacingError):
            self._desk.tasks.failed.emit(error)
        elif photo_id == self._shown:
            self._fault.setText(sentence_for(error))
            self._fault.show()

    def _show_thumbnail(self, photo_id: int) -> None:
        for row in range(self.choices.count()):
            item = self.choices.item(row)
            if item.data(_NUMBER) == photo_id:
                item.setIcon(self._icon(photo_id))
        if photo_id == self._shown and not self.image.has_image:
            pixmap = self._desk.thumbnails.get(photo_id)
            self.image.set_image(pixmap.toImage() if pixmap else None)

    def _icon(self, photo_id: int) -> QIcon:
        return QIcon(self._desk.thumbnails.get(photo_id) or QPixmap())


def read_original(place: Workplace, photo_id: int) -> QImage:
    """The photo as it was imported, upright. Raises TamperedError, NotFoundError, ImageRefusedError."""
    data = photo_original(place.library(), photo_id)
    return to_image(place.loader.decode(data, f"photo {photo_id}").pixels)
