"""The edits an examiner may make to a sketch before it is searched, and where they move its points.

The original is never changed: a chain of edits is applied to a copy, in order, and the SHA-256 of the picture after
each step is recorded, so that the chain can be repeated and checked. Every edit says in a sentence what it does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import InvalidInputError

Affine = NDArray[np.float64]
"""float64 (2, 3): maps points of a picture, (0, 0) the centre of its upper left pixel, x to the right, y down."""

SMALLEST_SIDE = 16
"""Pixels a side below which a picture holds no face."""

QUARTER_TURN = 90
MOST_LEVEL = 255
LEAST_GAMMA, MOST_GAMMA = 0.1, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """Keep a rectangle of whole pixels."""

    x: int
    y: int
    width: int
    height: int
    kind: str = field(default="crop", init=False)

    def __post_init__(self) -> None:
        if min(self.x, self.y) < 0 or min(self.width, self.height) < SMALLEST_SIDE:
            raise InvalidInputError(
                f"A crop needs a corner inside the picture and {SMALLEST_SIDE} or more pixels a side, "
                f"not {self.x},{self.y},{self.width},{self.height}."
            )

    def __str__(self) -> str:
        """What it does."""
        return f"Cropped to {self.width} x {self.height} pixels from ({self.x}, {self.y})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotate:
    """Turn clockwise by degrees. The canvas grows so that nothing is cut; its corners take the border's colour."""

    degrees: float
    kind: str = field(default="rotate", init=False)

    def __post_init__(self) -> None:
        if not math.isfinite(self.degrees) or not 0 < abs(self.degrees) <= 2 * QUARTER_TURN:
            raise InvalidInputError(
                "A picture is turned by up to 180 degrees either way, and by more than none, not by "
                f"{self.degrees:,}."
            )

    @property
    def quarter_turns(self) -> int | None:
        """Clockwise quarter turns 1 to 3, which move pixels without changing one; None for another angle."""
        turns, rest = divmod(self.degrees, QUARTER_TURN)
        return int(turns) % 4 if rest == 0 else None

    def __str__(self) -> str:
        """What it does."""
        return f"Turned by {abs(self.degrees):g}° {'clockwise' if self.degrees > 0 else 'anticlockwise'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Swap left and right."""

    kind: str = field(default="mirror", init=False)

    def __str__(self) -> str:
        """What it does."""
        return "Mirrored: left and right swapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Map `black` to 0 and `white` to 255, grey between them by the power 1 / gamma: above 1 the middle brightens."""

    black: int = 0
    white: int = MOST_LEVEL
    gamma: float = 1.0
    kind: str = field(default="levels", init=False)

    def __post_init__(self) -> None:
        if not 0 <= self.black < self.white <= MOST_LEVEL:
            raise InvalidInputError(
                f"Levels need black below white, both from 0 to {MOST_LEVEL}, not {self.black} and {self.white}."
            )
        if not (math.isfinite(self.gamma) and LEAST_GAMMA <= self.gamma <= MOST_GAMMA):
            raise InvalidInputError(f"Gamma must be from {LEAST_GAMMA:g} to {MOST_GAMMA:g}, not {self.gamma:,}.")

    def __str__(self) -> str:
        """What it does."""
        return f"Levels set: black {self.black}, white {self.white}, gamma {self.gamma:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Raise local contrast (contrast-limited adaptive histogram equalisation of the luma) by 0 < amount <= 1."""

    amount: float
    kind: str = field(default="contrast", init=False)

    def __post_init__(self) -> None:
        _check_share("contrast", self.amount)

    def __str__(self) -> str:
        """What it does."""
        return f"Local contrast raised by {self.amount:.0%}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanBackground:
    """Even out and whiten the paper behind the lines by 0 < strength <= 1."""

    strength: float
    kind: str = field(default="clean_background", init=False)

    def __post_init__(self) -> None:
        _check_share("background cleaning", self.strength)

    def __str__(self) -> str:
        """What it does."""
        return f"Background cleaned by {self.strength:.0%}"


Edit = Crop | Rotate | Mirror | Levels | Contrast | CleanBackground

_KINDS: dict[str, type[Edit]] = {
    "crop": Crop,
    "rotate": Rotate,
    "mirror": Mirror,
    "levels": Levels,
    "contrast": Contrast,
    "clean_background": CleanBackground,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditStep:
    """One step of a chain as recorded: the edit, and the size and SHA-256 (over the RGB bytes) of what came out."""

    edit: Edit
    width: int
    height: int
    sha256: str


def edit_fields(edit: Edit) -> dict[str, Any]:
    """An edit as plain data for JSON; its `kind` names it."""
    return asdict(edit)


def edit_from(fields: Mapping[str, Any]) -> Edit:
    """Read back what `edit_fields` made. Raises InvalidInputError for an unknown kind or values out of range."""
    kind = fields.get("kind")
    made = _KINDS.get(str(kind))
    if made is None:
        raise InvalidInputError(f"{kind!r} is no edit that this version knows.")
    values = {name: value for name, value in fields.items() if name != "kind"}
    try:
        return made(**values)
    except TypeError as error:
        raise InvalidInputError(f"The edit {kind!r} cannot be read from {values}.") from error


def edit_step_from(fields: Mapping[str, Any]) -> EditStep:
    """Read back a step from `dataclasses.asdict`. Raises like `edit_from`."""
    return EditStep(**{**fields, "edit": edit_from(fields["edit"])})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Geometry:
    """Where a chain of edits moves the pixels of a picture, and the size of the picture that comes out."""

    matrix: Affine
    width: int
    height: int

    @property
    def mirrors(self) -> bool:
        """Whether left and right change places."""
        return bool(np.linalg.det(self.matrix[:, :2]) < 0)


def geometry_of(edits: Sequence[Edit], *, width: int, height: int) -> Geometry:
    """The geometry of a chain on a picture of this size. Raises InvalidInputError for a crop outside it."""
    matrix = np.eye(3)
    for edit in edits:
        step, width, height = _step(edit, width, height)
        matrix = step @ matrix
    return Geometry(matrix=matrix[:2], width=width, height=height)


def _step(edit: Edit, width: int, height: int) -> tuple[NDArray[np.float64], int, int]:
    """One edit as a matrix (3, 3), and the size of the picture after it."""
    match edit:
        case Crop():
            if edit.x + edit.width > width or edit.y + edit.height > height:
                raise InvalidInputError(f"“{edit}” goes beyond the picture of {width:,} x {height:,} pixels.")
            return _affine(1, 0, -edit.x, 0, 1, -edit.y), edit.width, edit.height
        case Mirror():
            return _affine(-1, 0, width - 1, 0, 1, 0), width, height
        case Rotate():
            return _rotation(edit, width, height)
        case _:
            return np.eye(3), width, height


def _rotation(edit: Rotate, width: int, height: int) -> tuple[NDArray[np.float64], int, int]:
    turn = math.radians(edit.degrees)
    cosine, sine = math.cos(turn), math.sin(turn)
    if edit.quarter_turns is not None:
        cosine, sine = round(cosine), round(sine)  # exactly
    new_width = math.ceil(abs(cosine) * width + abs(sine) * height)
    new_height = math.ceil(abs(sine) * width + abs(cosine) * height)
    x, y = (width - 1) / 2, (height - 1) / 2
    right = (new_width - 1) / 2 - cosine * x + sine * y
    down = (new_height - 1) / 2 - sine * x - cosine * y
    return _affine(cosine, -sine, right, sine, cosine, down), new_width, new_height


def _affine(*numbers: float) -> NDArray[np.float64]:
    return np.array([*numbers, 0, 0, 1], dtype=np.float64).reshape(3, 3)


def _check_share(what: str, value: float) -> None:
    if not 0 < value <= 1:
        raise InvalidInputError(f"The {what} must be above 0 and at most 1, not {value:,}.")


__all__ = [
    "CleanBackground",
    "Contrast",
    "Crop",
    "Edit",
    "EditStep",
    "Geometry",
    "Levels",
    "Mirror",
    "Rotate",
    "edit_fields",
    "edit_from",
    "edit_step_from",
    "geometry_of",
]
