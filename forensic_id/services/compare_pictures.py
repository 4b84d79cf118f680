"""The pictures that an examiner compares: sketch and photo as received, as searched, and laid over each other.

A picture that cannot be shown does not keep the others from being shown: its sentence says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forensic_id.core.errors import UserFacingError
from forensic_id.core.ports import FaceWarper, ImageLoader, Library, SketchEditor
from forensic_id.core.records import FivePoints, UInt8Array
from forensic_id.core.rights import Right
from forensic_id.services.probe import edited_image

ALIGNED_SIZE = 896
"""Pixels a side of pictures aligned at full resolution."""

ALIGNED_FIELD = 2.0
"""Sides of the crop that they show: head, ears and neck, too."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FacePictures:
    """One face: the whole picture uint8 RGB (H, W, 3), the crop that was compared, the face aligned in full.

    None: it cannot be shown, and `problems` says why.
    """

    original: UInt8Array | None
    crop: UInt8Array | None
    aligned: UInt8Array | None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTools:
    """What reading pictures needs."""

    library: Library
    loader: ImageLoader
    editor: SketchEditor
    warper: FaceWarper


def sketch_pictures(tools: PictureTools, search_id: int) -> FacePictures:
    """The sketch of a stored search: as received, and aligned after the edits with which it was searched.

    Raises NotFoundError, TamperedError when the record was altered.
    """
    tools.library.require(Right.BROWSE)
    cases = tools.library.cases
    sketch = cases.search(search_id).sketch
    edits = [step.edit for step in sketch.edits]

    def edited() -> UInt8Array:
        image = tools.loader.decode(cases.sketch_original(search_id), sketch.file_name)
        return edited_image(image, edits, tools.editor).image.pixels

    return _pictures(
        tools,
        original=lambda: tools.loader.decode(cases.sketch_original(search_id), sketch.file_name).pixels,
        searched=edited if edits else None,
        crop=lambda: cases.sketch_crop(search_id),
        landmarks=lambda: sketch.landmarks,
    )


def photo_pictures(tools: PictureTools, photo_id: int, file_name: str) -> FacePictures:
    """A photo of the gallery; its original is checked against its hash."""
    tools.library.require(Right.BROWSE)
    gallery = tools.library.gallery
    return _pictures(
        tools,
        original=lambda: tools.loader.decode(gallery.original(photo_id), file_name).pixels,
        crop=lambda: gallery.crop(photo_id),
        landmarks=lambda: gallery.face_landmarks(photo_id),
    )


def _pictures(
    tools: PictureTools,
    *,
    original: Callable[[], UInt8Array],
    searched: Callable[[], UInt8Array] | None = None,
    crop: Callable[[], UInt8Array],
    landmarks: Callable[[], FivePoints],
) -> FacePictures:
    problems: list[str] = []

    def tried(make: Callable[[], UInt8Array]) -> UInt8Array | None:
        try:
            return make()
        except UserFacingError as error:
            problems.append(str(error))
            return None

    whole, small = tried(original), tried(crop)
    prepared = whole if whole is None or searched is None else tried(searched)
    aligned = None
    if prepared is not None:
        aligned = tried(lambda: tools.warper.warp(prepared, landmarks(), size=ALIGNED_SIZE, field=ALIGNED_FIELD))
    return FacePictures(original=whole, crop=small, aligned=aligned, problems=tuple(problems))
