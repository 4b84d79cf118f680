"""Look at a sketch as a search would: edit it, find the faces, align the chosen one. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.errors import FaceNotFoundError, InvalidInputError
from forensic_id.core.records import AlignedFace, Box, LoadedImage
from forensic_id.services.probe import BY_HAND, EditedImage, SketchInput, SketchReader, edit_warnings, edited_image


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SketchExamination:
    """What a search of `sketch` would see.

    `faces` are the boxes found in the edited picture, the main one first. `face` is the aligned face of the present
    choice; None when there is none, and `problem` then says why and what to do.
    """

    sketch: SketchInput
    received: LoadedImage
    edited: EditedImage
    faces: tuple[Box, ...]
    face: AlignedFace | None
    problem: str = ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the examiner has to know, as the record of a search would say it."""
        if self.face is None:
            return ()
        by_hand = (BY_HAND,) if self.face.landmark_source == "manual" else ()
        return by_hand + edit_warnings(self.sketch.edits) + self.face.warnings


def examine_sketch(
    sketch: SketchInput, reader: SketchReader, *, known: SketchExamination | None = None
) -> SketchExamination:
    """Examine a sketch; what `known`, an earlier examination, shares with it is not computed again.

    A choice that leads to no face is no error: `problem` tells it. Raises ImageRefusedError, and InvalidInputError
    for an edit that does not fit.
    """
    same = known if known is not None and known.sketch.path == sketch.path else None
    received = same.received if same is not None else reader.loader.load(sketch.path)
    if same is not None and same.sketch.edits == sketch.edits:
        edited, faces = same.edited, same.faces
    else:
        edited = edited_image(received, sketch.edits, reader.editor)
        faces = reader.aligner.faces(edited.image)
    face, problem = _aligned(sketch, edited.image, reader)
    return SketchExamination(sketch=sketch, received=received, edited=edited, faces=faces, face=face, problem=problem)


def _aligned(sketch: SketchInput, image: LoadedImage, reader: SketchReader) -> tuple[AlignedFace | None, str]:
    try:
        return reader.aligner.align(image, box=sketch.box, landmarks=sketch.landmarks), ""
    except (FaceNotFoundError, InvalidInputError) as error:
        return None, str(error)
