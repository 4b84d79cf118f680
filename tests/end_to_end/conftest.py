"""The command line on a library of drawn faces, with a bundle of a few kilobytes."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from forensic_id.cli import app
from forensic_id.core.records import UInt8Array
from tests.fakes.tiny_bundle import write_tiny_bundle
from tests.unit.vision.drawn_face import drawn_face

SUBJECTS = 5
SKETCHES = 2


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as JSON, all of it."""
        return json.loads(self.out)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A library, a bundle and pictures; calling it runs the program on them."""

    folder: Path

    @property
    def library(self) -> Path:
        return self.folder / "library"

    @property
    def bundle(self) -> Path:
        return self.folder / "bundle"

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    @property
    def sketches(self) -> Path:
        return self.folder / "sketches"

    @property
    def sketch(self) -> Path:
        return self.sketches / "s1.png"

    def __call__(self, *arguments: str | Path) -> Outcome:
        given = ["--library", str(self.library), "--bundle", str(self.bundle), *map(str, arguments)]  # the last wins
        result = CliRunner().invoke(app, given, prog_name="forensic-id")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(status=result.exit_code, out=result.stdout, err=result.stderr)


def noisy_face(seed: int) -> UInt8Array:
    """A drawn face with noise of its own, so that every person has another feature."""
    face = drawn_face().astype(np.int64)
    noise = np.random.default_rng(seed).integers(-30, 30, (*face.shape[:2], 1))
    return np.asarray(np.clip(face + noise, 0, 255), dtype=np.uint8)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos imported and a case opened, once for all tests; copied for each."""
    place = Place(folder=tmp_path_factory.mktemp("prepared"))
    write_tiny_bundle(place.bundle)
    place.photos.mkdir()
    place.sketches.mkdir()
    for number in range(1, SUBJECTS + 1):
        Image.fromarray(noisy_face(number)).save(place.photos / f"P-{number}.png")
    for number in range(1, SKETCHES + 1):
        Image.fromarray(255 - (255 - noisy_face(number)) // 2).save(place.sketches / f"s{number}.png")
    assert place("gallery", "import", place.photos).status == 0
    case = ("--offence", "robbery", "--authority", "court order 12", "--requester", "Det. Moreau")
    assert place("case", "open", "7", *case).status == 0
    assert place("identify", place.sketch, "--case", "7").status == 0
    return place.folder


@pytest.fixture
def place(prepared: Path, tmp_path: Path) -> Place:
    """A library of five people with case 7 and search 1 in it."""
    folder = tmp_path / "place"
    shutil.copytree(prepared, folder)
    return Place(folder=folder)


@pytest.fixture
def empty_place(prepared: Path, tmp_path: Path) -> Place:
    """The same pictures and bundle without a library."""
    folder = tmp_path / "empty"
    shutil.copytree(prepared, folder, ignore=shutil.ignore_patterns("library"))
    return Place(folder=folder)
