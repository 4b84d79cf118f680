"""Protocols over aligned crops in memory, on which any matching model is measured in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from forensic_id.core.errors import DataError, InvalidInputError
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, TEMPLATE_SIDE, FaceSet
from trainer.evaluation.crops import CropCache
from trainer.evaluation.drawing import drawn_probe
from trainer.evaluation.protocols import SOURCE_SEED, NamedImage, Protocol

Rows = NDArray[np.int64]
Crops = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexedProtocol:
    """A protocol over the crops of a bench. Q probes, of which F were found; N photos were found."""

    name: str
    probe_rows: Rows
    """(F,) crops of the found probes."""
    found: Rows
    """(F,) their numbers among all probes."""
    probe_ids: Rows
    """(Q,) identities of all probes."""
    gallery_rows: Rows
    """(N,) crops of the photos."""
    gallery_ids: Rows
    """(N,) identities of the photos."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bench:
    """Grey template crops uint8 (U, 112, 112) and the protocols over them."""

    crops: Crops
    protocols: tuple[IndexedProtocol, ...]
    keys: dict[str, str]
    """SHA-256 of each test set's files with the landmark network and the preprocessing."""

    def protocol(self, name: str) -> IndexedProtocol:
        """Raises InvalidInputError when the bench does not have it."""
        for each in self.protocols:
            if each.name == name:
                return each
        known = ", ".join(each.name for each in self.protocols)
        raise InvalidInputError(f"The test bench has no protocol “{name}”. Known: {known}.")

    def only(self, names: Iterable[str]) -> Bench:
        """The bench with some of its protocols."""
        return Bench(crops=self.crops, protocols=tuple(self.protocol(name) for name in names), keys=self.keys)

    def inputs(self, rows: Rows, size: int) -> Tensor:
        """Network inputs (R, 1, size, size) in [-1, 1], shrunk with the filter that shrinks training crops."""
        images = torch.from_numpy(self.crops[rows]).unsqueeze(1).float()
        if size != TEMPLATE_SIDE:
            images = F.interpolate(images, size=(size, size), mode="bilinear", antialias=True)
        return images / 127.5 - 1

    @classmethod
    def joined(cls, parts: Sequence[Bench]) -> Bench:
        """Put the crops of benches behind each other and keep all their protocols."""
        protocols, start = [], 0
        for part in parts:
            protocols += [_shifted(protocol, start) for protocol in part.protocols]
            start += len(part.crops)
        return cls(
            crops=np.concatenate([part.crops for part in parts]),
            protocols=tuple(protocols),
            keys={name: key for part in parts for name, key in part.keys.items()},
        )


def bench_of_files(protocols: Sequence[Protocol], data: Path, cache: CropCache) -> Bench:
    """Align the raw images of protocols, each test set once. Raises DataError, BundleRefusedError."""
    images = list(dict.fromkeys(image for each in protocols for image in (*each.probes, *each.gallery)))
    sets: dict[str, list[Path]] = {}
    for path in dict.fromkeys(image.path for image in images):
        sets.setdefault(path.relative_to(data).parts[0], []).append(path)
    crop_of: dict[Path, Crops] = {}
    keys = {}
    for name, files in sorted(sets.items()):
        files.sort()
        aligned = cache.align(name, files)
        keys[name] = aligned.key
        crop_of |= {
            file: crop for file, crop, found in zip(files, aligned.crops, aligned.found, strict=True) if found
        }
    found_images = [image for image in images if image.path in crop_of]
    if not found_images:
        raise DataError(f"No face was found in any of the {len(images)} images below {data}.")
    crops = np.stack([_crop(image, crop_of[image.path]) for image in found_images])
    place = {image: row for row, image in enumerate(found_images)}
    return Bench(crops=crops, protocols=tuple(_indexed(each, place) for each in protocols), keys=keys)


def bench_of_faces(name: str, faces: FaceSet, *, distractors: FaceSet | None = None) -> Bench:
    """One protocol on aligned training crops: their sketches against their photos, and the photos of others."""
    everyone = [faces, *([distractors] if distractors is not None else [])]
    crops = np.concatenate([template_crops(part) for part in everyone])
    identities = np.concatenate([part.identities for part in everyone])
    photos = np.flatnonzero(np.concatenate([part.modalities for part in everyone]) == PHOTO)
    _, numbers = np.unique(identities, return_inverse=True)
    sketches = np.flatnonzero(faces.modalities == SKETCH)
    return _single(name, crops, sketches, photos, numbers.astype(np.int64))


def bench_of_drawn_photos(name: str, faces: FaceSet) -> Bench:
    """One protocol on aligned photos: of everyone with several, one becomes a synthetic sketch; as `lfw-sketch`."""
    photos = np.flatnonzero(faces.modalities == PHOTO)
    random = np.random.default_rng(SOURCE_SEED)
    names, counts = np.unique(faces.identities[photos], return_counts=True)
    sources = np.array(
        [int(random.choice(photos[faces.identities[photos] == each])) for each in names[counts > 1]], dtype=np.int64
    )
    crops = template_crops(faces)
    drawn = [drawn_probe(crops[row], SOURCE_SEED + number) for number, row in enumerate(sources)]
    crops = np.concatenate([crops, np.stack(drawn)]) if drawn else crops
    _, numbers = np.unique(np.concatenate([faces.identities, faces.identities[sources]]), return_inverse=True)
    probes = np.arange(len(faces), len(crops))
    return _single(name, crops, probes, np.setdiff1d(photos, sources), numbers.astype(np.int64))


def template_crops(faces: FaceSet) -> Crops:
    """The template without its margin: uint8 (N, 112, 112)."""
    margin = (CROP_SIDE - TEMPLATE_SIDE) // 2
    inner = faces.images[:, 0, margin : margin + TEMPLATE_SIDE, margin : margin + TEMPLATE_SIDE]
    crops: Crops = inner.numpy()
    return crops


def _crop(image: NamedImage, crop: Crops) -> Crops:
    return crop if image.drawn_by is None else drawn_probe(crop, image.drawn_by)


def _single(name: str, crops: Crops, probes: Rows, gallery: Rows, numbers: Rows) -> Bench:
    protocol = IndexedProtocol(
        name=name,
        probe_rows=probes,
        found=np.arange(len(probes)),
        probe_ids=numbers[probes],
        gallery_rows=gallery,
        gallery_ids=numbers[gallery],
    )
    return Bench(crops=crops, protocols=(protocol,), keys={})


def _indexed(protocol: Protocol, place: dict[NamedImage, int]) -> IndexedProtocol:
    names = sorted({image.identity for image in (*protocol.probes, *protocol.gallery)})
    number = {name: index for index, name in enumerate(names)}
    found = [index for index, image in enumerate(protocol.probes) if image in place]
    gallery = [image for image in protocol.gallery if image in place]
    return IndexedProtocol(
        name=protocol.name,
        probe_rows=np.array([place[protocol.probes[index]] for index in found], np.int64),
        found=np.array(found, np.int64),
        probe_ids=np.array([number[image.identity] for image in protocol.probes], np.int64),
        gallery_rows=np.array([place[image] for image in gallery], np.int64),
        gallery_ids=np.array([number[image.identity] for image in gallery], np.int64),
    )


def _shifted(protocol: IndexedProtocol, start: int) -> IndexedProtocol:
    return IndexedProtocol(
        name=protocol.name,
        probe_rows=protocol.probe_rows + start,
        found=protocol.found,
        probe_ids=protocol.probe_ids,
        gallery_rows=protocol.gallery_rows + start,
        gallery_ids=protocol.gallery_ids,
    )
