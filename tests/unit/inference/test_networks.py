"""Encoder and generator over ONNX Runtime."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

from forensic_id.core.errors import BundleRefusedError, DefectError, InvalidInputError
from forensic_id.inference.bundle import Bundle, load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from tests.fakes.tiny_bundle import (
    FEATURE_SIZE,
    SIGMA,
    encoder_model,
    generator_model,
    write_manifest,
    write_tiny_bundle,
)


def crops(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (count, 112, 112, 3), dtype=np.uint8)


def bundle_with(folder: Path, name: str, model: onnx.ModelProto) -> Bundle:
    write_tiny_bundle(folder)
    (folder / name).write_bytes(model.SerializeToString())
    write_manifest(folder)
    return load_bundle(folder)


def test_features_are_unit_vectors_of_the_size_in_the_manifest(tiny: Bundle) -> None:
    encoder = OnnxEncoder(tiny, threads=1)
    features = encoder.encode_sketches(crops(3))
    assert features.shape == (3, FEATURE_SIZE) == (3, encoder.feature_size)
    assert features.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(features, axis=1), 1.0, atol=1e-6)
    assert encoder.bundle_id == tiny.bundle_id


def test_photos_alone_are_toned_as_the_manifest_says(tmp_path: Path) -> None:
    write_tiny_bundle(tmp_path)
    plain, images = OnnxEncoder(load_bundle(tmp_path), threads=1), crops(2)
    np.testing.assert_array_equal(plain.encode_photos(images), plain.encode_sketches(images))
    grey = {"version": 1, "size": 112, "channels": "grey"}
    write_manifest(tmp_path, preprocessing=grey | {"photo_tones": {"exponent": 0.3, "level": 0.6}})
    toning = OnnxEncoder(load_bundle(tmp_path), threads=1)
    np.testing.assert_array_equal(toning.encode_sketches(images), plain.encode_sketches(images))
    darker = (images // 2).astype(np.uint8)
    np.testing.assert_allclose(toning.encode_photos(images), toning.encode_photos(darker), atol=2e-2)
    assert np.abs(toning.encode_photos(images) - plain.encode_photos(images)).max() > 0.01


@pytest.mark.parametrize("threads", [1, 2])
def test_a_feature_depends_neither_on_its_batch_nor_on_threads(tiny: Bundle, threads: int) -> None:
    images = crops(70)
    together = OnnxEncoder(tiny, threads=threads).encode_sketches(images)
    alone = [OnnxEncoder(tiny, threads=1).encode_sketches(images[row : row + 1])[0] for row in (0, 1, 63, 64, 69)]
    assert np.stack(alone).tobytes() == together[[0, 1, 63, 64, 69]].tobytes()


def test_no_crops_have_no_features(tiny: Bundle) -> None:
    assert OnnxEncoder(tiny, threads=1).encode_sketches(crops(0)).shape == (0, FEATURE_SIZE)


@given(seed=st.integers(0, 2**64 - 1), count=st.integers(1, 8), more=st.integers(0, 8))
@settings(max_examples=20, deadline=None)
def test_samples_repeat_and_the_first_do_not_depend_on_how_many_are_drawn(
    tiny: Bundle, seed: int, count: int, more: int
) -> None:
    generator = OnnxGenerator(tiny, threads=1)
    feature = OnnxEncoder(tiny, threads=1).encode_sketches(crops(1))[0]
    few = generator.sample(feature, count=count, seed=seed)
    assert few.shape == (count, FEATURE_SIZE)
    assert few.tobytes() == generator.sample(feature, count=count + more, seed=seed)[:count].tobytes()


def test_samples_differ_from_each_other_and_are_unit_vectors(tiny: Bundle) -> None:
    generator = OnnxGenerator(tiny, threads=1)
    feature = OnnxEncoder(tiny, threads=1).encode_sketches(crops(1))[0]
    samples = generator.sample(feature, count=6, seed=0)
    np.testing.assert_allclose(np.linalg.norm(samples, axis=1), 1.0, atol=1e-6)
    assert len(np.unique(samples, axis=0)) == 6
    assert (generator.bundle_name, generator.sigma) == ("tiny 1", SIGMA)


def test_a_seed_out_of_range_and_a_feature_of_another_size_are_refused(tiny: Bundle) -> None:
    generator = OnnxGenerator(tiny, threads=1)
    feature = np.zeros(FEATURE_SIZE, np.float32)
    with pytest.raises(InvalidInputError, match="seed"):
        generator.sample(feature, count=1, seed=-1)
    with pytest.raises(DefectError):
        generator.sample(feature[:3], count=1, seed=0)
    with pytest.raises(DefectError):
        generator.sample(feature, count=0, seed=0)


def renamed_input() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.input[0].name = model.graph.node[0].input[0] = "pictures"
    return model


def renamed_output() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.output[0].name = model.graph.node[-1].output[0] = "vectors"
    return model


def fixed_batch() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 4
    return model


def another_size() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 96
    return model


@pytest.mark.parametrize(
    ("altered", "what"),
    [(renamed_input, "inputs"), (renamed_output, "outputs"), (fixed_batch, "inputs"), (another_size, "inputs")],
)
@pytest.mark.filterwarnings("ignore")
def test_a_graph_with_other_inputs_or_outputs_is_refused(
    tmp_path: Path, altered: Callable[[], onnx.ModelProto], what: str
) -> None:
    bundle = bundle_with(tmp_path, "encoder.onnx", altered())
    with pytest.raises(BundleRefusedError, match=rf"encoder\.onnx (has the {what}|cannot be opened)"):
        OnnxEncoder(bundle, threads=1)


def test_a_manifest_with_another_feature_size_is_refused(tmp_path: Path) -> None:
    write_tiny_bundle(tmp_path, feature_size=32)
    with pytest.raises(BundleRefusedError, match=r"encoder\.onnx has the outputs"):
        OnnxEncoder(load_bundle(tmp_path), threads=1)


def test_a_graph_that_the_runtime_cannot_open_is_refused(tmp_path: Path) -> None:
    model = encoder_model()
    model.graph.node[0].op_type = "NoSuchOperator"
    with pytest.raises(BundleRefusedError, match=r"encoder\.onnx cannot be opened"):
        OnnxEncoder(bundle_with(tmp_path, "encoder.onnx", model), threads=1)


def not_normalised() -> onnx.ModelProto:
    model = generator_model()
    model.graph.node[-1].CopyFrom(helper.make_node("Add", ["moved", "moved"], ["samples"]))
    return model


def not_finite() -> onnx.ModelProto:
    model = generator_model()
    model.graph.node[-1].CopyFrom(helper.make_node("Log", ["moved"], ["samples"]))
    return model


def reshaped(source: str, width: int) -> onnx.ModelProto:
    """A generator whose output is reshaped to (1, width), which nobody can tell before it runs."""
    model = generator_model()
    model.graph.initializer.append(helper.make_tensor("nothing", onnx.TensorProto.FLOAT, [2], [0.0, 0.0]))
    model.graph.initializer.append(helper.make_tensor("size", onnx.TensorProto.FLOAT, [2], [1.0, width]))
    del model.graph.node[-1]
    model.graph.node.extend(
        [
            helper.make_node("Concat", ["moved", "moved"], ["twice"], axis=1),
            helper.make_node("ReduceMax", ["noise"], ["largest"], keepdims=0),
            helper.make_node("Mul", ["largest", "nothing"], ["zeros"]),
            helper.make_node("Add", ["zeros", "size"], ["wanted"]),
            helper.make_node("Cast", ["wanted"], ["shape"], to=onnx.TensorProto.INT64),
            helper.make_node("Reshape", [source, "shape"], ["samples"]),
        ]
    )
    return model


def too_wide() -> onnx.ModelProto:
    return reshaped("twice", 2 * FEATURE_SIZE)


def failing() -> onnx.ModelProto:
    return reshaped("moved", FEATURE_SIZE + 1)


@pytest.mark.parametrize(
    ("altered", "message"),
    [
        (not_normalised, "not of unit length"),
        (not_finite, "finite numbers"),
        (too_wide, "finite numbers"),
        (failing, "cannot be run"),
    ],
)
def test_a_graph_that_gives_no_unit_features_is_refused(
    tmp_path: Path, altered: Callable[[], onnx.ModelProto], message: str
) -> None:
    generator = OnnxGenerator(bundle_with(tmp_path, "generator.onnx", altered()), threads=1)
    feature = np.full(FEATURE_SIZE, -0.25, np.float32)
    with pytest.raises(BundleRefusedError, match=rf"generator\.onnx.*{message}"):
        generator.sample(feature, count=1, seed=0)
