"""Detection on drawn faces: where, how many, which first."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from forensic_id.core.errors import DefectError
from forensic_id.core.records import Box, UInt8Array
from forensic_id.vision import detection
from forensic_id.vision.detection import CascadeDetector
from tests.unit.vision.drawn_face import add_face, drawn_face


@pytest.fixture(scope="module")
def detector() -> CascadeDetector:
    return CascadeDetector()


def ground(width: int, height: int) -> UInt8Array:
    return np.full((height, width, 3), 205, dtype=np.uint8)


def centre_of(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


@pytest.mark.parametrize(("width", "height"), [(64, 80), (240, 280), (1200, 900)])
def test_a_face_is_found_where_it_is_in_pictures_of_any_size(
    detector: CascadeDetector, width: int, height: int
) -> None:
    size = 0.5 * min(width, height)
    place = (0.45 * width, 0.5 * height)
    faces = detector.detect(drawn_face(width, height, centre=place, size=size))
    assert len(faces) == 1
    x, y = centre_of(faces[0].box)
    assert abs(x - place[0]) < 0.15 * size
    assert abs(y - place[1]) < 0.25 * size
    assert 0.8 * size < faces[0].box.width < 1.6 * size


def test_all_faces_are_found_and_the_largest_central_one_comes_first(detector: CascadeDetector) -> None:
    picture = add_face(ground(500, 300), (250, 160), 130)
    picture = add_face(picture, (70, 90), 70)
    picture = add_face(picture, (430, 90), 70)
    faces = detector.detect(picture)
    assert len(faces) == 3
    assert abs(centre_of(faces[0].box)[0] - 250) < 20
    assert [face.score for face in faces] == sorted((face.score for face in faces), reverse=True)


def test_small_faces_in_large_pictures_are_found(detector: CascadeDetector) -> None:
    faces = detector.detect(add_face(ground(1600, 1200), (300, 900), 90))
    assert len(faces) == 1
    assert np.hypot(*(np.array(centre_of(faces[0].box)) - [300, 900])) < 30


def test_a_face_that_fills_the_frame_is_found(detector: CascadeDetector) -> None:
    assert detector.detect(drawn_face(112, 130, centre=(56, 60), size=108))


def test_a_tilted_face_is_found(detector: CascadeDetector) -> None:
    picture = drawn_face(300, 300, size=120)
    turn = cv2.getRotationMatrix2D((150, 150), 32, 1.0)
    tilted = np.asarray(cv2.warpAffine(picture, turn, (300, 300), borderValue=(205, 205, 205)), dtype=np.uint8)
    faces = detector.detect(tilted)
    assert faces
    assert np.hypot(*(np.array(centre_of(faces[0].box)) - [150, 150])) < 40


def test_noise_of_a_few_pixels_holds_no_face(detector: CascadeDetector) -> None:
    random = np.random.default_rng(0)
    pictures = [random.integers(0, 256, size=(24, 20, 3), dtype=np.uint8) for _ in range(3)]
    assert not any(detector.detect(picture) for picture in pictures)


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_blank_sheet_holds_no_face(detector: CascadeDetector, grey: int) -> None:
    assert detector.detect(np.full((200, 160, 3), grey, dtype=np.uint8)) == ()


@pytest.mark.parametrize("shape", [(16, 16), (16, 4000), (4000, 16)])
def test_pictures_of_odd_shapes_do_not_crash(detector: CascadeDetector, shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    assert isinstance(detector.detect(noise), tuple)


def test_coordinates_are_plain_numbers(detector: CascadeDetector) -> None:
    face = detector.detect(drawn_face())[0]
    assert {type(value) for value in (face.box.x, face.box.y, face.box.width, face.score)} == {float}


def test_a_missing_cascade_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detection, "_FIRST", detection._Pass(cascade="absent"))
    with pytest.raises(DefectError, match=r"haarcascade_absent\.xml"):
        CascadeDetector()
