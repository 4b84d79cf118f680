"""Graphs that reach outside their file are refused before they are opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from forensic_id.core.errors import BundleRefusedError
from forensic_id.inference.graph import check_graph
from tests.fakes.tiny_bundle import encoder_model, generator_model, landmark_model

_GOOD = encoder_model().SerializeToString()


def external_tensor() -> TensorProto:
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[2], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="/etc/passwd")
    return tensor


def with_initializer() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.initializer.append(external_tensor())
    return model


def with_location_only() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.initializer[0].data_location = TensorProto.EXTERNAL
    return model


def with_sparse_initializer() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.sparse_initializer.add().values.CopyFrom(external_tensor())
    return model


def with_constant() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.node.append(helper.make_node("Constant", [], ["c"], value=external_tensor()))
    return model


def with_constant_list() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.node[0].attribute.add(name="many").tensors.append(external_tensor())
    return model


def with_sparse_constant() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.node[0].attribute.add(name="sparse").sparse_tensor.indices.CopyFrom(external_tensor())
    return model


def with_inner_graph() -> onnx.ModelProto:
    model = encoder_model()
    model.graph.node[0].attribute.add(name="body").g.initializer.append(external_tensor())
    return model


@pytest.mark.parametrize(
    "altered",
    [
        with_initializer,
        with_location_only,
        with_sparse_initializer,
        with_constant,
        with_constant_list,
        with_sparse_constant,
        with_inner_graph,
    ],
)
def test_weights_in_another_file_are_found_wherever_they_hide(altered: Callable[[], onnx.ModelProto]) -> None:
    with pytest.raises(BundleRefusedError, match=r"^m\.onnx keeps weights in another file"):
        check_graph(altered().SerializeToString(), "m.onnx")


def test_operators_of_a_foreign_domain_are_named() -> None:
    model = generator_model()
    model.graph.node[1].domain = "com.example"
    with pytest.raises(BundleRefusedError, match=r"com\.example"):
        check_graph(model.SerializeToString(), "m.onnx")


def test_operators_of_a_foreign_domain_are_found_in_branches() -> None:
    model = generator_model()
    branch = model.graph.node[0].attribute.add(name="else_branch").graphs.add()
    branch.node.append(helper.make_node("Identity", ["a"], ["b"], domain="com.example"))
    with pytest.raises(BundleRefusedError, match=r"com\.example"):
        check_graph(model.SerializeToString(), "m.onnx")


def test_functions_are_refused() -> None:
    model = generator_model()
    model.functions.add(name="f", domain="com.example")
    with pytest.raises(BundleRefusedError, match="functions"):
        check_graph(model.SerializeToString(), "m.onnx")


def test_ordinary_graphs_pass() -> None:
    explicit = generator_model()
    explicit.graph.node[0].domain = "ai.onnx"
    explicit.graph.initializer[0].data_location = TensorProto.DEFAULT
    sparse = explicit.graph.sparse_initializer.add(dims=[4])
    sparse.values.CopyFrom(numpy_helper.from_array(np.ones(2, np.float32)))
    for model in (encoder_model(), generator_model(), landmark_model(), explicit):
        check_graph(model.SerializeToString(), "m.onnx")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ not a model",
        _GOOD[:-1],
        _GOOD + _GOOD,
        b"\xff" * 40,
        b"\x08",
        b"\x0b\x00",
        b"\x3d\x00\x00",
    ],
    ids=["empty", "text", "truncated", "twice", "endless number", "number cut off", "group", "fixed number cut off"],
)
def test_what_is_no_graph_is_refused(data: bytes) -> None:
    with pytest.raises(BundleRefusedError, match=r"m\.onnx is no ONNX file"):
        check_graph(data, "m.onnx")


def test_fields_of_fixed_size_are_stepped_over() -> None:
    check_graph(_GOOD + b"\xc1\x3e" + bytes(8) + b"\xc5\x3e" + bytes(4), "m.onnx")


@given(place=st.integers(0, len(_GOOD) - 1), value=st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_a_changed_byte_never_crashes_the_check(place: int, value: int) -> None:
    data = bytearray(_GOOD)
    data[place] = value
    try:
        check_graph(bytes(data), "m.onnx")
    except BundleRefusedError as error:
        assert re.match(r"m\.onnx (is no|keeps|uses|defines)", str(error))  # noqa: PT017 - passing is fine too
