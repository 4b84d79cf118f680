"""Where things are kept by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.moments import shown_time
from forensic_id.core.settings import (
    DATABASE_FILE,
    default_bundle,
    default_keys,
    default_library,
    default_models,
    holds_library,
)

HOME = Path("home")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, HOME / ".local/share/forensic_id/library"),
        ("linux", {"XDG_DATA_HOME": "data"}, Path("data/forensic_id/library")),
        ("darwin", {}, HOME / "Library/Application Support/forensic_id/library"),
        ("win32", {}, HOME / "AppData/Local/forensic_id/library"),
        ("win32", {"LOCALAPPDATA": "local"}, Path("local/forensic_id/library")),
        ("linux", {"FORENSIC_ID_LIBRARY": "mine", "XDG_DATA_HOME": "data"}, Path("mine")),
    ],
)
def test_the_library_lies_where_the_platform_keeps_data(
    platform: str, environment: dict[str, str], expected: Path
) -> None:
    assert default_library(environment, platform=platform, home=HOME) == expected


def test_the_bundle_is_the_shipped_one_unless_another_is_named() -> None:
    assert default_bundle({}, resources=Path("r")) == Path("r/models/default")
    assert default_bundle({"FORENSIC_ID_BUNDLE": "b"}, resources=Path("r")) == Path("b")


def test_installed_bundles_lie_beside_the_default_library_unless_another_place_is_named() -> None:
    assert default_models({"XDG_DATA_HOME": "data"}, platform="linux", home=HOME) == Path("data/forensic_id/models")
    assert default_models({"FORENSIC_ID_MODELS": "m"}, platform="linux", home=HOME) == Path("m")


def test_a_time_is_shown_in_utc() -> None:
    assert shown_time("2025-03-01T13:30:05.250+02:00") == "2025-03-01 11:30:05 UTC"


def test_a_folder_with_a_database_is_a_library(tmp_path: Path) -> None:
    assert not holds_library(tmp_path)
    (tmp_path / DATABASE_FILE).touch()
    assert holds_library(tmp_path)


def test_signing_keys_lie_where_the_environment_says_or_beside_the_library() -> None:
    assert default_keys({"FORENSIC_ID_KEYS": "stick"}, platform="linux", home=HOME) == Path("stick")
    assert default_keys({"XDG_DATA_HOME": "data"}, platform="linux", home=HOME) == Path("data/forensic_id/keys")
