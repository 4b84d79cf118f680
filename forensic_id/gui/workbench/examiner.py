"""Looks at the sketch in front in the background, a moment after each change; only the newest result counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from forensic_id.core.edits import Levels
from forensic_id.core.records import UInt8Array
from forensic_id.gui.desk import Desk
from forensic_id.gui.pixels import to_image
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workbench.bench import Bench, Preparation
from forensic_id.gui.workplace import Workplace
from forensic_id.services.examine_sketch import SketchExamination, examine_sketch
from forensic_id.services.probe import SketchReader, edited_image

_PAUSE = 60
"""Milliseconds without a change after which the sketch is looked at."""

_VALUES = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """An examination with its pictures; `histogram` int64 (256,) counts the greys that the levels work on."""

    key: int
    examination: SketchExamination
    received: QImage
    edited: QImage
    crop: QImage | None
    histogram: NDArray[np.int64]


class Examiner(QObject):
    """One examination runs at a time; what was asked for meanwhile follows it, the rest is dropped."""

    seen = Signal(object)
    """A Seen of the sketch in front, as it is prepared now."""
    failed = Signal(str)
    """The sketch in front cannot be used: a sentence."""

    def __init__(self, desk: Desk, bench: Bench) -> None:
        super().__init__(bench)
        self._desk, self._bench = desk, bench
        self._last: Seen | None = None
        self._running: Task | None = None
        self._again = False
        self._paused = True  # until the workbench is on the screen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._start)
        bench.front_changed.connect(self.ask)
        for signal in (desk.bundle_changed, desk.library_changed):
            signal.connect(self._forget)

    @property
    def waiting(self) -> bool:
        """Whether a look is due."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Look at the sketch in front soon."""
        if self._bench.front is None or self._paused:
            self._timer.stop()
        else:
            self._timer.start()

    def pause(self) -> None:
        """Look at nothing until `resume`."""
        self._paused = True
        self._timer.stop()

    def resume(self) -> None:
        """Look again, at once if something has changed meanwhile."""
        if self._paused:
            self._paused = False
            front, last = self._bench.front, self._last
            if front is not None and (last is None or last.examination.sketch != front.sketch):
                self.ask()

    def _forget(self) -> None:
        """Another model sees other faces. A stopped lane has dropped what was running."""
        self._last, self._running = None, None
        self._bench.examinations.clear()
        self.ask()

    def _start(self) -> None:
        front = self._bench.front
        if front is None:
            return
        if self._running is not None:
            self._again = True
            return
        last, known = self._last, self._bench.examinations.get(front.key)

        def work(place: Workplace, _task: Task) -> Seen:
            return _looked(front, place.reader, known, last)

        self._running = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=self._done,
            on_failed=lambda error: self._fail(front, error),
            on_cancelled=self._ended,
        )

    def _done(self, seen: Seen) -> None:
        self._ended()
        front = self._bench.front
        if front is None or front.key != seen.key or front.sketch.edits != seen.examination.sketch.edits:
            return
        self._last = seen
        self._bench.examinations[seen.key] = seen.examination
        self.seen.emit(seen)

    def _fail(self, front: Preparation, error: Exception) -> None:
        self._ended()
        if self._bench.front == front:
            self.failed.emit(sentence_for(error))

    def _ended(self) -> None:
        self._running = None
        if self._again:
            self._again = False
            self._start()


def _looked(front: Preparation, reader: SketchReader, known: SketchExamination | None, last: Seen | None) -> Seen:
    found = examine_sketch(front.sketch, reader, known=known)
    crop = None if found.face is None else to_image(found.face.crop)
    if last is not None and last.examination.edited is found.edited:  # moving a point changes the crop alone
        return Seen(
            key=front.key,
            examination=found,
            received=last.received,
            edited=last.edited,
            crop=crop,
            histogram=last.histogram,
        )
    return Seen(
        key=front.key,
        examination=found,
        received=to_image(found.received.pixels),
        edited=to_image(found.edited.image.pixels),
        crop=crop,
        histogram=_histogram(_before_levels(found, reader)),
    )


def _before_levels(found: SketchExamination, reader: SketchReader) -> UInt8Array:
    """The picture that the levels are set on: after the edits before them, or after all."""
    edits = found.sketch.edits
    first = next((number for number, edit in enumerate(edits) if isinstance(edit, Levels)), None)
    if first is None:
        return found.edited.image.pixels
    return edited_image(found.received, edits[:first], reader.editor).image.pixels


def _histogram(pixels: UInt8Array) -> NDArray[np.int64]:
    """Counts of the green values, which carry most of the brightness: at most a million pixels, evenly picked."""
    green = pixels[:, :, 1].reshape(-1)
    step = max(1, green.size // 1_000_000)
    return np.bincount(green[::step], minlength=_VALUES)
