"""The workbench: sketches are loaded, looked at, edited and described here before they are searched.

Everything shown comes from `examine_sketch`, which sees what a search would see.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from forensic_id.core.edits import Crop, Edit
from forensic_id.core.errors import UserFacingError
from forensic_id.core.policy import Policy
from forensic_id.core.records import Box, FivePoints
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.workbench.bench import Bench, ChainStep
from forensic_id.gui.workbench.canvas import SMALLEST_CROP, Held
from forensic_id.gui.workbench.chain import adjusted, mirrored, turned
from forensic_id.gui.workbench.examiner import Examiner, Seen
from forensic_id.gui.workbench.sketch_intake import SketchIntake
from forensic_id.gui.workbench.work_area import WorkArea
from forensic_id.services.identify import MOST_SKETCHES
from forensic_id.services.prepare_sketch import starting_box, starting_points
from forensic_id.services.probe import SketchInput, SketchOrigin

_AROUND_FACE = 0.6
"""Shares of the face box's side that a new crop leaves around it."""


class Workbench(QWidget):
    """A search page embeds it, asks for `inputs()` and listens to its signals."""

    sketches_changed = Signal()
    """A sketch came, went, or is prepared otherwise."""
    search_requested = Signal()
    """The user wants to search what lies on the bench."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.bench = Bench(self)
        self.examiner = Examiner(desk, self.bench)
        self.intake = SketchIntake(desk, self)
        self.area = WorkArea(desk, self.bench.undo_stack)
        self._seen: Seen | None = None
        self._front_key, self._problem = 0, ""
        self._lay_out()
        self._connect_bench()
        self._connect_canvas()
        self._connect_edits()
        self._show_front()

    def inputs(self) -> tuple[SketchInput, ...]:
        """The sketches as a search takes them; empty while there is none."""
        return self.bench.inputs()

    def focus_first(self) -> None:
        """While there is no sketch, the keyboard is on the button that opens one."""
        if not self.inputs():
            self._empty.setFocus()

    def obstacle(self) -> str:
        """Why the sketches cannot be searched, as a sentence; empty when nothing is known against it."""
        return self._problem or self.bench.obstacle() or self._unmet()

    def obey(self, policy: Policy) -> None:
        """Ask for the details of sketches that the profile asks for."""
        self.area.form.obey(policy)
        self.sketches_changed.emit()

    def set_inputs(self, sketches: Iterable[SketchInput]) -> None:
        """Put these sketches on the bench and nothing else, to reopen a stored search."""
        self._seen = None
        self.bench.set_inputs(sketches)

    def add_files(self, paths: list[Path]) -> None:
        """Put files on the bench beside what lies there."""
        room = MOST_SKETCHES - len(self.bench.state.sketches)
        self.bench.add(paths[:room], self.tr("Add sketches"))
        self.area.say(
            self.tr("A search takes at most {} sketches.").format(MOST_SKETCHES) if len(paths) > room else ""
        )

    def may_leave(self) -> bool:
        """Nothing is lost by looking at another page; a crop that was not accepted is given up."""
        self._end_crop()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.area.restore()
        self.examiner.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing needs to be computed."""
        super().hideEvent(event)
        self.examiner.pause()

    def _unmet(self) -> str:
        """What the rules ask for and is not told of a sketch; named where there are several."""
        for each in self.bench.state.sketches:
            if told := self.area.form.unmet(self.bench.origin(each.key)):
                return told if len(self.bench.state.sketches) == 1 else f"{each.title}: {told}"
        return ""

    def _show_front(self) -> None:
        front = self.bench.front
        self._faces.setCurrentIndex(0 if front is None else 1)
        self.area.strip.show_state(self.bench.state)
        if front is None:
            self._front_key, self._seen, self._problem = 0, None, ""
            self.area.show_nothing()
            return
        if front.key != self._front_key:
            self._front_key, self._seen = front.key, None
            self.area.show_nothing()
            self._tell_problem("")
        self._end_crop()
        self.area.show_preparation(front, self.bench.origin(front.key))
        self._show_face()

    def _show_face(self) -> None:
        """Draw box and points: those set by hand, else those found."""
        front, seen = self.bench.front, self._seen
        if front is None or seen is None or seen.examination.sketch.edits != front.sketch.edits:
            self.area.canvas.show_face((), None, None)
            return
        found = seen.examination.face
        box = front.sketch.box or (found.box if found is not None else None)
        points = front.sketch.landmarks
        if points is None and found is not None and seen.examination.sketch.landmarks is None:
            points = found.landmarks
        self.area.canvas.show_face(seen.examination.faces, box, points)

    def _take_seen(self, seen: Seen) -> None:
        other = self._seen is None or self._seen.key != seen.key
        new_picture = other or (self._seen is not None and self._seen.edited is not seen.edited)
        self._seen = seen
        if new_picture:
            self.area.show_pictures(seen, keep_view=not other)
        self.area.crop.show_seen(seen.examination, seen.crop)
        self._tell_problem(seen.examination.problem)
        self._show_face()

    def _take_failure(self, sentence: str) -> None:
        self._seen = None
        self.area.show_failure(sentence)
        self._tell_problem(sentence)

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.sketches_changed.emit()

    def _choose_face(self, number: int) -> None:
        if self._seen is not None:
            face = self._seen.examination.faces[number]
            self.bench.set_face(self.tr("Choose another face"), box=face, landmarks=None)

    def _move_box(self, box: Box) -> None:
        self.bench.set_face(self.tr("Move the face box"), box=box, landmarks=None)

    def _move_points(self, points: FivePoints) -> None:
        front = self.bench.front
        if front is not None:
            self.bench.set_face(self.tr("Move a point"), box=front.sketch.box, landmarks=points)

    def _reset_face(self) -> None:
        self.bench.new_gesture()
        self.bench.set_face(self.tr("Find the face automatically"), box=None, landmarks=None)

    def _points_by_hand(self) -> None:
        """Start from the points that were found, else from a face in the box or in the middle of the picture."""
        front, seen = self.bench.front, self._seen
        if front is None or seen is None:
            return
        found = seen.examination.face
        if front.sketch.landmarks is None:
            points = found.landmarks if found is not None else starting_points(self._starting_box(seen))
            self.bench.new_gesture()
            self.bench.set_face(self.tr("Set the points by hand"), box=front.sketch.box, landmarks=points)
        self.area.canvas.select(0)

    def _box_by_hand(self) -> None:
        front, seen = self.bench.front, self._seen
        if front is None or seen is None:
            return
        if front.sketch.box is None or front.sketch.landmarks is not None:
            found = seen.examination.face
            box = front.sketch.box or (found.box if found is not None else self._starting_box(seen))
            self.bench.new_gesture()
            self.bench.set_face(self.tr("Set the box by hand"), box=box, landmarks=None)
        self.area.canvas.select(Held.BOX)

    def _starting_box(self, seen: Seen) -> Box:
        front = self.bench.front
        if front is not None and front.sketch.box is not None:
            return front.sketch.box
        return starting_box(width=seen.edited.width(), height=seen.edited.height())

    def _begin_crop(self) -> None:
        if self._seen is None:
            return
        whole = QRectF(self._seen.edited.rect())
        found = self._seen.examination.face
        rectangle = whole.adjusted(whole.width() / 10, whole.height() / 10, -whole.width() / 10, -whole.height() / 10)
        if found is not None:
            more = _AROUND_FACE * found.box.width
            face = QRectF(found.box.x, found.box.y, found.box.width, found.box.height)
            rectangle = face.adjusted(-more, -more, more, more).intersected(whole)
        if min(rectangle.width(), rectangle.height()) < SMALLEST_CROP:
            rectangle = whole
        self.area.canvas.begin_crop(rectangle)
        self.area.tools.show_crop(drawing=True)

    def _accept_crop(self) -> None:
        rectangle, front = self.area.canvas.crop, self.bench.front
        self._end_crop()
        if rectangle is None or front is None:
            return
        pixels = rectangle.toAlignedRect().intersected(self._seen.edited.rect()) if self._seen is not None else None
        if pixels is not None:
            crop = Crop(x=pixels.x(), y=pixels.y(), width=pixels.width(), height=pixels.height())
            self.bench.new_gesture()
            self._set_steps(self.tr("Crop"), (*front.steps, ChainStep(edit=crop)))

    def _end_crop(self) -> None:
        if self.area.canvas.crop is not None:
            self.area.canvas.end_crop()
        self.area.tools.show_crop(drawing=False)

    def _turn(self, degrees: int) -> None:
        if (front := self.bench.front) is not None:
            self.bench.new_gesture()
            self._set_steps(self.tr("Turn"), turned(front.steps, degrees))

    def _mirror(self) -> None:
        if (front := self.bench.front) is not None:
            self.bench.new_gesture()
            self._set_steps(self.tr("Mirror"), mirrored(front.steps))

    def _adjust(self, kind: type[Edit], edit: Edit | None) -> None:
        if (front := self.bench.front) is not None:
            self._set_steps(self.tr("Adjust the picture"), adjusted(front.steps, kind, edit))

    def _set_steps(self, text: str, steps: Iterable[ChainStep]) -> None:
        try:
            self.bench.set_steps(text, tuple(steps))
            self.area.say("")
        except UserFacingError as error:
            self.area.say(sentence_for(error))
            self._show_front()

    def _set_origin(self, origin: SketchOrigin) -> None:
        if (front := self.bench.front) is not None:
            self.bench.set_origin(front.key, origin)

    def _copy(self) -> None:
        if (front := self.bench.front) is not None:
            title = self.tr("{} (version {})").format(front.title, len(self.bench.state.sketches) + 1)
            self.bench.copy_front(title, self.tr("Copy as another version"))

    def _connect_bench(self) -> None:
        self.bench.changed.connect(self.sketches_changed)
        self.bench.front_changed.connect(self._show_front)
        self.examiner.seen.connect(self._take_seen)
        self.examiner.failed.connect(self._take_failure)
        self.intake.files_brought.connect(self.add_files)
        strip = self.area.strip
        strip.chosen.connect(self.bench.bring_to_front)
        strip.add_requested.connect(self.intake.ask)
        strip.copy_requested.connect(self._copy)
        strip.remove_requested.connect(lambda key: self.bench.remove(key, self.tr("Take a sketch away")))
        strip.renamed.connect(lambda key, title: self.bench.rename(key, title, self.tr("Rename a sketch")))
        self.area.form.changed.connect(self._set_origin)

    def _connect_canvas(self) -> None:
        canvas, crop = self.area.canvas, self.area.crop
        canvas.gesture_begun.connect(self.bench.new_gesture)
        canvas.gesture_ended.connect(self._show_face)
        canvas.face_chosen.connect(self._choose_face)
        canvas.box_moved.connect(self._move_box)
        canvas.points_moved.connect(self._move_points)
        canvas.crop_accepted.connect(self._accept_crop)
        canvas.crop_cancelled.connect(self._end_crop)
        canvas.search_requested.connect(self.search_requested)
        for source in (canvas, crop):
            source.reset_requested.connect(self._reset_face)
        crop.points_requested.connect(self._points_by_hand)
        crop.box_requested.connect(self._box_by_hand)

    def _connect_edits(self) -> None:
        tools = self.area.tools
        tools.gesture_begun.connect(self.bench.new_gesture)
        tools.crop_requested.connect(self._begin_crop)
        tools.crop_accepted.connect(self._accept_crop)
        tools.crop_cancelled.connect(self._end_crop)
        tools.turned.connect(self._turn)
        tools.mirrored.connect(self._mirror)
        tools.adjusted.connect(self._adjust)
        self.area.edits.steps_changed.connect(self._set_steps)

    def _invite(self) -> None:
        told = self.tr(
            "Open a file, drop it here, or paste a picture. Several sketches of one person are searched together."
        )
        demo = self.tr("The dialog opens where the sketches of the demonstration are.")
        self._empty.say(f"{told} {demo}" if self.intake.offers_demo else told)

    def _lay_out(self) -> None:
        self._empty = EmptyState(
            self.desk.appearance.icon("image"),
            self.tr("Choose a sketch"),
            "",
            self.tr("&Open a sketch…"),
        )
        self._invite()
        self.desk.case_chosen.connect(self._invite)
        self._empty.action_requested.connect(self.intake.ask)
        place = QWidget()
        self._faces = QStackedLayout(place)
        self._faces.addWidget(self._empty)
        self._faces.addWidget(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE["xs"], 0, 0)
        layout.addWidget(place, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
