"""Face detection with OpenCV's boosted cascades (Viola and Jones, CVPR 2001; Lienhart and Maydt, ICIP 2002).

The passes run from the one that finds nearly every mugshot and sketch in some 15 ms to ever more patient ones;
the first passes that find something end the search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from forensic_id.core.errors import DefectError
from forensic_id.core.records import Box, UInt8Array

_CASCADE_FOLDER = Path(cv2.__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectedFace:
    """A face box in pixels of the image, and how far it stands out: larger, more central, better supported."""

    box: Box
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pass:
    """One run of one cascade over the picture resized so that its longer side measures `side` pixels."""

    cascade: str = "frontalface_alt2"
    side: int = 240
    smallest: int = 28
    """Smallest face in pixels of the resized picture; the search time falls with its square."""
    neighbours: int = 3
    """How many overlapping raw hits make a face."""
    padding: float = 0.15
    """Repeated border on every side, as a fraction of the longer side: faces cut by the frame are found."""
    equalised: bool = False
    mirrored: bool = False
    angle: float = 0.0
    """Degrees by which the picture is turned before the search (the cascades bear some 15 degrees)."""


_FIRST = _Pass()
_SMALL_FACES = _Pass(side=640)
_LARGE_IMAGE = 480
"""Longer side in pixels from which small faces may hide from the first pass."""

_SMALLEST_FACE = 24.0
"""Side of a face box in pixels of the picture itself, below which the patient passes see faces in noise."""

_PATIENT = (
    (_Pass(cascade="frontalface_default", smallest=34, neighbours=4),),
    (_Pass(side=400, smallest=24), _Pass(equalised=True, side=320)),
    (_Pass(padding=0.5, side=320), _Pass(cascade="frontalface_default", side=400, equalised=True)),
    (_Pass(angle=25.0), _Pass(angle=-25.0)),
    (_Pass(cascade="frontalface_alt", neighbours=2, side=400), _Pass(neighbours=1, side=320)),
    (_Pass(cascade="profileface"), _Pass(cascade="profileface", mirrored=True)),
    (_Pass(cascade="frontalface_default", neighbours=2, side=320), _Pass(neighbours=1, equalised=True, side=480)),
    (_Pass(cascade="profileface", side=400, neighbours=2), _Pass(side=640, smallest=24)),
)


class CascadeDetector:
    """Finds faces. OpenCV's classifiers keep state while they run: one detector a thread."""

    def __init__(self) -> None:
        """Load the cascades that come with OpenCV. Raises DefectError when the installation lacks one."""
        names = {_FIRST.cascade} | {one.cascade for group in _PATIENT for one in group}
        self._cascades = {name: _load_cascade(name) for name in sorted(names)}

    def detect(self, pixels: UInt8Array) -> tuple[DetectedFace, ...]:
        """All faces of an RGB image uint8 (H, W, 3), the main face first; empty when there is none."""
        grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        first = (_FIRST, _SMALL_FACES) if max(grey.shape) > _LARGE_IMAGE else (_FIRST,)
        for group in (first, *_PATIENT):
            found = [face for one in group for face in self._run(one, grey)]
            if found:
                return _without_overlaps(found)
        return ()

    def _run(self, one: _Pass, grey: UInt8Array) -> list[DetectedFace]:
        picture, scale, pad = _prepared(one, grey)
        height, width = picture.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), one.angle, 1.0)
        if one.angle:
            turned = cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
            picture = np.asarray(turned, dtype=np.uint8)
        boxes, counts = self._cascades[one.cascade].detectMultiScale2(
            picture, scaleFactor=1.1, minNeighbors=one.neighbours, minSize=(one.smallest, one.smallest)
        )
        back = cv2.invertAffineTransform(turn)
        faces = []
        for (x, y, side, _), count in zip(boxes, counts, strict=True):
            if side / scale < _SMALLEST_FACE:
                continue
            centre = back[:, :2] @ np.array([x + side / 2, y + side / 2]) + back[:, 2]
            if one.mirrored:
                centre[0] = width - centre[0]
            centre = (centre - pad) / scale
            faces.append(_face(centre[0], centre[1], side / scale, float(count), grey.shape))
        return faces


def _load_cascade(name: str) -> cv2.CascadeClassifier:
    path = _CASCADE_FOLDER / f"haarcascade_{name}.xml"
    cascade = cv2.CascadeClassifier(str(path))
    if cascade.empty():
        raise DefectError(f"OpenCV's cascade {path.name} is missing: install opencv-python-headless 4.x.")
    return cascade


def _prepared(one: _Pass, grey: UInt8Array) -> tuple[UInt8Array, float, int]:
    """The picture as the cascade sees it, the scale it was resized by and the border added, in its pixels."""
    inner = one.side / (1.0 + 2.0 * one.padding)
    scale = inner / max(grey.shape)
    width, height = (max(1, round(length * scale)) for length in (grey.shape[1], grey.shape[0]))
    pad = round(one.padding * max(width, height))
    method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR
    picture = cv2.resize(grey, (width, height), interpolation=method)
    if one.equalised:
        picture = cv2.createCLAHE(clipLimit=3.0, tileGridSize=(4, 4)).apply(picture)
    if one.mirrored:
        picture = cv2.flip(picture, 1)
    picture = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    return np.asarray(picture, dtype=np.uint8), scale, pad


def _face(x: float, y: float, side: float, count: float, shape: Sequence[int]) -> DetectedFace:
    """A face of this centre and side; its score is its share of the picture's shorter side, weighted."""
    height, width = shape[0], shape[1]
    off_centre = min(1.0, float(np.hypot(x / width - 0.5, y / height - 0.5)) / 0.7)
    x, y, side = float(x), float(y), float(side)
    score = side / min(width, height) * (1.0 - 0.6 * off_centre) * float(np.sqrt(count))
    return DetectedFace(box=Box(x=x - side / 2, y=y - side / 2, width=side, height=side), score=score)


def _without_overlaps(faces: list[DetectedFace]) -> tuple[DetectedFace, ...]:
    """The faces by falling score, each that covers an earlier one's centre left out."""
    kept: list[DetectedFace] = []
    for face in sorted(faces, key=lambda one: -one.score):
        if not any(_holds_centre(face.box, other.box) or _holds_centre(other.box, face.box) for other in kept):
            kept.append(face)
    return tuple(kept)


def _holds_centre(outer: Box, inner: Box) -> bool:
    x, y = inner.x + inner.width / 2, inner.y + inner.height / 2
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height
