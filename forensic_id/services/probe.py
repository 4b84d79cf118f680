"""The sketch as a probe: read, aligned and encoded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from forensic_id.core.checked_values import checked_date, checked_text
from forensic_id.core.edits import Edit, EditStep, Mirror
from forensic_id.core.ports import FaceEncoder, FaceFinder, ImageLoader, SketchEditor
from forensic_id.core.records import AlignedFace, Box, FivePoints, FloatArray, LoadedImage, SketchDetails

BY_HAND = "The landmarks were set by hand."
EDITED = "The sketch was edited before it was searched: the record lists every step. Look at the original as well."
MIRRORED = "The sketch was mirrored: moles, scars and partings lie on the other side than in the original."
MOST_DESCRIPTION = 5000
"""Characters of a witness's description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchOrigin:
    """What is recorded of how a sketch was made.

    `kind` says drawn, composite or other; `artist` names the artist or the system; `witness` tells witnesses apart
    (a number or pseudonym); `description` holds the witness's words. Dates are ISO 8601 (YYYY-MM-DD).
    """

    kind: str = ""
    artist: str = ""
    interview_date: str = ""
    incident_date: str = ""
    witness: str = ""
    description: str = ""

    def checked(self) -> SketchOrigin:
        """The same, trimmed. Raises InvalidInputError for a date that is none or text that cannot be stored."""
        return SketchOrigin(
            kind=checked_text("the sketch's kind", self.kind),
            artist=checked_text("the sketch's artist", self.artist),
            interview_date=checked_date("the interview date", self.interview_date),
            incident_date=checked_date("the incident date", self.incident_date),
            witness=checked_text("the witness", self.witness),
            description=checked_text("the witness's description", self.description, most=MOST_DESCRIPTION),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchInput:
    """A sketch to be searched, as the examiner prepared it.

    `edits` are applied to the picture in `path` in their order; `box` and `landmarks` replace what would be detected
    and are pixels of the edited picture.
    """

    path: Path
    box: Box | None = None
    landmarks: FivePoints | None = None
    edits: tuple[Edit, ...] = ()
    origin: SketchOrigin = field(default_factory=SketchOrigin)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probe:
    """A sketch ready to be searched: the image as received, the edits, the aligned face, its feature float32 (D,)."""

    image: LoadedImage
    face: AlignedFace
    feature: FloatArray
    edits: tuple[EditStep, ...] = ()

    @property
    def crop_sha256(self) -> str:
        """SHA-256 of the aligned crop's pixels."""
        return hashlib.sha256(self.face.crop.tobytes()).hexdigest()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the examiner has to know about how the face was found and how good it is."""
        by_hand = (BY_HAND,) if self.face.landmark_source == "manual" else ()
        return by_hand + edit_warnings(step.edit for step in self.edits) + self.face.warnings

    def details(self, origin: SketchOrigin) -> SketchDetails:
        """The part of the search record that describes the sketch."""
        return SketchDetails(
            sha256=self.image.sha256,
            file_name=self.image.name,
            media_type=self.image.media_type,
            width=self.image.pixels.shape[1],
            height=self.image.pixels.shape[0],
            box=self.face.box,
            landmarks=self.face.landmarks,
            landmark_source=self.face.landmark_source,
            crop_sha256=self.crop_sha256,
            findings=self.face.findings,
            kind=origin.kind,
            artist=origin.artist,
            interview_date=origin.interview_date,
            incident_date=origin.incident_date,
            witness=origin.witness,
            description=origin.description,
            edits=self.edits,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EditedImage:
    """An image after a chain of edits: `image` keeps the original's identity and bytes, its pixels are edited."""

    image: LoadedImage
    steps: tuple[EditStep, ...]


def edit_warnings(edits: Iterable[Edit]) -> tuple[str, ...]:
    """What to be wary of when a sketch was edited."""
    made = tuple(edits)
    mirrored = sum(isinstance(each, Mirror) for each in made) % 2 == 1
    return ((EDITED,) if made else ()) + ((MIRRORED,) if mirrored else ())


def edited_image(image: LoadedImage, edits: Sequence[Edit], editor: SketchEditor) -> EditedImage:
    """Apply a chain of edits and record what came out of each. Raises InvalidInputError for one that does not fit."""
    pixels, steps = image.pixels, []
    for edit in edits:
        pixels = editor.apply(pixels, edit)
        digest = hashlib.sha256(pixels.tobytes()).hexdigest()
        steps.append(EditStep(edit=edit, width=pixels.shape[1], height=pixels.shape[0], sha256=digest))
    return EditedImage(image=replace(image, pixels=pixels), steps=tuple(steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchReader:
    """Turns files into probes. The aligner serves one thread at a time, so a reader does too."""

    loader: ImageLoader
    editor: SketchEditor
    aligner: FaceFinder
    encoder: FaceEncoder

    def read(self, sketch: SketchInput) -> Probe:
        """Load a sketch, edit it, find the face (or take its `box` and `landmarks`) and encode it.

        Raises ImageRefusedError, FaceNotFoundError, InvalidInputError for edits or points that do not fit.
        """
        image = self.loader.load(sketch.path)
        return self.examine(image, box=sketch.box, landmarks=sketch.landmarks, edits=sketch.edits)

    def examine(
        self,
        image: LoadedImage,
        *,
        box: Box | None = None,
        landmarks: FivePoints | None = None,
        edits: Sequence[Edit] = (),
    ) -> Probe:
        """Edit a loaded image, find the face and encode it. Raises FaceNotFoundError, InvalidInputError."""
        edited = edited_image(image, edits, self.editor)
        face = self.aligner.align(edited.image, box=box, landmarks=landmarks)
        feature = self.encoder.encode_sketches(face.crop[None])[0]
        return Probe(image=image, face=face, feature=feature, edits=edited.steps)

    def read_photo(self, path: Path, *, box: Box | None = None, landmarks: FivePoints | None = None) -> Probe:
        """Load a photo and encode it as the gallery's photos are. Raises ImageRefusedError, FaceNotFoundError."""
        image = self.loader.load(path)
        face = self.aligner.align(image, box=box, landmarks=landmarks)
        return Probe(image=image, face=face, feature=self.encoder.encode_photos(face.crop[None])[0])
