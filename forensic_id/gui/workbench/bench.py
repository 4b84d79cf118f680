"""The sketches on the workbench and how each is prepared; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from forensic_id.core.edits import Edit
from forensic_id.core.records import Box, FivePoints
from forensic_id.gui.sentences import translated
from forensic_id.services.examine_sketch import SketchExamination
from forensic_id.services.prepare_sketch import with_edits
from forensic_id.services.probe import SketchInput, SketchOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """One edit of the chain; a disabled one is kept in the list and not made."""

    edit: Edit
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """A sketch as prepared; `key` names it while it lies on the bench. `sketch.edits` are the enabled steps."""

    key: int
    title: str
    sketch: SketchInput
    steps: tuple[ChainStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchState:
    """All sketches, and the key of the one in front (0: none)."""

    sketches: tuple[Preparation, ...] = ()
    front: int = 0


class _Change(QUndoCommand):
    """From one state to another; changes of one gesture are undone together."""

    def __init__(self, bench: Bench, text: str, after: BenchState, gesture: int) -> None:
        super().__init__(text)
        self._bench, self._before, self._after, self._gesture = bench, bench.state, after, gesture

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.text() != self.text():
            return False
        self._after = other._after  # noqa: SLF001 - another of its kind
        return True

    def undo(self) -> None:
        self._bench.take(self._before)

    def redo(self) -> None:
        self._bench.take(self._after)


class Bench(QObject):
    """Belongs to the main thread; knows no widget. What is told of a sketch's origin is not part of the undoing."""

    changed = Signal()
    """A sketch came, went, or is prepared otherwise."""
    front_changed = Signal()
    """Another sketch is in front, or it is prepared otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.examinations: dict[int, SketchExamination] = {}
        self._state = BenchState()
        self._origins: dict[int, SketchOrigin] = {}
        self._last_key = 0
        self._gesture = 0

    @property
    def state(self) -> BenchState:
        """All sketches."""
        return self._state

    @property
    def front(self) -> Preparation | None:
        """The sketch in front."""
        return next((each for each in self._state.sketches if each.key == self._state.front), None)

    @property
    def examination(self) -> SketchExamination | None:
        """What was last seen of the sketch in front."""
        return self.examinations.get(self._state.front)

    def inputs(self) -> tuple[SketchInput, ...]:
        """All sketches as a search takes them."""
        return tuple(replace(each.sketch, origin=self.origin(each.key)) for each in self._state.sketches)

    def obstacle(self) -> str:
        """The problem of a sketch that was looked at as it is prepared now; empty when there is none."""
        for each in self._state.sketches:
            seen = self.examinations.get(each.key)
            if seen is not None and seen.sketch == each.sketch and seen.problem:
                return translated(seen.problem)
        return ""

    def origin(self, key: int) -> SketchOrigin:
        """What is recorded of a sketch."""
        return self._origins.get(key, SketchOrigin())

    def set_origin(self, key: int, origin: SketchOrigin) -> None:
        """Record something else of a sketch."""
        if origin != self.origin(key):
            self._origins[key] = origin
            self.changed.emit()

    def set_inputs(self, sketches: Iterable[SketchInput]) -> None:
        """Put these sketches on the bench and nothing else; that cannot be undone."""
        made = tuple(self._prepared(sketch) for sketch in sketches)
        self.examinations.clear()
        self.take(BenchState(sketches=made, front=made[0].key if made else 0))
        self.undo_stack.clear()

    def add(self, paths: Sequence[Path], text: str) -> None:
        """Put files on the bench; the first new one comes to the front. `text` names the change for undoing.

        The first sketches are where the work begins: there is nothing before them to go back to.
        """
        made = tuple(self._prepared(SketchInput(path=path)) for path in paths)
        if made and not self._state.sketches and not self.undo_stack.count():
            self.take(BenchState(sketches=made, front=made[0].key))
        elif made:
            self._push(text, BenchState(sketches=(*self._state.sketches, *made), front=made[0].key))

    def copy_front(self, title: str, text: str) -> None:
        """Put another version of the sketch in front beside it."""
        if (front := self.front) is None:
            return
        self._last_key += 1
        made = replace(front, key=self._last_key, title=title)
        self._origins[made.key] = self.origin(front.key)
        if (seen := self.examination) is not None:
            self.examinations[made.key] = seen
        self._push(text, BenchState(sketches=(*self._state.sketches, made), front=made.key))

    def remove(self, key: int, text: str) -> None:
        """Take a sketch off the bench."""
        keys = [each.key for each in self._state.sketches]
        left = tuple(each for each in self._state.sketches if each.key != key)
        front = self._state.front
        if front == key:
            front = left[min(keys.index(key), len(left) - 1)].key if left else 0
        self._push(text, BenchState(sketches=left, front=front))

    def rename(self, key: int, title: str, text: str) -> None:
        """Call a sketch something else on the bench; what is recorded is the file's name."""
        self._replace(text, key, lambda each: replace(each, title=title))

    def bring_to_front(self, key: int) -> None:
        """Work on another sketch; no change that needs undoing."""
        if key != self._state.front:
            self._state = replace(self._state, front=key)
            self.front_changed.emit()

    def new_gesture(self) -> None:
        """What follows is not undone together with what came before."""
        self._gesture += 1

    def set_face(self, text: str, *, box: Box | None, landmarks: FivePoints | None) -> None:
        """Choose face or points by hand for the sketch in front; both None: automatically."""
        front = self.front
        if front is not None and (front.sketch.box, front.sketch.landmarks) != (box, landmarks):
            sketch = replace(front.sketch, box=box, landmarks=landmarks)
            self._replace(text, front.key, lambda each: replace(each, sketch=sketch))

    def set_steps(self, text: str, steps: Sequence[ChainStep]) -> None:
        """Edit the sketch in front otherwise; box and points stay on the drawing. Raises InvalidInputError."""
        front, seen = self.front, self.examination
        if front is None or front.steps == tuple(steps):
            return
        edits = tuple(step.edit for step in steps if step.enabled)
        if seen is None:  # not looked at yet, so nothing was set on it
            sketch = replace(front.sketch, edits=edits, box=None, landmarks=None)
        else:
            height, width = seen.received.pixels.shape[:2]
            sketch = with_edits(front.sketch, edits, width=width, height=height)
        self._replace(text, front.key, lambda each: replace(each, sketch=sketch, steps=tuple(steps)))

    def take(self, state: BenchState) -> None:
        """Be in another state."""
        self._state = state
        self.changed.emit()
        self.front_changed.emit()

    def _prepared(self, sketch: SketchInput) -> Preparation:
        self._last_key += 1
        self._origins[self._last_key] = sketch.origin
        plain = replace(sketch, origin=SketchOrigin())
        steps = tuple(ChainStep(edit=edit) for edit in sketch.edits)
        return Preparation(key=self._last_key, title=sketch.path.stem, sketch=plain, steps=steps)

    def _replace(self, text: str, key: int, made: Callable[[Preparation], Preparation]) -> None:
        sketches = tuple(made(each) if each.key == key else each for each in self._state.sketches)
        self._push(text, replace(self._state, sketches=sketches), gesture=self._gesture)

    def _push(self, text: str, after: BenchState, *, gesture: int = -1) -> None:
        self.undo_stack.push(_Change(self, text, after, gesture))
