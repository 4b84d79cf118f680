"""The test protocols: which raw images are probes, which are the gallery, and who is who."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import DataError, InvalidInputError

IMAGE_SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"}
NAMES = ("cufs", "cufs+lfw", "cufsf194", "cufsf194+lfw")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedImage:
    """An image file and the identity it shows."""

    path: Path
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """Probes (sketches) to be searched in a gallery (photos)."""

    name: str
    probes: tuple[NamedImage, ...]
    gallery: tuple[NamedImage, ...]


def load_protocol(name: str, data: Path) -> Protocol:
    """List the images of a protocol. Raises InvalidInputError for an unknown name, DataError for missing folders."""
    if name not in NAMES:
        raise InvalidInputError(f"There is no protocol “{name}”. Known: {', '.join(NAMES)}.")
    base = name.removesuffix("+lfw")
    folder = data / ("cufsf" if base == "cufsf194" else base)
    gallery = _by_stem(folder / "photos")
    if name.endswith("+lfw"):
        gallery += _by_folder(data / "lfw_gallery")
    return Protocol(name=name, probes=_by_stem(folder / "sketches"), gallery=gallery)


def _images(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise DataError(f"The folder {folder} does not exist. Give the folder with the test sets with --data.")
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in IMAGE_SUFFIXES)


def _by_stem(folder: Path) -> tuple[NamedImage, ...]:
    return tuple(NamedImage(path=path, identity=path.stem) for path in _images(folder))


def _by_folder(folder: Path) -> tuple[NamedImage, ...]:
    if not folder.is_dir():
        raise DataError(f"The folder {folder} does not exist. Give the folder with the test sets with --data.")
    people = sorted(path for path in folder.iterdir() if path.is_dir())
    return tuple(NamedImage(path=path, identity=person.name) for person in people for path in _images(person))
