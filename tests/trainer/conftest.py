"""A small training set in the official layout, and one finished tiny run on it."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from forensic_id.core.preprocessing import PhotoTones
from tests.trainer.dlib_file import write_weights
from trainer.config import RunConfig
from trainer.data.faces import CROP_SIDE, load_faces
from trainer.recipes import recipe
from trainer.run import TrainingData, load_training_data, train
from trainer.teacher.descriptions import write_descriptions

PEOPLE = 14
TEACHER = {"name": "invented", "licence": "CC0-1.0", "weights_sha256": "00" * 32}
HEADER = ("archive", "file", "identity", "source", "modality", "alignment")


@dataclass(frozen=True)
class TinyRun:
    data: TrainingData
    config: RunConfig
    folder: Path


def blob_face(person: int, variant: int) -> np.ndarray:
    """Return a picture that depends on the person and a little on the variant."""
    random = np.random.default_rng(person)
    coarse = random.uniform(0, 255, (6, 6)).astype(np.float32)
    coarse += np.random.default_rng(1000 + 100 * person + variant).normal(0, 8, (6, 6)).astype(np.float32)
    return np.clip(cv2.resize(coarse, (CROP_SIDE, CROP_SIDE), interpolation=cv2.INTER_CUBIC), 0, 255).astype(np.uint8)


def write_face_data(folder: Path, *, people: int = PEOPLE, drawn: int = 10, negative: bool = True) -> None:
    """Write faces_train.csv and one archive: two photos a person, and a sketch of each of the first `drawn`.

    A negative sketch is one for which training is needed to find its person.
    """
    rows = []
    with zipfile.ZipFile(folder / "faces_train_00.zip", "w") as archive:
        for person in range(people):
            kinds = ["photo", "photo"] + (["sketch"] if person < drawn else [])
            for variant, kind in enumerate(kinds):
                name = f"{person:02d}{variant}.jpg"
                image = blob_face(person, variant)
                if kind == "sketch":
                    image = 255 - image // 3 if negative else 170 + image // 3
                _, data = cv2.imencode(".jpg", image)
                archive.writestr(name, data.tobytes())
                source = "fs2k-1" if person < drawn else "lfw"
                rows.append(("faces_train_00.zip", name, f"p:{person:02d}", source, kind, "detected"))
    with (folder / "faces_train.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])


@pytest.fixture(scope="session")
def face_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faces")
    write_face_data(folder)
    return folder


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file like dlib's."""
    return write_weights(tmp_path_factory.mktemp("dlib"))


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny_run(face_data: Path, tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    config = replace(recipe("tiny"), photo_tones=PhotoTones(exponent=0.5, level=0.5))
    data = load_training_data(face_data, config)
    folder = tmp_path_factory.mktemp("run")
    train(config, data, folder, device=torch.device("cpu"), quiet=True)
    return TinyRun(data=data, config=config, folder=folder)


@pytest.fixture(scope="session")
def descriptions(face_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a teacher could say of the photos of `face_data`: six numbers that depend on the person, and a little."""
    faces = load_faces(face_data)
    numbers = torch.from_numpy(np.unique(faces.identities, return_inverse=True)[1])
    people = torch.randn((PEOPLE, 6), generator=torch.Generator().manual_seed(0))
    noise = torch.randn((len(faces), 6), generator=torch.Generator().manual_seed(1))
    path = tmp_path_factory.mktemp("teacher") / "descriptions.safetensors"
    said = (people[numbers] + 0.1 * noise) * torch.from_numpy(faces.modalities == 0).unsqueeze(1)
    write_descriptions(path, said, table=faces.csv_sha256, teacher=TEACHER)
    return path
