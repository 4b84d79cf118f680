"""The test protocols: which raw images are probes, which are the gallery, and who is who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensic_id.core.errors import DataError, InvalidInputError
from trainer.evaluation.image_files import images_in
from trainer.evaluation.licensed_sets import cufsf_pairs, prip_hdc_pairs

NAMES = ("cufs", "cufs+lfw", "cufsf194", "cufsf194+lfw", "lfw-sketch")
"""What the data folder holds."""
LICENSED_NAMES = ("prip-hdc", "cufsf")
"""What a user with the licence puts there."""
SOURCE_SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedImage:
    """An image file and the identity it shows; with `drawn_by` the synthetic sketch made from it with that seed."""

    path: Path
    identity: str
    drawn_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """Probes (sketches) to be searched in a gallery (photos)."""

    name: str
    probes: tuple[NamedImage, ...]
    gallery: tuple[NamedImage, ...]


def load_protocol(name: str, data: Path) -> Protocol:
    """List the images of a protocol. Raises InvalidInputError for an unknown name, DataError for missing folders."""
    if name not in LOADERS:
        raise InvalidInputError(f"There is no protocol “{name}”. Known: {', '.join(LOADERS)}.")
    base, plus, _ = name.partition("+lfw")
    probes, gallery = LOADERS[base](data)
    if plus:
        gallery += _by_folder(data / "lfw_gallery")
    if not probes or not gallery:
        raise DataError(f"The protocol “{name}” finds {len(probes)} sketches and {len(gallery)} photos in {data}.")
    return Protocol(name=name, probes=probes, gallery=gallery)


def drawn_from_photos(photos: tuple[NamedImage, ...]) -> Protocol:
    """Take one photo of every identity with two or more for a synthetic sketch; the gallery is all other photos."""
    random = np.random.default_rng(SOURCE_SEED)
    of_identity: dict[str, list[NamedImage]] = {}
    for photo in photos:
        of_identity.setdefault(photo.identity, []).append(photo)
    several = [own for own in of_identity.values() if len(own) > 1]
    sources = [own[int(random.integers(len(own)))] for own in several]
    probes = [
        NamedImage(path=source.path, identity=source.identity, drawn_by=SOURCE_SEED + number)
        for number, source in enumerate(sources)
    ]
    taken = set(sources)
    return Protocol(
        name="lfw-sketch", probes=tuple(probes), gallery=tuple(photo for photo in photos if photo not in taken)
    )


Loaded = tuple[tuple[NamedImage, ...], tuple[NamedImage, ...]]


def _same_names(folder: str) -> Callable[[Path], Loaded]:
    """Sketches and photos in two folders; same name, same person."""
    return lambda data: (_by_stem(data / folder / "sketches"), _by_stem(data / folder / "photos"))


def _lfw_sketch(data: Path) -> Loaded:
    protocol = drawn_from_photos(_by_folder(data / "lfw_gallery"))
    return protocol.probes, protocol.gallery


def _licensed(pairs: Callable[[Path], list[tuple[str, Path, Path]]]) -> Callable[[Path], Loaded]:
    def load(data: Path) -> Loaded:
        found = pairs(data)
        probes = tuple(NamedImage(path=sketch, identity=name) for name, sketch, _ in found)
        return probes, tuple(NamedImage(path=photo, identity=name) for name, _, photo in found)

    return load


LOADERS: dict[str, Callable[[Path], Loaded]] = {
    "cufs": _same_names("cufs"),
    "cufs+lfw": _same_names("cufs"),
    "cufsf194": _same_names("cufsf"),
    "cufsf194+lfw": _same_names("cufsf"),
    "lfw-sketch": _lfw_sketch,
    "prip-hdc": _licensed(prip_hdc_pairs),
    "cufsf": _licensed(cufsf_pairs),
}


def _by_stem(folder: Path) -> tuple[NamedImage, ...]:
    return tuple(NamedImage(path=path, identity=path.stem) for path in images_in(folder))


def _by_folder(folder: Path) -> tuple[NamedImage, ...]:
    if not folder.is_dir():
        raise DataError(f"The folder {folder} does not exist. Give the folder with the test sets with --data.")
    people = sorted(path for path in folder.iterdir() if path.is_dir())
    return tuple(NamedImage(path=path, identity=person.name) for person in people for path in images_in(person))
