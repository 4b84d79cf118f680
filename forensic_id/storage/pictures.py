"""Small derived pictures as compressed bytes: the aligned crop without loss, the thumbnail with."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image

from forensic_id.core.records import UInt8Array

THUMBNAIL_SIDE = 160


def png_bytes(pixels: UInt8Array) -> bytes:
    """Encode uint8 RGB (H, W, 3) without loss."""
    buffer = BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, format="PNG", compress_level=3)
    return buffer.getvalue()


def thumbnail_bytes(pixels: UInt8Array) -> bytes:
    """Shrink uint8 RGB (H, W, 3) so that its longer side is at most 160 pixels, and encode as JPEG."""
    image = Image.fromarray(np.ascontiguousarray(pixels))
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), reducing_gap=2.0)
    buffer = BytesIO()
    image.save(buffer, format="JPEG", quality=85)
    return buffer.getvalue()


def picture_pixels(data: bytes) -> UInt8Array:
    """Decode what the two functions above wrote: uint8 RGB (H, W, 3). Raises OSError for broken bytes."""
    with Image.open(BytesIO(data)) as image:
        pixels: UInt8Array = np.asarray(image.convert("RGB"), dtype=np.uint8).copy()
    return pixels
