"""A face aligner for tests."""

from __future__ import annotations

import numpy as np

from forensic_id.core.errors import FaceNotFoundError
from forensic_id.core.records import AlignedFace, Box, FivePoints, LoadedImage, QualityFinding

TEMPLATE: FivePoints = ((38.29, 51.70), (73.53, 51.50), (56.03, 71.74), (41.55, 92.37), (70.73, 92.20))


class FakeFaceAligner:
    """Repeats the pixels up to 112x112; images whose bytes hold `noface` have no face unless a box is given."""

    def __init__(self) -> None:
        self.aligned: list[str] = []

    def faces(self, image: LoadedImage) -> tuple[Box, ...]:
        """None for `noface`, a second one for `twofaces`."""
        height, width = image.pixels.shape[:2]
        whole = Box(x=0.5, y=1.0, width=width - 1.0, height=height - 2.0)
        if b"noface" in image.original_bytes:
            return ()
        return (whole, Box(x=1.0, y=1.0, width=9.0, height=9.0)) if b"twofaces" in image.original_bytes else (whole,)

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        """Tile the image onto the template."""
        self.aligned.append(image.name)
        manual = box is not None or landmarks is not None
        if b"noface" in image.original_bytes and not manual:
            raise FaceNotFoundError(f"No face was found in {image.name}. Mark it by hand.")
        height, width = image.pixels.shape[:2]
        tiled = np.tile(image.pixels, (112 // height + 1, 112 // width + 1, 1))[:112, :112]
        blurred = b"blurred" in image.original_bytes
        finding = QualityFinding(
            measure="sharpness", value=3.5, warning="The picture is blurred." if blurred else None
        )
        return AlignedFace(
            crop=np.ascontiguousarray(tiled),
            box=box or Box(x=0.5, y=1.0, width=width - 1.0, height=height - 2.0),
            landmarks=landmarks or TEMPLATE,
            landmark_source="manual" if landmarks is not None else "automatic",
            findings=(finding,),
        )
