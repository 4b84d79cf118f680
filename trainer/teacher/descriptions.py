"""The file that holds a teacher's descriptions of a data set's photos."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.atomic_file import write_atomically
from trainer.data.faces import PHOTO, FaceSet
from trainer.teacher.record import TeacherRecord


def write_descriptions(path: Path, descriptions: Tensor, *, table: str, teacher: Mapping[str, str]) -> None:
    """Write descriptions float32 (N, T) of the rows of the data whose `FaceSet.csv_sha256` is `table`.

    A row that is no photo is zero. `teacher` gives name, licence and weights_sha256. Raises DataError on a full disk.
    """
    metadata = {"table": table, "teacher": json.dumps(dict(teacher))}
    write_atomically(path, save({"descriptions": descriptions.contiguous()}, metadata=metadata))


def teacher_of(path: Path) -> TeacherRecord:
    """Return whose descriptions a file holds. Raises DataError when it cannot be read, or does not tell."""
    _, metadata, sha256 = _read(path)
    try:
        return TeacherRecord(**json.loads(metadata["teacher"]), descriptions_sha256=sha256)
    except (TypeError, ValueError) as error:
        raise DataError(
            f"{path} does not tell whose descriptions it holds ({error}). Make it anew: python -m trainer describe"
        ) from error


def described(faces: FaceSet, path: Path) -> FaceSet:
    """Return the set with a teacher's descriptions. Raises DataError for a broken file, or one of other rows."""
    descriptions, metadata, _ = _read(path)
    if faces.csv_sha256 != metadata["table"] or len(descriptions) != len(faces):
        raise DataError(
            f"{path} describes {len(descriptions)} crops of other data than the {len(faces)} crops given. Describe "
            "these: python -m trainer describe, with the same --data, --beside and --limit."
        )
    photos = torch.from_numpy(faces.modalities == PHOTO)
    if not bool(torch.isfinite(descriptions).all()) or not bool(descriptions[photos].any(dim=1).all()):
        raise DataError(f"{path} leaves photos without a description. Make it anew: python -m trainer describe")
    return replace(faces, descriptions=descriptions)


def _read(path: Path) -> tuple[Tensor, dict[str, str], str]:
    """Descriptions, what is said of them, and the SHA-256 of the numbers."""
    try:
        data = path.read_bytes()
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])  # the format's first bytes
        metadata = dict(header["__metadata__"])
        if metadata.keys() >= {"table", "teacher"}:
            descriptions = load(data)["descriptions"]
            return descriptions, metadata, hashlib.sha256(descriptions.numpy().tobytes()).hexdigest()
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"The teacher's descriptions {path} cannot be read ({error}). Make them: python -m trainer describe"
        ) from error
    raise DataError(f"{path} holds no teacher's descriptions. Make them: python -m trainer describe")
