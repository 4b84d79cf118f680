"""Two bundles on the same protocol, from the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from forensic_id.core.errors import FaceNotFoundError
from forensic_id.core.records import AlignedFace, Box, FivePoints, LoadedImage
from forensic_id.vision.loading import PillowImageLoader
from trainer.__main__ import main
from trainer.evaluation.remembered_faces import Memory, RememberingAligner

RESOURCES = Path(__file__).parents[2] / "resources"
BUNDLE, DEMO = RESOURCES / "models" / "default", RESOURCES / "demo"


@pytest.fixture
def demo_as_cufs(tmp_path: Path) -> Path:
    """Six drawn people of the demo, named as in CUFS."""
    with (DEMO / "sketches.csv").open(encoding="utf-8", newline="") as file:
        drawn = [(row["external_id"], DEMO / row["sketch"]) for row in csv.DictReader(file)][:6]
    for person, sketch in drawn:
        photo = min((DEMO / "gallery" / person).iterdir())
        for folder, source in (("sketches", sketch), ("photos", photo)):
            (tmp_path / "cufs" / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / "cufs" / folder / f"{person}.jpg").write_bytes(source.read_bytes())
    return tmp_path


def test_a_bundle_compared_with_itself_does_not_differ(
    demo_as_cufs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "new" / "figures.json"
    arguments = ["--protocol", "cufs", "--data", str(demo_as_cufs), "--samples", "2", "--json", str(figures)]
    assert main(["compare", str(BUNDLE), str(BUNDLE), *arguments]) == 0
    (result,) = json.loads(figures.read_text(encoding="utf-8"))
    assert (result["sketches"], result["photos"]) == (6, 6)
    assert result["first"] == result["second"]
    assert set(map(tuple, result["difference"].values())) == {(0.0, 0.0, 0.0)}
    assert "do not tell which of them is better" in " ".join(capsys.readouterr().out.split())


def test_evaluate_prints_and_writes_intervals(demo_as_cufs: Path, tmp_path: Path) -> None:
    figures = tmp_path / "new" / "figures.json"
    arguments = ["--protocol", "cufs", "--data", str(demo_as_cufs), "--samples", "2", "--json", str(figures)]
    assert main(["evaluate", "--bundle", str(BUNDLE), *arguments]) == 0
    (result,) = json.loads(figures.read_text(encoding="utf-8"))
    low, high = result["interval_95"]["recall@5"]
    assert low <= result["recall"]["5"] <= high
    assert [result["cmc"][k - 1] for k in (1, 5)] == pytest.approx([result["recall"][k] for k in ("1", "5")])
    assert result["recall"]["1"] == pytest.approx(result["recall_first_draw"]["1"], abs=0.4)


@pytest.mark.parametrize(
    "command",
    [
        "evaluate --json file/figures.json",
        "evaluate --json folder",
        "compare a b --json file/figures.json",
        "calibrate --out file",
        "landmark-errors --out file",
        "quality-thresholds --out file",
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_anything_is_measured(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)  # where there is no bundle, which would be the next thing to be told
    assert main(command.split()) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}


class CountingAligner:
    """Finds a face in every picture but those called “faceless”, and counts."""

    def __init__(self) -> None:
        self.calls = 0

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        self.calls += 1
        if self.calls == 2:
            raise FaceNotFoundError("No face.")
        points: FivePoints = ((0, 0),) * 5
        area = box or Box(x=0, y=0, width=1, height=1)
        return AlignedFace(crop=image.pixels, box=area, landmarks=points, landmark_source="automatic")


def test_a_picture_is_aligned_once_for_all_bundles_unless_marked_by_hand() -> None:
    people = sorted((DEMO / "gallery").iterdir())[:2]
    found, faceless = (PillowImageLoader().load(min(person.iterdir())) for person in people)
    aligner, memory = CountingAligner(), Memory()
    first, second = RememberingAligner(aligner, memory), RememberingAligner(aligner, memory)
    assert first.align(found) is second.align(found)
    for one in (first, second):
        with pytest.raises(FaceNotFoundError):
            one.align(faceless)
    assert aligner.calls == 2
    box = Box(x=1, y=2, width=30, height=30)
    assert second.align(found, box=box).box == box
    assert aligner.calls == 3
