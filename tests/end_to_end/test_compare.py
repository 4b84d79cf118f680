"""Verification and verdicts from the command line, with a calibrated bundle of a few kilobytes and 34 people."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from forensic_id.services.assess_list import NOT_ASSESSED
from forensic_id.services.compare_faces import LIMITS, NOT_AN_IDENTIFICATION
from tests.end_to_end.conftest import Place, noisy_face
from tests.fakes.calibrations import calibration_field
from tests.fakes.tiny_bundle import SIGMA, write_tiny_bundle

PEOPLE = 34


@pytest.fixture(scope="module")
def crowd(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The prepared pictures with more people, under a bundle with a calibration."""
    folder = tmp_path_factory.mktemp("crowd") / "place"
    shutil.copytree(prepared, folder, ignore=shutil.ignore_patterns("library", "bundle"))
    place = Place(folder=folder)
    write_tiny_bundle(place.bundle, calibration=calibration_field(sigma=SIGMA))
    for number in range(100, 100 + PEOPLE - 5):
        Image.fromarray(noisy_face(number)).save(place.photos / f"P-{number}.png")
    assert place("gallery", "import", place.photos).status == 0
    case = ("--offence", "robbery", "--authority", "court order 12", "--requester", "Det. Moreau")
    assert place("case", "open", "7", *case).status == 0
    return place


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_comparison_prints_density_ratio_meaning_model_and_limits(crowd: Place) -> None:
    photo = crowd.photos / "P-1.png"
    shown = crowd("compare", crowd.sketch, photo, "--case", "7")
    plain = crowd("compare", crowd.sketch, photo, "--case", "7", "--json").json()
    assert (shown.status, shown.err) == (0, "")
    assert NOT_AN_IDENTIFICATION == plain["notice"] == shown.out.splitlines()[0]
    assert f"{plain['log_density']:.4f}" in shown.out
    assert f"log10 LR       {plain['ratio']['log10']:.2f}" in shown.out
    assert plain["population"]["people"] == PEOPLE - 1  # the person in the photo is enrolled
    for text in (plain["meaning"], plain["validation"], *LIMITS, plain["bundle_id"], plain["sketch"]["sha256"]):
        assert text in words(shown.out)
    for face in ("sketch", "photo"):
        for warning in plain[face]["warnings"]:
            assert f"Warning about the {face}: {warning}" in words(shown.out)
    assert "times as probable" in plain["meaning"]
    assert "%" not in shown.out


def test_the_very_same_face_is_more_alike_than_another(crowd: Place) -> None:
    face = crowd.photos / "P-1.png"
    likeness = [
        crowd("compare", face, crowd.photos / f"P-{number}.png", "--json").json()["likeness"] for number in (1, 2)
    ]
    assert likeness[0] > likeness[1]


def test_a_comparison_is_in_the_audit_log_and_the_same_again(crowd: Place) -> None:
    asked = ("compare", crowd.sketch, crowd.photos / "P-2.png", "--seed", "5", "--json")
    first, second = crowd(*asked).json(), crowd(*asked).json()
    assert {**first, "at": ""} == {**second, "at": ""}
    path = crowd.folder / "audit.csv"
    assert crowd("audit", "export", path).status == 0
    with path.open(encoding="utf-8") as file:
        last = [row for row in csv.DictReader(file) if row["action"] == "face.compare"][-1]
    assert json.loads(last["details"])["log_density"] == first["log_density"]
    assert last["subject"] == "no case"
    assert crowd("audit", "verify").status == 0


def test_samples_filters_boxes_and_landmarks_are_taken_by_the_comparison(crowd: Place) -> None:
    marks = "98,131,142,131,120,155,102,176,138,176"
    hand = ("--sketch-box", "54,76,132,132", "--photo-landmarks", marks, "--photo-box", "54,76,132,132")
    done = crowd("compare", crowd.sketch, crowd.photos / "P-2.png", "--samples", "3", *hand)
    assert done.status == 0
    assert "Compare again with --samples 10." in words(done.out)
    assert "Warning about the photo: The landmarks were set by hand." in done.out
    few = crowd("compare", crowd.sketch, crowd.photos / "P-2.png", "--filter", "sex=female")
    assert few.status == 0
    assert "Compared with 0 people of the gallery (sex=female;" in words(few.out)
    assert "at least 30 people" in words(few.out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--case", "99"), "99"),
        (("--sketch-box", "1,2"), "--box cannot be read"),
        (("--filter", "height=3"), "height"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(
    crowd: Place, arguments: tuple[str, ...], message: str
) -> None:
    refused = crowd("compare", crowd.sketch, crowd.photos / "P-2.png", *arguments)
    assert (refused.status, refused.out) == (1, "")
    assert message in refused.err


def test_a_file_that_is_no_picture_is_named(crowd: Place) -> None:
    broken = crowd.folder / "broken.png"
    broken.write_bytes(b"no picture")
    for pair in ((broken, crowd.sketch), (crowd.sketch, broken)):
        refused = crowd("compare", *pair)
        assert refused.status == 1
        assert "broken.png" in refused.err


def test_without_calibration_and_library_there_is_a_density_and_a_log(empty_place: Place) -> None:
    done = empty_place("compare", empty_place.sketch, empty_place.photos / "P-1.png")
    assert done.status == 0
    assert "This model has no calibration" in words(done.out)
    assert "log10 LR       -" in done.out
    assert empty_place("audit", "verify", "--json").json()["audit_entries"] == 2


def test_a_search_says_whether_anybody_stands_out_on_every_surface(crowd: Place) -> None:
    listing, pdf = crowd.folder / "s.json", crowd.folder / "s.pdf"
    done = crowd("identify", crowd.sketch, "--case", "7", "--top", "3", "--json", listing, "--pdf", pdf)
    assert done.status == 0
    record = json.loads(listing.read_text(encoding="utf-8"))
    assert record["verdict"]["threshold"] == 1.0
    assert record["verdict"]["informative"] == (record["verdict"]["score"] > 1.0)
    assert f"Assessment: {record['assessment']}" in words(done.out)
    assert "FPIR(N=650, T=1.00) = 0.058 (0.025 to 0.098)" in words(done.out)
    printed = words(" ".join(page.extract_text() for page in PdfReader(pdf).pages))
    assert "Does anybody stand out?" in printed
    assert record["assessment"] in printed
    assert "FNIR(N=650, R=50, T=1.00)" in printed
    number = str(record["search_id"])
    assert record["assessment"] in words(crowd("search", "show", number).out)
    assert crowd("search", "repeat", number, "--json").json()["differences"] == []


def test_a_small_gallery_is_not_assessed(place: Place) -> None:
    assert NOT_ASSESSED in words(place("search", "show", "1").out)
    assert place("search", "show", "1", "--json").json()["verdict"] is None


def test_the_bundle_shows_its_calibration(crowd: Place) -> None:
    shown = crowd("bundle", "show").out
    assert "calibration likelihood cllr value" in shown
    assert "calibration candidate list miss rates 1 rate value" in shown
    facts = crowd("bundle", "show", "--json").json()
    assert facts["calibration"]["candidate_list"]["people"] == 650
