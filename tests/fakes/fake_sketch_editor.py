"""A sketch editor for tests."""

from __future__ import annotations

import numpy as np

from forensic_id.core.edits import Edit, Mirror, geometry_of
from forensic_id.core.records import UInt8Array


class FakeSketchEditor:
    """Mirrors as told; every other edit repeats the pixels up to its size and adds the length of its sentence.

    `applied` lists the sentences of all edits made, in order.
    """

    def __init__(self) -> None:
        self.applied: list[str] = []

    def apply(self, pixels: UInt8Array, edit: Edit) -> UInt8Array:
        """A new picture of the size that the edit gives."""
        self.applied.append(str(edit))
        if isinstance(edit, Mirror):
            return np.ascontiguousarray(pixels[:, ::-1])
        height, width = pixels.shape[:2]
        made = geometry_of((edit,), width=width, height=height)
        tiled = np.tile(pixels, (made.height // height + 1, made.width // width + 1, 1))
        shade = np.uint8(len(str(edit)))
        return np.ascontiguousarray(tiled[: made.height, : made.width] + shade)
