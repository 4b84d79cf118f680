from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from forensic_id.core.errors import DataError
from tests.trainer.conftest import PEOPLE
from tests.trainer.prepared_people import LANDMARKS
from trainer.config import AdversarialConfig, MixConfig, SplitConfig
from trainer.data.augmentation import random_erasing, random_tones, random_views
from trainer.data.datasets import describe_datasets
from trainer.data.demo import demo_faces
from trainer.data.faces import PHOTO, SKETCH, FaceSet, load_faces
from trainer.data.phases import Modalities
from trainer.data.sampling import BatchSampler, step_generator
from trainer.data.splits import split_identities
from trainer.data.synthesis import STYLES, synthesise_sketches
from trainer.recipes import recipe
from trainer.run import load_training_data


@pytest.fixture(scope="module")
def faces(face_data: Path) -> FaceSet:
    return load_faces(face_data)


def test_all_crops_are_read_with_what_is_known_of_them(faces: FaceSet) -> None:
    assert faces.images.shape == (PEOPLE * 2 + 10, 1, 128, 128)
    assert np.count_nonzero(faces.modalities == SKETCH) == 10
    assert faces.images[0].float().std() > 10


def test_sources_and_limit_restrict_what_is_read(face_data: Path) -> None:
    assert set(load_faces(face_data, sources=["lfw"]).sources) == {"lfw"}
    assert len(load_faces(face_data, limit=5)) == 5


def test_a_missing_table_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"faces_train\.csv cannot be read"):
        load_faces(tmp_path)


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "faces_train.csv").write_text("file,identity\na,b\n", encoding="utf-8")
    with pytest.raises(DataError, match="lacks the columns archive, modality, source"):
        load_faces(tmp_path)


@pytest.mark.parametrize("read", [load_faces, lambda folder: describe_datasets([folder])])
def test_a_table_that_is_not_utf_8_is_a_sentence(tmp_path: Path, read: Callable[[Path], object]) -> None:
    (tmp_path / "faces_train.csv").write_bytes("archive,file\na,Müller".encode("latin-1"))
    with pytest.raises(DataError, match=r"faces_train\.csv is no CSV in UTF-8"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: (folder / "faces_train_00.zip").unlink(), "missing or broken"),
        (lambda folder: (folder / "faces_train_00.zip").write_bytes(b"PK nothing"), "missing or broken"),
        (lambda folder: edit(folder, "000.jpg", "999.jpg"), "holds no 999.jpg"),
        (lambda folder: edit(folder, ",photo,", ",painting,"), "unknown modality"),
    ],
    ids=["no archive", "broken archive", "missing member", "unknown modality"],
)
def test_broken_data_are_named(face_data: Path, tmp_path: Path, change: object, message: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(face_data, folder)
    change(folder)  # type: ignore[operator]
    with pytest.raises(DataError, match=message):
        load_faces(folder)


def edit(folder: Path, old: str, new: str) -> None:
    table = folder / "faces_train.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_resizing_keeps_the_picture(faces: FaceSet) -> None:
    small = faces.resized(64)
    assert small.images.shape[-1] == 73
    assert abs(small.images.float().mean() - faces.images.float().mean()) < 1


def test_a_split_that_leaves_nothing_to_validate_names_its_settings(face_data: Path) -> None:
    config = replace(recipe("tiny"), split=SplitConfig(validation_pair_identities=0))
    with pytest.raises(
        DataError, match=r"0 for validation.*split\.validation_photo_identities=N and .*pair_identities"
    ):
        load_training_data(face_data, config)


def test_held_out_identities_do_not_train(faces: FaceSet) -> None:
    config = SplitConfig(validation_photo_identities=2, validation_pair_identities=3)
    split = split_identities(faces, config)
    trained = set(faces.identities[split.training])
    pairs, photos = (set(faces.identities[rows]) for rows in (split.validation_pairs, split.validation_photos))
    assert (len(pairs), len(photos)) == (3, 2)
    assert not trained & (pairs | photos)
    assert trained | pairs | photos == set(faces.identities)


def test_the_split_depends_on_the_seed_alone(faces: FaceSet) -> None:
    first, again, other = (
        split_identities(faces, SplitConfig(seed=s, validation_pair_identities=4)) for s in (0, 0, 1)
    )
    assert np.array_equal(first.training, again.training)
    assert not np.array_equal(first.training, other.training)


def test_a_batch_has_the_shares_of_the_mix_and_pairs_share_their_identity(faces: FaceSet) -> None:
    sampler = BatchSampler(faces, MixConfig(photos=0.25, synthetic_sketches=0.25, real_pairs=0.5))
    batch = sampler.draw(32, step_generator(0, 0))
    rows = batch.rows.numpy()
    assert batch.synthesise.sum() == 8
    assert (faces.modalities[rows[batch.synthesise.numpy()]] == PHOTO).all()
    drawn, partners = rows[16:24], rows[24:]
    assert (faces.modalities[drawn] == SKETCH).all()
    assert (faces.modalities[partners] == PHOTO).all()
    assert (faces.identities[drawn] == faces.identities[partners]).all()


def test_step_n_of_a_seed_always_draws_the_same(faces: FaceSet) -> None:
    sampler = BatchSampler(faces, MixConfig())
    first, again, next_step = (sampler.draw(16, step_generator(3, step)) for step in (5, 5, 6))
    assert torch.equal(first.rows, again.rows)
    assert not torch.equal(first.rows, next_step.rows)


def test_a_set_without_photos_is_refused(faces: FaceSet) -> None:
    sketches = faces.subset(np.flatnonzero(faces.modalities == SKETCH))
    with pytest.raises(DataError, match="no photos"):
        BatchSampler(sketches, MixConfig())
    with pytest.raises(DataError, match="no strong modality"):
        Modalities.of(sketches, adversarial(), seed=0)


def adversarial(*, synthetic_photos: int = 4, most_photos: int = 0) -> AdversarialConfig:
    return AdversarialConfig(steps=1, real_share=0.5, synthetic_photos=synthetic_photos, most_photos=most_photos)


def test_of_too_many_photos_those_of_people_with_drawings_are_kept_first(faces: FaceSet) -> None:
    drawn = np.unique(faces.identities[faces.modalities == SKETCH])
    photos = np.flatnonzero(faces.modalities == PHOTO)
    of_drawn = photos[np.isin(faces.identities[photos], drawn)]
    more = Modalities.of(faces, adversarial(most_photos=len(of_drawn) + 3), seed=0).strong
    assert set(of_drawn) < set(more)
    assert len(more) == len(of_drawn) + 3
    fewer = Modalities.of(faces, adversarial(most_photos=len(of_drawn) - 3), seed=0)
    assert set(fewer.strong) < set(of_drawn)
    assert (faces.modalities[fewer.weak] == SKETCH).sum() > 0
    assert np.isin(faces.identities[fewer.weak], faces.identities[fewer.strong]).all()
    assert len(Modalities.of(faces, adversarial(most_photos=len(photos)), seed=0).strong) == len(photos)


def test_weak_rows_have_classes_and_partners_of_the_strong_set(faces: FaceSet) -> None:
    modalities = Modalities.of(faces, adversarial(synthetic_photos=6), seed=0)
    assert modalities.class_count == PEOPLE
    assert len(modalities.weak) == 10 + 6
    rows = modalities.draw(64, step_generator(0, 0))
    weak, partners = rows.weak.numpy(), rows.partners.numpy()
    assert (faces.identities[weak] == faces.identities[partners]).all()
    assert (weak != partners).all()
    assert (faces.modalities[rows.strong.numpy()] == PHOTO).all()
    share = np.mean(faces.modalities[weak] == SKETCH)
    assert 0.25 < share < 0.75


@pytest.mark.parametrize("style", STYLES)
def test_each_style_draws_on_paper_and_depends_on_the_photo(faces: FaceSet, style: str) -> None:
    photos = faces.images[:4].float() / 255
    drawn = synthesise_sketches(photos, step_generator(0, 0), styles=(style,))
    again = synthesise_sketches(photos, step_generator(0, 0), styles=(style,))
    assert drawn.shape == photos.shape
    assert 0 <= drawn.min() <= drawn.max() <= 1
    assert torch.equal(drawn, again)
    assert drawn.flatten(1).std(dim=1).min() > 0.005
    assert (drawn[0] - drawn[2]).abs().mean() > 0.01


def test_a_demo_gallery_without_a_face_is_a_sentence(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "blank.png"), np.full((200, 200), 230, dtype=np.uint8))
    for name, column in (("gallery", "photo"), ("sketches", "sketch")):
        (tmp_path / f"{name}.csv").write_text(f"external_id,{column}\nD-1,blank.png\n", encoding="utf-8")
    with pytest.raises(DataError, match="No face was found in the pictures of"):
        demo_faces(tmp_path, LANDMARKS)


def test_no_photos_give_no_sketches() -> None:
    empty = torch.empty(0, 1, 32, 32)
    assert synthesise_sketches(empty, step_generator(0, 0)).shape == empty.shape


def test_views_without_warp_stay_near_the_template_and_use_the_margin(faces: FaceSet) -> None:
    photos = faces.images[:6].float() / 255
    views = random_views(photos, 112, step_generator(1, 0), elastic=torch.zeros(6))
    plain = photos[:, :, 8:120, 8:120]
    closer = torch.minimum((views - plain).abs().mean((1, 2, 3)), (views.flip(3) - plain).abs().mean((1, 2, 3)))
    assert views.shape == plain.shape
    assert closer.max() < 0.15


def test_tones_and_erasing_stay_in_range_and_change_something(faces: FaceSet) -> None:
    photos = faces.images[:8].float() / 255
    toned = random_tones(photos, step_generator(0, 1))
    erased = random_erasing(photos, step_generator(0, 1), share=1.0)
    assert 0 <= toned.min() <= toned.max() <= 1
    assert ((toned - photos).abs().mean((1, 2, 3)) > 0.005).all()
    assert 0 < (erased != photos).float().mean() < 0.5
    assert torch.equal(random_erasing(photos, step_generator(0, 1), share=0.0), photos)
