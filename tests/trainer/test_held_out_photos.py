"""The validation measures on held-out photo identities."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from forensic_id.core.errors import DataError
from tests.trainer.conftest import TinyRun, blob_face
from trainer.data.faces import PHOTO, FaceSet
from trainer.evaluation.held_out_photos import HeldOutPhotos, held_out_photos
from trainer.networks.encoder import Encoder


class Pixels(nn.Module):
    """Shrunk pixels without their mean: knows who is who among the blob faces, drawn or not."""

    def __init__(self) -> None:
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))

    def forward(self, crops: Tensor) -> Tensor:
        small = nn.functional.adaptive_avg_pool2d(crops, 8).flatten(1)
        return small - small.mean(1, keepdim=True)


def blobs(photos: dict[str, int]) -> FaceSet:
    names = [name for name, count in photos.items() for _ in range(count)]
    images = np.stack([blob_face(ord(name), index) for index, name in enumerate(names)])
    return FaceSet(
        images=torch.from_numpy(images).unsqueeze(1),
        identities=np.array(names),
        sources=np.array(["lfw"] * len(names)),
        modalities=np.full(len(names), PHOTO),
        csv_sha256="0",
    )


def test_an_encoder_that_tells_people_apart_finds_their_photos_and_sketches() -> None:
    held_out = HeldOutPhotos(blobs({"a": 3, "b": 2, "c": 2, "d": 2, "e": 1}))
    recall = held_out.recall(Pixels(), 64)
    assert recall["photo_recall_1"] == 1.0
    assert recall["drawn_recall_1"] >= 0.75
    assert recall["drawn_recall_10"] == 1.0


def test_a_photo_is_not_searched_among_itself() -> None:
    """Two photos of one person that show different faces: each would only find itself."""
    faces = blobs({"a": 1, "b": 1, "c": 2, "d": 2})
    strangers = FaceSet(
        images=faces.images,
        identities=np.array(["x", "x", "c", "c", "d", "d"]),
        sources=faces.sources,
        modalities=faces.modalities,
        csv_sha256="0",
    )
    assert HeldOutPhotos(strangers).recall(Pixels(), 64)["photo_recall_1"] == pytest.approx(4 / 6, abs=1 / 6)


def test_the_measure_is_the_same_every_time(tiny_run: TinyRun) -> None:
    encoder = Encoder(tiny_run.config.encoder)
    figures = [HeldOutPhotos(tiny_run.data.validation_photos).recall(encoder, 64) for _ in range(2)]
    assert figures[0] == figures[1]
    assert all(0 <= value <= 1 for value in figures[0].values())


def test_people_with_one_photo_cannot_be_measured() -> None:
    with pytest.raises(DataError, match="two"):
        HeldOutPhotos(blobs({"a": 1, "b": 1}))
    assert held_out_photos(blobs({"a": 1, "b": 1})) is None


def test_a_run_reports_it_at_the_end_of_every_phase(tiny_run: TinyRun) -> None:
    lines = (tiny_run.folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    told = [entry for entry in map(json.loads, lines) if entry["stage"] == "encoder-validation"]
    assert [entry["step"] for entry in told] == [4, 6]
    assert all(
        0 <= entry[figure] <= 1 for entry in told for figure in ("recall_1", "photo_recall_1", "drawn_recall_10")
    )
