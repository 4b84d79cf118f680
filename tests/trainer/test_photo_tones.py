"""Photos are toned wherever the finished encoder sees them, drawings nowhere."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from forensic_id.core.preprocessing import CROP_SIZE, PhotoTones
from tests.trainer.conftest import TinyRun
from trainer.data.faces import PHOTO
from trainer.data.photo_tones import toned
from trainer.data.sampling import Batch, step_generator
from trainer.evaluation.recognition import centre_views, validation_recall
from trainer.export import encode_pairs
from trainer.feature_source import augmented_crops
from trainer.pretraining import prepare_batch

TONES = PhotoTones(exponent=0.4, level=0.5)


def test_without_tones_crops_are_left_alone() -> None:
    crops = torch.rand(2, 1, 8, 8) * 2 - 1
    assert toned(crops, None) is crops


def test_tensors_are_toned_as_arrays_are() -> None:
    crops = torch.rand(3, 1, 8, 8) * 2 - 1
    np.testing.assert_allclose(toned(crops, TONES).numpy(), TONES.applied(crops.numpy()), atol=1e-6)


def test_of_a_training_batch_the_photos_are_toned_before_they_are_covered(tiny_run: TinyRun) -> None:
    faces = tiny_run.data.training
    rows = torch.arange(len(faces))
    photo = torch.from_numpy(faces.modalities == PHOTO)
    batch = Batch(rows=rows, synthesise=photo & (rows % 2 == 0))

    def crops(tones: PhotoTones | None) -> torch.Tensor:
        return prepare_batch(faces, batch, 32, step_generator(0, 0), tones)

    plain, found = crops(None), crops(TONES)
    changed = (plain != found).flatten(1).any(1)
    assert torch.equal(changed, photo & ~batch.synthesise)
    covered = (plain == found)[changed].flatten(1).float().mean(1)
    assert covered.max() > 0, "rectangles keep their grey"


def test_held_out_photos_are_validated_in_the_tones_asked_for(tiny_run: TinyRun) -> None:
    seen: list[torch.Tensor] = []

    class Watched(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(torch.zeros(1))

        def forward(self, crops: torch.Tensor) -> torch.Tensor:
            seen.append(crops)
            return crops.flatten(1)

    pairs = tiny_run.data.validation_pairs
    photo, views = torch.from_numpy(pairs.modalities == PHOTO), centre_views(pairs, 32)
    validation_recall(Watched(), pairs, 32, TONES)
    assert torch.equal(seen[0][photo], toned(views[photo], TONES))
    assert torch.equal(seen[0][~photo], views[~photo])


def test_of_held_out_pairs_the_photos_are_toned(tiny_run: TinyRun) -> None:
    pairs = tiny_run.data.validation_pairs
    photo = pairs.modalities == PHOTO
    found, views = encode_pairs(nn.Flatten(), pairs, TONES), centre_views(pairs, CROP_SIZE)
    assert torch.equal(found.probes, views[~photo].flatten(1))
    assert np.array_equal(found.gallery, toned(views[photo], TONES).flatten(1).numpy())


def test_of_the_generators_crops_the_photos_are_toned(tiny_run: TinyRun) -> None:
    faces = tiny_run.data.training
    rows = torch.from_numpy(np.flatnonzero(faces.modalities == PHOTO)[:6])

    def crops(tones: PhotoTones | None, *, draw_photos: bool) -> torch.Tensor:
        generator = step_generator(0, 0)
        return augmented_crops(faces, rows, generator, size=32, draw_photos=draw_photos, tones=tones)

    assert torch.equal(crops(TONES, draw_photos=True), crops(None, draw_photos=True))
    assert torch.equal(crops(TONES, draw_photos=False), toned(crops(None, draw_photos=False), TONES))
