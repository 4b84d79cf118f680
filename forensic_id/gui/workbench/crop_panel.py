"""What a search will see: the aligned crop, where its points come from, and what to be wary of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workbench.notice_list import NoticeList
from forensic_id.services.examine_sketch import SketchExamination

_SIDE = 104


class CropPanel(QFrame):
    """Stands beside the sketch and follows every change of it."""

    reset_requested = Signal()
    points_requested = Signal()
    box_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(_SIDE, _SIDE))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("The face as it will be searched"))
        self._source = label("", "muted", wrap=True)
        self._notices = NoticeList()
        self._notices.setAccessibleName(self.tr("Warnings"))
        self.reset_button = QPushButton(self.tr("&Automatic"))
        self.reset_button.setToolTip(self.tr("Find face and points automatically again (R)"))
        self.points_button = QPushButton(self.tr("&Points by hand"))
        self.box_button = QPushButton(self.tr("&Box by hand"))
        self.reset_button.clicked.connect(self.reset_requested)
        self.points_button.clicked.connect(self.points_requested)
        self.box_button.clicked.connect(self.box_requested)
        self._lay_out()
        self.show_nothing()

    @property
    def source(self) -> str:
        """The sentence that says where the points come from."""
        return self._source.text()

    @property
    def warnings(self) -> tuple[str, ...]:
        """The warnings shown."""
        return self._notices.sentences

    def show_nothing(self) -> None:
        """There is no sketch."""
        self._picture.setPixmap(QPixmap())
        self._picture.setText("")
        self._source.setText("")
        self._notices.show_sentences(())
        self._stress(wanted=False)
        for button in (self.reset_button, self.points_button, self.box_button):
            button.setEnabled(False)

    def show_problem(self, sentence: str) -> None:
        """The sketch cannot be used at all."""
        self.show_nothing()
        self._notices.show_sentences((sentence,))

    def show_seen(self, seen: SketchExamination, crop: QImage | None) -> None:
        """Show the crop and what the examination says of it."""
        by_hand = seen.sketch.box is not None or seen.sketch.landmarks is not None
        self.reset_button.setEnabled(by_hand)
        self.points_button.setEnabled(True)
        self.box_button.setEnabled(True)
        self._source.setText(self._told(seen))
        self._stress(wanted=crop is None)
        if crop is None:
            self._picture.setPixmap(QPixmap())
            self._picture.setText(self.tr("No face"))
            self._notices.show_sentences((seen.problem,))
            return
        scaled = crop.scaled(
            QSize(_SIDE, _SIDE) * self.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(QPixmap.fromImage(scaled))
        self._notices.show_sentences(seen.warnings)

    def _stress(self, *, wanted: bool) -> None:
        """Without a face, marking one is what is to be done next."""
        button = self.points_button
        if (button.property("role") == "primary") is not wanted:
            button.setProperty("role", "primary" if wanted else None)
            button.style().unpolish(button)
            button.style().polish(button)

    def _told(self, seen: SketchExamination) -> str:
        if seen.face is None:
            return self.tr("Nothing is searched until a face is marked.")
        if seen.sketch.landmarks is not None:
            return self.tr("Points set by hand.")
        if seen.sketch.box is not None:
            return self.tr("Face chosen by hand, points found automatically.")
        return self.tr("Face and points found automatically.")

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(SPACE["xs"])
        told.addWidget(self._source)
        told.addWidget(self._notices, 1)
        upper = QHBoxLayout()
        upper.setSpacing(SPACE["m"])
        upper.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        upper.addLayout(told, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE["xs"])
        for button in (self.reset_button, self.points_button, self.box_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["m"], SPACE["m"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addLayout(upper)
        layout.addLayout(buttons)
