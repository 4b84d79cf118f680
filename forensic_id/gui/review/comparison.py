"""Sketch and photo under the examiner's eyes: side by side with locked views, or laid over each other."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.records import SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.comparison_bar import ComparisonBar, Source
from forensic_id.gui.review.layered_view import LayeredView, Mode
from forensic_id.gui.review.pictures import FaceImages
from forensic_id.gui.review.tone import Tone
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.widgets.image_view import ImageView, ViewState

TURN = 5.0
"""Degrees a step."""


class PictureFrame(QWidget):
    """A picture with its caption, and above it why another one is missing."""

    def __init__(self, name: str, view: ImageView | None = None, beside: QWidget | None = None) -> None:
        """`beside` stands beside the caption."""
        super().__init__()
        self.view = view or ImageView(name)
        self.view.setMinimumSize(120, 120)
        self.caption = ElidedLabel(name, "small")
        self.problem = Banner("")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        top = QHBoxLayout()
        top.addWidget(self.caption, 1)
        if beside is not None:
            top.addWidget(beside, 1)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.view, 1)


class ComparisonView(QWidget):
    """Shows two faces; how they are looked at stays while one steps from candidate to candidate."""

    sketch_chosen = Signal(int)
    """The sketch of the search of this number is to be compared."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._faces: tuple[FaceImages | None, FaceImages | None] = (None, None)
        self._round = 0
        self.bar = ComparisonBar(desk.appearance)
        self.sketches = QComboBox()
        self.sketches.setAccessibleName(self.tr("Sketch compared"))
        self.sketches.hide()
        self.sketch = PictureFrame(self.tr("Sketch as received"), beside=self.sketches)
        self.photo = PictureFrame(self.tr("Photo"))
        self.layers = LayeredView(self.tr("Sketch and photo laid over each other"))
        self.layered = PictureFrame(
            self.tr("Sketch and photo, aligned by their landmarks"), self.layers, self.bar.amount
        )
        self._last_used = self.sketch.view
        self._build()
        self._connect()
        self._recolour()

    @property
    def mode(self) -> Mode:
        """How the two pictures are compared."""
        return self.bar.mode

    def show_faces(self, sketch: FaceImages | None, photo: FaceImages | None, caption: str) -> None:
        """Show what has been loaded of the two; None: still loading."""
        self._faces = (sketch, photo)
        self.photo.caption.say(caption)
        self._refresh()

    def offer_sketches(self, record: SearchRecord) -> None:
        """Of a search that fuses several sketches, let the examiner choose which one is compared."""
        blocked = QSignalBlocker(self.sketches)
        self.sketches.clear()
        for number, part in enumerate(record.parts, start=1):
            self.sketches.addItem(self.tr("Sketch {} of {}").format(number, len(record.parts)), part)
        blocked.unblock()
        self.sketches.setVisible(len(record.parts) > 1)

    def next_mode(self) -> None:
        """Side by side, overlay, curtain, blink, and again."""
        modes = list(Mode)
        self.bar.set_mode(modes[(modes.index(self.mode) + 1) % len(modes)])

    def turn(self, degrees: float) -> None:
        """Turn the picture used last, or both when they are locked."""
        view = self._active()
        view.change(angle=(view.state.angle + degrees) % 360)

    def mirror(self) -> None:
        """Mirror it."""
        view = self._active()
        view.change(mirrored=not view.state.mirrored)

    def zoom(self, steps: int) -> None:
        """Step nearer or farther; 0 steps: see all of it."""
        view = self._active()
        {1: view.zoom_in, -1: view.zoom_out, 0: view.fit}[steps]()

    def reset(self) -> None:
        """See both pictures whole and upright."""
        for view in (self.sketch.view, self.photo.view, self.layers):
            view.show_state(ViewState())

    def _build(self) -> None:
        sides = QWidget()
        side_by_side = QHBoxLayout(sides)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(SPACE["s"])
        side_by_side.addWidget(self.sketch, 1)
        side_by_side.addWidget(self.photo, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(sides)
        self._stack.addWidget(self.layered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.sketch.view.view_changed.connect(lambda state: self._moved(self.sketch.view, self.photo.view, state))
        self.photo.view.view_changed.connect(lambda state: self._moved(self.photo.view, self.sketch.view, state))
        self.layers.share_changed.connect(self.bar.set_share)
        self.bar.mode_changed.connect(self._change_mode)
        self.bar.source_changed.connect(self._refresh)
        self.bar.lock_changed.connect(self._lock)
        self.bar.amount_changed.connect(self._set_amount)
        self.sketches.currentIndexChanged.connect(lambda _index: self.sketch_chosen.emit(self.sketches.currentData()))
        self.bar.tones.changed.connect(self._refresh)
        self.bar.turn_requested.connect(self.turn)
        self.bar.mirror_requested.connect(self.mirror)
        self.bar.zoom_requested.connect(self.zoom)
        self._desk.appearance.changed.connect(self._recolour)

    def _active(self) -> ImageView:
        if self.mode is not Mode.SIDE_BY_SIDE:
            return self.layers
        views = (self.sketch.view, self.photo.view)
        return next((view for view in views if view.hasFocus()), self._last_used)

    def _moved(self, view: ImageView, other: ImageView, state: ViewState) -> None:
        self._last_used = view
        if self.bar.locked:
            other.show_state(state)

    def _lock(self, locked: bool) -> None:  # noqa: FBT001 - a signal's argument
        if locked:
            self._moved(self.sketch.view, self.photo.view, self.sketch.view.state)

    def _change_mode(self, mode: Mode) -> None:
        self._stack.setCurrentIndex(0 if mode is Mode.SIDE_BY_SIDE else 1)
        if mode is not Mode.SIDE_BY_SIDE:
            self.layers.set_mode(mode)
            self._set_amount()
        self._refresh()

    def _set_amount(self) -> None:
        if self.mode is Mode.BLINK:
            self.layers.set_rate(self.bar.rate)
        else:
            self.layers.set_share(self.bar.share)

    def _refresh(self) -> None:
        """Show the chosen pictures of both faces; changed tones are worked out in the background."""
        self._round += 1
        this_round, tones = self._round, self.bar.tones.tones()
        images = tuple(self._chosen(face) for face in self._faces)
        self._tell_problems()
        if tones == (Tone(), Tone()):
            self._put(*images)
            return

        def work(*_given: object) -> tuple[QImage | None, ...]:
            pairs = zip(tones, images, strict=True)
            return tuple(None if image is None else tone.applied(image) for tone, image in pairs)

        def put(toned: tuple[QImage | None, ...]) -> None:
            if this_round == self._round:
                self._put(*toned)

        self._desk.run(Lane.PICTURES, work, owner=self, on_done=put)

    def _chosen(self, face: FaceImages | None) -> QImage | None:
        if face is None:
            return None
        source = self.bar.source
        if self.mode is not Mode.SIDE_BY_SIDE and source is Source.WHOLE:
            source = Source.ALIGNED
        return {Source.WHOLE: face.original, Source.ALIGNED: face.aligned, Source.CROP: face.crop}[source]

    def _put(self, sketch: QImage | None, photo: QImage | None) -> None:
        if self.mode is Mode.SIDE_BY_SIDE:
            self.sketch.view.set_image(sketch, keep_state=True)
            self.photo.view.set_image(photo, keep_state=True)
        else:
            self.layers.set_pictures(sketch, photo)

    def _tell_problems(self) -> None:
        sketch, photo = (face.problem if face else "" for face in self._faces)
        self.sketch.problem.say(sketch)
        self.photo.problem.say(photo)
        self.layered.problem.say(" ".join(filter(None, (sketch, photo))))

    def _recolour(self) -> None:
        colours = self._desk.appearance.colours
        self.layers.set_colour(QColor(colours.accent))
        for view in (self.sketch.view, self.photo.view, self.layers):
            view.setBackgroundBrush(QColor(colours.raised))
