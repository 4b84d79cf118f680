"""Invented people: the renderer is repeatable, its people differ, and their faces are where it says."""

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_id.vision.detection import CascadeDetector
from trainer.people import HANDS, Render, invent_person, neutral, render_photo, render_sketch, sample_appearance
from trainer.people.__main__ import main
from trainer.people.camera import Camera, rotation
from trainer.people.catalogue import GALLERY_COLUMNS, SKETCH_COLUMNS, photo_count
from trainer.people.shape import exaggerated, mean_shape

SEED = 7
WIDTH = 128
TEMPLATE = np.array([(38.29, 51.70), (73.53, 51.50), (56.03, 71.74), (41.55, 92.37), (70.73, 92.20)])


@pytest.fixture(scope="module")
def photos() -> list[Render]:
    """Booking photos of four people."""
    people = [invent_person(SEED, number) for number in range(1, 5)]
    return [render_photo(person, sample_appearance(person, 0), width=WIDTH) for person in people]


def aligned(render: Render) -> NDArray[np.float64]:
    matrix, _ = cv2.estimateAffinePartial2D(render.landmarks, TEMPLATE, method=cv2.LMEDS)
    grey = cv2.cvtColor(render.image, cv2.COLOR_RGB2GRAY)
    crop = cv2.warpAffine(grey, matrix, (112, 112)).astype(np.float64)
    return np.asarray((crop - crop.mean()) / crop.std(), np.float64)


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(0.0, width) * max(0.0, height)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def detected(image: NDArray[np.uint8]) -> list[tuple[float, ...]]:
    return [(face.box.x, face.box.y, face.box.width, face.box.height) for face in CascadeDetector().detect(image)]


def test_same_numbers_give_the_same_person_and_the_same_pixels(photos: list[Render]) -> None:
    person = invent_person(SEED, 1)

    again = render_photo(person, sample_appearance(person, 0), width=WIDTH)

    assert person == invent_person(SEED, 1)
    assert np.array_equal(again.image, photos[0].image)
    assert np.array_equal(again.landmarks, photos[0].landmarks)


def test_another_seed_or_number_gives_another_person() -> None:
    shapes = {invent_person(seed, number).shape for seed in (1, 2) for number in (1, 2, 3)}

    assert len(shapes) == 6


def test_people_differ_more_than_photos_of_one_person(photos: list[Render]) -> None:
    person = invent_person(SEED, 1)
    same = render_photo(person, sample_appearance(person, 1), width=WIDTH)
    crops = [aligned(render) for render in photos]

    likeness = [float((aligned(same) * crop).mean()) for crop in crops]

    assert max(likeness[1:]) < likeness[0] < 0.999


def test_landmarks_lie_in_the_picture_in_facial_order(photos: list[Render]) -> None:
    for render in photos:
        right_eye, left_eye, nose, right_mouth, left_mouth = render.landmarks
        height, width = render.image.shape[:2]
        assert (render.landmarks > 0).all()
        assert (render.landmarks < (width, height)).all()
        assert right_eye[0] < nose[0] < left_eye[0]
        assert right_mouth[0] < nose[0] < left_mouth[0]
        assert max(right_eye[1], left_eye[1]) < nose[1] < min(right_mouth[1], left_mouth[1])


def test_pupils_are_the_dark_spots_at_the_eye_landmarks() -> None:
    person = invent_person(SEED, 2)
    render = render_photo(person, neutral(person), width=WIDTH)
    grey = cv2.cvtColor(render.image, cv2.COLOR_RGB2GRAY)

    for x, y in np.round(render.landmarks[:2]).astype(int):
        around = grey[y - 12 : y + 13, x - 12 : x + 13]
        assert grey[y - 1 : y + 2, x - 1 : x + 2].mean() < 0.6 * np.median(around)


def test_detector_finds_exactly_the_face(photos: list[Render]) -> None:
    for render in photos:
        found = detected(render.image)
        assert len(found) == 1
        assert overlap(found[0], render.face_box) > 0.5


@pytest.mark.parametrize("hand", HANDS)
def test_every_hand_draws_a_detectable_likeness(hand: str, photos: list[Render]) -> None:
    sketch = render_sketch(invent_person(SEED, 2), hand=hand, exaggeration=1.2, width=WIDTH)

    found = detected(sketch.image)

    assert len(found) == 1
    assert overlap(found[0], sketch.face_box) > 0.5
    assert not np.array_equal(sketch.image, photos[1].image)


def test_exaggeration_moves_away_from_the_mean_and_factor_one_changes_nothing() -> None:
    person = invent_person(SEED, 3)
    mean = mean_shape(sex=person.sex, population=person.population)

    stronger = exaggerated(person.shape, mean=mean, factor=1.3)

    assert exaggerated(person.shape, mean=mean, factor=1.0).nose_length == pytest.approx(person.shape.nose_length)
    assert abs(stronger.nose_length - mean.nose_length) >= abs(person.shape.nose_length - mean.nose_length)
    assert exaggerated(person.shape, mean=mean, factor=0.0).eye_distance == pytest.approx(mean.eye_distance)


def test_turning_the_head_moves_the_nose_further_than_the_eyes() -> None:
    camera = Camera(yaw=0.15)

    matrix = rotation(camera)

    assert np.allclose(matrix @ matrix.T, np.eye(3))
    assert (matrix @ np.array([0.0, 0.0, 10.0]))[0] > 1.0


def test_command_writes_photos_sketches_and_valid_tables(tmp_path: Path) -> None:
    code = main(["--out", str(tmp_path), "--seed", "3", "--people", "2", "--sketches", "1", "--width", "96"])

    with (tmp_path / "gallery.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (tmp_path / "sketches.csv").open(encoding="utf-8", newline="") as file:
        sketches = list(csv.DictReader(file))
    people = [invent_person(3, number) for number in (1, 2)]
    assert code == 0
    assert len(rows) == sum(photo_count(person) for person in people)
    assert tuple(rows[0]) == GALLERY_COLUMNS
    assert tuple(sketches[0]) == SKETCH_COLUMNS
    assert {row["external_id"] for row in rows} == {"D-0001", "D-0002"}
    for row in rows:
        photo = cv2.imread(str(tmp_path / row["photo"]))
        assert photo is not None
        assert photo.shape == (120, 96, 3)
        assert row["sex"] in {"female", "male"}
        assert 17 <= int(row["booking_date"][:4]) - int(row["birth_year"]) <= 90
    assert (tmp_path / sketches[0]["sketch"]).is_file()
    assert sketches[0]["external_id"] in {"D-0001", "D-0002"}


def test_command_refuses_more_sketches_than_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path), "--people", "2", "--sketches", "3"]) == 2
    assert "--people is 2" in capsys.readouterr().err
