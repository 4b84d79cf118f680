"""What an ONNX file may not contain, checked before ONNX Runtime sees it.

A graph that keeps weights in other files would read files the manifest does not vouch for, and one with operators of
foreign domains would need code from elsewhere. The check reads the protobuf wire format itself, so that the
application does not depend on the `onnx` package. Field numbers are those of onnx.proto (ONNX IR specification).
"""

from __future__ import annotations

from collections.abc import Iterator

from forensic_id.core.errors import BundleRefusedError

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED_SIZES = {_FIXED64: 8, _FIXED32: 4}
_LONGEST_VARINT = 10

_MODEL_GRAPH, _MODEL_FUNCTIONS = 7, 25
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_SPARSE = 1, 5, 15
_NODE_ATTRIBUTE, _NODE_DOMAIN = 5, 7
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS, _ATTRIBUTE_SPARSE = (5, 10), (6, 11), (22, 23)
_SPARSE_TENSORS = (1, 2)
_TENSOR_EXTERNAL = (13, 14)
_OWN_DOMAINS = (b"", b"ai.onnx")


def check_graph(model: bytes, name: str) -> None:
    """Raise BundleRefusedError unless `model` is an ONNX file with standard operators and all weights inside.

    `name` is the file's name for the message.
    """
    try:
        _check_model(memoryview(model))
    except _Forbidden as error:
        raise BundleRefusedError(f"{name} {error}. Use a bundle exported by this project's trainer.") from error
    except (_Malformed, RecursionError) as error:  # graphs in graphs without end are none that anybody exports
        raise BundleRefusedError(f"{name} is no ONNX file. Get the bundle again from its source.") from error


class _Forbidden(Exception):  # noqa: N818 - private, ends inside this file
    pass


class _Malformed(Exception):  # noqa: N818 - private, ends inside this file
    pass


def _check_model(model: memoryview) -> None:
    graphs = 0
    for number, value in _fields(model):
        if number == _MODEL_FUNCTIONS:
            raise _Forbidden("defines functions of its own")
        if number == _MODEL_GRAPH:
            graphs += 1
            _check_subgraph(value)
    if graphs != 1:
        raise _Malformed


def _check_subgraph(graph: memoryview) -> None:
    for number, value in _fields(graph):
        if number == _GRAPH_NODE:
            _check_node(value)
        elif number == _GRAPH_INITIALIZER:
            _check_tensor(value)
        elif number == _GRAPH_SPARSE:
            _check_sparse(value)


def _check_node(node: memoryview) -> None:
    for number, value in _fields(node):
        if number == _NODE_DOMAIN and bytes(value) not in _OWN_DOMAINS:
            raise _Forbidden(f"uses operators of the foreign domain {bytes(value).decode(errors='replace')!r}")
        if number == _NODE_ATTRIBUTE:
            _check_attribute(value)


def _check_attribute(attribute: memoryview) -> None:
    for number, value in _fields(attribute):
        if number in _ATTRIBUTE_TENSORS:
            _check_tensor(value)
        elif number in _ATTRIBUTE_GRAPHS:
            _check_subgraph(value)
        elif number in _ATTRIBUTE_SPARSE:
            _check_sparse(value)


def _check_sparse(sparse: memoryview) -> None:
    for number, value in _fields(sparse):
        if number in _SPARSE_TENSORS:
            _check_tensor(value)


def _check_tensor(tensor: memoryview) -> None:
    # Field 14 is 0 for data inside the file; some exporters write that out.
    if any(number in _TENSOR_EXTERNAL and bytes(value) != b"\x00" for number, value in _fields(tensor)):
        raise _Forbidden("keeps weights in another file")


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Field number and undecoded value of each field: the varint's bytes, the fixed bytes or the payload."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        kind = key & 7
        start = position
        if kind == _VARINT:
            _, position = _varint(message, position)
        elif kind == _BYTES:
            size, start = _varint(message, position)
            position = start + size
        elif kind in _FIXED_SIZES:
            position += _FIXED_SIZES[kind]
        else:
            raise _Malformed
        if position > len(message):
            raise _Malformed
        yield key >> 3, message[start:position]


def _varint(message: memoryview, position: int) -> tuple[int, int]:
    """A base-128 number and the position after it."""
    value = 0
    for place, byte in enumerate(message[position : position + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004 - the top bit says that more follows
            return value, position + place + 1
    raise _Malformed
