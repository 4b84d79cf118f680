"""Libraries for the tests of storage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forensic_id.core.ports import Library
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.storage.vaults import new_key


def fixed_clock() -> datetime:
    return datetime(2025, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Bücherei 図書館"


@pytest.fixture
def stored(folder: Path) -> Iterator[SqliteLibrary]:
    library = open_library(folder, actor="Zoë", clock=fixed_clock)
    yield library
    library.close()


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[SqliteLibrary]:
    """A real library that is encrypted from its first byte."""
    folder = tmp_path / "encrypted"
    library = open_library(folder, actor="Zoë", clock=fixed_clock, key=new_key(folder))
    yield library
    library.close()


@pytest.fixture(params=["stored", "encrypted", "in memory"])
def library(request: pytest.FixtureRequest) -> Library:
    """The real library, plain and encrypted, and the stand-in: all have to keep the same promises."""
    if request.param == "in memory":
        return InMemoryLibrary()
    real: SqliteLibrary = request.getfixturevalue(request.param)
    return real
