"""The landmark predictor: what it computes, and what it refuses to run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from forensic_id.core.errors import BundleRefusedError, DefectError
from forensic_id.inference.landmarks import OnnxLandmarkPredictor

SIZE = 16
METADATA = {"format_version": "1", "crop_size": str(SIZE), "crop_scale": "1.4"}


def model(
    *, metadata: dict[str, str] | None = None, output: str = "points", points: int = 5, offset: float = 0.0
) -> bytes:
    """A graph that answers with ten times the crop's mean, plus 0, 1, 2, ... and an offset."""
    steps = (np.arange(points * 2, dtype=np.float32) + np.float32(offset)).reshape(1, points, 2)
    nodes = [
        helper.make_node("ReduceMean", ["crops"], ["mean"], axes=[1, 2, 3], keepdims=1),
        helper.make_node("Reshape", ["mean", "shape"], ["flat"]),
        helper.make_node("Mul", ["flat", "ten"], ["scaled"]),
        helper.make_node("Add", ["scaled", "steps"], [output]),
    ]
    graph = helper.make_graph(
        nodes,
        "landmarks",
        [helper.make_tensor_value_info("crops", TensorProto.FLOAT, ["N", 1, SIZE, SIZE])],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["N", points, 2])],
        [
            numpy_helper.from_array(np.array([-1, 1, 1], dtype=np.int64), "shape"),
            numpy_helper.from_array(np.array(10.0, dtype=np.float32), "ten"),
            numpy_helper.from_array(steps, "steps"),
        ],
    )
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(proto, METADATA if metadata is None else metadata)
    return bytes(proto.SerializeToString())


def test_points_are_those_of_the_graph_crop_by_crop() -> None:
    predictor = OnnxLandmarkPredictor(model())
    crops = np.stack([np.full((1, SIZE, SIZE), value, dtype=np.float32) for value in (0.0, 0.5, -1.0)])
    points = predictor.predict(crops)
    assert points.shape == (3, 5, 2)
    assert points[0].reshape(-1).tolist() == list(range(10))
    assert np.allclose(points[1] - points[0], 5.0)
    assert np.array_equal(points[2:], predictor.predict(crops[2:]))


def test_the_graph_says_how_crops_are_cut() -> None:
    predictor = OnnxLandmarkPredictor(model())
    assert predictor.crop_size == SIZE
    assert predictor.crop_scale == 1.4
    assert predictor.most_looks == 2
    assert OnnxLandmarkPredictor(model(metadata=METADATA | {"most_looks": "4"})).most_looks == 4


def test_no_crops_give_no_points() -> None:
    assert OnnxLandmarkPredictor(model()).predict(np.zeros((0, 1, SIZE, SIZE), dtype=np.float32)).shape == (0, 5, 2)


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ({}, "landmark format None"),
        (METADATA | {"format_version": "2"}, "landmark format '2'"),
        ({key: value for key, value in METADATA.items() if key != "crop_size"}, "crop_size"),
        (METADATA | {"crop_scale": "wide"}, "crop_scale"),
        (METADATA | {"crop_scale": "nan"}, "crop_scale"),
        (METADATA | {"most_looks": "many"}, "most_looks"),
        (METADATA | {"crop_size": "1000000"}, "crop_size"),
        (METADATA | {"crop_size": "-16"}, "crop_size"),
        (METADATA | {"crop_size": "24"}, "cannot be run"),
    ],
)
def test_metadata_that_do_not_describe_the_graph_are_refused(metadata: dict[str, str], message: str) -> None:
    with pytest.raises(BundleRefusedError, match=message):
        OnnxLandmarkPredictor(model(metadata=metadata), name="marks.onnx")


@pytest.mark.parametrize(
    "data", [b"", b"no graph", model()[:-40], model(output="other"), model(points=6), model(offset=float("nan"))]
)
def test_bytes_that_are_no_landmark_network_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(BundleRefusedError, match=r"marks\.onnx"):
        OnnxLandmarkPredictor(data, name="marks.onnx")


def test_crops_of_another_shape_or_type_are_a_defect() -> None:
    predictor = OnnxLandmarkPredictor(model())
    with pytest.raises(DefectError, match="float32"):
        predictor.predict(np.zeros((1, 1, SIZE, SIZE + 1), dtype=np.float32))
    with pytest.raises(DefectError, match="float64"):
        predictor.predict(np.zeros((1, 1, SIZE, SIZE)))  # type: ignore[arg-type]


def test_a_file_is_opened_by_path(tmp_path: Path) -> None:
    path = tmp_path / "landmarks.onnx"
    path.write_bytes(model())
    assert OnnxLandmarkPredictor.from_file(path).crop_size == SIZE
    with pytest.raises(BundleRefusedError, match=r"absent\.onnx cannot be read"):
        OnnxLandmarkPredictor.from_file(tmp_path / "absent.onnx")
