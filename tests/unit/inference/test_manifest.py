"""Only a complete manifest of the known format is read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forensic_id.core.errors import BundleRefusedError
from forensic_id.core.preprocessing import PhotoTones
from forensic_id.inference.manifest import parse_manifest
from tests.fakes.tiny_bundle import manifest_fields

PREPROCESSING = {"version": 1, "size": 112, "channels": "grey"}
_FILES = dict.fromkeys(("encoder.onnx", "generator.onnx", "landmarks.onnx"), "0" * 64)


def encoded(**changes: Any) -> bytes:
    return json.dumps(manifest_fields(_FILES) | changes).encode()


def test_a_complete_manifest_is_read() -> None:
    manifest = parse_manifest(encoded(sigma=1, data=[{"set": "a"}]), "m.json")
    assert (manifest.name, manifest.feature_size, manifest.noise_size) == ("tiny", 16, 4)
    assert manifest.sigma == 1.0
    assert isinstance(manifest.sigma, float)
    assert manifest.data == ({"set": "a"},)
    assert dict(manifest.files) == _FILES


def test_photos_are_toned_where_the_manifest_says_so() -> None:
    tones = {"exponent": 0.3, "level": 0.6}
    assert parse_manifest(encoded(), "m.json").photo_tones is None
    manifest = parse_manifest(encoded(preprocessing=PREPROCESSING | {"photo_tones": tones}), "m.json")
    assert manifest.photo_tones == PhotoTones(exponent=0.3, level=0.6)


@pytest.mark.parametrize("version", [0, 2, "1", 1.0, True, None])
def test_another_format_version_is_refused(version: object) -> None:
    with pytest.raises(BundleRefusedError, match="format version"):
        parse_manifest(encoded(format_version=version), "m.json")


@pytest.mark.parametrize("field", sorted(set(manifest_fields({})) - {"format_version"}))
def test_each_missing_field_is_named(field: str) -> None:
    fields = manifest_fields(_FILES)
    del fields[field]
    with pytest.raises(BundleRefusedError, match=f"lacks {field}"):
        parse_manifest(json.dumps(fields).encode(), "m.json")


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(BundleRefusedError, match="unknown fields: surprise"):
        parse_manifest(encoded(surprise=1), "m.json")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("version", 1),
        ("created_at", None),
        ("preprocessing", {"version": 2, "size": 112, "channels": "grey"}),
        ("preprocessing", {"version": True, "size": 112, "channels": "grey"}),
        ("preprocessing", {"version": 1, "size": 112, "channels": "rgb"}),
        ("preprocessing", "grey"),
        ("preprocessing", PREPROCESSING | {"photo_tones": None}),
        ("preprocessing", PREPROCESSING | {"photo_tones": {"exponent": 0.3}}),
        ("preprocessing", PREPROCESSING | {"photo_tones": {"exponent": 0.0, "level": 0.6}}),
        ("preprocessing", PREPROCESSING | {"photo_tones": {"exponent": 0.3, "level": 1.5}}),
        ("preprocessing", PREPROCESSING | {"photo_tones": {"exponent": True, "level": 0.6}}),
        ("feature_size", 0),
        ("feature_size", 16.0),
        ("feature_size", True),
        ("noise_size", 10**6),
        ("noise_size", "4"),
        ("sigma", 0),
        ("sigma", -0.3),
        ("sigma", "0.3"),
        ("sigma", True),
        ("sigma", 1e9),
        ("default_samples", 0),
        ("landmarks", []),
        ("training", "none"),
        ("data", {}),
        ("measured", []),
        ("licence", " "),
        ("files", []),
        ("files", {"encoder.onnx": "0" * 64}),
        ("files", _FILES | {"../outside.onnx": "0" * 64}),
        ("files", _FILES | {"/etc/passwd": "0" * 64}),
        ("files", _FILES | {"sub\\file.onnx": "0" * 64}),
        ("files", _FILES | {".hidden": "0" * 64}),
        ("files", _FILES | {"card.md\n": "0" * 64}),
        ("files", _FILES | {"encoder.onnx": "A" * 64}),
        ("files", _FILES | {"encoder.onnx": 7}),
    ],
)
def test_a_field_that_cannot_be_used_is_named(field: str, value: object) -> None:
    with pytest.raises(BundleRefusedError, match=rf"^m\.json: the field '{field}' must be"):
        parse_manifest(encoded(**{field: value}), "m.json")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"sigma": NaN}',
        b'{"sigma": 1, "sigma": 2}',
        b"[" * 100_000,
    ],
    ids=["empty", "cut off", "not UTF-8", "NaN", "name twice", "nested without end"],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(BundleRefusedError, match="not valid JSON"):
        parse_manifest(data, "m.json")


def test_json_that_is_no_object_is_refused() -> None:
    with pytest.raises(BundleRefusedError, match="one JSON object"):
        parse_manifest(b"[1]", "m.json")
