"""The split of the comparison."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from forensic_id.core.errors import DataError
from trainer.config import SplitConfig
from trainer.data.faces import CROP_SIDE, DRAWING, PHOTO, SKETCH, FaceSet
from trainer.data.reproduction import (
    HELD_OUT_STYLE,
    SYNTHETIC_SOURCE,
    TRAINING_STYLES,
    ReproductionData,
    reproduction_data,
)
from trainer.data.synthesis import STYLES

SPLIT = SplitConfig(validation_photo_identities=2, validation_pair_identities=3)


def make_faces() -> FaceSet:
    """Each row a picture of its own: ten people with pairs, twenty with photos alone, and some odd ones."""
    rows = [("n:twice", "fs2k-1", PHOTO), ("n:twice", "fs2k-1", SKETCH)] * 2
    for person in range(9):
        rows += [(f"n:p{person}", "fs2k-1", PHOTO), (f"n:p{person}", "fs2k-1", SKETCH)]
    for person in range(20):
        rows += [(f"n:q{person:02d}", "lfw", PHOTO)] * 4
    rows += [("celeba:1", "celeba", PHOTO)] * 2
    rows += [("n:star", "caricature", PHOTO), ("n:star", "caricature", DRAWING), ("n:unseen", "cufsf", SKETCH)]
    identities, sources, modalities = zip(*rows, strict=True)
    random = np.random.default_rng(0)
    images = random.integers(0, 255, (len(rows), 1, CROP_SIDE, CROP_SIDE), dtype=np.uint8)
    return FaceSet(
        images=torch.from_numpy(images),
        identities=np.array(identities),
        sources=np.array(sources),
        modalities=np.array(modalities),
        csv_sha256="0",
    )


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    return make_faces()


@pytest.fixture(scope="module")
def data(faces: FaceSet) -> ReproductionData:
    return reproduction_data(faces, SPLIT)


def test_held_out_people_are_in_neither_set(data: ReproductionData) -> None:
    trained = {*data.strong.identities, *data.weak.identities}
    held = {*data.validation_pairs.identities, *data.validation_photos.identities}
    assert len(held) == 5
    assert not trained & held


def test_every_class_has_a_photo_and_sketches_are_classed_with_their_person(data: ReproductionData) -> None:
    names = np.unique(data.strong.identities)
    assert data.class_count == len(names)
    assert (names[data.strong_classes.numpy()] == data.strong.identities).all()
    assert (names[data.weak_classes.numpy()] == data.weak.identities).all()


def test_a_fifth_of_those_with_enough_photos_give_one_up_for_a_sketch(data: ReproductionData) -> None:
    drawn = data.weak.identities[data.weak.sources == SYNTHETIC_SOURCE]
    several = {name for name in data.strong.identities if str(name).startswith("n:q")}
    assert len(set(drawn)) == len(drawn) == round(0.2 * len(several))
    for name in several:
        assert np.count_nonzero(data.strong.identities == name) == (3 if name in drawn else 4)


def test_the_photo_behind_a_sketch_leaves_unless_it_is_the_only_one(data: ReproductionData, faces: FaceSet) -> None:
    people = [f"n:p{person}" for person in range(9) if f"n:p{person}" in data.weak.identities]
    assert people
    for name in people:
        assert np.count_nonzero(data.strong.identities == name) == 1
    if "n:twice" in data.weak.identities:
        kept = data.strong.images[torch.from_numpy(data.strong.identities == "n:twice")]
        assert torch.equal(kept[0], faces.images[0])
        assert len(kept) == 1


def test_sketches_of_people_without_photos_stay_out(data: ReproductionData) -> None:
    assert "n:unseen" not in data.weak.identities
    assert "n:star" in data.weak.identities


def test_celeba_competes_with_itself_alone(data: ReproductionData) -> None:
    names = np.unique(data.strong.identities)
    assert {str(name) for name in names[data.groups.numpy() == 1]} <= {"celeba:1"}


def test_the_split_depends_on_the_seed_alone(faces: FaceSet, data: ReproductionData) -> None:
    again = reproduction_data(faces, SPLIT)
    assert torch.equal(again.weak.images, data.weak.images)
    assert np.array_equal(again.strong.identities, data.strong.identities)


def test_one_style_is_never_trained_on() -> None:
    assert {*TRAINING_STYLES, HELD_OUT_STYLE} == set(STYLES)
    assert HELD_OUT_STYLE not in TRAINING_STYLES


def test_no_sketches_to_train_on_is_a_sentence(faces: FaceSet) -> None:
    photos = faces.subset(np.flatnonzero(np.isin(faces.identities, ["celeba:1"])))
    with pytest.raises(DataError, match="photos and 0 sketches"):
        reproduction_data(photos, SPLIT)
