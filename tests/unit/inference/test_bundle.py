"""A bundle is verified file by file before anything of it runs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from forensic_id.core.errors import BundleRefusedError
from forensic_id.inference import bundle as bundle_module
from forensic_id.inference.bundle import load_bundle
from tests.fakes.tiny_bundle import write_manifest, write_tiny_bundle

_MODELS = ("encoder.onnx", "generator.onnx", "landmarks.onnx")


def test_a_sound_bundle_is_identified_by_its_manifest(tiny_folder: Path) -> None:
    bundle = load_bundle(tiny_folder)
    assert bundle.bundle_id == hashlib.sha256((tiny_folder / "manifest.json").read_bytes()).hexdigest()
    assert bundle.full_name == "tiny 1"
    assert bundle.models == {name: (tiny_folder / name).read_bytes() for name in _MODELS}


@pytest.mark.parametrize("name", _MODELS)
@pytest.mark.parametrize("place", [0, 100, -1])
def test_one_flipped_bit_is_found_and_the_file_named(tmp_path: Path, name: str, place: int) -> None:
    folder = write_tiny_bundle(tmp_path)
    data = bytearray((folder / name).read_bytes())
    data[place] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(BundleRefusedError, match=rf"{name} is not the file"):
        load_bundle(folder)


@pytest.mark.parametrize("name", ["manifest.json", *_MODELS])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = write_tiny_bundle(tmp_path)
    (folder / name).unlink()
    with pytest.raises(BundleRefusedError, match=rf"{name} cannot be read"):
        load_bundle(folder)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_tiny_bundle(tmp_path)
    monkeypatch.setattr(bundle_module, "_LARGEST_FILE", 100)
    with pytest.raises(BundleRefusedError, match=r"encoder\.onnx is larger"):
        load_bundle(folder)


def test_a_listed_file_beside_the_models_is_verified_too(tmp_path: Path) -> None:
    folder = write_tiny_bundle(tmp_path)
    (folder / "MODEL_CARD.md").write_text("A card.", encoding="utf-8")
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    files["MODEL_CARD.md"] = hashlib.sha256(b"A card.").hexdigest()
    write_manifest(folder, files=files)
    assert set(load_bundle(folder).models) == set(_MODELS)
    (folder / "MODEL_CARD.md").write_text("Another card.", encoding="utf-8")
    with pytest.raises(BundleRefusedError, match=r"MODEL_CARD\.md is not the file"):
        load_bundle(folder)


def test_a_model_that_is_no_graph_is_refused_although_its_hash_is_right(tmp_path: Path) -> None:
    folder = write_tiny_bundle(tmp_path)
    (folder / "generator.onnx").write_bytes(b"not a graph")
    write_manifest(folder)
    with pytest.raises(BundleRefusedError, match=r"generator\.onnx is no ONNX file"):
        load_bundle(folder)
