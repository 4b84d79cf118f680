"""A sketch is looked at before it is searched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.edits import Contrast, Crop, Mirror
from forensic_id.core.errors import ImageRefusedError, InvalidInputError
from forensic_id.core.records import AlignedFace, Box
from forensic_id.services.examine_sketch import examine_sketch
from forensic_id.services.probe import BY_HAND, EDITED, MIRRORED, SketchInput
from tests.fakes.fake_face_aligner import TEMPLATE, FakeFaceAligner
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.unit.services.search_desk import new_reader


def given(folder: Path, text: str, **changes: Any) -> SketchInput:
    path = folder / "sketch.png"
    path.write_bytes(b"IMG:" + text.encode())
    return SketchInput(path=path, **changes)


def test_an_examination_shows_what_a_search_would_see(tmp_path: Path) -> None:
    sketch = given(tmp_path, "anna blurred", edits=(Mirror(), Contrast(amount=0.5)))
    reader = new_reader()
    seen, probe = examine_sketch(sketch, reader), reader.read(sketch)
    assert seen.face is not None
    assert seen.face.crop.tobytes() == probe.face.crop.tobytes()
    assert seen.edited.steps == probe.edits
    assert [step.edit for step in seen.edited.steps] == list(sketch.edits)
    assert seen.warnings == probe.warnings == (EDITED, MIRRORED, "The picture is blurred.")
    assert seen.problem == ""


def test_all_faces_are_told_and_another_one_can_be_chosen(tmp_path: Path) -> None:
    sketch = given(tmp_path, "twofaces")
    seen = examine_sketch(sketch, new_reader())
    assert len(seen.faces) == 2
    chosen = examine_sketch(replace(sketch, box=seen.faces[1]), new_reader(), known=seen)
    assert chosen.face is not None
    assert chosen.face.box == seen.faces[1]


def test_no_face_is_no_error_and_a_box_or_points_by_hand_mend_it(tmp_path: Path) -> None:
    sketch = given(tmp_path, "noface")
    seen = examine_sketch(sketch, new_reader())
    assert (seen.faces, seen.face, seen.warnings) == ((), None, ())
    assert "Mark it by hand" in seen.problem
    mended = examine_sketch(replace(sketch, landmarks=TEMPLATE), new_reader(), known=seen)
    assert mended.problem == ""
    assert mended.warnings == (BY_HAND,)


def test_points_that_cannot_be_a_face_are_told_as_a_problem(tmp_path: Path) -> None:
    class Refusing(FakeFaceAligner):
        def align(self, *_given: Any, **_named: Any) -> AlignedFace:
            raise InvalidInputError("The five landmarks lie on one spot.")

    seen = examine_sketch(given(tmp_path, "anna"), replace(new_reader(), aligner=Refusing()))
    assert seen.problem == "The five landmarks lie on one spot."


def test_what_has_not_changed_is_not_computed_again(tmp_path: Path) -> None:
    loader = FakeImageLoader()
    reader = replace(new_reader(), loader=loader)
    sketch = given(tmp_path, "anna", edits=(Mirror(),))
    first = examine_sketch(sketch, reader)
    moved = examine_sketch(replace(sketch, box=Box(x=1, y=1, width=9, height=9)), reader, known=first)
    assert moved.edited is first.edited
    edited = examine_sketch(replace(sketch, edits=()), reader, known=moved)
    assert edited.received is first.received
    assert edited.edited.steps == ()
    other = tmp_path / "other.png"
    other.write_bytes(b"IMG:boris")
    examine_sketch(replace(sketch, path=other), reader, known=edited)
    assert loader.decoded == ["sketch.png", "other.png"]


def test_files_and_edits_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="beyond"):
        examine_sketch(given(tmp_path, "anna", edits=(Crop(x=20, y=0, width=20, height=20),)), new_reader())
    (tmp_path / "sketch.png").write_bytes(b"text")
    with pytest.raises(ImageRefusedError):
        examine_sketch(SketchInput(path=tmp_path / "sketch.png"), new_reader())
