"""An image loader for tests: files are text, pixels are drawn from their bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from forensic_id.core.errors import ImageRefusedError
from forensic_id.core.records import LoadedImage

MARK = b"IMG:"
SIDE = 24


class FakeImageLoader:
    """Takes bytes that begin with `IMG:` for an image and refuses everything else.

    `IMG:anna` and `IMG:anna~3` are near duplicates that differ in three bits of the perceptual hash.
    `decoded` lists the names of all images decoded, in order.
    """

    def __init__(self) -> None:
        self.decoded: list[str] = []

    def load(self, path: Path) -> LoadedImage:
        """Read and decode a file."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ImageRefusedError(f"{path} cannot be read: {error.strerror}.") from error
        return self.decode(data, path.name)

    def decode(self, data: bytes, name: str) -> LoadedImage:
        """Draw 24x24 pixels from the bytes."""
        self.decoded.append(name)
        if not data.startswith(MARK):
            raise ImageRefusedError(f"{name} is no image. Choose a JPEG or PNG file.")
        digest = hashlib.sha256(data).digest()
        pixels = np.random.default_rng(list(digest)).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
        return LoadedImage(name=name, pixels=pixels, sha256=digest.hex(), media_type="image/png", original_bytes=data)

    def perceptual_hash(self, image: LoadedImage) -> int:
        """64 bits of a hash of the text before `~`, the lowest ones flipped as the number after it says."""
        base, _, bits = image.original_bytes.partition(b"~")
        value = int.from_bytes(hashlib.sha256(base).digest()[:8], "big")
        return value ^ ((1 << int(bits or b"0")) - 1)
