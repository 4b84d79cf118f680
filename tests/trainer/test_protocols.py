"""Who is searched among whom: synthetic probes, the layouts of licensed sets, and what is said when files lack."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import cv2
import numpy as np
import pytest

from forensic_id.core.errors import BundleRefusedError, DataError
from trainer.evaluation.crops import CropCache
from trainer.evaluation.drawing import drawn_probe
from trainer.evaluation.protocols import LOADERS, load_protocol

LANDMARKS = Path(__file__).parents[2] / "resources" / "models" / "default" / "landmarks.onnx"
DEMO = Path(__file__).parents[2] / "resources" / "demo"
SUBJECTS = ("00001", "00002", "00003")


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@pytest.fixture(params=["data", "Дані — données ñ"])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / unicodedata.normalize("NFC", request.param)
    folder.mkdir()
    return folder


def test_lfw_sketch_draws_one_photo_of_everyone_with_several_and_searches_the_others(data: Path) -> None:
    for person, photos in (("José_Ñ", 3), ("B", 2), ("C", 1), ("D", 1)):
        touch(*(data / "lfw_gallery" / person / f"{index}.jpg" for index in range(photos)))
    protocol = load_protocol("lfw-sketch", data)
    assert [probe.identity for probe in protocol.probes] == ["B", "José_Ñ"]
    assert sorted(photo.identity for photo in protocol.gallery) == ["B", "C", "D", "José_Ñ", "José_Ñ"]
    assert {probe.path for probe in protocol.probes}.isdisjoint(photo.path for photo in protocol.gallery)
    assert len({probe.drawn_by for probe in protocol.probes}) == 2
    assert load_protocol("lfw-sketch", data) == protocol


def test_prip_hdc_pairs_files_of_one_name(data: Path) -> None:
    release = data / "PRIP-HDC-Release"
    touch(*(release / folder / f"MI_00{n}.{suffix}" for n in (1, 2) for folder, suffix in (("sketches", "bmp"),)))
    touch(release / "photos" / "MI_001.bmp", release / "photos" / "mi_002.JPG", release / "photos" / "MI_009.bmp")
    protocol = load_protocol("prip-hdc", data)
    assert [probe.identity for probe in protocol.probes] == ["MI_001", "MI_002"]
    assert [photo.path.name for photo in protocol.gallery] == ["MI_001.bmp", "mi_002.JPG"]


def write_cufsf(data: Path, photos: list[str]) -> None:
    touch(*(data / "CUFSF" / "original_sketch" / f"{subject}.jpg" for subject in SUBJECTS))
    names = "feret\\00001fb010_930831.tif\n00002fa010_930831.tif\r\n\n00003fa001d_931230.tif\n"
    (data / "CUFSF" / "names_of_photos_used_for_drawing_sketches.txt").write_text(names, encoding="utf-8")
    touch(*(data / name for name in photos))


@pytest.mark.parametrize(
    "photos",
    [
        ["FERET/00001fb010_930831.tif", "FERET/00001fa010_930831.tif", "FERET/a/00002fa010_930831.tif",
         "FERET/00003fa001d_931230.tif"],
        ["colorferet/dvd1/00001/00001_930831_fb_a.png", "colorferet/dvd1/00001/00001_930831_fa.png",
         "colorferet/dvd1/00002/00002_930831_fa.png", "colorferet/dvd2/00003/00003_931230_fa.png"],
        ["CUFSF/p/00001fb010_930831.tif", "CUFSF/p/00002fa010_930831.tif", "CUFSF/p/00003fa001d_931230.tif"],
    ],
    ids=["grey", "colour", "beside the sketches"],
)  # fmt: skip
def test_cufsf_takes_the_photo_each_sketch_was_drawn_from(data: Path, photos: list[str]) -> None:
    write_cufsf(data, photos)
    protocol = load_protocol("cufsf", data)
    assert tuple(probe.identity for probe in protocol.probes) == SUBJECTS
    assert protocol.gallery[0].path.name == Path(photos[0]).name
    assert len(protocol.gallery) == 3


def test_what_a_licensed_set_lacks_is_named(tmp_path: Path) -> None:
    for name in ("prip-hdc", "cufsf"):
        with pytest.raises(DataError, match="licence"):
            load_protocol(name, tmp_path)
    write_cufsf(tmp_path, ["FERET/00001fb010_930831.tif", "FERET/00002_930831_fa.ppm.bz2"])
    with pytest.raises(DataError, match=r"2 sketches \(00002\.jpg, 00003\.jpg .*converted"):
        load_protocol("cufsf", tmp_path)
    (tmp_path / "CUFSF" / "names_of_photos_used_for_drawing_sketches.txt").unlink()
    with pytest.raises(DataError, match="names the photos"):
        load_protocol("cufsf", tmp_path)
    touch(tmp_path / "PRIP-HDC" / "sketches" / "MI_001.bmp")
    (tmp_path / "PRIP-HDC" / "photos").mkdir()
    with pytest.raises(DataError, match=r"1 sketches \(MI_001\.bmp"):
        load_protocol("prip-hdc", tmp_path)


@pytest.mark.parametrize("name", LOADERS)
def test_a_set_that_is_not_there_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match=r"not in|does not exist"):
        load_protocol(name, tmp_path)


def test_an_empty_set_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "lfw_gallery" / "A").mkdir(parents=True)
    with pytest.raises(DataError, match="0 sketches and 0 photos"):
        load_protocol("lfw-sketch", tmp_path)


def test_a_drawn_probe_depends_on_its_crop_and_seed_alone() -> None:
    coarse = np.random.default_rng(0).integers(0, 255, (9, 9), np.uint8)
    crop = np.asarray(cv2.resize(coarse, (112, 112)), np.uint8)
    first, again, other = drawn_probe(crop, 1), drawn_probe(crop, 1), drawn_probe(crop, 2)
    assert first.shape == (112, 112)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_crops_are_computed_once_and_again_when_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = next((DEMO / "gallery" / "D-0001").iterdir())
    faceless = tmp_path / "grey.png"
    cv2.imwrite(str(faceless), np.full((80, 80), 128, np.uint8))
    cache = CropCache(tmp_path / "crops", LANDMARKS)
    first = cache.align("demo", [photo, faceless])
    assert first.found.tolist() == [True, False]
    assert first.crops[0].std() > 10
    assert "grey.png" in first.reasons[1]
    with monkeypatch.context() as patch:
        patch.setattr("trainer.evaluation.crops.FacePipeline", None)
        kept = cache.align("demo", [photo, faceless])
    assert np.array_equal(kept.crops, first.crops)
    assert np.array_equal(kept.landmarks, first.landmarks)
    assert (kept.reasons, kept.key) == (first.reasons, first.key)
    (kept_file,) = (tmp_path / "crops").iterdir()
    kept_file.write_bytes(kept_file.read_bytes()[:200])
    assert np.array_equal(cache.align("demo", [photo, faceless]).crops, first.crops)
    assert cache.align("demo", [photo]).key != first.key


def test_a_landmark_network_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleRefusedError, match=r"none\.onnx cannot be read"):
        CropCache(tmp_path, tmp_path / "none.onnx")
