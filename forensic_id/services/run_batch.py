"""Run a batch that the library remembers, and tell what becomes of every sketch as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from forensic_id.core.errors import CancelledError, NotFoundError, UserFacingError
from forensic_id.core.ports import GalleryStore, ImageLoader, Library, ReportRenderer, SketchEditor
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import ModelFacts, PaperSize
from forensic_id.core.rights import Right
from forensic_id.services.batch_state import FAILURES_FILE, known_state
from forensic_id.services.batch_tables import failure_reasons, write_table
from forensic_id.services.build_report import DEFAULT_PLATES, ReportRequest
from forensic_id.services.export_report import export_report
from forensic_id.services.identify import SearchTools
from forensic_id.services.match_folder import (
    MatchFolderResult,
    RecordListener,
    match_folder,
    sketch_files,
    sketch_name,
)
from forensic_id.services.probe import SketchReader
from forensic_id.services.remember_batches import BatchOutcome, RememberedBatch, remember_batch
from forensic_id.services.sketch_states import SketchStage, SketchState

REPORTS_FOLDER = "reports"
TABLE_COLUMNS = ("sketch", "state", "first candidate stands out", "first candidate", "search", "reason")
_VERDICTS = {None: "not assessed", True: "yes", False: "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchRow:
    """One line of a batch's table. `stands_out` None: not searched, or not assessed. `search_id` 0: no search."""

    sketch: str
    stage: SketchStage
    stands_out: bool | None = None
    candidate: str = ""
    photo_id: int = 0
    search_id: int = 0
    reason: str = ""


RowListener = Callable[[Sequence[SketchRow]], None]


def run_batch(
    batch: RememberedBatch,
    tools: SearchTools,
    make_reader: Callable[[], SketchReader],
    *,
    library_folder: Path,
    on_rows: RowListener,
    on_record: RecordListener | None = None,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
    when_cancelled: Callable[[], BatchOutcome] = lambda: BatchOutcome.PAUSED,
) -> MatchFolderResult:
    """Run or go on with a batch and keep in the library's list how it stands.

    `on_rows` is called as `StateListener` is. `when_cancelled` says what a request to stop means: paused is offered
    again at the next start, stopped is not. Raises as match_folder does.
    """
    tools.library.require(Right.SEARCH)
    follower = _Follower(names=_CandidateNames(gallery=tools.library.gallery), on_rows=on_rows)

    def note(outcome: BatchOutcome) -> None:
        now = tools.clock().isoformat(timespec="seconds")
        known = replace(follower.counted(batch), outcome=outcome, changed_at=now)
        with tools.library.transaction():
            if _has_case(tools.library, batch.request.case_number):
                remember_batch(tools.library, library_folder, known)

    note(BatchOutcome.RUNNING)
    try:
        result = match_folder(
            batch.request,
            tools,
            make_reader,
            on_record=on_record,
            on_states=follower.follow,
            progress=progress,
            cancelled=cancelled,
        )
    except CancelledError:
        note(when_cancelled())
        raise
    except UserFacingError:
        note(BatchOutcome.STOPPED)
        raise
    note(BatchOutcome.FINISHED)
    return result


def _has_case(library: Library, number: str) -> bool:
    """Whether it was not erased while the batch ran; the list would name its sketches and who drew them again."""
    return any(each.number == number for each in library.cases.cases())


def batch_rows(
    batch: RememberedBatch, library: Library, *, progress: ProgressListener = ignore_progress
) -> tuple[SketchRow, ...]:
    """What is known of each sketch of a batch without running it: searched, failed in the last run, or waiting.

    Raises InvalidInputError when the folder of sketches is gone, LibraryError.
    """
    library.require(Right.BROWSE)
    progress(Progress(stage="Reading the batch", done=0))
    request = batch.request
    state = known_state(request.out)
    root = request.folder.resolve()
    names = [sketch_name(path, root) for path in sketch_files(request)]
    found: dict[str, SearchRecord] = {}
    if state is not None:
        records = library.cases.searches(request.case_number)
        found = {name: record for (name, _), record in state.finished(records, request.parameters).items()}
    reasons = failure_reasons(request.out / FAILURES_FILE)
    candidates = _CandidateNames(gallery=library.gallery)

    def row(name: str) -> SketchRow:
        stage = SketchStage.FAILED if name in reasons else SketchStage.DONE if name in found else SketchStage.WAITING
        known = SketchState(sketch=name, stage=stage, record=found.get(name), reason=reasons.get(name, ""))
        return _row(known, candidates)

    return tuple(row(name) for name in names)


def export_rows(rows: Iterable[SketchRow], path: Path) -> None:
    """Write the table as CSV, harmless to spreadsheets. Raises LibraryError."""
    cells = (
        (
            row.sketch,
            row.stage.value,
            _VERDICTS[row.stands_out] if row.search_id else "",
            row.candidate,
            row.search_id or None,
            row.reason,
        )
        for row in rows
    )
    write_table(path, TABLE_COLUMNS, cells)


def report_writer(
    library: Library,
    loader: ImageLoader,
    renderer: ReportRenderer,
    folder: Path,
    *,
    model: ModelFacts | None,
    editor: SketchEditor | None = None,
    clock: Callable[[], datetime],
    paper: PaperSize | None = None,
    plates: int = DEFAULT_PLATES,
) -> RecordListener:
    """Writes `STEM-search-ID.pdf` for each record that has none yet: a search number is never used twice."""
    library.require(Right.REPORT)

    def write(name: str, record: SearchRecord) -> None:
        path = folder / f"{Path(name).stem}-search-{record.search_id}.pdf"
        if not path.exists():
            request = ReportRequest(
                search_id=record.search_id, produced_at=clock().isoformat(), paper=paper, plates=plates
            )
            export_report(library, loader, renderer, request, path, model=model, editor=editor)

    return write


@dataclass(kw_only=True)
class _CandidateNames:
    """Who a subject is, each looked up once."""

    gallery: GalleryStore
    known: dict[int, str] = field(default_factory=dict)

    def of(self, subject_id: int) -> str:
        if subject_id not in self.known:
            self.known[subject_id] = self._look_up(subject_id)
        return self.known[subject_id]

    def _look_up(self, subject_id: int) -> str:
        try:
            details = self.gallery.subject_by_id(subject_id).details
        except NotFoundError:
            return f"removed subject {subject_id}"
        return f"{details.external_id} · {details.name}" if details.name else details.external_id


@dataclass(kw_only=True)
class _Follower:
    """Turns states into rows and counts them."""

    names: _CandidateNames
    on_rows: RowListener
    stages: dict[str, SketchStage] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def follow(self, states: Sequence[SketchState]) -> None:
        with self.lock:
            self.stages.update((state.sketch, state.stage) for state in states)
        # States with a record come from the thread that searches, the only one that may use the library.
        self.on_rows([_row(state, self.names) for state in states])

    def counted(self, batch: RememberedBatch) -> RememberedBatch:
        with self.lock:
            stages = list(self.stages.values())
        if not stages:  # not begun yet, or refused before it began: what the last run counted still holds
            return batch
        return replace(
            batch,
            total=len(stages),
            done=stages.count(SketchStage.DONE),
            failed=stages.count(SketchStage.FAILED),
        )


def _row(state: SketchState, names: _CandidateNames) -> SketchRow:
    row = SketchRow(sketch=state.sketch, stage=state.stage, reason=state.reason)
    if state.record is None:
        return row
    first = state.record.candidates[0]  # a pool without photos is refused, so there is always one
    verdict = state.record.verdict
    return replace(
        row,
        stands_out=None if verdict is None else verdict.informative,
        candidate=names.of(first.subject_id),
        photo_id=first.photo_id,
        search_id=state.record.search_id,
    )
