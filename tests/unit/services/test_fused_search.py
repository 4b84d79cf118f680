"""Several sketches of one person: single records, a fused one that refers to them, and their repetition."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forensic_id.core.edits import Crop, Mirror, Rotate
from forensic_id.core.errors import CancelledError, FaceNotFoundError, InvalidInputError
from forensic_id.core.progress import Progress
from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.services.describe_search import describe_search
from forensic_id.services.identify import (
    MOST_SKETCHES,
    NOT_CHOSEN_FOR_FUSED,
    IdentifyRequest,
    SearchTools,
    identify,
    rank,
)
from forensic_id.services.match_folder import MatchFolderRequest, match_folder
from forensic_id.services.probe import EDITED, MIRRORED, SketchInput, SketchOrigin
from forensic_id.services.repeat_search import repeat_search
from forensic_id.services.search_pool import load_pool
from forensic_id.services.verify_audit import verify_library
from tests.fakes.calibrations import sample_calibration
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.unit.services.search_desk import CASE, SearchDesk, new_reader, search_desk


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


def sketch(desk: SearchDesk, text: str, **changes: Any) -> SketchInput:
    return SketchInput(path=desk.sketch(f"{text}.png", text), **changes)


def searched(desk: SearchDesk, *sketches: SketchInput, tools: SearchTools | None = None) -> SearchRecord:
    request = IdentifyRequest(
        sketches=sketches, case_number=CASE, parameters=SearchParameters(top=6, samples=4, seed=3)
    )
    return identify(request, tools or desk.tools)


def test_every_sketch_is_searched_alone_and_the_fused_record_refers_to_these_searches(desk: SearchDesk) -> None:
    first, second = sketch(desk, "anna-2019", origin=SketchOrigin(witness=" A ")), sketch(desk, "anna-2021")
    alone = searched(desk, first)
    fused = searched(desk, first, second)
    cases = desk.library.cases
    assert fused == cases.search(4)
    assert fused.parts == (2, 3)
    assert cases.search(2).candidates == alone.candidates
    assert [cases.search(part).parts for part in fused.parts] == [(), ()]
    assert [cases.search(part).sketch.file_name for part in fused.parts] == ["anna-2019.png", "anna-2021.png"]
    assert fused.sketch == cases.search(2).sketch
    assert fused.sketch.witness == "A"
    assert cases.sketch_original(4) == first.path.read_bytes()


def test_the_fused_density_is_the_mean_of_the_single_densities(desk: SearchDesk) -> None:
    inputs = (sketch(desk, "anna-2019"), sketch(desk, "boris"), sketch(desk, "woman-2"))
    tools = desk.tools
    pool = load_pool(desk.library.gallery, BUNDLE_ID, ())
    probes = [tools.reader.read(each) for each in inputs]
    parameters = SearchParameters(top=50, samples=5, seed=1)

    def densities(ranked: Any) -> dict[int, float]:
        return {each.subject_id: float(np.exp(each.log_density)) for each in ranked.candidates}

    single = [densities(rank(tools, pool, (probe,), parameters)) for probe in probes]
    fused = densities(rank(tools, pool, probes, parameters))
    one_photo = [number for number in fused if len(desk.library.gallery.subject_by_id(number).photos) == 1]
    for number in one_photo:
        np.testing.assert_allclose(fused[number], np.mean([each[number] for each in single]), rtol=1e-9)
    best = [desk.library.gallery.subject_by_id(each).details.external_id for each in list(fused)[:3]]
    assert set(best) == {"anna", "boris", "woman 2"}


def test_warnings_name_their_sketch_and_those_of_the_pool_stand_once(desk: SearchDesk) -> None:
    desk.enrol("late", "late-1", bundle_id="another")
    fused = searched(desk, sketch(desk, "anna blurred"), sketch(desk, "boris", edits=(Mirror(),)))
    assert fused.warnings[:3] == (
        "“anna blurred.png”: The picture is blurred.",
        f"“boris.png”: {EDITED}",
        f"“boris.png”: {MIRRORED}",
    )
    assert sum("no feature" in warning for warning in fused.warnings) == 1


def test_a_verdict_on_a_fused_list_says_what_its_threshold_was_chosen_for(desk: SearchDesk) -> None:
    for number in range(40):
        desk.enrol(f"more {number}", f"more-{number}")
    tools = replace(desk.tools, calibration=sample_calibration())
    fused = searched(desk, sketch(desk, "anna-2019"), sketch(desk, "boris"), tools=tools)
    assert fused.verdict is not None
    assert fused.warnings[-1] == NOT_CHOSEN_FOR_FUSED


def test_an_edited_and_fused_search_is_repeated_to_the_last_bit(desk: SearchDesk) -> None:
    edits = (Crop(x=2, y=2, width=18, height=20), Rotate(degrees=90), Mirror())
    fused = searched(desk, sketch(desk, "anna-2019", edits=edits), sketch(desk, "boris"))
    for path in desk.folder.iterdir():
        path.unlink()
    for search_id in (*fused.parts, fused.search_id):
        result = repeat_search(search_id, desk.tools)
        assert result.reproduced
        assert result.differences == ()


def test_a_repetition_names_the_edit_and_the_crop_that_come_out_differently(desk: SearchDesk) -> None:
    fused = searched(desk, sketch(desk, "anna-2019", edits=(Mirror(), Rotate(degrees=90))), sketch(desk, "boris"))
    part = desk.library.cases.search(fused.parts[0])
    steps = (part.sketch.edits[0], replace(part.sketch.edits[1], sha256="0" * 64))
    altered = replace(part, sketch=replace(part.sketch, edits=steps, crop_sha256="0" * 64))
    desk.library.cases.records[part.search_id] = altered
    named = [each.what for each in repeat_search(fused.search_id, desk.tools).causes]
    assert named == ["picture after edit 2 of search 1", "aligned crop of search 1"]
    named = [each.what for each in repeat_search(part.search_id, desk.tools).causes]
    assert named == ["picture after edit 2", "aligned crop"]


def test_nothing_is_stored_when_one_of_the_sketches_cannot_be_used(desk: SearchDesk) -> None:
    with pytest.raises(FaceNotFoundError):
        searched(desk, sketch(desk, "anna-2019"), sketch(desk, "noface"))
    assert desk.library.cases.search_ids() == ()


def test_nothing_is_stored_when_storing_the_fused_record_fails(desk: SearchDesk, monkeypatch: Any) -> None:
    def failing(record: SearchRecord, **given: Any) -> SearchRecord:
        if record.parts:
            raise OSError("disk")
        return stored(record, **given)

    stored = desk.library.cases.add_search
    monkeypatch.setattr(
        type(desk.library.cases), "add_search", lambda _self, record, **given: failing(record, **given)
    )
    with pytest.raises(OSError, match="disk"):
        searched(desk, sketch(desk, "anna-2019"), sketch(desk, "boris"))
    assert desk.library.cases.search_ids() == ()
    assert not [entry for entry in desk.library.audit.entries() if entry.action == "search.add"]


def test_the_same_face_twice_none_and_too_many_are_refused(desk: SearchDesk) -> None:
    anna = sketch(desk, "anna-2019")
    with pytest.raises(InvalidInputError, match="very same face"):
        searched(desk, anna, anna)
    with pytest.raises(InvalidInputError, match="from 1 to 20 sketches, not 0"):
        searched(desk)
    with pytest.raises(InvalidInputError, match="not 21"):
        searched(desk, *(anna,) * (MOST_SKETCHES + 1))
    with pytest.raises(InvalidInputError, match="interview date"):
        searched(desk, anna, sketch(desk, "boris", origin=SketchOrigin(interview_date="yesterday")))


def test_progress_counts_the_sketches_and_a_request_to_stop_is_heard(desk: SearchDesk) -> None:
    request = IdentifyRequest(sketches=(sketch(desk, "anna-2019"), sketch(desk, "boris")), case_number=CASE)
    seen: list[Progress] = []
    identify(request, desk.tools, progress=seen.append)
    assert [(step.stage, step.done, step.total) for step in seen] == [
        ("Reading the gallery", 0, 4),
        ("Reading the sketches", 1, 4),
        ("Reading the sketches", 2, 4),
        ("Searching", 3, 4),
    ]
    with pytest.raises(CancelledError):
        identify(request, desk.tools, cancelled=lambda: True)


def test_the_description_of_a_fused_search_holds_its_sketches_with_their_edits(desk: SearchDesk) -> None:
    fused = searched(desk, sketch(desk, "anna-2019", edits=(Mirror(),)), sketch(desk, "boris"))
    plain = json.loads(json.dumps(describe_search(desk.library, fused)))
    assert plain["parts"] == [1, 2]
    assert [each["file_name"] for each in plain["part_sketches"]] == ["anna-2019.png", "boris.png"]
    assert plain["part_sketches"][0]["edits"][0]["edit"] == {"kind": "mirror"}


def test_a_library_with_fused_searches_verifies(desk: SearchDesk) -> None:
    searched(desk, sketch(desk, "anna-2019"), sketch(desk, "boris"))
    report = verify_library(desk.library)
    assert (report.sound, report.searches) == (True, 3)


def test_edited_and_fused_searches_of_its_sketches_are_no_part_of_a_batch(desk: SearchDesk) -> None:
    a, b = sketch(desk, "anna-2019"), sketch(desk, "boris")
    asked = MatchFolderRequest(folder=desk.folder, out=desk.folder.parent / "out", case_number=CASE)
    with pytest.raises(CancelledError):
        match_folder(asked, desk.tools, new_reader, cancelled=lambda: True)
    for sketches in (
        (replace(a, edits=(Mirror(),)),),
        (replace(b, edits=(Mirror(),)), replace(a, edits=(Mirror(),))),
    ):
        identify(IdentifyRequest(sketches=sketches, case_number=CASE), desk.tools)
    result = match_folder(asked, desk.tools, new_reader)
    assert (result.searched, result.found_finished) == (2, 0)
