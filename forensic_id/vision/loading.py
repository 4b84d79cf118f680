"""Image files to upright 8-bit RGB. Whatever a file holds, it is either loaded or refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from forensic_id.core.errors import ImageRefusedError
from forensic_id.core.records import LoadedImage
from forensic_id.vision.pixels import upright_rgb

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "JPEG2000")
"""The only decoders that ever run on a file: others (PostScript, for one) start programs or are seldom tested."""

MOST_PIXELS = 100_000_000
"""Larger pictures are refused before they are decoded: a small file may claim to be gigabytes of pixels."""

MOST_BYTES = 512 * 1024 * 1024
"""Larger files are refused before they are read."""

FEWEST_PIXELS_A_SIDE = 16
"""Smaller pictures hold no face."""

# Pillow checks this before our own check runs; above it, it warns, above twice this it raises.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_WARNINGS_LOCK = threading.Lock()
"""`warnings.catch_warnings` changes what all threads share."""


class PillowImageLoader:
    """Implements the port `ImageLoader`. Holds no state: threads may share it, and decode one at a time."""

    def load(self, path: Path) -> LoadedImage:
        """Read and decode a file. Raises ImageRefusedError with a sentence that names it."""
        return self.decode(_read(path), path.name)

    def decode(self, data: bytes, name: str) -> LoadedImage:
        """Decode bytes; `name` is used in messages. Raises ImageRefusedError."""
        if not data:
            raise ImageRefusedError(f"“{name}” is empty. Choose a picture that opens in an image viewer.")
        try:
            pixels, media_type = _decoded(data)
        except ImageRefusedError as refusal:
            raise ImageRefusedError(f"“{name}” {refusal}") from refusal
        except Exception as error:
            # A damaged file makes Pillow raise nearly anything (OSError, SyntaxError, struct.error, zlib.error,
            # OverflowError, MemoryError, ...): each means that this file cannot be used, none may stop a batch.
            raise ImageRefusedError(f"“{name}” {_reason(error)}") from error
        return LoadedImage(
            name=name,
            pixels=pixels,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=media_type,
            original_bytes=data,
        )

    def perceptual_hash(self, image: LoadedImage) -> int:
        """A 64-bit perceptual hash, 0 <= hash < 2**64; near duplicates differ in few bits.

        DCT hash of 8x8 low frequencies of the grey picture (ImageHash's pHash).
        """
        bits = imagehash.phash(Image.fromarray(image.pixels)).hash
        return int.from_bytes(np.packbits(bits).tobytes(), "big")


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ImageRefusedError(f"“{path.name}” is a folder. Choose an image file.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ImageRefusedError(
                f"“{path.name}” has {size / 2**20:,.0f} MiB; files above {MOST_BYTES // 2**20} MiB are refused. "
                "Save it smaller or compressed."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImageRefusedError(f"“{path}” does not exist. Check the path.") from error
    except (OSError, ValueError) as error:
        raise ImageRefusedError(f"“{path}” cannot be read ({error}). Check its permissions and the disk.") from error


def _decoded(data: bytes) -> tuple[NDArray[np.uint8], str]:
    with _without_warnings(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
        _check_size(*image.size)
        media_type = image.get_format_mimetype() or "application/octet-stream"
        image.load()
        pixels = upright_rgb(image)
    return pixels, media_type


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Pillow warns of oddities in metadata, which nobody could act on; whether to refuse is decided here."""
    with _WARNINGS_LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise ImageRefusedError(
            f"claims {width:,} x {height:,} pixels; at most {MOST_PIXELS // 1_000_000} megapixels are taken. "
            "Save it smaller."
        )
    if min(width, height) < FEWEST_PIXELS_A_SIDE:
        raise ImageRefusedError(
            f"has only {width} x {height} pixels. A face needs at least {FEWEST_PIXELS_A_SIDE} pixels a side; "
            "use a larger picture."
        )


def _reason(error: Exception) -> str:
    if isinstance(error, Image.DecompressionBombError):
        return f"claims more than {MOST_PIXELS // 1_000_000} megapixels and is refused. Save it smaller."
    if isinstance(error, UnidentifiedImageError):
        return f"is no image that can be read ({', '.join(FORMATS)} are). Convert it, or choose another file."
    if isinstance(error, MemoryError):
        return "does not fit into memory. Save it smaller."
    told = str(error) or type(error).__name__
    return f"is damaged and cannot be decoded ({told}). Fetch the file anew from its source."
