"""A folder or table of identities becomes the data set that the trainer loads; what is left out is told."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from forensic_id.core.errors import DataError
from forensic_id.vision.template import TEMPLATE, as_landmarks, as_points
from tests.trainer.prepared_people import DEMO, LANDMARKS, plan, write_people
from trainer.__main__ import main
from trainer.data import faces as trainer_faces
from trainer.data.datasets import load_datasets
from trainer.prepare import crops
from trainer.prepare.crops import Crop, CropMaker, CropOptions, crop_with_margin
from trainer.prepare.dataset import prepare
from trainer.prepare.manifest import verify_dataset
from trainer.prepare.records import Dropped, Offered, Sample
from trainer.prepare.report import REASONS, summary
from trainer.prepare.screening import screen
from trainer.prepare.shards import write_shards
from trainer.prepare.sources import list_source


@pytest.fixture(scope="module")
def maker() -> CropMaker:
    return CropMaker(CropOptions(landmarks=LANDMARKS))


@pytest.fixture(scope="module")
def photo() -> Path:
    return min((DEMO / "gallery" / "D-0001").iterdir())


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good people, and one example of nearly everything that goes wrong."""
    folder = write_people(tmp_path_factory.mktemp("messy") / "Fotos Müller", people=2)
    first, second = sorted(path for path in folder.iterdir())
    shutil.move(first, folder / "Zoë Ångström")
    first = folder / "Zoë Ångström"
    photos = sorted(path for path in first.iterdir() if path.is_file())
    shutil.copy(photos[0], first / "again.jpg")
    other = folder / "wrong label"
    other.mkdir()
    pixels = np.asarray(Image.open(min(path for path in second.iterdir() if path.is_file())))
    Image.fromarray(pixels).resize((200, 250)).save(other / "smaller.png")
    odd = folder / "odd"
    odd.mkdir()
    (odd / "notes.txt").write_text("no picture", encoding="utf-8")
    Image.new("RGB", (300, 300), (90, 120, 150)).save(odd / "sky.png")
    tiny = Image.open(photos[1]).resize((64, 80))
    tiny.save(odd / "tiny.png")
    (odd / ".hidden").write_text("x", encoding="utf-8")
    (odd / "broken link.jpg").symlink_to("nowhere.jpg")
    return folder


@pytest.fixture(scope="module")
def prepared(messy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("prepared") / "dataset"
    prepare(plan(messy, to))
    return to


def dropped_rows(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "dropped.csv").read_text(encoding="utf-8-sig")
    return {row["file"]: row for row in csv.DictReader(io.StringIO(text))}


def test_the_crop_is_the_trainers_template_with_its_margin() -> None:
    assert (crops.SIDE, crops.MARGIN) == (trainer_faces.CROP_SIDE, (trainer_faces.CROP_SIDE - 112) // 2)
    marked = np.zeros((400, 400, 3), dtype=np.uint8)
    for x, y in as_points(TEMPLATE):
        cv2.circle(marked, (round(2 * x + 30), round(2 * y + 50)), 4, (255, 255, 255), -1)
    crop = crop_with_margin(marked, as_landmarks(2 * as_points(TEMPLATE) + (30, 50)))
    for x, y in as_points(TEMPLATE) + 8:
        assert crop[round(y), round(x)].min() > 200


def test_what_is_prepared_is_what_the_trainer_loads(prepared: Path) -> None:
    faces = load_datasets((prepared,))
    assert sorted(set(faces.identities.tolist())) == ["D-0008", "Zoë Ångström"]
    assert faces.images.shape[1:] == (1, 128, 128)
    assert sorted(faces.modalities.tolist()) == [0, 0, 0, 1, 1]
    assert set(faces.sources.tolist()) == {"Fotos Müller"}
    assert float(faces.images.float().std()) > 20
    assert not (prepared / "parts").exists()


def test_everything_left_out_is_listed_with_its_reason(prepared: Path) -> None:
    dropped = dropped_rows(prepared)
    reasons = {name: row["reason"] for name, row in dropped.items()}
    (wrong,) = (name for name in reasons if name.startswith("D-0008/"))
    assert reasons == {
        "Zoë Ångström/again.jpg": "duplicate",
        "odd/notes.txt": "unreadable",
        "odd/broken link.jpg": "unreadable",
        "odd/sky.png": "no_face",
        "odd/tiny.png": "too_small",
        "wrong label/smaller.png": "label_conflict",
        wrong: "label_conflict",
    }
    assert dropped["wrong label/smaller.png"]["other"] == wrong
    assert all(row["detail"] for row in dropped.values())
    text = (prepared / "summary.txt").read_text(encoding="utf-8")
    assert text.startswith("5 crops of 2 identities: 3 photos, 2 sketches, 0 drawings.")
    assert REASONS["label_conflict"] in text


def test_the_same_command_again_finds_it_done_and_another_is_refused(messy: Path, prepared: Path) -> None:
    before = (prepared / "manifest.json").stat().st_mtime_ns
    assert prepare(plan(messy, prepared)).again
    assert (prepared / "manifest.json").stat().st_mtime_ns == before
    with pytest.raises(DataError, match="other pictures or with other options"):
        prepare(plan(messy, prepared, least_samples=2))


@pytest.mark.parametrize("name", ["faces_train.csv", "faces_train_00.zip"])
def test_a_changed_file_is_not_loaded(prepared: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(prepared, tmp_path / "copy"))
    assert verify_dataset(copy) is not None
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(bytes(data))
    with pytest.raises(DataError, match=rf"{name} is not what manifest\.json says"):
        load_datasets((copy,))
    (copy / name).unlink()
    with pytest.raises(DataError, match=rf"{name}, which manifest\.json names, cannot be read"):
        load_datasets((copy,))


@pytest.mark.parametrize("text", ["{", "[]", '{"format_version": 9, "files": {}}', '{"format_version": 1}'])
def test_a_damaged_manifest_is_named(prepared: Path, tmp_path: Path, text: str) -> None:
    copy = Path(shutil.copytree(prepared, tmp_path / "copy"))
    (copy / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"manifest\.json is (damaged|of format 9)"):
        verify_dataset(copy)


def test_a_manifest_that_names_a_file_elsewhere_is_refused_for_that(prepared: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(prepared, tmp_path / "copy"))
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["../secret.zip"] = {"sha256": "00", "bytes": 1}
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DataError, match=r"does not lie beside it: \.\./secret\.zip"):
        verify_dataset(copy)


def test_data_without_a_manifest_are_loaded_as_before(face_data: Path) -> None:
    assert verify_dataset(face_data) is None
    assert len(load_datasets((face_data,))) == 38


def test_two_data_sets_are_joined_row_by_row(prepared: Path, face_data: Path) -> None:
    one, other = load_datasets((face_data,)), load_datasets((prepared,))
    both = load_datasets((face_data, prepared))
    assert len(both) == len(one) + len(other)
    assert both.identities.tolist() == [*one.identities.tolist(), *other.identities.tolist()]
    assert both.images[len(one)].equal(other.images[0])
    assert both.csv_sha256 not in {one.csv_sha256, other.csv_sha256}


@pytest.mark.parametrize("kind", ["16 bit", "alpha", "turned", "palette"])
def test_odd_files_give_the_crop_of_the_plain_one(maker: CropMaker, photo: Path, tmp_path: Path, kind: str) -> None:
    image = Image.open(photo)
    path = tmp_path / "odd.png"
    if kind == "16 bit":
        Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257).save(path)
    elif kind == "alpha":
        image.convert("RGBA").save(path)
    elif kind == "palette":
        image.quantize(256).save(path)
    else:
        exif = Image.Exif()
        exif[274] = 6  # turn by 90 degrees to the right to see it upright
        image.transpose(Image.Transpose.ROTATE_90).save(path, exif=exif)
    plain, odd = (grey(maker, each) for each in (photo, path))
    assert np.corrcoef(plain.ravel(), odd.ravel())[0, 1] > 0.97


def grey(maker: CropMaker, path: Path) -> np.ndarray:
    made = maker.make(Offered(file=path.name, path=path, identity="x", source="s", modality="photo"))
    assert isinstance(made, Crop), made
    return np.asarray(cv2.imdecode(np.frombuffer(made.data, np.uint8), cv2.IMREAD_GRAYSCALE))


def test_two_faces_that_stand_out_alike_are_left_out(maker: CropMaker, photo: Path, tmp_path: Path) -> None:
    pixels = np.asarray(Image.open(photo))
    other = np.asarray(Image.open(min((DEMO / "gallery" / "D-0002").iterdir())))
    Image.fromarray(np.hstack([pixels, other])).save(tmp_path / "pair.png")
    made = maker.make(Offered(file="p", path=tmp_path / "pair.png", identity="x", source="s", modality="photo"))
    assert isinstance(made, Dropped)
    assert made.reason == "several_faces"


def test_given_landmarks_decide_and_impossible_ones_are_told(maker: CropMaker, photo: Path) -> None:
    here = as_landmarks(as_points(TEMPLATE) * 1.5 + (40, 80))
    offered = Offered(file="p", path=photo, identity="x", source="s", modality="photo", landmarks=here)
    made = maker.make(offered)
    assert isinstance(made, Crop)
    assert made.alignment == "given"
    spot = as_landmarks(np.full((5, 2), 50.0))
    refused = maker.make(Offered(file="p", path=photo, identity="x", source="s", modality="photo", landmarks=spot))
    assert isinstance(refused, Dropped)
    assert refused.reason == "bad_landmarks"


@pytest.mark.parametrize(
    ("path", "identity", "modality"),
    [
        ("Anna/1.jpg", "Anna", "photo"),
        ("Anna/sketches/1.jpg", "Anna", "sketch"),
        ("sketches/Anna.jpg", "Anna", "sketch"),
        ("photos/Anna/1.jpg", "Anna", "photo"),
        ("Anna/Anna_Sketch_2.png", "Anna", "sketch"),
        ("Anna/drawings/sketch.png", "Anna", "drawing"),
        ("anna-sketch2.png", "anna", "sketch"),
        ("Bj\u006f\u0308rn/1.jpg", "Bj\u00f6rn", "photo"),
    ],
)
def test_the_path_tells_person_and_modality(tmp_path: Path, path: str, identity: str, modality: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).touch()
    (offered,) = list_source(tmp_path).offered
    assert (offered.identity, offered.modality) == (identity, modality)


def test_a_table_gives_modality_source_and_landmarks_and_its_bad_lines_are_listed(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    lines = [
        "file;identity;modality;source;landmarks",
        "a.jpg;Anna;;;",
        "b.png;Anna;sketch;artist 1;1 2 3 4 5 6 7 8 9 10",
        ";Anna;photo;;",
        "c.jpg;Ben;painting;;",
        "d.jpg;Ben;photo;;1 2 3",
        "e.jpg;Ben;photo;x;;;",
        "",
    ]
    table.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    listing = list_source(table)
    first, second = listing.offered
    assert (first.modality, first.source, first.landmarks) == ("photo", "people", None)
    assert (second.modality, second.source, second.path) == ("sketch", "artist 1", tmp_path / "b.png")
    assert second.landmarks == ((1, 2), (3, 4), (5, 6), (7, 8), (9, 10))
    assert [one.detail.split(":")[0] for one in listing.dropped] == ["Line 4", "Line 5", "Line 6", "Line 7"]


@pytest.mark.parametrize("content", ["name,person\na,b\n", "", "file,identity\n"])
def test_a_table_without_columns_or_lines_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "t.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="file and identity"):
        list_source(tmp_path / "t.csv")


@pytest.mark.parametrize("place", ["inside", "around", "file", "foreign"])
def test_a_place_that_would_cost_data_is_refused(tmp_path: Path, place: str) -> None:
    source = tmp_path / "outer" / "people"
    source.mkdir(parents=True)
    (tmp_path / "file").touch()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "diary.txt").touch()
    (source / "a.jpg").touch()
    places = {"inside": source / "to", "around": tmp_path / "outer"}
    with pytest.raises(DataError, match=r"within each other|is a file|something else"):
        prepare(plan(source, places.get(place, tmp_path / place)))


@pytest.mark.parametrize(
    "files",
    [
        ("parts/holiday.jpg",),
        ("parts/000000.zip", "parts/holiday.jpg"),
        ("parts/000000.zip/holiday.jpg",),
        ("parts of a car.jpg",),
        ("parts/000000.zip", "faces_training.jpg"),
        ("parts/000000.zip", "summary.txt.old"),
        ("faces_train_00.zip",),
        ("summary.txt",),
    ],
)
def test_a_folder_whose_names_only_resemble_those_of_a_preparation_is_refused(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    people, to = tmp_path / "people", tmp_path / "to"
    people.mkdir()
    (people / "a.jpg").touch()
    for name in files:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).touch()
    with pytest.raises(DataError, match="something else"):
        prepare(plan(people, to))
    assert all((to / name).is_file() for name in files)


def test_only_parts_are_cleared_away(tmp_path: Path) -> None:
    people, to = write_people(tmp_path / "people", people=2), tmp_path / "to"
    prepare(plan(people, to))
    assert not (to / "parts").exists()
    (to / "parts").mkdir()
    (to / "parts" / "holiday.jpg").touch()
    (to / "parts" / ".000000.zip.part").touch()
    assert prepare(plan(people, to)).again
    assert [path.name for path in (to / "parts").iterdir()] == ["holiday.jpg"]


def test_a_source_without_one_usable_picture_says_why(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "a.jpg").write_bytes(b"nothing")
    with pytest.raises(DataError, match="no picture that can be read"):
        prepare(plan(tmp_path / "people", tmp_path / "to"))
    assert not (tmp_path / "to" / "manifest.json").exists()


def sample(number: int, identity: str, content: str) -> Sample:
    return Sample(
        file=f"{identity}/{number}.jpg",
        identity=identity,
        source="s",
        modality="photo",
        alignment="detected",
        sha256=content,
        entry=str(number),
    )


def test_screening_keeps_one_copy_and_neither_of_two_labels() -> None:
    samples = [
        sample(0, "a", "1"),
        sample(1, "a", "1"),
        sample(2, "b", "2"),
        sample(3, "c", "2"),
        sample(4, "a", "3"),
        sample(5, "d", "4"),
        sample(6, "e", "5"),
    ]
    thumbnails = np.eye(7, 576, dtype=np.float32)
    thumbnails[5] = 0.98 * thumbnails[4] + np.sqrt(1 - 0.98**2) * thumbnails[5]
    out = screen(samples, thumbnails, least_samples=1)
    assert {row: one.reason for row, one in out.items()} == {
        1: "duplicate",
        2: "label_conflict",
        3: "label_conflict",
        4: "label_conflict",
        5: "label_conflict",
    }
    assert out[2].other == "c/3.jpg"
    assert {6, 0} <= set(screen(samples, thumbnails, least_samples=2))


def test_a_person_with_one_sample_is_kept_and_told() -> None:
    text = summary([sample(0, "a", "1"), sample(1, "b", "2"), sample(2, "b", "3")], [])
    assert "1 identities have a single sample" in text
    assert "its own partner where two are compared" in text


def test_shards_stay_below_the_size_and_equal_crops_make_equal_files(tmp_path: Path) -> None:
    pairs = [(sample(number, "a", str(number)), bytes([number]) * 400_000) for number in range(6)]
    first, second = (
        list(write_shards(pairs, tmp_path / name, extension="jpg", most_bytes=1_000_000)) for name in "ab"
    )
    assert [one.name for one in first] == [*(f"faces_train_0{n}.zip" for n in range(3)), "faces_train.csv"]
    assert first == second
    for one in first:
        data = (tmp_path / "a" / one.name).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one.size, one.sha256)
        assert one.size <= 1_000_000
    with zipfile.ZipFile(tmp_path / "a" / "faces_train_02.zip") as archive:
        assert archive.namelist() == ["000004.jpg", "000005.jpg"]
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_the_command_prints_the_summary_and_refuses_with_a_sentence(
    messy: Path, prepared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["prepare", str(messy), "--to", str(prepared), "--jobs", "1", "--quiet"]
    assert main([*arguments, "--landmarks", str(LANDMARKS)]) == 0
    out = capsys.readouterr().out
    assert "up to date" in out
    assert "5 crops of 2 identities" in out
    assert main(["prepare", str(tmp_path / "nothing"), "--to", str(tmp_path / "to")]) == 1
    assert "cannot be read" in capsys.readouterr().err
