"""Aligned faces kept between bundles: with one landmark network a picture is aligned once for all of them."""

from __future__ import annotations

from forensic_id.core.errors import FaceNotFoundError
from forensic_id.core.ports import FaceAligner
from forensic_id.core.records import AlignedFace, Box, FivePoints, LoadedImage

Memory = dict[str, AlignedFace | str]
"""By the picture's SHA-256: the face, or why there is none."""


class RememberingAligner:
    """Implements the port `FaceAligner` over another one and a memory that may be shared."""

    def __init__(self, aligner: FaceAligner, memory: Memory) -> None:
        self._aligner, self._memory = aligner, memory

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        """Align, or remember. What a person marked by hand is never remembered. Raises FaceNotFoundError."""
        if box is not None or landmarks is not None:
            return self._aligner.align(image, box=box, landmarks=landmarks)
        if image.sha256 not in self._memory:
            try:
                self._memory[image.sha256] = self._aligner.align(image)
            except FaceNotFoundError as error:
                self._memory[image.sha256] = str(error)
        known = self._memory[image.sha256]
        if isinstance(known, str):
            raise FaceNotFoundError(known)
        return known
