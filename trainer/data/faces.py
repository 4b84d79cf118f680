"""The training crops as one uint8 tensor.

Source layout: `faces_train.csv` (archive, file, identity, source, modality, alignment) and stored zip archives of
128x128 JPEG crops: the 112x112 template with 8 px of margin on every side.
"""

from __future__ import annotations

import csv
import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from forensic_id.core.errors import DataError
from trainer.execution import sent

CROP_SIDE = 128
TEMPLATE_SIDE = 112
MODALITIES = ("photo", "sketch", "drawing")
PHOTO, SKETCH, DRAWING = range(3)
LARGEST_SHARE_OF_MEMORY = 0.65
"""Of a GPU's free memory for the crops: 2.4 million are 39 GB; the network needs some 30 GB at its largest batch."""
LEARNED = "learned"
"""Source of drawings that a network made of the set's own photos (`trainer.sketcher`)."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FaceSet:
    """Crops and what is known of them; row i of every field speaks of the same crop."""

    images: Tensor
    """uint8 (N, 1, 128, 128), grey."""
    identities: NDArray[np.str_]
    sources: NDArray[np.str_]
    modalities: NDArray[np.int64]
    """Index into MODALITIES."""
    csv_sha256: str
    descriptions: Tensor | None = None
    """What a teacher says of each photo, float32 (N, T), where there is a teacher (`trainer.teacher`)."""

    def __len__(self) -> int:
        return len(self.identities)

    def subset(self, rows: NDArray[np.int64]) -> FaceSet:
        """Return the given rows as a set of their own."""
        numbers = torch.from_numpy(rows)
        return FaceSet(
            images=self.images[numbers],
            identities=self.identities[rows],
            sources=self.sources[rows],
            modalities=self.modalities[rows],
            csv_sha256=self.csv_sha256,
            descriptions=None if self.descriptions is None else self.descriptions[numbers],
        )

    def gather(self, rows: Tensor, device: torch.device) -> Tensor:
        """Return crops (B, 1, H, W) in [0, 1] on the device; rows (B,) are on the host.

        Nothing waits for a GPU: where the set lives on it, only row numbers travel; otherwise the crops do, from
        pinned memory.
        """
        if self.images.device.type == "cuda":
            return self.images[sent(rows, self.images.device)].float() / 255
        return sent(self.images[rows], device).float() / 255

    def placed(self, device: torch.device) -> FaceSet:
        """Return the set with its crops on the GPU, where its memory has room for them and the network."""
        if device.type != "cuda" or self.images.device == device:
            return self
        free, _ = torch.cuda.mem_get_info(device)
        if self.images.nbytes > free * LARGEST_SHARE_OF_MEMORY:
            return self
        return replace(self, images=self.images.to(device))

    def resized(self, template_side: int) -> FaceSet:
        """Return the set at another resolution; the margin shrinks with it. Area averaging, computed once."""
        if template_side == TEMPLATE_SIDE:
            return self
        side = round(CROP_SIDE * template_side / TEMPLATE_SIDE)
        small = torch.empty((len(self), 1, side, side), dtype=torch.uint8, device=self.images.device)
        for start in range(0, len(self), 1024):
            block = self.images[start : start + 1024].float()
            shrunk = F.interpolate(block, size=(side, side), mode="bilinear", antialias=True)
            small[start : start + 1024] = shrunk.round().clamp(0, 255).to(torch.uint8)
        return replace(self, images=small)


def identity_numbers(faces: FaceSet) -> NDArray[np.int64]:
    """Number the identities of a set in the order of their names (N,)."""
    return np.unique(faces.identities, return_inverse=True)[1].astype(np.int64)


def load_faces(folder: Path, *, sources: Sequence[str] | None = None, limit: int | None = None) -> FaceSet:
    """Read all crops (or those of some sources, or the first `limit`).

    Raises DataError naming the missing or broken file.
    """
    rows, sha256 = read_table(folder, limit=limit, sources=sources)
    return FaceSet(
        images=read_images(folder, rows),
        identities=np.array([row["identity"] for row in rows]),
        sources=np.array([row["source"] for row in rows]),
        modalities=np.array([MODALITIES.index(row["modality"]) for row in rows]),
        csv_sha256=sha256,
    )


def read_table(
    folder: Path, *, limit: int | None = None, sources: Sequence[str] | None = None
) -> tuple[list[dict[str, str]], str]:
    """Return the rows of the table (of some sources, or the first `limit`) and its SHA-256.

    Raises DataError for a table that cannot be read, lacks columns or names an unknown modality.
    """
    table = folder / "faces_train.csv"
    try:
        content = table.read_bytes()
    except OSError as error:
        raise DataError(
            f"The training table {table} cannot be read ({error.strerror}). Give the folder with --data."
        ) from error
    try:
        rows = list(csv.DictReader(content.decode("utf-8").splitlines()))
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"The training table {table} is no CSV in UTF-8 ({error}). Save it as one.") from error
    missing = {"archive", "file", "identity", "source", "modality"} - set(rows[0] if rows else {})
    if missing:
        raise DataError(f"The training table {table} lacks the columns {', '.join(sorted(missing))}.")
    for row in rows:
        if row["modality"] not in MODALITIES:
            raise DataError(f"{table} gives {row['file']} the unknown modality “{row['modality']}”.")
    if sources is not None:
        rows = [row for row in rows if row["source"] in sources]
    return rows[:limit], hashlib.sha256(content).hexdigest()


def read_images(folder: Path, rows: Sequence[dict[str, str]], *, colour: bool = False) -> Tensor:
    """Read the crops of rows of the table: uint8 (N, 1, 128, 128), or (N, 3, 128, 128) red, green, blue.

    Raises DataError naming the missing or broken file.
    """
    images = np.empty((len(rows), 3 if colour else 1, CROP_SIDE, CROP_SIDE), dtype=np.uint8)
    archives: dict[str, zipfile.ZipFile] = {}
    try:
        for index, row in enumerate(rows):
            name = row["archive"]
            if name not in archives:
                archives[name] = zipfile.ZipFile(folder / name)
            images[index] = _decode(archives[name], row["file"], colour=colour)
    except (OSError, zipfile.BadZipFile) as error:
        raise DataError(
            f"The archive {folder / name} is missing or broken ({error}). Copy it again from the source."
        ) from error
    finally:
        for archive in archives.values():
            archive.close()
    return torch.from_numpy(images)


def _decode(archive: zipfile.ZipFile, name: str, *, colour: bool) -> NDArray[np.uint8]:
    try:
        data = archive.read(name)
    except KeyError as error:
        raise DataError(f"The archive {archive.filename} holds no {name}, which the table names.") from error
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB if colour else cv2.IMREAD_GRAYSCALE)
    if pixels is None or pixels.shape[:2] != (CROP_SIDE, CROP_SIDE):
        raise DataError(f"{name} in {archive.filename} is no {CROP_SIDE}x{CROP_SIDE} image.")
    return np.asarray(np.atleast_3d(pixels).transpose(2, 0, 1), dtype=np.uint8)
