"""The reproduction at its smallest scale writes everything, and its measures are what they say."""

from __future__ import annotations

import csv
import functools
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from forensic_id.core.errors import DataError, InvalidInputError
from forensic_id.core.records import FloatArray
from forensic_id.matching.density import log_densities
from trainer.__main__ import main
from trainer.checkpoint import checkpoint_steps
from trainer.data.demo import demo_faces
from trainer.data.faces import PHOTO, SKETCH, FaceSet
from trainer.evaluation.bench import Bench, bench_of_drawn_photos, bench_of_faces, bench_of_files, template_crops
from trainer.evaluation.crops import CropCache
from trainer.evaluation.measured import LONGEST_LIST, METRICS
from trainer.evaluation.model_figures import density_table, encode_bench
from trainer.evaluation.protocols import NamedImage, Protocol
from trainer.methods import METHODS, TITLES
from trainer.methods.steps import StepLoop
from trainer.reproduce import paper, run_data
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.fig4 import Cloud, lay_out, mixing
from trainer.reproduce.material import DEMO, LANDMARKS, load_material
from trainer.reproduce.page import share, table
from trainer.reproduce.scales import SCALES, TINY, scale_named
from trainer.reproduce.table4 import inter_similarity, intra_similarity
from trainer.reproduce.targets import TARGETS
from trainer.reproduce.training import ROWS

pytestmark = pytest.mark.timeout(1200)  # half a minute of computing, which a busy machine may stretch
FILES = {
    "table1": {"table1.csv", "table1.md", "table1.png", "table1_cmc.csv", "table1_cmc.png"},
    **{name: {f"{name}.csv", f"{name}.md", f"{name}.png"} for name in ("table2", "table3", "table4", "fig4", "fig5")},
}


def unit(rows: np.ndarray) -> FloatArray:
    features: FloatArray = (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)
    return features


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", autouse=True)
def _people_read_once() -> Iterator[None]:
    """Aligning the demo's people takes seconds, and each part that is tested here would do it anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trainer.reproduce.material.demo_faces", functools.cache(demo_faces))
        yield


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results of all targets at the scale tiny, and the run folders beside them."""
    folder = tmp_path_factory.mktemp("reproduce")
    out, runs = ("--out", str(folder / "out")), ("--runs", str(folder / "runs"))
    assert main(["reproduce", *TARGETS, "--scale", "tiny", *out, *runs, "--device", "cpu", "--quiet"]) == 0
    return folder


def test_every_target_writes_its_page_table_and_plots(written: Path) -> None:
    names = {path.name for path in (written / "out").iterdir()}
    assert names == set().union(*FILES.values())
    assert set(FILES) == set(TARGETS)


def test_table_1_has_its_fourteen_rows_on_every_protocol_with_intervals(written: Path) -> None:
    rows = read(written / "out" / "table1.csv")
    assert list(rows[0]) == ["method", "protocol", "metric", "value", "low", "high"]
    assert list(dict.fromkeys(row["method"] for row in rows)) == list(METHODS) == list(paper.TABLE_1)
    assert len(METHODS) == 14
    assert len(rows) == 14 * len(TINY.protocols) * len(METRICS)
    for row in rows:
        assert 0 <= float(row["low"]) <= float(row["value"]) <= float(row["high"]) <= 1


def test_every_row_is_trained_in_a_folder_of_its_own(written: Path) -> None:
    runs = written / "runs"
    trained = {"start", *ROWS} - {"pretraining"}  # which is the start itself
    for seed in range(TINY.trainings):
        assert {path.parent.name for path in runs.glob(f"seed-{seed}/*/*.safetensors")} == trained


def test_curves_of_all_rows_hold_the_recalls_of_the_table(written: Path) -> None:
    curves = {
        (row["method"], row["protocol"], row["rank"]): row["recall"]
        for row in read(written / "out" / "table1_cmc.csv")
    }
    assert len(curves) == 14 * len(TINY.protocols) * LONGEST_LIST
    for row in read(written / "out" / "table1.csv"):
        kind, _, rank = row["metric"].partition("@")
        if kind == "recall":
            assert curves[row["method"], row["protocol"], rank] == row["value"]


def test_runs_of_other_data_are_refused_and_kept(written: Path, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    runs.mkdir()
    remembered = (written / "runs" / run_data.FILE).read_text(encoding="utf-8")
    (runs / run_data.FILE).write_text(remembered.replace('"photos": ', '"photos": 1'), encoding="utf-8")
    other = Comparison(TINY, data=tmp_path, runs=runs, device=torch.device("cpu"), quiet=True)
    with pytest.raises(DataError, match="trained on other data"):
        _ = other.trainings
    same = Comparison(TINY, data=tmp_path, runs=written / "runs", device=torch.device("cpu"), quiet=True)
    assert len(same.trainings) == TINY.trainings


def test_figures_are_means_over_trainings_from_several_seeds(written: Path) -> None:
    page = (written / "out" / "table1.md").read_text(encoding="utf-8")
    assert TINY.trainings > 1
    assert f"mean of {TINY.trainings}, from the seeds 0, 1" in page
    single = page.partition("## The single trainings")[2]
    means = {
        (row["method"], row["protocol"]): float(row["value"])
        for row in read(written / "out" / "table1.csv")
        if row["metric"] == "recall@5"
    }
    for method in METHODS:
        (line,) = re.findall(rf"^\| {re.escape(TITLES[method])} \| (.*) \|$", single, flags=re.MULTILINE)
        for protocol, cell in zip(TINY.protocols, line.split(" | "), strict=True):
            trained = [float(value) for value in cell.split(" / ")]
            assert len(trained) == TINY.trainings
            assert np.mean(trained) == pytest.approx(means[method, protocol], abs=6e-4)


def test_pages_say_what_they_were_made_from_and_show_their_plots(written: Path) -> None:
    out = written / "out"
    for name in FILES:
        page = (out / f"{name}.md").read_text(encoding="utf-8")
        for word in ("scale", "seed", "steps", "SHA-256", "revision", "`tiny`"):
            assert word in page
        for picture in re.findall(r"!\[.*?\]\((.*?)\)", page):
            pixels = cv2.imread(str(out / picture))
            assert pixels is not None
            assert pixels.std() > 5
        assert str(written) not in page
        assert "nan" not in page


def test_figures_of_the_paper_stand_beside_ours(written: Path) -> None:
    page = (written / "out" / "table1.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^\| WSGAN \|.*\.561 \.821 \.545 \.803 \|$", page, flags=re.MULTILINE)
    assert line.count("(") == 5


def test_the_number_of_samples_is_measured_on_one_draw(written: Path) -> None:
    rows = read(written / "out" / "fig5.csv")
    assert {int(row["samples"]) for row in rows} == set(TINY.sample_counts)
    table_3 = {
        (row["objectives"], row["samples"], row["metric"]): row["value"]
        for row in read(written / "out" / "table3.csv")
        if row["protocol"] == TINY.main_protocol
    }
    assert len(table_3) == 3 * 2 * 5
    for row in rows:
        if row["method"] == "wsgan" and row["samples"] in {"1", "10"}:
            assert table_3["L_A + L_C + L_E", row["samples"], row["metric"]] == row["value"]


def test_ctrl_c_ends_a_reproduction_after_the_step_with_a_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    original = StepLoop.train_step

    def interrupted(self: StepLoop) -> dict[str, Tensor]:
        signal.raise_signal(signal.SIGINT)
        return original(self)

    monkeypatch.setattr(StepLoop, "train_step", interrupted)
    arguments = ["--scale", "tiny", "--out", str(tmp_path / "out"), "--runs", str(tmp_path / "runs"), "--quiet"]
    assert main(["reproduce", "table2", *arguments, "--device", "cpu"]) == 130
    assert "Stopped after step 1, with a checkpoint" in capsys.readouterr().err
    (start,) = (tmp_path / "runs").glob("seed-*/start")
    assert checkpoint_steps(start) == {"start.safetensors": 1}


def test_a_finished_reproduction_is_not_trained_again(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("trained again")

    monkeypatch.setattr("trainer.methods.steps.StepLoop.train_step", refuse)
    again = written / "again"
    arguments = [
        "--scale",
        "tiny",
        "--out",
        str(again),
        "--runs",
        str(written / "runs"),
        "--device",
        "cpu",
        "--quiet",
    ]
    assert main(["reproduce", "table2", *arguments]) == 0
    assert (again / "table2.csv").read_bytes() == (written / "out" / "table2.csv").read_bytes()


def test_scales_measure_what_their_tables_need() -> None:
    for scale in SCALES.values():
        assert scale.main_protocol in scale.protocols
        assert {1, scale.samples} <= set(scale.sample_counts)
    for scale in (SCALES["cpu"], SCALES["full"]):
        budget = scale.budget
        from_scratch = budget.sketches_from_scratch * (budget.start_steps + budget.steps)
        assert from_scratch == pytest.approx(budget.sketches * budget.steps, rel=0.01)
    with pytest.raises(InvalidInputError, match="tiny, cpu, full"):
        scale_named("huge")


def test_nobody_of_the_test_people_is_trained_on(tmp_path: Path) -> None:
    material = load_material(TINY, tmp_path, tmp_path)
    training = {crop.tobytes() for crop in template_crops(material.training.strong)}
    for name in ("demo", "demo-sketch"):
        gallery = material.bench.crops[material.bench.protocol(name).gallery_rows]
        assert training.isdisjoint(crop.tobytes() for crop in gallery)


# --- measures ---


def test_the_table_of_densities_is_what_the_application_computes() -> None:
    random = np.random.default_rng(0)
    samples, features = unit(random.normal(size=(4, 3, 16))), unit(random.normal(size=(9, 16)))
    table_of = density_table(samples, features, 0.3)
    assert table_of == pytest.approx(np.stack([log_densities(features, one, 0.3) for one in samples]), abs=1e-9)


def loop_similarity(features: np.ndarray, people: np.ndarray, *, same: bool) -> list[float]:
    """Mean cosine for each person by plain loops."""
    means = []
    for person in np.unique(people):
        per_other: dict[int, list[float]] = {}
        for i in np.flatnonzero(people == person):
            for k in range(len(people)):
                if k != i and (people[k] == person) == same:
                    per_other.setdefault(int(people[k]), []).append(float(features[i] @ features[k]))
        if per_other:
            means.append(float(np.mean([np.mean(values) for values in per_other.values()])))
    return means


def test_similarities_within_and_between_people_equal_a_loop() -> None:
    random = np.random.default_rng(1)
    features, people = unit(random.normal(size=(12, 6))), np.array([0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 4, 4])
    for measure, same in ((intra_similarity, True), (inter_similarity, False)):
        expected = loop_similarity(features.astype(np.float64), people, same=same)
        assert measure(features, people).mean == pytest.approx(np.mean(expected), abs=1e-6)
        assert measure(features, people).deviation == pytest.approx(np.std(expected), abs=1e-6)


def test_mixing_tells_two_clouds_from_one() -> None:
    random = np.random.default_rng(2)
    here, there = random.normal(size=(2, 200, 8)) + 4 * np.eye(2, 8)[:, None]
    apart = Cloud(photos=unit(here + 4 * np.eye(8)[0]), sketches=unit(there + 4 * np.eye(8)[1]))
    mixed = Cloud(photos=unit(random.normal(size=(200, 8))), sketches=unit(random.normal(size=(100, 8))))
    assert mixing(apart) < 0.1
    assert mixing(mixed) == pytest.approx(1, abs=0.12)
    photos, sketches = lay_out(apart, seed=0)
    assert (photos.shape, sketches.shape) == ((200, 2), (200, 2))


class Mean(nn.Module):
    """A matching model that sees an image's coarse pixels, and draws samples around them."""

    generator: nn.Module | None = None

    def photo_features(self, crops: Tensor) -> Tensor:
        small = nn.functional.adaptive_avg_pool2d(crops, 8).flatten(1)
        return nn.functional.normalize(small - small.mean(1, keepdim=True))

    def sketch_samples(self, crops: Tensor, *, samples: int, seed: int) -> Tensor:
        return self.photo_features(crops).unsqueeze(1)


def faces(modalities: list[int], names: list[str]) -> FaceSet:
    random = [np.random.default_rng(ord(name[0])).integers(0, 255, (8, 8)).astype(np.float32) for name in names]
    images = np.stack([cv2.resize(one, (128, 128), interpolation=cv2.INTER_CUBIC) for one in random])
    return FaceSet(
        images=torch.from_numpy(images.clip(0, 255).astype(np.uint8)).unsqueeze(1),
        identities=np.array(names),
        sources=np.array(["lfw"] * len(names)),
        modalities=np.array(modalities),
        csv_sha256="0",
    )


def test_sketches_are_searched_among_their_photos_and_the_distractors() -> None:
    own = faces([PHOTO, PHOTO, SKETCH, SKETCH], ["a", "b", "a", "b"])
    bench = bench_of_faces("p", own, distractors=faces([PHOTO] * 3, ["c", "d", "e"]))
    encoded = encode_bench(Mean(), bench, size=64, samples=10)["p"]
    assert encoded.samples.shape[:3] == (1, 2, 1)
    measured = encoded.measured(samples=10, sigma=1.0, resamples=20)
    assert (measured.probes, measured.photos, measured.values["recall@1"]) == (2, 5, 1.0)


def test_drawn_photos_are_not_searched_among_themselves() -> None:
    bench = bench_of_drawn_photos("p", faces([PHOTO] * 5, ["a", "a", "b", "b", "c"]))
    protocol = bench.protocol("p")
    assert (len(protocol.probe_ids), len(protocol.gallery_rows)) == (2, 3)
    assert protocol.probe_rows.tolist() == [5, 6]
    assert set(protocol.probe_ids) < set(protocol.gallery_ids)


def test_joined_benches_keep_their_crops_apart() -> None:
    own = faces([PHOTO, PHOTO, SKETCH], ["a", "b", "a"])
    parts = [bench_of_faces("first", own), bench_of_drawn_photos("second", faces([PHOTO] * 3, ["c", "c", "d"]))]
    joined = Bench.joined(parts)
    for part in parts:
        (alone,) = part.protocols
        together = joined.only([alone.name]).protocols[0]
        assert np.array_equal(joined.crops[together.gallery_rows], part.crops[alone.gallery_rows])
        assert np.array_equal(joined.crops[together.probe_rows], part.crops[alone.probe_rows])
    with pytest.raises(InvalidInputError, match="first, second"):
        joined.protocol("third")


def test_raw_images_become_a_bench_in_which_lost_sketches_still_count(tmp_path: Path) -> None:
    photos = [next((DEMO / "gallery" / f"D-000{n}").iterdir()) for n in (1, 2)]
    faceless = tmp_path / "demo" / "faceless.png"
    faceless.parent.mkdir()
    cv2.imwrite(str(faceless), np.full((90, 90), 127, np.uint8))
    files = [tmp_path / "demo" / photo.name for photo in photos]
    for photo, file in zip(photos, files, strict=True):
        file.write_bytes(photo.read_bytes())
    gallery = tuple(NamedImage(path=file, identity=str(n)) for n, file in enumerate(files))
    probes = (
        NamedImage(path=faceless, identity="0"),
        NamedImage(path=files[1], identity="1", drawn_by=4),
    )
    protocol = Protocol(name="p", probes=probes, gallery=gallery)
    bench = bench_of_files([protocol], tmp_path, CropCache(tmp_path / "crops", LANDMARKS))
    indexed = bench.protocol("p")
    assert (indexed.found.tolist(), indexed.probe_ids.tolist()) == ([1], [0, 1])
    assert not np.array_equal(bench.crops[indexed.probe_rows[0]], bench.crops[indexed.gallery_rows[1]])
    measured = encode_bench(Mean(), bench, size=112, samples=1)["p"].measured(samples=1, sigma=1.0, resamples=10)
    assert measured.values["recall@50"] == 0.5
    assert list(bench.keys) == ["demo"]


def test_test_sets_without_any_face_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    cv2.imwrite(str(tmp_path / "set" / "wall.png"), np.full((60, 60), 90, np.uint8))
    wall = (NamedImage(path=tmp_path / "set" / "wall.png", identity="a"),)
    cache = CropCache(tmp_path / "crops", LANDMARKS)
    with pytest.raises(DataError, match="No face was found in any of the 1 images"):
        bench_of_files([Protocol(name="p", probes=wall, gallery=wall)], tmp_path, cache)


def test_shares_and_tables_are_written_as_in_print() -> None:
    assert [share(value) for value in (0.5612, 1.0, 0.0, 0.99961)] == [".561", "1.000", ".000", "1.000"]
    assert table(("a", "b"), [("x", "1")]) == "| a | b |\n| --- | ---: |\n| x | 1 |"
