"""One picture to one aligned crop, or a reason why not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np

from forensic_id.core.errors import ImageRefusedError, InvalidInputError
from forensic_id.core.preprocessing import CROP_SIZE
from forensic_id.core.records import AlignedFace, FivePoints, LoadedImage, UInt8Array
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.alignment import similarity_transform, warp
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.quality import MOST_DISAGREEMENT
from forensic_id.vision.template import TEMPLATE, as_points
from trainer.prepare.records import Dropped, Offered

MARGIN = 8
"""Pixels of surroundings on every side of the template, so that augmentation can shift and turn."""
SIDE = CROP_SIZE + 2 * MARGIN
RIVAL_SHARE = 0.6
"""A second face that stands out at least this much of what the first does may be the one that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CropOptions:
    """What decides a crop."""

    landmarks: Path
    """The five-point network, landmarks.onnx."""
    least_eye_distance: float = 16.0
    """Pixels of the original between the eyes; the template holds 35."""
    image_format: Literal["jpg", "png"] = "jpg"
    jpeg_quality: int = 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """An encoded crop of 128x128 pixels."""

    data: bytes
    alignment: Literal["detected", "given"]
    sha256: str
    """Of the original file's bytes."""


class CropMaker:
    """Aligns pictures as the application does; one for each process."""

    def __init__(self, options: CropOptions) -> None:
        """Open the landmark network. Raises BundleRefusedError."""
        self._options = options
        self._loader = PillowImageLoader()
        self._pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(options.landmarks))

    def make(self, offered: Offered) -> Crop | Dropped:
        """Read, align and encode one picture."""
        try:
            image = self._loader.load(offered.path)
            return self._from_image(image, offered)
        except ImageRefusedError as error:
            return _dropped(offered, "unreadable", str(error))
        except (InvalidInputError, cv2.error) as error:
            return _dropped(offered, "bad_landmarks", str(error))

    def _from_image(self, image: LoadedImage, offered: Offered) -> Crop | Dropped:
        if offered.landmarks is not None:
            face = self._pipeline.align(image, landmarks=offered.landmarks)
        else:
            found = self._pipeline.detected(image)
            if not found:
                return _dropped(offered, "no_face", "No face was found. Give its five landmarks in a table.")
            if len(found) > 1 and found[1].score >= RIVAL_SHARE * found[0].score:
                return _dropped(
                    offered,
                    "several_faces",
                    f"{len(found)} faces stand out alike. Cut the picture to one, or give its landmarks in a table.",
                )
            face = self._pipeline.align(image, box=found[0].box)
        doubt = _doubt(face, self._options)
        if doubt is not None:
            return _dropped(offered, *doubt)
        return Crop(
            data=_encoded(crop_with_margin(image.pixels, face.landmarks), self._options),
            alignment="detected" if offered.landmarks is None else "given",
            sha256=image.sha256,
        )


def crop_with_margin(pixels: UInt8Array, landmarks: FivePoints) -> UInt8Array:
    """Warp the face onto the template with its margin: uint8 (128, 128, 3)."""
    return warp(pixels, similarity_transform(as_points(landmarks), as_points(TEMPLATE) + MARGIN), SIDE)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read in blocks. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _doubt(face: AlignedFace, options: CropOptions) -> tuple[str, str] | None:
    """Why the face is not good enough to learn from, as reason and sentence."""
    measured = {finding.measure: finding.value for finding in face.findings}
    eyes, disagreement = measured["eye_distance_pixels"], measured["landmark_doubt"]
    if eyes < options.least_eye_distance:
        needed = f"{options.least_eye_distance:g} are needed"
        return "too_small", f"The eyes are {eyes:.1f} pixels apart; {needed} (--least-eye-distance)."
    if disagreement > MOST_DISAGREEMENT:
        return "uncertain", f"The landmarks are uncertain ({disagreement:.2f} of the face): give them in a table."
    return None


def _encoded(crop: UInt8Array, options: CropOptions) -> bytes:
    settings = [cv2.IMWRITE_JPEG_QUALITY, options.jpeg_quality] if options.image_format == "jpg" else []
    _, data = cv2.imencode(f".{options.image_format}", cv2.cvtColor(crop, cv2.COLOR_RGB2BGR), settings)
    return np.asarray(data, dtype=np.uint8).tobytes()


def _dropped(offered: Offered, reason: str, detail: str) -> Dropped:
    return Dropped(
        file=offered.file, identity=offered.identity, modality=offered.modality, reason=reason, detail=detail
    )
