"""The chosen sketch beside its first candidate, with what can be done next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from forensic_id.core.errors import UserFacingError
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.pixels import to_image
from forensic_id.gui.sentences import translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.run_batch import SketchRow
from forensic_id.services.sketch_states import SketchStage

_NARROW, _WIDE = QSize(100, 128), QSize(150, 192)
_LOADED = QSize(300, 384)


class SketchPane(QFrame):
    """Shows one row of the table."""

    open_requested = Signal(int)
    """The search of that number is to be shown."""
    landmarks_requested = Signal(str)
    """Landmarks are to be set by hand for the sketch of that name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: SketchRow | None = None
        self._wanted = Path()
        self.setProperty("role", "card")
        self._sketch = _picture(self.tr("The sketch"))
        self._photo = _picture(self.tr("Photo of the first candidate"))
        self._drawn = QPixmap()
        self._name = label("", wrap=True)
        self._candidate = label("", "muted", wrap=True)
        self._reason = label("", "danger", wrap=True)
        self.open = QPushButton(self.tr("&Open the search"))
        self.open.setProperty("role", "primary")
        self.open.clicked.connect(self._open)
        self.by_hand = QPushButton(self.tr("Set &landmarks by hand…"))
        self.by_hand.clicked.connect(self._ask_for_landmarks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["m"], SPACE["m"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        pictures = QHBoxLayout()
        pictures.setSpacing(SPACE["s"])
        pictures.addWidget(self._sketch)
        pictures.addWidget(self._photo)
        pictures.addStretch(1)
        layout.addLayout(pictures)
        for text in (self._name, self._candidate, self._reason):
            layout.addWidget(text)
        layout.addStretch(1)
        layout.addWidget(self.open)
        layout.addWidget(self.by_hand)
        desk.rights.guard(self.by_hand, Right.SEARCH)
        desk.thumbnails.loaded.connect(self._thumbnail_loaded)
        self.make_wide(wide=False)
        self.show_row(None, Path())

    def make_wide(self, *, wide: bool) -> None:
        """Give the pictures more room, or less."""
        self._size = _WIDE if wide else _NARROW
        self.setFixedWidth(2 * self._size.width() + SPACE["s"] + 2 * SPACE["m"] + 2)
        for picture in (self._sketch, self._photo):
            picture.setFixedSize(self._size)
        self._draw()

    def show_row(self, row: SketchRow | None, folder: Path) -> None:
        """Show a row of a batch over the sketches in `folder`; None: nothing is chosen."""
        self._row = row
        self._name.setText(row.sketch if row else self.tr("Choose a sketch in the table."))
        self._reason.setText(translated(row.reason) if row else "")
        self._reason.setVisible(bool(row and row.reason))
        self._candidate.setText(self.tr("First candidate: {}").format(row.candidate) if row and row.candidate else "")
        self.open.setVisible(bool(row and row.search_id))
        self.by_hand.setVisible(bool(row and row.stage is SketchStage.FAILED and not row.search_id))
        wanted = folder / row.sketch if row else Path()
        if wanted != self._wanted:
            self._wanted, self._drawn = wanted, QPixmap()
            if row is not None:
                self._load(wanted)
        self._draw()

    def _load(self, path: Path) -> None:
        def load(place: Workplace, _task: Task) -> QImage:
            try:
                image = to_image(place.loader.load(path).pixels)
            except UserFacingError:
                return QImage()
            scaled: QImage = image.scaled(
                _LOADED, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            return scaled

        self._desk.run(
            Lane.PICTURES,
            load,
            owner=self,
            on_done=lambda image: self._show_sketch(path, image),
            on_failed=lambda _error: self._show_sketch(path, QImage()),
        )

    def _show_sketch(self, path: Path, image: QImage) -> None:
        if path == self._wanted:
            self._drawn = QPixmap.fromImage(image)
            self.by_hand.setEnabled(not image.isNull())
            self._draw()

    def _draw(self) -> None:
        _show(self._sketch, self._drawn, self._size)
        photo = self._row.photo_id if self._row else 0
        _show(self._photo, (self._desk.thumbnails.get(photo) if photo else None) or QPixmap(), self._size)

    def _thumbnail_loaded(self, photo_id: int) -> None:
        if self._row is not None and self._row.photo_id == photo_id:
            self._draw()

    def _open(self) -> None:
        if self._row is not None:
            self.open_requested.emit(self._row.search_id)

    def _ask_for_landmarks(self) -> None:
        if self._row is not None:
            self.landmarks_requested.emit(self._row.sketch)


def _picture(name: str) -> QLabel:
    picture = QLabel()
    picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
    picture.setAccessibleName(name)
    return picture


def _show(picture: QLabel, pixmap: QPixmap, size: QSize) -> None:
    if pixmap.isNull():
        picture.setPixmap(QPixmap())
        return
    ratio = picture.devicePixelRatio()
    scaled = pixmap.scaled(
        size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    scaled.setDevicePixelRatio(ratio)
    picture.setPixmap(scaled)
