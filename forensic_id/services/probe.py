"""The sketch as a probe: read, aligned and encoded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.personal_data import checked_date, checked_text
from forensic_id.core.ports import FaceAligner, FaceEncoder, ImageLoader
from forensic_id.core.records import AlignedFace, Box, FivePoints, FloatArray, LoadedImage, SketchDetails

BY_HAND = "The landmarks were set by hand."


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchOrigin:
    """What is recorded of how a sketch was made: kind (drawn, composite ...), artist or system, interview date."""

    kind: str = ""
    artist: str = ""
    interview_date: str = ""

    def checked(self) -> SketchOrigin:
        """The same, trimmed. Raises InvalidInputError for a date that is none or text that cannot be stored."""
        return SketchOrigin(
            kind=checked_text("the sketch's kind", self.kind),
            artist=checked_text("the sketch's artist", self.artist),
            interview_date=checked_date("the interview date", self.interview_date),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probe:
    """A sketch ready to be searched: the image as received, the aligned face, its feature float32 (D,)."""

    image: LoadedImage
    face: AlignedFace
    feature: FloatArray

    @property
    def crop_sha256(self) -> str:
        """SHA-256 of the aligned crop's pixels."""
        return hashlib.sha256(self.face.crop.tobytes()).hexdigest()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the examiner has to know about how the face was found and how good it is."""
        by_hand = (BY_HAND,) if self.face.landmark_source == "manual" else ()
        return by_hand + self.face.warnings

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
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchReader:
    """Turns files into probes. The aligner serves one thread at a time, so a reader does too."""

    loader: ImageLoader
    aligner: FaceAligner
    encoder: FaceEncoder

    def read(self, path: Path, *, box: Box | None = None, landmarks: FivePoints | None = None) -> Probe:
        """Load a file, find the face (or take `box` and `landmarks`) and encode it.

        Raises ImageRefusedError, FaceNotFoundError.
        """
        return self.examine(self.loader.load(path), box=box, landmarks=landmarks)

    def examine(self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None) -> Probe:
        """Find the face in a loaded image and encode it. Raises FaceNotFoundError."""
        face = self.aligner.align(image, box=box, landmarks=landmarks)
        return Probe(image=image, face=face, feature=self.encoder.encode(face.crop[None])[0])
