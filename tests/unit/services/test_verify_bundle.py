from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, TamperedError
from forensic_id.services.verify_bundle import verify_bundle


def test_files_that_are_what_the_manifest_says_are_counted_and_others_are_named(tmp_path: Path) -> None:
    for name in ("a.onnx", "b.onnx"):
        (tmp_path / name).write_bytes(name.encode())
    files = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a.onnx", "b.onnx")}
    assert verify_bundle(tmp_path, files) == 2
    with pytest.raises(CancelledError):
        verify_bundle(tmp_path, files, cancelled=lambda: True)
    (tmp_path / "b.onnx").write_bytes(b"another")
    with pytest.raises(TamperedError, match=r"b\.onnx of the model is not what"):
        verify_bundle(tmp_path, files)
    (tmp_path / "a.onnx").unlink()
    with pytest.raises(TamperedError, match=r"a\.onnx of the model cannot be read"):
        verify_bundle(tmp_path, files)
