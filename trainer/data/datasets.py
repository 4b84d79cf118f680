"""One or several data sets as one: verified against their manifests, joined, and described for the record.

An identity of the same name in two data sets is the same person.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from forensic_id.core.errors import DataError
from trainer.data.faces import PHOTO, FaceSet, load_faces, read_table
from trainer.prepare.crops import file_sha256
from trainer.prepare.manifest import read_manifest, verify_dataset
from trainer.prepare.shards import TABLE


def load_datasets(folders: Sequence[Path], *, limit: int | None = None) -> FaceSet:
    """Verify and read data sets, each up to `limit` crops. Raises DataError naming what is missing or was changed."""
    sets = []
    for folder in folders:
        verify_dataset(folder)
        sets.append(load_faces(folder, limit=limit))
    return sets[0] if len(sets) == 1 else joined(sets)


def joined(sets: Sequence[FaceSet]) -> FaceSet:
    """Put sets below each other; the hash is that of their hashes."""
    return dataclasses.replace(
        sets[0],
        images=torch.cat([faces.images for faces in sets]),
        identities=np.concatenate([faces.identities for faces in sets]),
        sources=np.concatenate([faces.sources for faces in sets]),
        modalities=np.concatenate([faces.modalities for faces in sets]),
        csv_sha256=joined_sha256([faces.csv_sha256 for faces in sets]),
    )


def joined_sha256(tables: Sequence[str]) -> str:
    """SHA-256 of several sets as one: that of their tables' hashes, or of one set its own."""
    return tables[0] if len(tables) == 1 else hashlib.sha256("".join(tables).encode()).hexdigest()


def describe_datasets(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """SHA-256 of the table and of every archive it names, from the manifest where there is one; no paths.

    Raises DataError when a file cannot be read.
    """
    described = []
    for folder in folders:
        manifest = read_manifest(folder)
        try:
            files = {TABLE: file_sha256(folder / TABLE)}
            if manifest is None:
                files |= {name: file_sha256(folder / name) for name in _archives(folder)}
        except OSError as error:
            raise DataError(
                f"{error.filename} cannot be read ({error.strerror}). Give the folder with --data."
            ) from error
        if manifest is not None:
            files = {name: entry["sha256"] for name, entry in manifest["files"].items()}
        described.append({"name": (manifest or {}).get("name", ""), "files": files})
    return described


def _archives(folder: Path) -> list[str]:
    return sorted({row["archive"] for row in read_table(folder)[0]})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCounts:
    """How many samples the classes of a training set have."""

    identities: int
    single: int
    """Identities with one sample."""
    drawn: int
    """Identities with both a photo and a sketch or drawing."""

    @classmethod
    def of(cls, faces: FaceSet) -> ClassCounts:
        """Count."""
        samples = Counter(faces.identities.tolist())
        photos = set(faces.identities[faces.modalities == PHOTO].tolist())
        drawings = set(faces.identities[faces.modalities != PHOTO].tolist())
        single = sum(count == 1 for count in samples.values())
        return cls(identities=len(samples), single=single, drawn=len(photos & drawings))

    def notes(self) -> list[str]:
        """Tell what the trainer cannot learn from such data. Raises DataError for less than two people."""
        if self.identities < 2:
            raise DataError(
                f"The training data hold {self.identities} identity. Nothing can be told apart: give two or more, "
                "with two or more photos each."
            )
        told = []
        if self.single:
            told.append(
                f"{self.single} of {self.identities} identities have a single sample: they serve classification and "
                "synthetic sketches; a photo of theirs is its own partner where two are compared."
            )
        if not self.drawn:
            told.append(
                "No identity has both a photo and a sketch: the generator learns from synthetic sketches alone."
            )
        return told
