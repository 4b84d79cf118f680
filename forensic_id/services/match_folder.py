"""Search every sketch of a folder: one stored record each, and two tables.

Files are read, aligned and encoded by `jobs` threads; searching and storing stay on the calling thread. Stopped,
killed or run a second time, nothing is searched twice and nothing is lost: see `batch_state`.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue

from forensic_id.core.errors import FaceNotFoundError, InvalidInputError, UserFacingError
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import Case, FivePoints, SearchParameters, SearchRecord
from forensic_id.core.rights import Right
from forensic_id.services.batch_state import FAILURES_FILE, RESULTS_FILE, SketchKey, batch_settings, resume_or_begin
from forensic_id.services.batch_tables import FAILURE_COLUMNS, RESULT_COLUMNS, result_rows, write_table
from forensic_id.services.identify import SearchTools, check_parameters, check_policy, open_case, search
from forensic_id.services.import_sources import image_files, printable
from forensic_id.services.probe import Probe, SketchInput, SketchOrigin, SketchReader
from forensic_id.services.search_pool import SearchPool, load_pool
from forensic_id.services.sketch_states import SketchStage, SketchState, StateListener, ignore_states

MOST_JOBS = 64
_STAGE = "Searching sketches"
_READ_AHEAD = 2
"""Sketches read ahead of the search for each job; bounds the memory a batch takes."""

RecordListener = Callable[[str, SearchRecord], None]
"""Called with a sketch's path below the folder and its record, once in every run, for records of earlier runs too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFolderRequest:
    """All files below `folder` are searched under one case; `out` takes the tables."""

    folder: Path
    out: Path
    case_number: str
    parameters: SearchParameters = field(default_factory=SearchParameters)
    origin: SketchOrigin = field(default_factory=SketchOrigin)
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFolderResult:
    """Counts of sketches by what became of them, where the tables are, and what to know about the results."""

    searched: int
    found_finished: int
    failures: tuple[tuple[str, str], ...]
    results_file: Path
    failures_file: Path
    warnings: tuple[str, ...]


def match_folder(
    request: MatchFolderRequest,
    tools: SearchTools,
    make_reader: Callable[[], SketchReader],
    *,
    on_record: RecordListener | None = None,
    on_states: StateListener = ignore_states,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> MatchFolderResult:
    """Search all sketches; a file that cannot be searched is listed in failures.csv with its reason.

    `make_reader` makes one reader for each job. A sketch without a face that can be found is searched with the
    landmarks that an examiner set by hand for the same bytes in a search of the case, where there is one. A
    UserFacingError of `on_record` is listed as a failure too; the record stays. Both tables are written even when
    the batch is stopped. Raises NotFoundError or InvalidInputError without an open case, InvalidInputError for
    parameters, folder or pool that cannot be used or what the policy profile does not allow, LibraryError when `out`
    cannot be written, CancelledError on request.
    """
    tools.library.require(Right.SEARCH)
    case = open_case(tools.library.cases, request.case_number)
    check_parameters(request.parameters)
    origin = request.origin.checked()
    check_policy(tools.library, request.parameters, origin)
    sketches = sketch_files(request)
    bundle_id = tools.reader.encoder.bundle_id
    pool = load_pool(tools.library.gallery, bundle_id, request.parameters.filters)
    readers = [make_reader() for _ in range(request.jobs)]
    settings = batch_settings(case, request.parameters, origin, bundle_id)
    state = resume_or_begin(request.out, tools.library.cases, settings)
    records = tools.library.cases.searches(case.number)
    finished = state.finished(records, request.parameters)
    batch = _Batch(
        request=request,
        tools=tools,
        case=case,
        pool=pool,
        origin=origin,
        on_record=on_record,
        on_states=on_states,
        by_hand=_landmarks_by_hand(records),
        root=request.folder.resolve(),
    )
    try:
        batch.run(sketches, finished, readers, progress, cancelled)
    finally:
        batch.write_tables()
    return batch.result()


def sketch_files(request: MatchFolderRequest) -> tuple[Path, ...]:
    """The files of the batch in their order. Raises InvalidInputError for a folder or jobs that cannot be used."""
    if not 1 <= request.jobs <= MOST_JOBS:
        raise InvalidInputError(f"The value of jobs must be from 1 to {MOST_JOBS}, not {request.jobs}.")
    return _files(request.folder, request.out, never_cancelled)


def count_sketches(folder: Path, out: Path, *, cancelled: CancelCheck = never_cancelled) -> int:
    """How many files a batch of this folder would search, its results in `out` left aside.

    Raises InvalidInputError for a folder that cannot be used, CancelledError on request: it may be a whole disk.
    """
    return len(_files(folder, out, cancelled))


def _files(folder: Path, out: Path, cancelled: CancelCheck) -> tuple[Path, ...]:
    found: list[Path] = []
    try:
        # Only the folder is resolved: a link inside it may lead nowhere, which is found out when it is read.
        own = out.resolve()
        for path in image_files(folder.resolve()):
            stop_if_cancelled(cancelled)
            if not path.is_relative_to(own):
                found.append(path)
    except (OSError, RuntimeError) as error:
        raise InvalidInputError(f"{folder} cannot be read: {error}. Name a folder of sketches.") from error
    if not found:
        raise InvalidInputError(f"{folder} holds no files. Name a folder of sketches.")
    return tuple(found)


def sketch_name(path: Path, folder: Path) -> str:
    """The sketch's path below the batch's resolved folder, with slashes, as records and tables name it."""
    return printable(path.relative_to(folder).as_posix())


def _landmarks_by_hand(records: Sequence[SearchRecord]) -> dict[str, FivePoints]:
    """Landmarks set by hand last, by SHA-256 of the sketch's bytes; those on edited pictures lie elsewhere."""
    return {
        record.sketch.sha256: record.sketch.landmarks
        for record in records
        if record.sketch.landmark_source == "manual" and not record.sketch.edits
    }


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""  # equals no record's hash, so the file is read again and its failure listed


def _read_ahead(
    paths: Sequence[Path], readers: Sequence[SketchReader], read: Callable[[SketchReader, Path], Probe]
) -> Generator[Probe | UserFacingError]:
    """Probes of the paths in their order, or why there is none; every reader works in one thread at a time."""
    idle: SimpleQueue[SketchReader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)

    def attempt(path: Path) -> Probe | UserFacingError:
        reader = idle.get()
        try:
            return read(reader, path)
        except UserFacingError as error:
            return error
        finally:
            idle.put(reader)

    executor = ThreadPoolExecutor(max_workers=len(readers), thread_name_prefix="sketch-reader")
    waiting: deque[Future[Probe | UserFacingError]] = deque()
    try:
        for path in paths:
            waiting.append(executor.submit(attempt, path))
            if len(waiting) > _READ_AHEAD * len(readers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


@dataclass(kw_only=True)
class _Batch:
    """One run: what has been found so far."""

    request: MatchFolderRequest
    tools: SearchTools
    case: Case
    pool: SearchPool
    origin: SketchOrigin
    on_record: RecordListener | None
    on_states: StateListener
    by_hand: Mapping[str, FivePoints]
    root: Path
    searches: dict[str, int] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)
    found_finished: int = 0
    earlier_gallery: int = 0

    def run(
        self,
        sketches: Sequence[Path],
        finished: Mapping[SketchKey, SearchRecord],
        readers: Sequence[SketchReader],
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> None:
        """Take over what earlier runs have finished, then search the rest."""
        known = {name for name, _ in finished}
        left = []
        self.on_states([SketchState(sketch=self._name(path), stage=SketchStage.WAITING) for path in sketches])
        for path in sketches:
            name = self._name(path)
            record = finished.get((name, _sha256(path))) if name in known else None
            if record is None:
                left.append(path)
            else:
                self._take_over(name, record)
        done = len(sketches) - len(left)
        with closing(_read_ahead(left, readers, self._read)) as probes:
            for path, probe in zip(left, probes, strict=True):
                stop_if_cancelled(cancelled)
                progress(Progress(stage=_STAGE, done=done, total=len(sketches)))
                self._search(self._name(path), probe)
                done += 1
        progress(Progress(stage=_STAGE, done=done, total=len(sketches)))

    def write_tables(self) -> None:
        """Write both tables from the stored records."""
        library = self.tools.library
        rows = result_rows(self.searches, library.cases, library.gallery)
        write_table(self.request.out / RESULTS_FILE, RESULT_COLUMNS, rows)
        write_table(self.request.out / FAILURES_FILE, FAILURE_COLUMNS, sorted(self.failures))

    def result(self) -> MatchFolderResult:
        """The run's summary."""
        warnings = list(self.pool.warnings)
        if self.earlier_gallery:
            warnings.append(
                f"{self.earlier_gallery} sketches were searched by an earlier run against another state of the "
                "gallery. Choose a new folder for the results to search all of them against the present one."
            )
        return MatchFolderResult(
            searched=len(self.searches) - self.found_finished,
            found_finished=self.found_finished,
            failures=tuple(sorted(self.failures)),
            results_file=self.request.out / RESULTS_FILE,
            failures_file=self.request.out / FAILURES_FILE,
            warnings=tuple(warnings),
        )

    def _name(self, path: Path) -> str:
        return sketch_name(path, self.root)

    def _tell(self, sketch: str, stage: SketchStage, *, record: SearchRecord | None = None, reason: str = "") -> None:
        self.on_states([SketchState(sketch=sketch, stage=stage, record=record, reason=reason)])

    def _read(self, reader: SketchReader, path: Path) -> Probe:
        self._tell(self._name(path), SketchStage.READING)
        try:
            return reader.read(SketchInput(path=path))
        except FaceNotFoundError:
            landmarks = self.by_hand.get(_sha256(path)) if self.by_hand else None
            if landmarks is None:
                raise
            return reader.read(SketchInput(path=path, landmarks=landmarks))

    def _take_over(self, name: str, record: SearchRecord) -> None:
        self.found_finished += 1
        self.earlier_gallery += record.gallery_snapshot != self.pool.table.snapshot_id
        self._note(name, record)

    def _search(self, name: str, probe: Probe | UserFacingError) -> None:
        if isinstance(probe, UserFacingError):
            self._fail(name, probe)
            return
        self._tell(name, SketchStage.SEARCHING)
        named = replace(probe, image=replace(probe.image, name=name))
        self._note(
            name,
            search(
                self.tools, self.pool, named, case=self.case, parameters=self.request.parameters, origin=self.origin
            ),
        )

    def _note(self, name: str, record: SearchRecord) -> None:
        self.searches[name] = record.search_id
        try:
            if self.on_record is not None:
                self.on_record(name, record)
        except UserFacingError as error:
            self._fail(name, error, record)
        else:
            self._tell(name, SketchStage.DONE, record=record)

    def _fail(self, name: str, error: UserFacingError, record: SearchRecord | None = None) -> None:
        self.failures.append((name, str(error)))
        self._tell(name, SketchStage.FAILED, record=record, reason=str(error))
