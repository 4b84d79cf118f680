"""The shipped model on the shipped people, and on the research data where they are at hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from forensic_id import composition
from tests.end_to_end.conftest import Place
from trainer.__main__ import main as trainer_main

RESOURCES = composition.resources()
BUNDLE = RESOURCES / "models" / "default"
DEMO = RESOURCES / "demo"
RESEARCH_DATA = Path(__file__).parents[3] / "shared" / "data"
SKETCHES, FOUND = 24, 20


@pytest.fixture(scope="module")
def demo_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The demo, run once with the shipped model."""
    place = Place(folder=tmp_path_factory.mktemp("shipped"))
    done = place("--bundle", BUNDLE, "demo", "--out", place.folder / "demo")
    assert done.status == 0, done.err
    return place


def true_subjects() -> dict[str, str]:
    with (DEMO / "sketches.csv").open(encoding="utf-8") as file:
        return {Path(row["sketch"]).name: row["external_id"] for row in csv.DictReader(file)}


def test_the_demo_enrols_everyone_and_writes_ten_candidates_and_a_report(demo_place: Place) -> None:
    out = demo_place.folder / "demo"
    (listing,) = out.glob("*.json")
    candidates = json.loads(listing.read_text(encoding="utf-8"))["candidates"]
    with (DEMO / "gallery.csv").open(encoding="utf-8") as file:
        photos = list(csv.DictReader(file))
    stats = demo_place("--library", out / "library", "--bundle", BUNDLE, "gallery", "stats", "--json").json()
    assert len(candidates) == 10
    assert (out / f"{listing.stem}.pdf").read_bytes().startswith(b"%PDF")
    assert stats["photos"] == len(photos)
    assert stats["subjects"] == len({row["external_id"] for row in photos}) >= 120


@pytest.mark.timeout(600)
def test_at_least_twenty_of_the_demo_sketches_find_their_person_among_ten(demo_place: Place, tmp_path: Path) -> None:
    options = ("--case", "DEMO-1", "--out", tmp_path / "results", "--top", "10")
    library = demo_place.folder / "demo" / "library"
    done = demo_place("--library", library, "--bundle", BUNDLE, "batch", DEMO / "sketches", *options)
    assert done.status == 0, done.err
    subjects = true_subjects()
    with (tmp_path / "results" / "results.csv").open(encoding="utf-8") as file:
        found = {row["sketch"] for row in csv.DictReader(file) if subjects[row["sketch"]] == row["subject"]}
    assert len(subjects) == SKETCHES
    assert len(found) >= FOUND, sorted(set(subjects) - found)


@pytest.mark.data
@pytest.mark.timeout(900)
@pytest.mark.skipif(not (RESEARCH_DATA / "cufsf").is_dir(), reason="the research data are not at hand")
def test_real_sketches_are_found_from_raw_images(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    arguments = [
        "--bundle",
        str(BUNDLE),
        "--protocol",
        "cufsf194",
        "--data",
        str(RESEARCH_DATA),
        "--json",
        str(figures),
    ]
    assert trainer_main(["evaluate", *arguments]) == 0
    (result,) = json.loads(figures.read_text(encoding="utf-8"))
    assert result["recall"]["1"] >= 0.85
    assert result["recall"]["10"] >= 0.97
