"""Between arrays and Qt's pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from forensic_id.core.records import UInt8Array


def to_image(pixels: UInt8Array) -> QImage:
    """A QImage of its own memory from uint8 RGB (H, W, 3); may be made in any thread."""
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape[:2]
    return QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def to_pixels(image: QImage) -> UInt8Array:
    """uint8 RGB (H, W, 3) from any QImage."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
