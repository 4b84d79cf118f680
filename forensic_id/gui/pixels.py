"""Between arrays and Qt's pictures."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from forensic_id.core.records import UInt8Array
from forensic_id.gui.images import to_image


def to_pixels(image: QImage) -> UInt8Array:
    """uint8 RGB (H, W, 3) from any QImage."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


__all__ = ["to_image", "to_pixels"]
