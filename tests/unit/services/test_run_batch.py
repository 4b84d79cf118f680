"""A remembered batch: its rows while it runs and after, its place in the list, its reports."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, FaceNotFoundError, InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.records import (
    AlignedFace,
    Box,
    Filter,
    FivePoints,
    ListVerdict,
    LoadedImage,
    SearchParameters,
    SketchDetails,
)
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.match_folder import MatchFolderRequest, MatchFolderResult
from forensic_id.services.probe import SketchInput, SketchOrigin
from forensic_id.services.remember_batches import (
    LIST_FILE,
    MOST_REMEMBERED,
    BatchOutcome,
    RememberedBatch,
    forget_batch,
    remember_batch,
    remembered_batches,
)
from forensic_id.services.run_batch import SketchRow, batch_rows, export_rows, report_writer, run_batch
from forensic_id.services.sketch_states import SketchStage
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import CASE, NOW, SearchDesk, new_reader, search_desk

POINTS: FivePoints = ((1.0, 1.0), (5.0, 1.0), (3.0, 3.0), (1.5, 5.0), (4.5, 5.0))


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    desk = search_desk(tmp_path / "sketches")
    desk.sketch("a.png", "anna-2021")
    desk.sketch("b.png", "noface")
    desk.sketch("sub/c.png", "boris")
    (tmp_path / "library").mkdir()
    return desk


def batch_of(desk: SearchDesk) -> RememberedBatch:
    request = MatchFolderRequest(
        folder=desk.folder,
        out=desk.folder.parent / "out",
        case_number=CASE,
        parameters=SearchParameters(top=3, samples=2),
    )
    return RememberedBatch(request=request)


def library_folder(desk: SearchDesk) -> Path:
    return desk.folder.parent / "library"


def run(desk: SearchDesk, rows: list[SketchRow], **options: object) -> MatchFolderResult:
    return run_batch(
        batch_of(desk),
        desk.tools,
        new_reader,
        library_folder=library_folder(desk),
        on_rows=rows.extend,
        **options,  # type: ignore[arg-type]
    )


def test_rows_tell_every_step_of_every_sketch(desk: SearchDesk) -> None:
    rows: list[SketchRow] = []
    run(desk, rows)
    stages: dict[str, list[str]] = {}
    for row in rows:
        stages.setdefault(row.sketch, []).append(row.stage.value)
    assert stages == {
        "a.png": ["waiting", "reading", "searching", "done"],
        "b.png": ["waiting", "reading", "failed"],
        "sub/c.png": ["waiting", "reading", "searching", "done"],
    }
    last = {row.sketch: row for row in rows}
    assert (last["a.png"].candidate, last["a.png"].search_id, last["a.png"].stands_out) == ("anna", 1, None)
    assert "face" in last["b.png"].reason


def test_the_list_tells_how_a_batch_ended_and_what_it_counted(desk: SearchDesk) -> None:
    run(desk, [])
    (known,) = remembered_batches(desk.library, library_folder(desk))
    assert (known.outcome, known.total, known.done, known.failed) == (BatchOutcome.FINISHED, 3, 2, 1)
    assert known.changed_at == NOW.isoformat(timespec="seconds")
    assert not known.unfinished


@pytest.mark.parametrize("meant", [BatchOutcome.PAUSED, BatchOutcome.STOPPED])
def test_a_request_to_stop_is_remembered_as_it_was_meant(desk: SearchDesk, meant: BatchOutcome) -> None:
    rows: list[SketchRow] = []
    with pytest.raises(CancelledError):
        run(
            desk,
            rows,
            cancelled=lambda: any(row.stage is SketchStage.DONE for row in rows),
            when_cancelled=lambda: meant,
        )
    (known,) = remembered_batches(desk.library, library_folder(desk))
    assert (known.outcome, known.total, known.done) == (meant, 3, 1)
    assert known.unfinished == (meant is BatchOutcome.PAUSED)


def test_a_batch_whose_case_is_erased_meanwhile_is_not_put_back(desk: SearchDesk) -> None:
    rows: list[SketchRow] = []

    def erased_after_one() -> bool:
        if not any(row.stage is SketchStage.DONE for row in rows):
            return False
        plan = plan_case_expungement(desk.library, [CASE], reference="order 1")
        carry_out_cases(desk.library, plan, library_folder(desk))
        return True

    with pytest.raises(NotFoundError, match="There is no search"):
        run(desk, rows, cancelled=erased_after_one)
    assert remembered_batches(desk.library, library_folder(desk)) == ()


def test_stopping_without_a_word_means_a_pause(desk: SearchDesk) -> None:
    with pytest.raises(CancelledError):
        run(desk, [], cancelled=lambda: True)
    assert remembered_batches(desk.library, library_folder(desk))[0].outcome is BatchOutcome.PAUSED


def test_a_refused_batch_is_not_offered_again_and_keeps_its_counts(desk: SearchDesk) -> None:
    run(desk, [])
    former = remembered_batches(desk.library, library_folder(desk))[0]
    desk.library.cases.close_case(CASE)
    with pytest.raises(InvalidInputError, match="closed"):
        run_batch(former, desk.tools, new_reader, library_folder=library_folder(desk), on_rows=lambda _rows: None)
    (known,) = remembered_batches(desk.library, library_folder(desk))
    assert (known.outcome, known.total) == (BatchOutcome.STOPPED, 3)


class KilledError(BaseException):
    """Stands for the end of the process."""


def test_a_killed_batch_stays_unfinished_in_the_list(desk: SearchDesk) -> None:
    def die(rows: Sequence[SketchRow]) -> None:
        if rows[0].stage is SketchStage.DONE:
            raise KilledError

    with pytest.raises(KilledError):
        run_batch(batch_of(desk), desk.tools, new_reader, library_folder=library_folder(desk), on_rows=die)
    assert remembered_batches(desk.library, library_folder(desk))[0].unfinished


def test_rows_of_a_batch_that_does_not_run_are_what_was_stored(desk: SearchDesk) -> None:
    before = batch_rows(batch_of(desk), desk.library)
    assert [(row.sketch, row.stage) for row in before] == [
        (name, SketchStage.WAITING) for name in ("a.png", "b.png", "sub/c.png")
    ]
    rows: list[SketchRow] = []
    run(desk, rows)
    last = {row.sketch: row for row in rows}
    assert batch_rows(batch_of(desk), desk.library) == tuple(last.values())
    desk.sketch("late.png", "woman-1")
    assert {row.sketch: row.stage.value for row in batch_rows(batch_of(desk), desk.library)}["late.png"] == "waiting"


def test_a_state_file_that_cannot_be_read_is_told(desk: SearchDesk) -> None:
    run(desk, [])
    state = desk.folder.parent / "out" / "batch.json"
    state.unlink()
    state.mkdir()
    with pytest.raises(LibraryError, match=r"batch\.json"):
        batch_rows(batch_of(desk), desk.library)


def test_a_table_of_failures_that_is_another_table_is_ignored(desk: SearchDesk) -> None:
    run(desk, [])
    (desk.folder.parent / "out" / "failures.csv").write_text("other\nthing\n", encoding="utf-8")
    stages = {row.sketch: row.stage for row in batch_rows(batch_of(desk), desk.library)}
    assert stages["b.png"] is SketchStage.WAITING


def test_removed_subjects_and_names_are_told_in_the_rows(desk: SearchDesk) -> None:
    desk.sketch("sub/twice.png", "boris")
    run(desk, [])
    anna = desk.library.gallery.subject("anna")
    desk.library.gallery.edit_subject("boris", {"name": "Boris B."})
    desk.library.gallery.remove_subject("anna")
    rows = {row.sketch: row.candidate for row in batch_rows(batch_of(desk), desk.library)}
    assert rows["a.png"] == f"removed subject {anna.subject_id}"
    assert rows["sub/c.png"] == "boris · Boris B."
    assert rows["sub/twice.png"] == rows["sub/c.png"]


def test_a_verdict_is_told_in_the_row(desk: SearchDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = ListVerdict(informative=True, score=2.0, threshold=1.0, mean=-3.0, deviation=1.0)
    monkeypatch.setattr("forensic_id.services.identify.assess_list", lambda *_given, **_named: verdict)
    rows: list[SketchRow] = []
    run(desk, rows)
    assert {row.sketch: row.stands_out for row in rows} == {"a.png": True, "b.png": None, "sub/c.png": True}


class NeedsHelp(FakeFaceAligner):
    """Finds no face by itself, as in a drawing with an odd face."""

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        if landmarks is None and b"boris" in image.original_bytes:
            raise FaceNotFoundError("No face was found.")
        return super().align(image, box=box, landmarks=landmarks)


def test_a_failed_sketch_is_searched_with_landmarks_set_by_hand_for_it_in_the_case(desk: SearchDesk) -> None:
    reader = replace(new_reader(), aligner=NeedsHelp())
    first = run_batch(
        batch_of(desk), desk.tools, lambda: reader, library_folder=library_folder(desk), on_rows=lambda _rows: None
    )
    assert [name for name, _ in first.failures] == ["b.png", "sub/c.png"]
    identify(
        IdentifyRequest(
            sketches=(SketchInput(path=desk.folder / "sub" / "c.png", landmarks=POINTS),), case_number=CASE
        ),
        desk.with_reader(reader),
    )
    second = run_batch(
        batch_of(desk), desk.tools, lambda: reader, library_folder=library_folder(desk), on_rows=lambda _rows: None
    )
    assert [name for name, _ in second.failures] == ["b.png"]
    sketch: SketchDetails = desk.library.cases.searches(CASE)[-1].sketch
    assert (sketch.file_name, sketch.landmark_source, sketch.landmarks) == ("sub/c.png", "manual", POINTS)


def test_the_exported_table_is_harmless_to_spreadsheets(tmp_path: Path) -> None:
    rows = [
        SketchRow(sketch="=a.png", stage=SketchStage.DONE, stands_out=False, candidate="@x", photo_id=1, search_id=7),
        SketchRow(sketch="b.png", stage=SketchStage.FAILED, reason="No face."),
    ]
    export_rows(rows, tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        first, second = list(csv.DictReader(file))
    assert (first["sketch"], first["first candidate stands out"], first["first candidate"]) == (
        "'=a.png",
        "no",
        "'@x",
    )
    assert (first["search"], second["search"], second["reason"]) == ("7", "", "No face.")


def test_reports_are_written_once_for_each_record(desk: SearchDesk) -> None:
    folder, renderer = desk.folder.parent / "reports", FakeReportRenderer()
    folder.mkdir()
    write = report_writer(
        desk.library,
        FakeImageLoader(),
        renderer,
        folder,
        editor=FakeSketchEditor(),
        model=None,
        clock=lambda: NOW,
        plates=0,
    )
    run(desk, [], on_record=write)
    assert {path.name for _, path in renderer.rendered} == {"a-search-1.pdf", "c-search-2.pdf"}
    run(desk, [], on_record=write)
    assert len(renderer.rendered) == 2


def test_a_report_that_cannot_be_written_fails_the_sketch_and_keeps_its_search(desk: SearchDesk) -> None:
    def refuse(_name: str, _record: object) -> None:
        raise LibraryError("The disk is full.")

    rows: list[SketchRow] = []
    run(desk, rows, on_record=refuse)
    last = {row.sketch: row for row in rows}
    assert (last["a.png"].stage, last["a.png"].reason, last["a.png"].search_id) == (
        SketchStage.FAILED,
        "The disk is full.",
        1,
    )


def test_everything_asked_of_a_batch_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    request = MatchFolderRequest(
        folder=Path("sketches"),
        out=Path("out"),
        case_number=CASE,
        parameters=SearchParameters(top=7, seed=2**64 - 1, filters=(Filter(name="sex", low="male", high="male"),)),
        origin=SketchOrigin(kind="drawn", artist="A. B.", interview_date="2025-01-02"),
        jobs=3,
    )
    batch = RememberedBatch(request=request, reports=True, outcome=BatchOutcome.PAUSED, total=9, done=5, failed=1)
    remember_batch(InMemoryLibrary(), tmp_path, batch)
    absolute = replace(request, folder=tmp_path / "sketches", out=tmp_path / "out")
    assert remembered_batches(InMemoryLibrary(), tmp_path) == (replace(batch, request=absolute),)


def test_the_list_is_bounded_newest_first_and_a_batch_stands_in_it_once(tmp_path: Path) -> None:
    def batch(number: int) -> RememberedBatch:
        return RememberedBatch(
            request=MatchFolderRequest(folder=tmp_path, out=tmp_path / f"out-{number}", case_number=CASE)
        )

    for number in (*range(MOST_REMEMBERED + 2), 7):
        remember_batch(InMemoryLibrary(), tmp_path, batch(number))
    known = remembered_batches(InMemoryLibrary(), tmp_path)
    assert len(known) == MOST_REMEMBERED
    assert [each.request.out.name for each in known[:2]] == ["out-7", f"out-{MOST_REMEMBERED + 1}"]
    forget_batch(InMemoryLibrary(), tmp_path, tmp_path / "out-7")
    assert remembered_batches(InMemoryLibrary(), tmp_path)[0].request.out.name == f"out-{MOST_REMEMBERED + 1}"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", json.dumps({"batches of format 1": [{}]}), json.dumps({"batches of format 1": 3})]
)
def test_a_list_that_cannot_be_read_is_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST_FILE).write_text(text, encoding="utf-8")
    assert remembered_batches(InMemoryLibrary(), tmp_path) == ()
    assert (tmp_path / f"damaged-{LIST_FILE}").read_text(encoding="utf-8") == text
    assert not (tmp_path / LIST_FILE).exists()


def test_a_list_that_cannot_even_be_set_aside_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / LIST_FILE).write_text("{", encoding="utf-8")
    (tmp_path / f"damaged-{LIST_FILE}").mkdir()
    assert remembered_batches(InMemoryLibrary(), tmp_path) == ()


def test_a_list_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="permissions"):
        forget_batch(InMemoryLibrary(), tmp_path / "nowhere", tmp_path)
