"""The bundle that a run exports is the one the app loads, and computes what torch computes."""

from __future__ import annotations

import dataclasses
import shutil
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from forensic_id.core.errors import DataError, TrainingStoppedError
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from tests.trainer.conftest import TinyRun
from trainer.config import with_settings
from trainer.data.faces import PHOTO
from trainer.data.photo_tones import toned
from trainer.evaluation.recognition import centre_views
from trainer.export import SHIFTS, SPREADS, export
from trainer.landmarks.config import LandmarkConfig
from trainer.landmarks.export import export as export_landmarks
from trainer.landmarks.network import LandmarkNetwork
from trainer.networks.encoder import DeployedEncoder
from trainer.onnx_graph import deployable
from trainer.run import load_trained, load_training_data, train


@pytest.fixture(scope="module")
def landmarks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = LandmarkConfig()
    return export_landmarks(
        LandmarkNetwork(crop_size=config.crop_size, widths=config.widths).eval(),
        config,
        tmp_path_factory.mktemp("landmarks"),
    )


@pytest.fixture(scope="module")
def bundle(tiny_run: TinyRun, landmarks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    export(tiny_run.config, tiny_run.data, tiny_run.folder, folder, landmarks=landmarks, version="1")
    return folder


def test_the_app_loads_the_bundle_and_its_features_are_those_of_torch(tiny_run: TinyRun, bundle: Path) -> None:
    encoder = deployable(
        DeployedEncoder(load_trained(tiny_run.config, tiny_run.folder)[0], tiny_run.config.working_side)
    )
    photos = tiny_run.data.training.subset(np.flatnonzero(tiny_run.data.training.modalities == PHOTO)[:5])
    crops = photos.images[:, 0, 8:120, 8:120].numpy()
    deployed, pictures = OnnxEncoder(load_bundle(bundle), threads=1), np.repeat(crops[..., None], 3, axis=3)
    views = centre_views(photos, 112)
    with torch.no_grad():
        as_sketches, as_photos = (
            encoder(each).numpy() for each in (views, toned(views, tiny_run.config.photo_tones))
        )
    assert np.abs(deployed.encode_sketches(pictures) - as_sketches).max() < 1e-4
    assert np.abs(deployed.encode_photos(pictures) - as_photos).max() < 1e-4
    assert np.abs(as_photos - as_sketches).max() > 1e-2


def test_the_generator_draws_unit_samples(tiny_run: TinyRun, bundle: Path) -> None:
    generator = OnnxGenerator(load_bundle(bundle), threads=1)
    feature = np.eye(1, tiny_run.config.encoder.feature_size, dtype=np.float32)[0]
    samples = generator.sample(feature, count=3, seed=0)
    assert np.allclose(np.linalg.norm(samples, axis=1), 1, atol=1e-5)
    assert not np.allclose(samples[0], samples[1])


def test_large_weights_are_half_precision_on_disk(bundle: Path) -> None:
    graph = onnx.load(str(bundle / "encoder.onnx")).graph
    large = [tensor for tensor in graph.initializer if np.prod(tensor.dims) >= 256]
    assert large
    assert {tensor.data_type for tensor in large} == {onnx.TensorProto.FLOAT16}


def test_the_manifest_says_what_was_trained_on_what_and_what_was_measured(tiny_run: TinyRun, bundle: Path) -> None:
    manifest = load_bundle(bundle).manifest
    assert manifest.training["config"]["name"] == "tiny"
    assert manifest.data[0]["crops"] == len(tiny_run.data.training)
    assert max(manifest.training["parity_largest_difference"].values()) < 1e-4
    assert 0 <= manifest.measured["validation_pairs"]["recall_1"] <= 1
    assert manifest.licence == "research evaluation only"


def test_an_unfinished_run_is_not_exported(tiny_run: TinyRun, landmarks: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lacks pretraining"):
        export(tiny_run.config, tiny_run.data, tmp_path, tmp_path / "b", landmarks=landmarks, version="1")


def test_a_missing_landmark_network_is_named(tiny_run: TinyRun, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nothing\.onnx does not exist"):
        export(
            tiny_run.config,
            tiny_run.data,
            tiny_run.folder,
            tmp_path,
            landmarks=tmp_path / "nothing.onnx",
            version="1",
        )


def test_a_bundle_is_replaced_whole_or_not_at_all(
    tiny_run: TinyRun, landmarks: Path, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "models" / "default"
    shutil.copytree(bundle, place)
    (place / "LICENCE").touch()
    (place / "former.onnx").touch()
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    write = partial(export, tiny_run.config, tiny_run.data, tiny_run.folder, place, version="2")
    with monkeypatch.context() as patched:
        patched.setattr("trainer.export.largest_difference", lambda *_: 1.0)
        with pytest.raises(TrainingStoppedError, match=r"encoder\.onnx differs"):
            write(landmarks=landmarks)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before
    write(landmarks=place / "landmarks.onnx")
    loaded = load_bundle(place)
    assert loaded.manifest.version == "2"
    assert set(loaded.manifest.files) == {"encoder.onnx", "generator.onnx", "landmarks.onnx"}
    assert {path.name for path in place.iterdir()} == set(before)
    assert list(place.parent.iterdir()) == [place]


def test_a_bundle_in_the_place_of_a_file_is_a_sentence(tiny_run: TinyRun, landmarks: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot be written"):
        export(tiny_run.config, tiny_run.data, tiny_run.folder, tmp_path / "file", landmarks=landmarks, version="1")


def test_a_run_on_fixed_features_trains_exports_and_resumes_from_its_cache(
    tiny_run: TinyRun, landmarks: Path, tmp_path: Path
) -> None:
    config = with_settings(
        tiny_run.config,
        ["adversarial.train_encoder=false", "adversarial.residual=true", "adversarial.unit_features=true"],
    )
    (tmp_path / "pretraining.safetensors").write_bytes((tiny_run.folder / "pretraining.safetensors").read_bytes())
    train(config, tiny_run.data, tmp_path, device=torch.device("cpu"), quiet=True)
    cached = (tmp_path / "features.safetensors").stat().st_mtime_ns
    train(config, tiny_run.data, tmp_path, device=torch.device("cpu"), quiet=True)
    assert (tmp_path / "features.safetensors").stat().st_mtime_ns == cached
    manifest = export(config, tiny_run.data, tmp_path, tmp_path / "b", landmarks=landmarks, version="2")
    assert load_bundle(tmp_path / "b").manifest.version == manifest["version"] == "2"
    measured = manifest["measured"]["validation_pairs"]
    assert (measured["generator_shift"], measured["generator_spread"]) in set(product(SHIFTS, SPREADS))


def test_too_many_held_out_identities_are_a_sentence(tiny_run: TinyRun, face_data: Path) -> None:
    greedy = dataclasses.replace(tiny_run.config.split, validation_pair_identities=0)
    with pytest.raises(DataError, match="0 for validation"):
        load_training_data(face_data, dataclasses.replace(tiny_run.config, split=greedy))
