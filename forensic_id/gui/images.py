"""Qt's pictures from arrays, without importing NumPy: the first window needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from forensic_id.core.records import UInt8Array


def to_image(pixels: UInt8Array) -> QImage:
    """A QImage of its own memory from uint8 RGB (H, W, 3); may be made in any thread."""
    height, width = pixels.shape[:2]
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
