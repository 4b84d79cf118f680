"""Prepare a sketch by hand: edits that take box and landmarks along, starting points, pictures without a file."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.edits import Edit, Geometry, geometry_of
from forensic_id.core.errors import LibraryError
from forensic_id.core.records import Box, FivePoints
from forensic_id.services.probe import SketchInput

MIRROR_ORDER = (1, 0, 2, 4, 3)
"""The order of the five points after the picture is mirrored: right and left change places."""

KEPT_DAYS = 30
"""Days after which a pasted picture is dropped; one that was searched is among the library's originals."""

_SHARES = ((0.322, 0.387), (0.675, 0.385), (0.5, 0.588), (0.355, 0.795), (0.647, 0.793))
"""Where the five points of a frontal face lie in its box, as shares of the box's sides."""

_STARTING_SHARE = 0.5
"""Side of a starting box over the shorter side of the picture."""

_SECONDS_A_DAY = 86_400


def with_edits(sketch: SketchInput, edits: Sequence[Edit], *, width: int, height: int) -> SketchInput:
    """The sketch with another chain of edits; its box and landmarks stay on the same parts of the drawing.

    `width` and `height` are those of the original. Raises InvalidInputError for edits that do not fit it.
    """
    before = geometry_of(sketch.edits, width=width, height=height)
    after = geometry_of(edits, width=width, height=height)
    change = _between(before, after)
    landmarks = None if sketch.landmarks is None else _moved_points(sketch.landmarks, change)
    box = None if sketch.box is None else _moved_box(sketch.box, change)
    return replace(sketch, edits=tuple(edits), box=box, landmarks=landmarks)


def starting_box(*, width: int, height: int) -> Box:
    """A box in the middle of a picture, to be moved over the face."""
    side = _STARTING_SHARE * min(width, height)
    return Box(x=(width - side) / 2, y=(height - side) / 2, width=side, height=side)


def starting_points(box: Box) -> FivePoints:
    """Where the five points of a frontal face lie in a box, to be moved into their places."""
    first, second, third, fourth, fifth = (
        (box.x + across * box.width, box.y + down * box.height) for across, down in _SHARES
    )
    return first, second, third, fourth, fifth


def keep_picture(data: bytes, name: str, folder: Path) -> Path:
    """Write the bytes of a picture that came without a file below `folder`; pictures kept too long are dropped.

    Raises LibraryError when the folder cannot be written.
    """
    path = folder / hashlib.sha256(data).hexdigest()[:16] / name
    try:
        _drop_old(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise LibraryError(
            f"The picture cannot be kept in {folder}: {error.strerror}. Make room or save it."
        ) from error
    return path


def _drop_old(folder: Path) -> None:
    oldest = time.time() - KEPT_DAYS * _SECONDS_A_DAY
    for kept in folder.glob("*") if folder.is_dir() else ():
        with suppress(FileNotFoundError):  # another program may have been first
            if kept.stat().st_mtime < oldest:
                shutil.rmtree(kept, ignore_errors=True)


def _between(before: Geometry, after: Geometry) -> NDArray[np.float64]:
    """Float64 (2, 3): from pixels of one edited picture to those of the other."""
    inverse = np.linalg.inv(np.vstack([before.matrix, [0.0, 0.0, 1.0]]))
    change: NDArray[np.float64] = after.matrix @ inverse
    return change


def _moved_points(points: FivePoints, change: NDArray[np.float64]) -> FivePoints:
    moved = np.asarray(points) @ change[:, :2].T + change[:, 2]
    if np.linalg.det(change[:, :2]) < 0:
        moved = moved[list(MIRROR_ORDER)]
    first, second, third, fourth, fifth = ((float(x), float(y)) for x, y in moved)
    return first, second, third, fourth, fifth


def _moved_box(box: Box, change: NDArray[np.float64]) -> Box:
    """The box of the same size around the moved centre: a face's box does not grow by turning it."""
    x, y = change @ [box.x + box.width / 2, box.y + box.height / 2, 1.0]
    return Box(x=float(x) - box.width / 2, y=float(y) - box.height / 2, width=box.width, height=box.height)
