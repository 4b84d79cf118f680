"""From image to aligned face, automatically and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import FaceNotFoundError, InvalidInputError
from forensic_id.core.records import Box, FivePoints, FloatArray
from forensic_id.vision.alignment import align_to_template
from forensic_id.vision.landmarks import reference_points
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import as_points, mean_points_in
from tests.unit.vision.drawn_face import add_face, drawn_face, drawn_landmarks, loaded

CENTRE, SIZE = (120.0, 140.0), 110.0
LANDMARKS = drawn_landmarks(CENTRE, SIZE)
BOX = Box(x=60.0, y=80.0, width=120.0, height=120.0)


class MeanFacePredictor:
    """Answers with the mean face in the crop's centre."""

    crop_size = 64
    crop_scale = 1.4
    most_looks = 2

    def predict(self, crops: FloatArray) -> FloatArray:
        return np.repeat(reference_points(64, 1.4)[None].astype(np.float32), len(crops), axis=0)


@pytest.fixture(scope="module")
def pipeline() -> FacePipeline:
    return FacePipeline(MeanFacePredictor())


def test_a_face_is_found_and_aligned(pipeline: FacePipeline) -> None:
    face = pipeline.align(loaded(drawn_face()))
    assert face.crop.shape == (112, 112, 3)
    assert face.crop.dtype == np.uint8
    assert face.landmark_source == "automatic"
    assert np.hypot(*(as_points(face.landmarks) - as_points(LANDMARKS)).T).mean() < 0.25 * 0.4 * SIZE
    assert face.warnings == ()


def test_the_same_image_gives_the_same_crop(pipeline: FacePipeline) -> None:
    first, second = (pipeline.align(loaded(drawn_face())) for _ in range(2))
    assert np.array_equal(first.crop, second.crop)
    assert first.landmarks == second.landmarks
    assert np.array_equal(first.crop, FacePipeline(MeanFacePredictor()).align(loaded(drawn_face())).crop)


def test_a_picture_without_a_face_is_reported_with_what_to_do(pipeline: FacePipeline) -> None:
    blank = loaded(np.full((100, 100, 3), 180, dtype=np.uint8), "blank.png")
    with pytest.raises(FaceNotFoundError, match=r"“blank\.png”.*box"):
        pipeline.align(blank)


def test_a_box_replaces_detection(pipeline: FacePipeline) -> None:
    blank = loaded(np.full((240, 240, 3), 180, dtype=np.uint8))
    face = pipeline.align(blank, box=BOX)
    assert face.box == BOX
    assert face.landmark_source == "automatic"


def test_landmarks_replace_the_network(pipeline: FacePipeline) -> None:
    image = loaded(drawn_face())
    face = pipeline.align(image, landmarks=LANDMARKS)
    assert face.landmarks == LANDMARKS
    assert face.landmark_source == "manual"
    assert np.array_equal(face.crop, align_to_template(image.pixels, LANDMARKS))
    assert pipeline.align(image, box=BOX, landmarks=LANDMARKS).box == BOX


def test_without_a_network_the_landmarks_are_the_mean_faces() -> None:
    face = FacePipeline(None).align(loaded(drawn_face()), box=BOX)
    assert np.allclose(as_points(face.landmarks), mean_points_in(BOX))


def test_several_faces_are_said(pipeline: FacePipeline) -> None:
    picture = add_face(drawn_face(500, 300, centre=(250, 150), size=130), (80, 90), 70)
    assert len(pipeline.faces(loaded(picture))) == 2
    assert any(warning.startswith("2 faces") for warning in pipeline.align(loaded(picture)).warnings)


@pytest.mark.parametrize(
    "box",
    [
        Box(x=10, y=10, width=0, height=50),
        Box(x=10, y=10, width=-40, height=50),
        Box(x=float("nan"), y=10, width=50, height=50),
        Box(x=900, y=10, width=50, height=50),
        Box(x=-3000, y=-3000, width=6200, height=6200),
    ],
)
def test_a_box_that_holds_no_face_of_the_image_is_refused(pipeline: FacePipeline, box: Box) -> None:
    with pytest.raises(InvalidInputError, match="box"):
        pipeline.align(loaded(drawn_face()), box=box)


def moved(landmarks: FivePoints, *, by: float = 0.0, times: float = 1.0) -> FivePoints:
    points = [(x * times + by, y * times + by) for x, y in landmarks]
    return points[0], points[1], points[2], points[3], points[4]


@pytest.mark.parametrize(
    "landmarks", [moved(LANDMARKS, by=2000.0), moved(LANDMARKS, by=float("inf")), moved(LANDMARKS, times=0.0)]
)
def test_landmarks_that_are_no_face_of_the_image_are_refused(pipeline: FacePipeline, landmarks: FivePoints) -> None:
    with pytest.raises(InvalidInputError, match="andmarks"):
        pipeline.align(loaded(drawn_face()), landmarks=landmarks)


def test_landmarks_spread_beyond_the_image_are_refused(pipeline: FacePipeline) -> None:
    wide: FivePoints = ((-900, 140), (1140, 140), (120, 140), (100, 180), (140, 180))
    with pytest.raises(InvalidInputError, match="spread"):
        pipeline.align(loaded(drawn_face()), landmarks=wide)
