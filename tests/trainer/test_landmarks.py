"""The landmark network: data, augmentation, loss, training that resumes, export, evaluation."""

from __future__ import annotations

import csv
import dataclasses
import json
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from forensic_id.core.errors import DataError
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.alignment import similarity_transform, warp
from forensic_id.vision.landmarks import reference_points
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import MIRROR_ORDER, TEMPLATE, as_points
from tests.trainer.conftest import write_face_data
from tests.unit.vision.drawn_face import drawn_face, drawn_landmarks
from trainer.__main__ import main
from trainer.config import SplitConfig
from trainer.data.datasets import load_datasets
from trainer.data.faces import SKETCH
from trainer.data.splits import split_identities
from trainer.landmarks import training
from trainer.landmarks.augmentation import random_appearance, random_crops
from trainer.landmarks.config import LandmarkConfig, default, tiny
from trainer.landmarks.data import (
    POINT_COLUMNS,
    WINDOW_SCALE,
    LandmarkSet,
    ReferenceFace,
    balanced_shares,
    load_sets,
    read_reference,
    source_of,
    window_size,
)
from trainer.landmarks.network import LandmarkNetwork
from trainer.landmarks.training import landmark_loss, similarity_projector, train

torch.set_num_threads(1)
CENTRE = (120.0, 140.0)
TEST_FOLDERS = ("cufs/photos", "cufs/sketches", "cufsf/photos", "cufsf/sketches", "lfw_gallery")


def write_reference(folder: Path, files: Sequence[str], *, columns: Sequence[str] = POINT_COLUMNS) -> None:
    points = [number for point in drawn_landmarks(CENTRE, 110.0) for number in point]
    header = ["file", *(f"{name}_{axis}" for name in columns for axis in "xy")]
    with (folder / "landmarks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([name, *points] for name in files)])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Aligned crops, eight raw training faces, and a test set of which one image is a blank sheet."""
    folder = tmp_path_factory.mktemp("landmarks")
    write_face_data(folder)
    training_files = [f"landmarks/{index}.png" for index in range(8)]
    test_files = [f"{name}/face.png" for name in TEST_FOLDERS]
    for name in training_files + test_files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), drawn_face(centre=CENTRE))
    cv2.imwrite(str(folder / "cufs/photos/blank.png"), np.full((200, 200), 230, dtype=np.uint8))
    write_reference(folder, [*training_files, *test_files, "cufs/photos/blank.png"])
    return folder


def test_test_images_are_read_for_evaluation_and_never_for_training(data: Path) -> None:
    train_set, watched = load_sets(data, tiny())
    assert len(read_reference(data)) == 14
    assert int(train_set.exact.sum()) + len(watched) == 8
    assert len(train_set) == 4 + tiny().aligned_photos + 5


def test_small_collections_are_drawn_more_often_but_weigh_less_in_all() -> None:
    files = ["xm2vts_train/photos/1.jpg", *(f"landmarks/celeba_{n}.jpg" for n in range(4))]
    sources = [source_of(ReferenceFace(file=file, points=as_points(TEMPLATE))) for file in files]
    assert sources == ["xm2vts_train/photos", *["landmarks/celeba"] * 4]
    shares = balanced_shares(sources)
    assert shares[0] == pytest.approx(2 * shares[1])
    assert shares[1:].sum() == pytest.approx(2 * shares[0])


def test_crops_that_another_hand_aligned_are_not_trained_on(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data, tmp_path / "data")
    table = tmp_path / "data" / "faces_train.csv"
    table.write_text(table.read_text().replace("detected", "given"))
    train_set, _ = load_sets(tmp_path / "data", tiny())
    assert bool(train_set.exact.all())


def test_a_table_that_does_not_tell_how_crops_were_aligned_is_refused(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data, tmp_path / "data")
    table = tmp_path / "data" / "faces_train.csv"
    table.write_text(table.read_text().replace("alignment", "aligned"))
    with pytest.raises(DataError, match=r"faces_train\.csv lacks the column alignment"):
        load_sets(tmp_path / "data", tiny())


def test_an_aligned_crop_of_a_held_out_picture_is_not_trained_on(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    before, watched = load_sets(folder, tiny())
    # The crop of a training face, cut with its margin out of the raw picture that is held out.
    reference = read_reference(folder)[0].points
    matrix = similarity_transform(reference, as_points(TEMPLATE) + 8)
    crop = warp(drawn_face(centre=CENTRE)[..., 0], matrix, 128)
    with zipfile.ZipFile(folder / "twin.zip", "w") as archive:
        archive.writestr("twin.jpg", bytes(cv2.imencode(".jpg", crop)[1]))
    with (folder / "faces_train.csv").open("a", encoding="utf-8") as file:
        file.write("twin.zip,twin.jpg,p:99,cufsf,sketch,detected\n")
    after, _ = load_sets(folder, tiny())
    assert len(watched) == 4
    assert len(after) == len(before)


def test_people_whom_encoders_are_judged_by_are_not_trained_on(data: Path, tmp_path: Path) -> None:
    """Neither in aligned crops nor in raw images that show the same pictures."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    config = dataclasses.replace(tiny(), validation_images=1, aligned_photos=100)
    faces = load_datasets((folder,))
    split = split_identities(faces, config.split)
    for name, rows in (("judged", split.validation_pairs), ("trained", split.training)):
        drawn = rows[faces.modalities[rows] == SKETCH]
        cv2.imwrite(str(folder / f"landmarks/{name}.png"), faces.images[int(drawn[0]), 0].numpy())
    template = [float(number) for point in as_points(TEMPLATE) + 8 for number in point]
    with (folder / "landmarks.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([f"landmarks/{name}.png", *template] for name in ("judged", "trained"))

    train_set, _ = load_sets(folder, config)
    nobody = dataclasses.replace(
        config, split=SplitConfig(validation_photo_identities=0, validation_pair_identities=0)
    )
    everyone, _ = load_sets(folder, nobody)
    assert int(train_set.exact.sum()) == 8 - 1 + 1
    assert int((~train_set.exact).sum()) == len(split.training)
    assert int(everyone.exact.sum()) == 8 - 1 + 2
    assert int((~everyone.exact).sum()) == len(faces)


def test_windows_hold_the_face_upright_in_their_centre(data: Path) -> None:
    _, watched = load_sets(data, tiny())
    size = window_size(tiny())
    assert watched.windows.shape == (4, size, size)
    assert np.abs(watched.points.mean(axis=1) - (size - 1) / 2).max() < 0.01
    assert np.abs(watched.points - reference_points(size, WINDOW_SCALE)).max() < 5


def test_missing_and_broken_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"landmarks\.csv cannot be read"):
        read_reference(tmp_path)
    write_reference(tmp_path, ["landmarks/0.png"], columns=POINT_COLUMNS[:4])
    with pytest.raises(DataError, match=r"landmarks\.csv is broken.*mouth_left"):
        read_reference(tmp_path)
    write_reference(tmp_path, ["landmarks/0.png"])
    with pytest.raises(DataError, match=r"0\.png"):
        load_sets(tmp_path, dataclasses.replace(tiny(), validation_images=0))


def test_points_move_with_the_picture() -> None:
    config = dataclasses.replace(tiny(), rotation=20.0, shift=0.1)
    size = window_size(config)
    points = reference_points(size, WINDOW_SCALE)
    rows, columns = np.mgrid[:size, :size]
    dots = [np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / 8.0) for x, y in points]
    windows = torch.from_numpy(np.stack(dots)).float()[:, None]
    for seed in range(6):
        # The same seed for every point's own picture: all five are moved alike.
        generators = (torch.Generator().manual_seed(seed) for _ in range(5))
        target = torch.from_numpy(points).float()[None]
        mirrored_order, places = None, []
        for window, generator in zip(windows, generators, strict=True):
            crop, moved = random_crops(window[None], target, config, generator, strength=torch.ones(1))
            weight = crop[0, 0]
            steps = torch.arange(config.crop_size)
            centre = [(weight.sum(0) * steps).sum() / weight.sum(), (weight.sum(1) * steps).sum() / weight.sum()]
            places.append([float(value) for value in centre])
            mirrored_order = moved[0].numpy()
        found = np.array(places)
        straight = np.abs(found - mirrored_order).max()
        mirrored = np.abs(found[list(MIRROR_ORDER)] - mirrored_order).max()
        assert min(straight, mirrored) < 0.4


def test_a_second_look_is_less_far_off_than_a_first() -> None:
    config = tiny()
    points = torch.from_numpy(reference_points(window_size(config), WINDOW_SCALE)).float().repeat(64, 1, 1)
    windows = torch.zeros((64, 1, window_size(config), window_size(config)))
    level = torch.from_numpy(reference_points(config.crop_size, config.crop_scale)).float()

    def off(strength: float) -> float:
        generator = torch.Generator().manual_seed(0)
        _, moved = random_crops(windows, points, config, generator, strength=torch.full((64,), strength))
        straight = (moved - level).norm(dim=2).mean()
        return float(straight)

    assert off(0.0) < 0.8
    assert off(0.0) < off(config.second_look) < off(1.0)


def test_appearance_keeps_shape_and_range() -> None:
    crops = torch.rand((16, 1, 80, 80), generator=torch.Generator().manual_seed(0))
    changed = random_appearance(crops, torch.Generator().manual_seed(1))
    assert changed.shape == crops.shape
    assert float(changed.min()) >= 0
    assert float(changed.max()) <= 1
    assert not torch.allclose(changed, crops, atol=0.05)


def test_the_projector_keeps_similarities_and_drops_shape() -> None:
    projector = similarity_projector()
    assert torch.allclose(projector @ projector, projector, atol=1e-6)
    assert float(projector.trace()) == pytest.approx(4.0, abs=1e-5)
    template = as_points(TEMPLATE) - as_points(TEMPLATE).mean(axis=0)
    turned = torch.from_numpy(
        (template @ np.array([[0.1, 0.3], [-0.3, 0.1]]) + np.array([2.0, -1.0])).reshape(1, 10)
    ).float()
    assert torch.allclose(turned @ projector, turned, atol=1e-4)


def test_faces_known_only_as_a_whole_are_judged_only_as_a_whole() -> None:
    target = torch.from_numpy(as_points(TEMPLATE)).float()[None]
    shifted = target + 5
    exact, aligned = torch.tensor([True]), torch.tensor([False])
    projector = similarity_projector()
    change = 20 * torch.randn((1, 10), generator=torch.Generator().manual_seed(0))
    other_shape = target + (change - change @ projector).reshape(1, 5, 2)

    def loss(predicted: torch.Tensor, known: torch.Tensor) -> float:
        return float(landmark_loss(predicted, target, known, projector))

    assert loss(target, exact) == 0.0
    assert loss(shifted, aligned) == pytest.approx(loss(shifted, exact), rel=1e-4)
    assert loss(other_shape, aligned) < 1e-6
    assert loss(other_shape, exact) > 1


def test_the_loss_of_landmarks_equals_a_loop() -> None:
    torch.manual_seed(0)
    predicted, target = 3 * torch.randn(4, 5, 2), torch.randn(4, 5, 2)
    exact, projector = torch.tensor([True, False, True, False]), similarity_projector()
    terms = []
    for face in range(4):
        residual = [float(each) for each in (predicted[face] - target[face]).flatten()]
        if not exact[face]:
            residual = [sum(residual[i] * float(projector[i, j]) for i in range(10)) for j in range(10)]
        terms += [0.5 * each**2 if abs(each) < 1 else abs(each) - 0.5 for each in residual]
    assert landmark_loss(predicted, target, exact, projector).item() == pytest.approx(sum(terms) / 40, rel=1e-5)


def test_the_network_answers_with_the_centre_of_mass_of_its_maps() -> None:
    network = LandmarkNetwork(crop_size=32, widths=(4, 4, 8, 8)).eval()
    last = network.at_quarter[-1]
    assert isinstance(last, torch.nn.Conv2d)
    torch.nn.init.zeros_(last.weight)
    assert last.bias is not None
    torch.nn.init.zeros_(last.bias)
    points = network(torch.rand(2, 1, 32, 32))
    assert points.shape == (2, 5, 2)
    assert torch.allclose(points, torch.full_like(points, 15.5), atol=1e-4)


def random_set(config: LandmarkConfig) -> LandmarkSet:
    size = window_size(config)
    random = np.random.default_rng(0)
    return LandmarkSet(
        windows=random.integers(0, 256, (12, size, size), dtype=np.uint8),
        points=np.repeat(reference_points(size, WINDOW_SCALE)[None].astype(np.float32), 12, axis=0),
        exact=np.arange(12) < 7,
        shares=np.ones(12, dtype=np.float32),
    )


def test_an_interrupted_run_ends_like_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, faces = tiny(), random_set(tiny())
    whole = train(faces, faces, config, tmp_path / "whole", quiet=True)
    real_step = training._step

    def killed_at_three(*args: object) -> float:
        if args[-1] == 3:
            raise KeyboardInterrupt
        return real_step(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(training, "_step", killed_at_three)
        with pytest.raises(KeyboardInterrupt):
            train(faces, faces, config, tmp_path / "broken", quiet=True)
    resumed = train(faces, faces, config, tmp_path / "broken", quiet=True)
    for name, tensor in whole.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name


def test_a_run_folder_of_another_configuration_is_refused(tmp_path: Path) -> None:
    faces = random_set(tiny())
    train(faces, faces, tiny(), tmp_path, quiet=True)
    with pytest.raises(DataError, match="another configuration"):
        train(faces, faces, dataclasses.replace(tiny(), seed=1), tmp_path, quiet=True)


@pytest.fixture(scope="module")
def run(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run folder of the whole command with the tiny recipe."""
    folder = tmp_path_factory.mktemp("run")
    options = ["--data", str(data), "--run", str(folder), "--recipe", "tiny", "--threads", "1", "--quiet"]
    assert main(["landmarks", *options]) == 0
    return folder


def test_the_command_writes_a_network_that_the_application_runs(run: Path) -> None:
    predictor = OnnxLandmarkPredictor.from_file(run / "landmarks.onnx")
    described = json.loads((run / "landmarks.json").read_text())
    own = (predictor.crop_size, predictor.crop_scale)
    assert own == (described["crop_size"], described["crop_scale"]) == (64, 1.1)
    assert described["parity_pixels"] < 1e-2
    face = FacePipeline(predictor).align(PillowImageLoader().decode(png(drawn_face()), "face.png"))
    assert np.isfinite(as_points(face.landmarks)).all()


def png(pixels: np.ndarray) -> bytes:
    return bytes(cv2.imencode(".png", pixels)[1].tobytes())


def test_the_log_has_a_line_a_report(run: Path) -> None:
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [2, 4]
    assert {"loss", "first_look_error", "second_look_error"} <= set(lines[0])


def test_the_shipped_recipe_stays_below_two_megabytes() -> None:
    parameters = sum(parameter.numel() for parameter in training.build_network(default()).parameters())
    assert 2 * parameters < 2_000_000
