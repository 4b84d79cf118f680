"""ONNX Runtime sessions over verified bytes, with their inputs and outputs checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime

from forensic_id.core.errors import BundleRefusedError
from forensic_id.core.records import FloatArray
from forensic_id.inference.bundle import Bundle

_FATAL_ONLY = 4
"""Errors reach the user as exceptions; the runtime need not print them as well."""

_UNIT_TOLERANCE = 1e-3
_FLOAT = "tensor(float)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Names of a graph's float32 inputs and outputs with the sizes of one row; the first axis counts rows."""

    inputs: Mapping[str, tuple[int, ...]]
    outputs: Mapping[str, tuple[int, ...]]


class ModelSession:
    """One graph of a bundle, ready to run on the CPU.

    Rows are always run one at a time: kernels may sum in another order for another batch size, and a feature must not
    depend on what it was computed beside. On the CPU this is no slower (measured for convolutional encoders).
    """

    def __init__(
        self, bundle: Bundle, file_name: str, signature: Signature, *, threads: int = 0, unit_rows: bool = False
    ) -> None:
        """Open `file_name`; `threads` 0 lets ONNX Runtime take one a core; `unit_rows`: outputs must have length 1.

        Raises BundleRefusedError when the graph cannot be opened or has other inputs or outputs.
        """
        self._name = str(bundle.folder / file_name)
        self._signature = signature
        self._unit_rows = unit_rows
        self._session = open_session(bundle.models[file_name], self._name, threads)
        _check_arguments(self._name, "inputs", self._session.get_inputs(), signature.inputs)
        _check_arguments(self._name, "outputs", self._session.get_outputs(), signature.outputs)

    def run(self, inputs: Mapping[str, FloatArray]) -> FloatArray:
        """The graph's first output, float32 (N, ...), for inputs float32 (N, ...), row by row.

        Raises BundleRefusedError when the graph fails, gives another shape or numbers that are not finite.
        """
        name, row_shape = next(iter(self._signature.outputs.items()))
        count = min(len(values) for values in inputs.values())
        result = np.empty((count, *row_shape), dtype=np.float32)
        for row in range(count):
            feed = {key: values[row : row + 1] for key, values in inputs.items()}
            result[row] = self._checked_row(name, row_shape, feed)
        return result

    def _checked_row(self, output: str, shape: tuple[int, ...], feed: Mapping[str, FloatArray]) -> FloatArray:
        try:
            values = self._session.run([output], dict(feed))[0]
        except runtime_errors() as error:
            raise BundleRefusedError(f"{self._name} cannot be run ({first_line(error)}).") from error
        if values.shape != (1, *shape) or not np.isfinite(values).all():
            raise BundleRefusedError(f"{self._name} gives {output} that are not {shape} finite numbers a row.")
        if self._unit_rows and abs(float(np.linalg.norm(values)) - 1.0) > _UNIT_TOLERANCE:
            raise BundleRefusedError(f"{self._name} gives {output} that are not of unit length.")
        row: FloatArray = values[0]
        return row


def open_session(model: bytes, name: str, threads: int) -> onnxruntime.InferenceSession:
    """A deterministic session on the CPU. Raises BundleRefusedError naming `name` when the graph cannot be opened."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    options.use_deterministic_compute = True
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except runtime_errors() as error:
        raise BundleRefusedError(f"{name} cannot be opened ({first_line(error)}).") from error


def runtime_errors() -> tuple[type[Exception], ...]:
    """ONNX Runtime's exceptions have no common base but Exception; these are the ones a graph can cause."""
    state = onnxruntime.capi.onnxruntime_pybind11_state
    return (
        state.Fail,
        state.InvalidArgument,
        state.InvalidGraph,
        state.InvalidProtobuf,
        state.NotImplemented,
        state.RuntimeException,
        state.EPFail,
        state.NoModel,
        ValueError,
    )


def first_line(error: Exception) -> str:
    """What the runtime says, without its stack."""
    return str(error).strip().splitlines()[0]


def _check_arguments(name: str, what: str, found: Sequence[Any], expected: Mapping[str, tuple[int, ...]]) -> None:
    fits = {each.name for each in found} == set(expected) and all(
        each.type == _FLOAT and _shape_fits(each.shape, expected[each.name]) for each in found
    )
    if not fits:
        has = ", ".join(f"{each.name} {each.type} {each.shape}" for each in found)
        wanted = ", ".join(f"{key} float32 {['N', *shape]}" for key, shape in expected.items())
        raise BundleRefusedError(f"{name} has the {what} {has}; it must have {wanted}.")


def _shape_fits(shape: Sequence[int | str | None], row: tuple[int, ...]) -> bool:
    """Whether a graph's shape takes any number of rows of size `row`; sizes the graph leaves open fit."""
    return (
        len(shape) == len(row) + 1
        and not isinstance(shape[0], int)
        and all(not isinstance(size, int) or size == wanted for size, wanted in zip(shape[1:], row, strict=True))
    )
