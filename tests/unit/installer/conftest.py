"""A small checkout with its environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.environment import Environment
from tests.unit.installer.fake_runner import FakeRunner

PROJECT = """
[build-system]
requires = ["setuptools"]
[project]
name = "small"
version = "1"
[project.optional-dependencies]
dev = []
[tool.setuptools]
packages = []
[tool.ruff]
line-length = 100
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FORENSIC_ID_VENV", raising=False)
    folder = tmp_path / "checkout é"
    (folder / "installer").mkdir(parents=True)
    (folder / "installer" / "constraints.txt").write_text("numpy==2.4.6\n")
    (folder / "pyproject.toml").write_text(PROJECT)
    return folder


@pytest.fixture
def environment(checkout: Path) -> Environment:
    return Environment.of(checkout)


@pytest.fixture
def runner(environment: Environment) -> FakeRunner:
    return FakeRunner(environment)
