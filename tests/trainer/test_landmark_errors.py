"""Landmark errors by set: what is counted, what the figures mean, what is written."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import cv2
import numpy as np
import pytest

from forensic_id.core.records import AlignedFace, Box, LoadedImage
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import TEMPLATE, as_landmarks, as_points, box_around
from tests.unit.vision.drawn_face import drawn_face, drawn_landmarks
from trainer.__main__ import main
from trainer.evaluation import eye_centres, landmark_errors
from trainer.evaluation.landmark_errors import LandmarkErrors, measure_all, offsets_over_eye_distance
from trainer.evaluation.landmark_report import as_csv, as_markdown
from trainer.landmarks.config import tiny
from trainer.landmarks.data import POINT_COLUMNS, ReferenceFace

CENTRE = (120.0, 140.0)
MODEL = Path("resources/models/default/landmarks.onnx")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six raw training faces; test photos of which one is a blank sheet."""
    folder = tmp_path_factory.mktemp("errors")
    files = [*(f"landmarks/{n}.png" for n in range(6)), "cufs/photos/face.png", "lfw_gallery/a/face.png"]
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / name), drawn_face(centre=CENTRE))
    cv2.imwrite(str(folder / "cufs/photos/blank.png"), np.full((200, 200), 230, dtype=np.uint8))
    points = [number for point in drawn_landmarks(CENTRE, 110.0) for number in point]
    with (folder / "landmarks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", *(f"{name}_{axis}" for name in POINT_COLUMNS for axis in "xy")])
        writer.writerows([name, *points] for name in [*files, "cufs/photos/blank.png"])
    return folder


def errors_of(offsets: np.ndarray, *, images: int) -> LandmarkErrors:
    return LandmarkErrors(name="set", images=images, elsewhere=0, offsets=offsets, milliseconds=1.0)


def test_faces_and_errors_are_counted_by_set(data: Path) -> None:
    results = {one.name: one for one in measure_all(data, FacePipeline(None), tiny(), lfw_sample=400)}
    assert list(results) == ["held out", "cufs/photos", "lfw_gallery"]
    assert results["held out"].images == tiny().validation_images
    photos = results["cufs/photos"]
    assert (photos.images, photos.found, photos.elsewhere) == (2, 1, 0)
    assert photos.failed_share >= 0.5
    assert 0 < photos.mean_error < 0.3
    assert photos.error_95 == pytest.approx(photos.mean_error)
    assert photos.error_without_bias == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(("wanted", "taken"), [(400, 400), (799, 799), (1000, 799), (1, 1)])
def test_of_the_photos_of_lfw_so_many_are_taken_as_were_wanted(
    monkeypatch: pytest.MonkeyPatch, wanted: int, taken: int
) -> None:
    faces = [ReferenceFace(file=f"lfw_gallery/{n}.jpg", points=as_points(TEMPLATE)) for n in range(799)]
    monkeypatch.setattr(landmark_errors, "split_reference", lambda *_: ([], []))
    monkeypatch.setattr(landmark_errors, "read_reference", lambda _: faces)
    sample = dict(landmark_errors.sets_of(Path(), tiny(), lfw_sample=wanted))["lfw_gallery"]
    assert len({face.file for face in sample}) == len(sample) == taken


def test_a_face_found_elsewhere_is_no_face_found(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landmark_errors, "_ANOTHER_FACE", 1e-6)
    photos = list(measure_all(data, FacePipeline(None), tiny(), lfw_sample=400))[1]
    assert (photos.found, photos.elsewhere, photos.failed_share) == (0, 1, 1.0)
    assert np.isnan([photos.mean_error, photos.median_error, photos.error_95]).all()
    assert np.isnan(photos.bias).all()


def test_offsets_are_in_eye_distances_along_the_face() -> None:
    turn = np.array([[0.0, 1.0], [-1.0, 0.0]])
    reference = as_points(TEMPLATE) @ turn
    along = offsets_over_eye_distance(reference + np.array([3.524, 0.0]) @ turn, reference)
    assert along == pytest.approx(np.tile([0.1, 0.0], (5, 1)), abs=1e-3)


def test_bias_is_what_every_image_shares() -> None:
    random = np.random.default_rng(0)
    scatter = random.normal(0, 0.01, (200, 5, 2))
    shared = np.array([0.05, -0.02])
    found = errors_of(scatter + shared, images=250)
    assert found.bias == pytest.approx(np.tile(shared, (5, 1)), abs=0.005)
    assert found.mean_error > 0.05
    assert found.error_without_bias == pytest.approx(0.01 * np.sqrt(np.pi / 2), rel=0.1)
    assert found.failed_share == pytest.approx(0.2)
    assert found.point_errors.mean() == pytest.approx(found.mean_error)


def test_the_report_says_the_same_as_markdown_and_as_csv() -> None:
    one = errors_of(np.full((4, 5, 2), 0.03), images=5)
    row = next(csv.DictReader(io.StringIO(as_csv([("abc", one)]))))
    assert (row["network"], row["set"], row["found"]) == ("abc", "set", "4")
    assert float(row["mean"]) == pytest.approx(0.03 * np.sqrt(2), rel=1e-3)
    assert float(row["nose_bias_x"]) == pytest.approx(0.03)
    text = as_markdown([("abc", one)], [])
    assert "| abc | set | 5 | 4 | 0 | 4.24% |" in text


class _Rater:
    """A pipeline whose eyes are off by a known scatter."""

    def __init__(self, truth: np.ndarray, deviation: float) -> None:
        self._truth = truth
        self._deviation = deviation
        self._random = np.random.default_rng(7)

    def align(self, image: LoadedImage) -> AlignedFace:
        points = self._truth + self._random.normal(0, self._deviation, (5, 2))
        box = box_around(points)
        return AlignedFace(
            crop=np.zeros((112, 112, 3), np.uint8),
            box=Box(x=box.x, y=box.y, width=box.width, height=box.height),
            landmarks=as_landmarks(points),
            landmark_source="automatic",
        )


def test_the_third_rater_tells_whose_scatter_is_whose(tmp_path: Path) -> None:
    eyes = np.array([[100.0, 100.0], [160.0, 100.0]])
    truth = np.concatenate([eyes, [[130.0, 135.0], [110.0, 165.0], [150.0, 165.0]]])
    picture = np.full((260, 260, 3), 200, np.uint8)
    for x, y in eyes.astype(int):
        cv2.circle(picture, (int(x), int(y)), 6, (30, 30, 30), -1)
    cv2.imwrite(str(tmp_path / "face.png"), picture)
    random = np.random.default_rng(3)
    faces = [ReferenceFace(file="face.png", points=truth + random.normal(0, 0.03 * 60, (5, 2))) for _ in range(80)]
    pipeline = _Rater(truth, 0.01 * 60)
    found = eye_centres.eye_scatter(tmp_path, "faces", faces, pipeline)  # type: ignore[arg-type]
    assert found.reference == pytest.approx(0.03, rel=0.3)
    assert found.network == pytest.approx(0.01, abs=0.004)
    assert found.iris < 0.01
    assert found.floor == pytest.approx(found.reference * 1.2533, rel=1e-3)


@pytest.mark.skipif(not MODEL.exists(), reason="the bundle lies elsewhere")
def test_the_command_prints_and_writes_the_figures(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["landmark-errors", "--data", str(data), "--landmarks", str(MODEL), "--out", str(tmp_path)]
    assert main(options) == 0
    assert "cufs/photos" in capsys.readouterr().out
    with (tmp_path / "landmarks.csv").open(encoding="utf-8") as file:
        assert [row["set"] for row in csv.DictReader(file)] == ["held out", "cufs/photos", "lfw_gallery"]
    assert "floor of the eyes' mean" in (tmp_path / "landmarks.md").read_text()
    assert main([*options[:3], "--landmarks", str(tmp_path / "absent.onnx")]) == 1
