"""Edits are validated, told in a sentence, kept as JSON, and move points to where they move pixels."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from forensic_id.core.edits import (
    CleanBackground,
    Contrast,
    Crop,
    Edit,
    EditStep,
    Levels,
    Mirror,
    Rotate,
    edit_fields,
    edit_from,
    edit_step_from,
    geometry_of,
)
from forensic_id.core.errors import InvalidInputError

EVERY: tuple[tuple[Edit, str], ...] = (
    (Crop(x=3, y=4, width=50, height=60), "Cropped to 50 x 60 pixels from (3, 4)"),
    (Rotate(degrees=12.5), "Turned by 12.5° clockwise"),
    (Rotate(degrees=-90), "Turned by 90° anticlockwise"),
    (Mirror(), "Mirrored: left and right swapped"),
    (Levels(black=10, white=240, gamma=1.2), "Levels set: black 10, white 240, gamma 1.2"),
    (Contrast(amount=0.5), "Local contrast raised by 50%"),
    (CleanBackground(strength=0.25), "Background cleaned by 25%"),
)


@pytest.mark.parametrize(("edit", "sentence"), EVERY)
def test_every_edit_says_what_it_does_and_survives_json(edit: Edit, sentence: str) -> None:
    assert str(edit) == sentence
    assert edit_from(json.loads(json.dumps(edit_fields(edit)))) == edit
    step = EditStep(edit=edit, width=50, height=60, sha256="a" * 64)
    assert edit_step_from(json.loads(json.dumps(asdict(step)))) == step


@pytest.mark.parametrize(
    "make",
    [
        lambda: Crop(x=-1, y=0, width=50, height=50),
        lambda: Crop(x=0, y=0, width=15, height=50),
        lambda: Rotate(degrees=0),
        lambda: Rotate(degrees=180.5),
        lambda: Rotate(degrees=float("nan")),
        lambda: Levels(black=200, white=200),
        lambda: Levels(white=256),
        lambda: Levels(gamma=0.0),
        lambda: Levels(gamma=float("inf")),
        lambda: Contrast(amount=0.0),
        lambda: CleanBackground(strength=1.1),
    ],
)
def test_values_out_of_range_are_refused(make: Callable[[], Edit]) -> None:
    with pytest.raises(InvalidInputError):
        make()


@pytest.mark.parametrize(
    "fields",
    [{"kind": "sharpen"}, {}, {"kind": "mirror", "axis": 1}, {"kind": "crop", "x": "a", "y": 0}],
)
def test_what_is_no_edit_is_refused_with_a_sentence(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError, match="edit"):
        edit_from(fields)


@pytest.mark.parametrize(("degrees", "turns"), [(90, 1), (180, 2), (-180, 2), (-90, 3), (45, None)])
def test_quarter_turns_are_known(degrees: float, turns: int | None) -> None:
    assert Rotate(degrees=degrees).quarter_turns == turns


@pytest.mark.parametrize(
    ("edit", "point", "moved", "size"),
    [
        (Crop(x=10, y=20, width=30, height=40), (15, 25), (5, 5), (30, 40)),
        (Mirror(), (0, 7), (99, 7), (100, 60)),
        (Rotate(degrees=90), (0, 0), (59, 0), (60, 100)),
        (Rotate(degrees=-90), (0, 0), (0, 99), (60, 100)),
        (Rotate(degrees=180), (1, 2), (98, 57), (100, 60)),
        (Levels(black=3), (8, 9), (8, 9), (100, 60)),
    ],
)
def test_points_move_with_the_pixels(
    edit: Edit, point: tuple[float, float], moved: tuple[float, float], size: tuple[int, int]
) -> None:
    made = geometry_of((edit,), width=100, height=60)
    np.testing.assert_allclose(made.matrix @ [*point, 1.0], moved, atol=1e-9)
    assert (made.width, made.height) == size


def test_a_turn_by_any_angle_keeps_the_centre_and_cuts_nothing() -> None:
    made = geometry_of((Rotate(degrees=30),), width=100, height=60)
    np.testing.assert_allclose(made.matrix @ [49.5, 29.5, 1.0], [(made.width - 1) / 2, (made.height - 1) / 2])
    corners = np.array([[0, 0, 1], [99, 0, 1], [0, 59, 1], [99, 59, 1]]) @ made.matrix.T
    assert (corners >= 0).all()
    assert (corners <= [made.width - 1, made.height - 1]).all()


def test_a_chain_is_the_steps_one_after_another_and_two_mirrors_are_none() -> None:
    chain = (Crop(x=10, y=10, width=40, height=30), Rotate(degrees=90), Mirror())
    made = geometry_of(chain, width=100, height=60)
    assert (made.width, made.height, made.mirrors) == (30, 40, True)
    np.testing.assert_allclose(made.matrix @ [10, 10, 1.0], [0, 0], atol=1e-9)
    assert not geometry_of((*chain, Mirror()), width=100, height=60).mirrors


def test_a_crop_beyond_the_picture_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="goes beyond the picture of 100 x 60 pixels"):
        geometry_of((Crop(x=80, y=0, width=21, height=20),), width=100, height=60)
    with pytest.raises(InvalidInputError, match="beyond"):
        geometry_of((Crop(x=0, y=50, width=20, height=20),), width=100, height=60)
