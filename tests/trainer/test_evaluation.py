from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from forensic_id.core.errors import DataError, FaceNotFoundError, InvalidInputError
from forensic_id.core.records import AlignedFace, Box, FivePoints, FloatArray, LoadedImage, UInt8Array
from trainer.__main__ import main
from trainer.commands.batch_recall import batch_recall
from trainer.commands.evaluate import record_figures
from trainer.evaluation.measured import METRICS, RECALL_AT, Measured
from trainer.evaluation.protocols import NamedImage, load_protocol
from trainer.evaluation.retrieval import EncodedSet, ProtocolResult, Tools, encode_images, evaluate
from trainer.evaluation.sigma import GRID, choose_sigma

SIZE = 24


def unit(rows: np.ndarray) -> FloatArray:
    features: FloatArray = (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)
    return features


def people(count: int, *, noise: float) -> tuple[FloatArray, FloatArray]:
    """Return photo features (count, D), and sketch features that differ from them by `noise`."""
    random = np.random.default_rng(0)
    photos = unit(random.normal(size=(count, SIZE)))
    return photos, unit(photos + noise * random.normal(size=photos.shape) / np.sqrt(SIZE))


class PathLoader:
    """Keeps the name; the pixels do not matter."""

    def load(self, path: Path) -> LoadedImage:
        pixels = np.zeros((1, 1, 3), np.uint8)
        return LoadedImage(name=path.name, pixels=pixels, sha256="0", media_type="image/png", original_bytes=b"")

    def decode(self, data: bytes, name: str) -> LoadedImage:
        raise NotImplementedError

    def perceptual_hash(self, image: LoadedImage) -> int:
        raise NotImplementedError


class NumberAligner:
    """Writes the number in the file's name into the crop; finds no face in “faceless”."""

    def align(
        self,
        image: LoadedImage,
        *,
        box: Box | None = None,
        landmarks: FivePoints | None = None,
    ) -> AlignedFace:
        if "faceless" in image.name:
            raise FaceNotFoundError(f"No face in {image.name}.")
        crop = np.full((112, 112, 3), int(Path(image.name).stem.split("_")[1]), np.uint8)
        points: FivePoints = ((0, 0),) * 5
        whole = Box(x=0, y=0, width=1, height=1)
        return AlignedFace(crop=crop, box=whole, landmarks=points, landmark_source="automatic")


class TableEncoder:
    """Looks features up by the number in the crop."""

    bundle_id, feature_size = "table", SIZE

    def __init__(self, table: FloatArray) -> None:
        self._table = table

    def encode_photos(self, crops: UInt8Array) -> FloatArray:
        return self._table[crops[:, 0, 0, 0]]

    encode_sketches = encode_photos


class RepeatingGenerator:
    """Every sample is the condition itself."""

    bundle_name, sigma = "repeating", 0.3

    def sample(self, feature: FloatArray, *, count: int, seed: int) -> FloatArray:
        return np.repeat(feature[None], count, axis=0)


def make_sets(tmp_path: Path, sketches: int = 6) -> Path:
    for folder, count in (("photos", 6), ("sketches", sketches)):
        (tmp_path / "cufs" / folder).mkdir(parents=True)
        for index in range(count):
            (tmp_path / "cufs" / folder / f"ar_{index}.jpg").touch()
    for person, count in (("A", 2), ("B", 1)):
        (tmp_path / "lfw_gallery" / person).mkdir(parents=True)
        for index in range(count):
            (tmp_path / "lfw_gallery" / person / f"x_{6 + index}.jpg").touch()
    return tmp_path


def test_protocols_pair_sketches_with_photos_by_name_and_add_the_distractors(tmp_path: Path) -> None:
    data = make_sets(tmp_path)
    plain, crowded = load_protocol("cufs", data), load_protocol("cufs+lfw", data)
    assert [image.identity for image in plain.probes] == [image.identity for image in plain.gallery]
    assert [image.identity for image in crowded.gallery[6:]] == ["A", "A", "B"]
    assert crowded.probes == plain.probes


def test_a_missing_set_and_an_unknown_protocol_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="does not exist"):
        load_protocol("cufs", tmp_path)
    with pytest.raises(InvalidInputError, match="cufs, cufs\\+lfw"):
        load_protocol("cuhk", tmp_path)


def evaluated(tmp_path: Path, table: FloatArray, faceless: tuple[str, ...] = ()) -> dict[int, float]:
    protocol = load_protocol("cufs", make_sets(tmp_path))
    tools = Tools(
        loader=PathLoader(), aligner=NumberAligner(), encoder=TableEncoder(table), generator=RepeatingGenerator()
    )

    def renamed(images: tuple[NamedImage, ...], prefix: str) -> list[NamedImage]:
        return [
            NamedImage(path=Path(f"{'faceless' if prefix + image.path.stem in faceless else 's'}_{index}.jpg"),
                       identity=image.identity)
            for index, image in enumerate(images)
        ]  # fmt: skip

    probes, gallery = (
        encode_images(renamed(images, prefix), tools, sketches=prefix == "sketch ")
        for images, prefix in ((protocol.probes, "sketch "), (protocol.gallery, "photo "))
    )
    result = evaluate(protocol, probes, gallery, tools, samples=2, draws=2)
    assert len(result.failures) == len(faceless)
    return {k: result.measured.values[f"recall@{k}"] for k in (1, 5)}


def test_identical_features_are_always_found(tmp_path: Path) -> None:
    assert evaluated(tmp_path, people(6, noise=0)[0]) == {1: 1.0, 5: 1.0}


def test_a_sketch_without_a_face_counts_as_a_miss(tmp_path: Path) -> None:
    recall = evaluated(tmp_path, people(6, noise=0)[0], faceless=("sketch ar_2",))
    assert recall[1] == pytest.approx(5 / 6)


def test_a_person_whose_photo_was_not_enrolled_cannot_be_found(tmp_path: Path) -> None:
    recall = evaluated(tmp_path, people(6, noise=0)[0], faceless=("photo ar_1",))
    assert recall[1] == pytest.approx(5 / 6)


def test_joined_sets_keep_order_and_failures() -> None:
    image, faceless = NamedImage(path=Path("a"), identity="a"), NamedImage(path=Path("b"), identity="b")
    part = EncodedSet(images=(image,), found=np.array([True]), features=np.ones((1, 2), np.float32), failures=())
    empty = EncodedSet(
        images=(faceless,),
        found=np.array([False]),
        features=np.empty((0, 2), np.float32),
        failures=((Path("b"), "no face"),),
    )
    joined = EncodedSet.joined([part, empty])
    assert (len(joined.features), joined.images, joined.failures) == (1, (image, faceless), empty.failures)
    assert joined.found.tolist() == [True, False]


def test_a_set_in_which_nothing_is_found_is_a_sentence(tmp_path: Path) -> None:
    everyone = tuple(f"sketch ar_{index}" for index in range(6))
    with pytest.raises(DataError, match="no sketch can be compared"):
        evaluated(tmp_path, people(6, noise=0)[0], faceless=everyone)


def test_a_synthetic_probe_is_drawn_from_its_photo_the_same_every_time() -> None:
    seen: list[UInt8Array] = []

    class Remembering(TableEncoder):
        def encode_sketches(self, crops: UInt8Array) -> FloatArray:
            seen.append(crops)
            return np.ones((len(crops), SIZE), np.float32)

    encoder = Remembering(people(2, noise=0)[0])
    tools = Tools(loader=PathLoader(), aligner=NumberAligner(), encoder=encoder, generator=RepeatingGenerator())
    photo = NamedImage(path=Path("s_200.jpg"), identity="a")
    drawn = NamedImage(path=Path("s_200.jpg"), identity="a", drawn_by=3)
    encode_images([photo, drawn], tools, sketches=True)
    encode_images([drawn], tools, sketches=True)
    assert seen[0].shape == (2, 112, 112, 3)
    assert not np.array_equal(seen[0][0], seen[0][1])
    assert np.array_equal(seen[0][1], seen[1][0])


def test_sigma_grows_with_the_distance_between_sketch_and_photo() -> None:
    ids = np.arange(200)
    choices = []
    for noise in (1.5, 3.0):
        photos, sketches = people(200, noise=noise)
        choices.append(choose_sigma(sketches[:, None], photos, ids, ids))
    assert GRID[0] < choices[0].sigma < choices[1].sigma < GRID[-1]
    for choice in choices:
        assert choice.log_posterior[choice.sigma] == max(choice.log_posterior.values())


def test_the_trainers_command_line_answers_mistakes_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "compact", "--data", str(tmp_path), "--run", str(tmp_path / "run")]) == 1
    assert "faces_train.csv cannot be read" in capsys.readouterr().err
    assert main(["evaluate", "--bundle", str(tmp_path), "--protocol", "cufs"]) == 1
    assert "manifest.json cannot be read" in capsys.readouterr().err


def test_the_whole_way_from_the_command_line(face_data: Path, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    arguments = ["--data", str(face_data), "--run", str(tmp_path / "run")]
    assert main(["train", "tiny", *arguments, "--quiet", "--device", "cpu"]) == 0
    assert (tmp_path / "run" / "config.json").exists()
    sheet = tmp_path / "sheet.png"
    assert main(["synthesise", "--data", str(face_data), "--out", str(sheet), "--photos", "3"]) == 0
    assert sheet.stat().st_size > 1000


def test_an_unusable_device_is_a_sentence(face_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "tiny", "--data", str(face_data), "--device", "abacus"]) == 1
    assert "abacus" in capsys.readouterr().err


def test_the_recall_of_a_batch_counts_namesakes_and_missing_sketches(tmp_path: Path) -> None:
    table = tmp_path / "results.csv"
    rows = ["sketch,rank,subject,photo,log_density"]
    rows += ["sub/a.png,1,a,a.jpg,0", "sub/a.png,2,b,b.jpg,-1", "b.png,1,a,a.jpg,0", "b.png,6,b,b.jpg,-1"]
    rows += ["c.png,1,a,a.jpg,0"]
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert batch_recall(table) == pytest.approx({1: 1 / 3, 5: 1 / 3, 10: 2 / 3, 50: 2 / 3})
    assert batch_recall(table, probes=4)[50] == pytest.approx(2 / 4)


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n"])
def test_a_table_that_is_no_batch_result_is_refused(tmp_path: Path, content: str) -> None:
    table = tmp_path / "results.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="columns rank, sketch, subject"):
        batch_recall(table)


def test_a_rank_that_is_no_number_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "results.csv"
    table.write_text("sketch,rank,subject\na.png,first,a\n", encoding="utf-8")
    with pytest.raises(DataError, match="a rank that is no number"):
        batch_recall(table)


def test_recorded_figures_stand_in_the_manifest_beside_the_older_ones(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"measured": {"validation_pairs": {"recall_1": 0.5}}}', encoding="utf-8")
    measured = Measured(
        protocol="cufs",
        probes=4,
        photos=9,
        identities=4,
        values=dict.fromkeys(METRICS, 0.25) | {"recall@10": 0.5},
        resamples=dict.fromkeys(METRICS, np.full(3, 0.25)),
        cmc=np.ones(50),
    )
    result = ProtocolResult(measured=measured, first_recall=dict.fromkeys(RECALL_AT, 0.25), draws=2, failures=())
    record_figures(tmp_path, [result])
    recorded = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["measured"]
    assert recorded["validation_pairs"] == {"recall_1": 0.5}
    assert recorded["cufs"] == {
        "sketches": 4, "photos": 9, "recall_1": 0.25, "recall_5": 0.25, "recall_10": 0.5, "recall_50": 0.25,
    }  # fmt: skip
