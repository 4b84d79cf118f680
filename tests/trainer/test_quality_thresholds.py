"""Damage that grows, measures that notice it, and recall that falls with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from forensic_id.core.errors import DataError
from forensic_id.core.records import UInt8Array
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import TEMPLATE, as_landmarks, as_points
from tests.trainer.conftest import write_face_data
from tests.unit.vision.drawn_face import drawn_face
from trainer.__main__ import main
from trainer.config import SplitConfig
from trainer.data.faces import CROP_SIDE
from trainer.evaluation.damage import DAMAGES
from trainer.evaluation.held_out_pairs import MARGIN, HeldOutFaces, HeldOutSearch, aligned, components, load_held_out
from trainer.evaluation.quality_doubt import doubt_bands
from trainer.evaluation.quality_report import as_markdown
from trainer.evaluation.quality_thresholds import MOVES, Effect, QualityStudy, threshold
from trainer.evaluation.turned_heads import turned_heads
from trainer.landmarks.data import ReferenceFace

BUNDLE = Path("resources/models/default")


def face_picture() -> UInt8Array:
    """A drawn face on the template with its margin."""
    picture = drawn_face(128, 128, centre=(64.0, 68.0), size=92.0)
    return np.asarray(picture, np.uint8)


@pytest.mark.parametrize("name", DAMAGES)
def test_every_damage_moves_its_measure_further_with_every_step(name: str) -> None:
    damage = DAMAGES[name]
    pipeline = FacePipeline(None)

    def value(picture: UInt8Array, scale: float) -> float:
        findings = aligned(pipeline, picture, scale=scale).findings
        return next(finding.value for finding in findings if finding.measure == damage.measure)

    values = [value(face_picture(), 1.0)]
    values += [value(damage.apply(face_picture(), level), damage.scale(level)) for level in damage.levels]
    steps = np.diff(values)
    assert (steps <= 0.02 * max(values)).all() or (steps >= -0.02 * max(values)).all()
    assert abs(values[-1] - values[0]) > 0.05 * max(values)


def test_without_landmarks_to_find_the_crop_is_what_the_picture_was_cut_from() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (CROP_SIDE, CROP_SIDE, 3), dtype=np.uint8)
    face = aligned(FacePipeline(None), picture)
    assert as_points(face.landmarks) == pytest.approx(as_points(TEMPLATE) + MARGIN, abs=1e-6)
    assert np.abs(face.crop.astype(int) - picture[MARGIN:-MARGIN, MARGIN:-MARGIN]).max() <= 1


def effect(value: float, recall: float) -> Effect:
    return Effect(damage="blur", side="photo", level=None, value=value, warned=0.0, moved=0.0, recall=(0.5, recall))


def test_the_threshold_lies_where_five_points_of_recall_are_lost() -> None:
    steps = [effect(1.0, 0.90), effect(0.5, 0.88), effect(0.2, 0.82), effect(0.1, 0.4)]
    assert threshold(steps) == pytest.approx(0.5 - 0.3 * (0.03 / 0.06))
    assert threshold(steps[:2]) is None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("held_out")
    write_face_data(path)
    return path


SPLIT = SplitConfig(seed=0, validation_pair_identities=5, validation_photo_identities=2)


@pytest.fixture(scope="module")
def faces(folder: Path) -> HeldOutFaces:
    return load_held_out(folder, SPLIT)


def test_sketches_come_with_the_photo_they_were_drawn_from(faces: HeldOutFaces) -> None:
    assert len(faces.photos) == len(faces.sketches) == len(set(faces.identities)) == 5
    # The sketches of this set are their photos in negative, a third as strong.
    for photo, sketch in zip(faces.photos, faces.sketches, strict=True):
        assert np.corrcoef(photo.ravel(), sketch.ravel())[0, 1] < -0.8
    assert len(faces.others) == 4


def test_data_without_held_out_pairs_is_refused(folder: Path) -> None:
    with pytest.raises(DataError, match="no pairs"):
        load_held_out(folder, replace(SPLIT, validation_pair_identities=0))


def test_a_sketch_before_its_photo_is_refused_with_its_person(tmp_path: Path) -> None:
    write_face_data(tmp_path)
    table = tmp_path / "faces_train.csv"
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"No photo of p:\d\d precedes the sketch"):
        load_held_out(tmp_path, SPLIT)


def test_without_other_people_no_turned_heads_are_measured(folder: Path) -> None:
    alone = load_held_out(folder, replace(SPLIT, validation_photo_identities=0))
    assert list(turned_heads(components(BUNDLE), alone)) == []


def test_a_wrong_photo_is_found_later_than_the_right_one(faces: HeldOutFaces) -> None:
    cut = slice(MARGIN, -MARGIN)
    photos = np.ascontiguousarray(faces.photos[:, cut, cut])
    search = HeldOutSearch(components(BUNDLE), faces, photos=photos, sketches=photos, samples=3)
    assert (search.ranks_of_photos(photos) == 0).all()
    assert (search.ranks_of_sketches(photos) == 0).all()
    others = np.roll(photos, 1, axis=0)
    assert search.ranks_of_photos(others).mean() > 0.5
    assert search.ranks_of_sketches(others).min() > 0


def test_moved_landmarks_move_by_a_normal_deviation_of_one() -> None:
    random = np.random.default_rng(0)
    for name, moves in MOVES.items():
        drawn = np.stack([moves(random) for _ in range(2000)])
        assert drawn.std() == pytest.approx(1.0, rel=0.05), name
    assert np.ptp(MOVES["all five together"](random), axis=0).max() == 0


def test_doubt_is_told_against_the_reference(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "face.png"), face_picture())
    reference = ReferenceFace(file="face.png", points=as_points(as_landmarks(as_points(TEMPLATE) + MARGIN)))
    pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(BUNDLE / "landmarks.onnx"))
    bands = list(doubt_bands(tmp_path, [reference], pipeline))
    assert sum(band.faces for band in bands) == 3
    assert all(0 <= band.low < band.high and 0 <= band.failed <= 1 for band in bands)


def test_the_command_writes_all_tables(
    folder: Path, faces: HeldOutFaces, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts = replace(components(BUNDLE), split=SPLIT)
    blur = {"blur": replace(DAMAGES["blur"], levels=(9,))}
    for module in ("trainer.evaluation.quality_thresholds", "trainer.evaluation.quality_report"):
        monkeypatch.setattr(f"{module}.DAMAGES", blur)
    monkeypatch.setattr("trainer.evaluation.quality_thresholds.JITTERS", (0.0, 0.1))
    monkeypatch.setattr("trainer.commands.quality_thresholds.components", lambda _: parts)
    monkeypatch.setattr("trainer.commands.quality_thresholds.split_reference", lambda *_: ([], []))
    assert main(["quality-thresholds", "--data", str(folder), "--out", str(tmp_path)]) == 0
    text = (tmp_path / "quality.md").read_text(encoding="utf-8")
    assert "| blur | sketch | 9 (% of the eye distance) |" in text
    assert "| all five together | 10% |" in text
    study = QualityStudy(parts, faces)
    effects = list(study.effects())
    assert [each.level for each in effects] == [None, 9, None, 9]
    assert effects[0].moved == 0.0
    report = as_markdown(effects, list(study.jitter()), list(turned_heads(parts, faces)), [], bundle="b", sketches=5)
    assert "| blur | photo | sharpness |" in report
