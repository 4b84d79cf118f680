"""A folder of sketches becomes one record each and two tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock, get_ident

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import (
    CancelledError,
    InvalidInputError,
    LibraryError,
    NotFoundError,
)
from forensic_id.core.progress import Progress
from forensic_id.core.records import (
    AlignedFace,
    Box,
    FivePoints,
    LoadedImage,
    SearchParameters,
    SearchRecord,
)
from forensic_id.core.report import LEAD_BANNER
from forensic_id.services.match_folder import MatchFolderRequest, MatchFolderResult, count_sketches, match_folder
from forensic_id.services.probe import SketchOrigin, SketchReader
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.unit.services.search_desk import CASE, NOW, SearchDesk, new_reader, search_desk

SKETCHES = {"a.png": "anna-2021", "b.png": "boris", "sub/a.png": "anna-2021", "sub/c.png": "woman-3"}


class KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return filled(tmp_path)


def filled(folder: Path) -> SearchDesk:
    desk = search_desk(folder / "sketches")
    for name, text in SKETCHES.items():
        desk.sketch(name, text)
    return desk


def request(desk: SearchDesk, **changes: object) -> MatchFolderRequest:
    asked = MatchFolderRequest(
        folder=desk.folder,
        out=desk.folder.parent / "out",
        case_number=CASE,
        parameters=SearchParameters(top=3, samples=2),
    )
    return replace(asked, **changes)  # type: ignore[arg-type]


def run(desk: SearchDesk, **changes: object) -> MatchFolderResult:
    return match_folder(request(desk, **changes), desk.tools, new_reader)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_sketch_has_its_best_subject_and_photo_in_the_results(desk: SearchDesk) -> None:
    result = run(desk)
    table = rows(result.results_file)
    assert list(table[0]) == ["sketch", "rank", "subject", "photo", "log_density", "note"]
    assert {row["note"] for row in table} == {LEAD_BANNER}
    first = {row["sketch"]: (row["subject"], row["photo"]) for row in table if row["rank"] == "1"}
    assert first == {
        "a.png": ("anna", "anna-2021.png"),
        "b.png": ("boris", "boris.png"),
        "sub/a.png": ("anna", "anna-2021.png"),
        "sub/c.png": ("woman 3", "woman-3.png"),
    }
    assert [row["rank"] for row in table] == ["1", "2", "3"] * 4
    assert (result.searched, result.found_finished, result.failures, result.warnings) == (4, 0, (), ())
    assert rows(result.failures_file) == []


def test_densities_are_written_to_the_last_bit(desk: SearchDesk) -> None:
    table = rows(run(desk).results_file)
    stored = {record.sketch.file_name: record for record in desk.library.cases.searches(CASE)}
    for row in table:
        candidate = stored[row["sketch"]].candidates[int(row["rank"]) - 1]
        assert float(row["log_density"]) == candidate.log_density


def test_a_file_that_cannot_be_searched_is_listed_with_its_reason_and_the_rest_is_searched(desk: SearchDesk) -> None:
    (desk.folder / "broken.png").write_bytes(b"no image")
    desk.sketch("empty face.png", "noface")
    result = run(desk)
    assert [name for name, _ in result.failures] == ["broken.png", "empty face.png"]
    table = rows(result.failures_file)
    assert [row["sketch"] for row in table] == ["broken.png", "empty face.png"]
    assert "no image" in table[0]["reason"]
    assert result.searched == 4


def test_a_second_run_searches_nothing_again_and_writes_the_same_results(desk: SearchDesk) -> None:
    first = run(desk)
    content = first.results_file.read_bytes()
    ids = desk.library.cases.search_ids()
    first.results_file.unlink()
    second = run(desk)
    assert (second.searched, second.found_finished) == (0, 4)
    assert second.results_file.read_bytes() == content
    assert desk.library.cases.search_ids() == ids


def test_failures_are_tried_again_and_new_or_changed_sketches_are_searched(desk: SearchDesk) -> None:
    (desk.folder / "late.png").write_bytes(b"not yet an image")
    assert run(desk).failures
    desk.sketch("late.png", "woman-1")
    desk.sketch("b.png", "woman-2")
    result = run(desk)
    assert (result.searched, result.found_finished, result.failures) == (2, 3, ())
    first = {row["sketch"]: row["subject"] for row in rows(result.results_file) if row["rank"] == "1"}
    assert (first["late.png"], first["b.png"]) == ("woman 1", "woman 2")


def dying(at: int) -> Callable[[str, SearchRecord], None]:
    """A record listener that ends the process when the record number `at` is stored."""
    seen: list[str] = []

    def listener(name: str, _record: SearchRecord) -> None:
        seen.append(name)
        if len(seen) == at:
            raise KilledError

    return listener


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_killed_after_any_record_nothing_is_lost_and_nothing_is_searched_twice(tmp_path: Path, at: int) -> None:
    desk = filled(tmp_path / "killed")
    with pytest.raises(KilledError):
        match_folder(request(desk), desk.tools, new_reader, on_record=dying(at))
    (desk.folder.parent / "out" / "results.csv").unlink()
    result = run(desk)
    assert (result.searched, result.found_finished) == (4 - at, at)
    assert len(desk.library.cases.search_ids()) == 4
    whole = run(filled(tmp_path / "whole"))
    assert result.results_file.read_bytes() == whole.results_file.read_bytes()


def test_older_searches_of_the_same_sketches_are_no_part_of_the_batch(desk: SearchDesk) -> None:
    run(desk)
    again = run(desk, out=desk.folder.parent / "again")
    assert (again.searched, again.found_finished) == (4, 0)
    assert len(desk.library.cases.search_ids()) == 8


def test_a_request_to_stop_keeps_what_is_done_and_writes_it(desk: SearchDesk) -> None:
    seen: list[Progress] = []
    with pytest.raises(CancelledError):
        match_folder(request(desk), desk.tools, new_reader, progress=seen.append, cancelled=lambda: len(seen) == 2)
    assert {row["sketch"] for row in rows(desk.folder.parent / "out" / "results.csv")} == {"a.png", "b.png"}
    assert run(desk).found_finished == 2


def test_progress_counts_all_sketches_those_of_earlier_runs_too(desk: SearchDesk) -> None:
    with pytest.raises(KilledError):
        match_folder(request(desk), desk.tools, new_reader, on_record=dying(1))
    seen: list[Progress] = []
    match_folder(request(desk), desk.tools, new_reader, progress=seen.append)
    assert [(step.done, step.total) for step in seen] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_records_of_all_runs_reach_the_listener_and_its_failures_are_listed(desk: SearchDesk) -> None:
    heard: list[tuple[str, int]] = []

    def listener(name: str, record: SearchRecord) -> None:
        heard.append((name, record.search_id))
        if name == "b.png":
            raise LibraryError("The report of b.png cannot be written.")

    for _ in range(2):
        result = match_folder(request(desk), desk.tools, new_reader, on_record=listener)
    assert sorted(heard[:4]) == sorted(heard[4:])
    assert result.failures == (("b.png", "The report of b.png cannot be written."),)
    assert {row["sketch"] for row in rows(result.results_file)} == set(SKETCHES)


class WatchedAligner(FakeFaceAligner):
    """Fails the test when two threads use it at once."""

    def __init__(self, threads: set[int]) -> None:
        super().__init__()
        self._threads = threads
        self._busy = Lock()

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        assert self._busy.acquire(blocking=False)
        self._threads.add(get_ident())
        try:
            np.linalg.svd(np.random.default_rng(0).random((60, 60)))
            return super().align(image, box=box, landmarks=landmarks)
        finally:
            self._busy.release()


@pytest.mark.parametrize("jobs", [1, 3])
def test_readers_are_made_for_each_job_and_used_by_one_thread_at_a_time(tmp_path: Path, jobs: int) -> None:
    desk = filled(tmp_path / "one")
    for number in range(10):
        desk.sketch(f"more-{number:02}.png", f"woman-{number % 8}")
    threads: set[int] = set()
    made: list[SketchReader] = []

    def make_reader() -> SketchReader:
        made.append(replace(new_reader(), aligner=WatchedAligner(threads)))
        return made[-1]

    result = match_folder(request(desk, jobs=jobs), desk.tools, make_reader)
    assert (result.searched, result.failures, len(made)) == (14, (), jobs)
    assert 1 <= len(threads) <= jobs
    assert get_ident() not in threads
    stored = [record.sketch.file_name for record in desk.library.cases.searches(CASE)]
    assert stored == sorted(stored)


def test_another_batch_in_the_same_folder_is_refused_and_its_results_stay(desk: SearchDesk) -> None:
    content = run(desk).results_file.read_bytes()
    with pytest.raises(InvalidInputError, match="differs in: parameters"):
        run(desk, parameters=SearchParameters(top=9))
    with pytest.raises(InvalidInputError, match="differs in: sketch origin"):
        run(desk, origin=SketchOrigin(artist="another"))
    desk.library.cases.open_case(replace(desk.library.cases.case(CASE), number="other"))
    with pytest.raises(InvalidInputError, match="differs in: case"):
        run(desk, case_number="other")
    assert (desk.folder.parent / "out" / "results.csv").read_bytes() == content


def test_results_of_something_else_are_not_written_over(desk: SearchDesk) -> None:
    out = desk.folder.parent / "out"
    out.mkdir()
    (out / "results.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="Choose another folder"):
        run(desk)
    assert (out / "results.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", json.dumps({"format_version": 2, "settings": {}, "after_search": 0})]
)
def test_a_state_file_that_cannot_be_read_is_refused(desk: SearchDesk, text: str) -> None:
    out = desk.folder.parent / "out"
    out.mkdir()
    (out / "batch.json").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"batch\.json"):
        run(desk)


def test_a_gallery_that_changed_between_two_runs_is_warned_of(desk: SearchDesk) -> None:
    run(desk)
    desk.enrol("new", "new-1")
    desk.sketch("z.png", "new-1")
    result = run(desk)
    assert (result.searched, result.found_finished) == (1, 4)
    assert any(warning.startswith("4 sketches were searched by an earlier run") for warning in result.warnings)


def test_candidates_removed_since_are_named_by_their_number(desk: SearchDesk) -> None:
    run(desk)
    anna = desk.library.gallery.subject("anna")
    gone = desk.library.gallery.subject("boris").photos[0]
    desk.library.gallery.remove_subject("anna")
    del desk.library.gallery.photos[gone.photo_id]
    table = rows(run(desk).results_file)
    first = {row["sketch"]: (row["subject"], row["photo"]) for row in table if row["rank"] == "1"}
    assert first["a.png"][0] == f"removed subject {anna.subject_id}"
    assert first["b.png"] == ("boris", f"removed photo {gone.photo_id}")


def test_text_that_a_spreadsheet_would_run_is_made_harmless(desk: SearchDesk) -> None:
    desk.enrol('=HYPERLINK("http://x")', "evil")
    desk.sketch("@evil.png", "evil")
    desk.sketch("+broken.png", "noface")
    result = run(desk)
    evil = next(row for row in rows(result.results_file) if row["sketch"] == "'@evil.png" and row["rank"] == "1")
    assert evil["subject"].startswith("'=")
    assert float(evil["log_density"]) < 0
    assert rows(result.failures_file)[0]["sketch"] == "'+broken.png"


def test_the_results_folder_may_lie_among_the_sketches(desk: SearchDesk) -> None:
    inside = desk.folder / "out"
    assert run(desk, out=inside).searched == 4
    assert run(desk, out=inside).failures == ()


def test_a_folder_that_is_missing_or_empty_is_refused(desk: SearchDesk, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="cannot be read"):
        run(desk, folder=tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InvalidInputError, match="holds no files"):
        run(desk, folder=tmp_path / "empty")


def test_sketches_are_counted_before_a_batch_until_nobody_wants_to_know(desk: SearchDesk) -> None:
    inside = desk.folder / "out"
    run(desk, out=inside)
    assert count_sketches(desk.folder, inside) == len(SKETCHES)
    with pytest.raises(InvalidInputError, match="holds no files"):
        count_sketches(inside, inside)
    with pytest.raises(CancelledError):
        count_sketches(desk.folder, inside, cancelled=lambda: True)


@pytest.mark.parametrize("jobs", [0, 1000])
def test_an_impossible_number_of_jobs_is_refused(desk: SearchDesk, jobs: int) -> None:
    with pytest.raises(InvalidInputError, match="jobs"):
        run(desk, jobs=jobs)


def test_an_output_folder_that_cannot_be_made_is_refused(desk: SearchDesk) -> None:
    (desk.folder.parent / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(LibraryError, match="cannot be used for results"):
        run(desk)


def test_tables_that_cannot_be_written_are_an_error_and_leave_no_part_behind(desk: SearchDesk) -> None:
    out = desk.folder.parent / "out"
    (out / "results.csv").mkdir(parents=True)
    (out / "batch.json").write_text(
        json.dumps({"format_version": 1, "settings": {}, "after_search": 0}), encoding="utf-8"
    )
    state = run(desk, out=desk.folder.parent / "other")
    (out / "batch.json").write_bytes((state.results_file.parent / "batch.json").read_bytes())
    with pytest.raises(LibraryError, match=r"results\.csv cannot be written"):
        run(desk)
    assert sorted(path.name for path in out.iterdir()) == ["batch.json", "results.csv"]


def test_a_sketch_that_cannot_be_read_any_more_is_listed(desk: SearchDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    run(desk)
    (desk.folder / "circle.png").symlink_to(desk.folder / "circle.png")
    readable = Path.read_bytes

    def locked(self: Path) -> bytes:
        if self.name == "b.png":
            raise PermissionError(13, "Permission denied")
        return readable(self)

    monkeypatch.setattr(Path, "read_bytes", locked)
    result = match_folder(request(desk), desk.tools, new_reader)
    assert [name for name, _ in result.failures] == ["b.png", "circle.png"]
    assert result.failures[0][1].endswith("b.png cannot be read: Permission denied.")
    assert (result.searched, result.found_finished) == (0, 3)


def test_without_an_open_case_nothing_is_written(desk: SearchDesk) -> None:
    with pytest.raises(NotFoundError):
        run(desk, case_number="none")
    assert not (desk.folder.parent / "out").exists()


@given(kills=st.lists(st.integers(1, 4), max_size=4), jobs=st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_any_series_of_kills_ends_in_the_same_results(
    tmp_path_factory: pytest.TempPathFactory, kills: list[int], jobs: int
) -> None:
    folder = tmp_path_factory.mktemp("series")
    desk = filled(folder)
    for at in kills:
        listener = dying(at)
        with pytest.raises(KilledError):
            match_folder(request(desk, jobs=jobs), desk.tools, new_reader, on_record=listener)
    result = run(desk, jobs=jobs)
    assert len(desk.library.cases.search_ids()) == 4
    assert [row["sketch"] for row in rows(result.results_file)] == [
        name for name in sorted(SKETCHES) for _ in range(3)
    ]
    assert desk.library.cases.searches(CASE)[0].created_at == NOW.isoformat(timespec="milliseconds")
