"""The shipped model on the shipped people, and on the research data where they are at hand."""

from __future__ import annotations

import csv
import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from forensic_id import composition
from tests.end_to_end.conftest import Place
from tests.gui.demo_library import demo_library
from trainer.evaluation.protocols import load_protocol
from trainer.evaluation.retrieval import bundle_tools, encode_images, evaluate

RESOURCES = composition.resources()
BUNDLE = RESOURCES / "models" / "default"
DEMO = RESOURCES / "demo"
RESEARCH_DATA = Path(__file__).parents[3] / "shared" / "data"
SKETCHES, FOUND = 24, 20
ANEW = ("D-0001", "D-0002", "D-0003")
"""Whom the demo itself enrols."""


@pytest.fixture(scope="module")
def demo_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The demo, run once with the shipped model where an import by the same model was stopped just before its end.

    Encoding everybody takes half a minute, and the library of the tests of the desktop holds them.
    """
    place = Place(folder=tmp_path_factory.mktemp("shipped"))
    library = place.folder / "demo" / "library"
    shutil.copytree(demo_library(request.config.cache.mkdir("demo-library")), library)
    begun = ("--library", library, "--bundle", BUNDLE)
    for subject in ANEW:
        assert place(*begun, "gallery", "remove", subject, "--yes").status == 0
    done = place("--bundle", BUNDLE, "demo", "--out", place.folder / "demo")
    assert done.status == 0, done.err
    enrolled = len([row for row in demo_photos() if row["external_id"] in ANEW])
    assert f"Gallery: {enrolled} photos enrolled, {len(demo_photos()) - enrolled} known, 0 failed." in done.err
    return place


def demo_photos() -> list[dict[str, str]]:
    with (DEMO / "gallery.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def true_subjects() -> dict[str, str]:
    with (DEMO / "sketches.csv").open(encoding="utf-8") as file:
        return {Path(row["sketch"]).name: row["external_id"] for row in csv.DictReader(file)}


def test_the_demo_enrols_everyone_and_writes_ten_candidates_and_a_report(demo_place: Place) -> None:
    out = demo_place.folder / "demo"
    (listing,) = out.glob("*.json")
    candidates = json.loads(listing.read_text(encoding="utf-8"))["candidates"]
    photos = demo_photos()
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
def test_real_sketches_are_found_from_raw_images() -> None:
    whole = load_protocol("cufsf194", RESEARCH_DATA)
    people = sorted({image.identity for image in whole.probes})[::4]
    probes, gallery = (
        tuple(image for image in images if image.identity in people) for images in (whole.probes, whole.gallery)
    )
    few, tools = dataclasses.replace(whole, probes=probes, gallery=gallery), bundle_tools(BUNDLE)
    assert (len(probes), len(gallery)) == (len(people), len(people))
    result = evaluate(
        few,
        encode_images(probes, tools, sketches=True),
        encode_images(gallery, tools, sketches=False),
        tools,
        samples=10,
    )
    assert not result.failures
    assert result.measured.values["recall@1"] >= 0.9
    assert result.measured.values["recall@5"] >= 0.97
