"""Single pictures for the eye: thumbnails of photos and sketches, and a photo as it was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forensic_id.core.rights import Right

if TYPE_CHECKING:  # imported before the first window, which waits for no NumPy
    from forensic_id.core.ports import Library
    from forensic_id.core.records import UInt8Array


def photo_thumbnail(library: Library, photo_id: int) -> UInt8Array:
    """A photo of the gallery, uint8 RGB (H, W, 3), its longer side at most 160 pixels. Raises NotFoundError."""
    library.require(Right.BROWSE)
    return library.gallery.thumbnail(photo_id)


def sketch_thumbnail(library: Library, search_id: int) -> UInt8Array:
    """The sketch of a stored search, aligned as it was searched. Raises NotFoundError, TamperedError."""
    library.require(Right.BROWSE)
    return library.cases.sketch_crop(search_id)


def photo_original(library: Library, photo_id: int) -> bytes:
    """The bytes of a photo as they were imported, hash checked. Raises NotFoundError, TamperedError."""
    library.require(Right.BROWSE)
    return library.gallery.original(photo_id)
