"""The pictures that an examiner compares."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from forensic_id.core.edits import EditStep, Mirror
from forensic_id.core.errors import InvalidInputError, NotFoundError, TamperedError
from forensic_id.core.records import FivePoints, UInt8Array
from forensic_id.services.compare_pictures import (
    ALIGNED_FIELD,
    ALIGNED_SIZE,
    PictureTools,
    photo_pictures,
    sketch_pictures,
)
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.stored_search import POINTS, DrawnImageLoader, library_with_search


class MarkingWarper:
    """Remembers what it was asked for and paints its first pixel."""

    def __init__(self) -> None:
        self.asked: list[tuple[FivePoints, int, float]] = []

    def warp(self, pixels: UInt8Array, landmarks: FivePoints, *, size: int, field: float) -> UInt8Array:
        self.asked.append((landmarks, size, field))
        return np.full((2, 2, 3), pixels[0, 0, 0], np.uint8)


def tools_over(library: InMemoryLibrary) -> tuple[PictureTools, MarkingWarper]:
    warper = MarkingWarper()
    return PictureTools(library=library, loader=DrawnImageLoader(), editor=FakeSketchEditor(), warper=warper), warper


def test_sketch_and_photo_come_whole_as_crop_and_aligned_by_their_landmarks() -> None:
    library, record = library_with_search()
    tools, warper = tools_over(library)
    photo_id = record.candidates[2].photo_id
    sketch, photo = sketch_pictures(tools, 1), photo_pictures(tools, photo_id, "x.png")
    assert sketch.original is not None
    assert sketch.original.shape == (300, 240, 3)
    assert photo.crop is not None
    np.testing.assert_array_equal(photo.crop, library.gallery.crop(photo_id))
    assert warper.asked == [(POINTS, ALIGNED_SIZE, ALIGNED_FIELD)] * 2
    assert sketch.problems == photo.problems == ()


def test_a_tampered_original_is_told_and_the_crop_is_still_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    library, record = library_with_search()
    tools, warper = tools_over(library)

    def altered(_photo_id: int) -> bytes:
        raise TamperedError("The original was altered.")

    monkeypatch.setattr(library.gallery, "original", altered)
    photo = photo_pictures(tools, record.candidates[0].photo_id, "x.png")
    assert (photo.original, photo.aligned, photo.problems) == (None, None, ("The original was altered.",))
    assert photo.crop is not None
    assert warper.asked == []


def test_landmarks_that_cannot_be_used_leave_the_whole_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    library, record = library_with_search()
    tools, warper = tools_over(library)

    def refuse(*_given: object, **_named: object) -> UInt8Array:
        raise InvalidInputError("The landmarks lie on one spot.")

    monkeypatch.setattr(warper, "warp", refuse)
    photo = photo_pictures(tools, record.candidates[0].photo_id, "x.png")
    assert photo.original is not None
    assert (photo.aligned, photo.problems) == (None, ("The landmarks lie on one spot.",))


def test_a_removed_photo_says_so_and_an_unknown_search_is_an_error() -> None:
    library, _record = library_with_search()
    tools, _warper = tools_over(library)
    gone = photo_pictures(tools, 99, "x.png")
    assert (gone.original, gone.crop) == (None, None)
    assert all("no photo 99" in sentence for sentence in gone.problems)
    with pytest.raises(NotFoundError):
        sketch_pictures(tools, 5)


def test_an_edited_sketch_is_shown_as_received_and_aligned_as_searched() -> None:
    library, record = library_with_search()
    step = EditStep(edit=Mirror(), width=240, height=300, sha256="0" * 64)
    library.cases.records[1] = replace(record, sketch=replace(record.sketch, edits=(step,)))
    tools, warper = tools_over(library)
    seen: list[UInt8Array] = []

    def look(pixels: UInt8Array, landmarks: FivePoints, *, size: int, field: float) -> UInt8Array:
        seen.append(pixels)
        return pixels

    warper.warp = look  # type: ignore[method-assign]
    sketch = sketch_pictures(tools, 1)
    assert sketch.original is not None
    np.testing.assert_array_equal(seen[0], sketch.original[:, ::-1])
