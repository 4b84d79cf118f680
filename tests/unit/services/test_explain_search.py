from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import CancelledError, InvalidInputError, NotFoundError
from forensic_id.core.progress import Progress
from forensic_id.core.records import ListVerdict, SearchParameters, SearchRecord
from forensic_id.services.explain_search import (
    PATCHES,
    density_curve,
    explain_candidate,
    explain_plane,
    reproduce_probe,
)
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.unit.services.search_desk import SearchDesk, new_reader, search_desk
from tests.unit.services.searching import searched


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


@pytest.fixture
def record(desk: SearchDesk) -> SearchRecord:
    return searched(desk, "anna-2019", SearchParameters(samples=6, seed=3))


def test_the_samples_are_those_of_the_search(desk: SearchDesk, record: SearchRecord) -> None:
    probe = reproduce_probe(record.search_id, desk.tools)
    table = desk.library.gallery.features(record.bundle_id)
    again = desk.tools.scorer.rank(table, probe.samples, record.sigma, fusion="max", top=50)
    assert again == record.candidates
    assert probe.samples.shape == (6, 8)


def test_a_search_of_another_bundle_is_refused_with_what_to_do(desk: SearchDesk, record: SearchRecord) -> None:
    other = desk.with_reader(new_reader("c" * 64))
    for explain in (reproduce_probe, explain_plane, lambda number, tools: explain_candidate(number, 1, tools)):
        with pytest.raises(InvalidInputError, match=r"fake 1 \(bbbbbbbbbbbb\).*Choose that model on the page"):
            explain(record.search_id, other)


def test_the_plane_holds_the_sketch_all_samples_and_the_first_candidates(
    desk: SearchDesk, record: SearchRecord
) -> None:
    plane = explain_plane(record.search_id, desk.tools, most=4)
    assert plane.samples.shape == (6, 2)
    assert [candidate.rank for candidate, _ in plane.candidates] == [1, 2, 3, 4]
    assert 0.0 < plane.shown <= 1.0
    assert "6 photos" in plane.meaning
    assert "first 4 candidates" in plane.meaning
    assert f"{plane.shown:.0%}" in plane.caveat


def test_the_best_candidate_lies_nearest_to_the_samples(desk: SearchDesk, record: SearchRecord) -> None:
    plane = explain_plane(record.search_id, desk.tools)
    middle = plane.samples.mean(axis=0)
    distances = [float(np.linalg.norm(np.array(place) - middle)) for _, place in plane.candidates]
    assert min(distances) == distances[0]


def test_the_plane_leaves_out_whom_the_gallery_no_longer_holds(desk: SearchDesk, record: SearchRecord) -> None:
    desk.library.gallery.remove_subject("boris")
    gone = desk.library.gallery
    plane = explain_plane(record.search_id, desk.tools)
    assert len(plane.candidates) == len(record.candidates) - 1
    assert all(candidate.photo_id in gone.photos for candidate, _ in plane.candidates)


def test_fused_sketches_are_reproduced_from_their_single_searches(desk: SearchDesk) -> None:
    fused = searched(desk, ("anna-2019", "woman-3"), SearchParameters(samples=5))
    probe = reproduce_probe(fused.search_id, desk.tools)
    table = desk.library.gallery.features(fused.bundle_id)
    again = desk.tools.scorer.rank(table, probe.samples, fused.sigma, fusion="max", top=50)
    assert again == fused.candidates
    assert (len(probe.crops), probe.samples.shape) == (2, (10, 8))
    assert explain_plane(fused.search_id, desk.tools).sketches.shape == (2, 2)


def test_one_of_fused_sketches_is_covered_at_a_time(desk: SearchDesk) -> None:
    fused = searched(desk, ("anna-2019", "woman-3"), SearchParameters(samples=5))
    first, second = (explain_candidate(fused.search_id, 1, desk.tools, sketch=place) for place in (0, 1))
    assert (first.crop != second.crop).any()
    assert (first.changes != second.changes).any()


def test_the_plane_needs_no_candidate(desk: SearchDesk, record: SearchRecord) -> None:
    assert explain_plane(record.search_id, desk.tools, most=0).candidates == ()


def test_the_curve_is_the_stored_list_beside_its_population(record: SearchRecord) -> None:
    plain = density_curve(record)
    assert plain.log_densities == tuple(candidate.log_density for candidate in record.candidates)
    assert (plain.mean, plain.deviation) == (None, None)
    verdict = ListVerdict(informative=True, score=2.0, threshold=1.0, mean=-20.0, deviation=4.0)
    judged = density_curve(replace(record, verdict=verdict))
    assert (judged.mean, judged.deviation) == (-20.0, 4.0)
    assert "deviations" in judged.meaning
    assert "deviations" not in plain.meaning


def test_covering_what_the_encoder_looks_at_changes_the_density_and_the_rest_does_not(
    desk: SearchDesk, record: SearchRecord
) -> None:
    reports: list[Progress] = []
    found = explain_candidate(record.search_id, 1, desk.tools, progress=reports.append)
    assert found.candidate == record.candidates[0]
    assert found.changes.shape == found.crop.shape[:2]
    assert found.changes[:12, :12].max() < 0.0  # the fake encoder sees the upper left 16 x 16 pixels
    assert not found.changes[60:, 60:].any()
    assert "rank 1" in found.meaning
    assert (reports[0].done, reports[-1].done) == (0, len(PATCHES.corners))


def test_a_rank_that_is_not_on_the_list_is_refused(desk: SearchDesk, record: SearchRecord) -> None:
    with pytest.raises(NotFoundError, match="no candidate at rank 99"):
        explain_candidate(record.search_id, 99, desk.tools)


def test_covering_stops_when_asked(desk: SearchDesk, record: SearchRecord) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(CancelledError):
        explain_candidate(record.search_id, 1, desk.tools, cancelled=cancelled)
    with pytest.raises(CancelledError):
        explain_plane(record.search_id, desk.tools, cancelled=lambda: True)


def test_sketches_and_photos_are_encoded_as_what_they_are(desk: SearchDesk, record: SearchRecord) -> None:
    encoder = FakeFaceEncoder()
    tools = replace(desk.tools, reader=replace(desk.tools.reader, encoder=encoder))
    explain_plane(record.search_id, tools)
    assert encoder.modalities == ["sketches", "photos"]
    encoder.modalities.clear()
    explain_candidate(record.search_id, 1, tools)
    assert encoder.modalities[:3] == ["sketches", "photos", "sketches"]
    assert set(encoder.modalities[3:]) == {"sketches"}
