"""Photos are toned wherever the finished encoder sees them, drawings nowhere."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from forensic_id.core.preprocessing import CROP_SIZE, PhotoTones
from tests.trainer.conftest import TinyRun
from trainer.data.faces import PHOTO
from trainer.data.photo_tones import toned
from trainer.data.sampling import step_generator
from trainer.evaluation.recognition import centre_views
from trainer.export import encode_pairs
from trainer.feature_source import augmented_crops

TONES = PhotoTones(exponent=0.4, level=0.5)


def test_without_tones_crops_are_left_alone() -> None:
    crops = torch.rand(2, 1, 8, 8) * 2 - 1
    assert toned(crops, None) is crops


def test_of_held_out_pairs_the_photos_are_toned(tiny_run: TinyRun) -> None:
    pairs = tiny_run.data.validation_pairs
    photo = pairs.modalities == PHOTO
    found, views = encode_pairs(nn.Flatten(), pairs, TONES), centre_views(pairs, CROP_SIZE)
    assert torch.equal(found.probes, views[~photo].flatten(1))
    assert np.array_equal(found.gallery, TONES.applied(views[photo].numpy()).reshape(photo.sum(), -1))


def test_of_the_generators_crops_the_photos_are_toned(tiny_run: TinyRun) -> None:
    faces = tiny_run.data.training
    rows = torch.from_numpy(np.flatnonzero(faces.modalities == PHOTO)[:6])

    def crops(tones: PhotoTones | None, *, draw_photos: bool) -> torch.Tensor:
        generator = step_generator(0, 0)
        return augmented_crops(faces, rows, generator, size=32, draw_photos=draw_photos, tones=tones)

    assert torch.equal(crops(TONES, draw_photos=True), crops(None, draw_photos=True))
    assert torch.equal(crops(TONES, draw_photos=False), toned(crops(None, draw_photos=False), TONES))
