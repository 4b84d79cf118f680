"""One tiny bundle for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.inference.bundle import Bundle, load_bundle
from tests.fakes.tiny_bundle import write_tiny_bundle


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_bundle(tmp_path_factory.mktemp("bundle") / "tiny")


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> Bundle:
    return load_bundle(tiny_folder)
