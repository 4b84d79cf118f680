"""Which files of a test set are images."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import DataError

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"})


def images_in(folder: Path) -> list[Path]:
    """The images that lie in a folder itself, by name. Raises DataError when there is no such folder."""
    if not folder.is_dir():
        raise DataError(f"The folder {folder} does not exist. Give the folder with the test sets with --data.")
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in IMAGE_SUFFIXES)
