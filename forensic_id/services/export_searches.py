"""Write all searches, of a case or a period, into one file: a row each as CSV, or the whole records as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.ports import Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import Case, SearchRecord
from forensic_id.core.report import LEAD_BANNER
from forensic_id.core.rights import Right
from forensic_id.files.replacing import replacing_text
from forensic_id.services.batch_tables import write_table
from forensic_id.services.describe_search import describe_search

SEARCH_COLUMNS = (
    "search", "case", "offence", "authority", "requester", "at", "by", "sketch", "sketch_sha256", "kind", "artist",
    "edits", "parts", "bundle", "samples", "top", "seed", "fusion", "filters", "gallery_photos", "pool_photos",
    "pool_subjects", "candidates", "stands_out", "note",
)  # fmt: skip
"""`stands_out` is empty for a list that was not assessed; `note` says in every row that it is a lead."""
_OUTCOMES = {True: "yes", False: "no", None: ""}


def export_searches(
    library: Library,
    path: Path,
    *,
    case_number: str | None = None,
    since: str = "",
    until: str = "",
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Write the searches from `since` (ISO 8601, UTC) on and before `until`, and log it; returns how many.

    Raises InvalidInputError for another ending than .csv or .json, NotFoundError for a case that is not there,
    TamperedError for a record that was altered, LibraryError when it cannot be written, CancelledError.
    """
    library.require(Right.REPORT)
    ending = path.suffix.lower()
    if ending not in (".csv", ".json"):
        raise InvalidInputError(f"{path.name} ends neither in .csv nor in .json: choose one of the two.")
    ids = _ids(library, case_number)
    records = _wanted(library, ids, since=since, until=until, progress=progress, cancelled=cancelled)
    written = _Counted()
    if ending == ".csv":
        write_table(path, SEARCH_COLUMNS, _rows(library, written.each(records)))
    else:
        _write_json(library, path, written.each(records))
    chosen = {"case": case_number or "", "since": since, "until": until}
    details = {"file": path.name, "searches": written.count, **{name: text for name, text in chosen.items() if text}}
    library.audit.append("search.export", "searches", details)
    return written.count


class _Counted:
    """Counts what goes by."""

    def __init__(self) -> None:
        self.count = 0

    def each(self, records: Iterator[SearchRecord]) -> Iterator[SearchRecord]:
        for record in records:
            self.count += 1
            yield record


def _ids(library: Library, case_number: str | None) -> tuple[int, ...]:
    if case_number is None:
        return library.cases.search_ids()
    return tuple(sorted(each.search_id for each in library.cases.search_summaries(case_number)))


def _wanted(
    library: Library,
    ids: tuple[int, ...],
    *,
    since: str,
    until: str,
    progress: ProgressListener,
    cancelled: CancelCheck,
) -> Iterator[SearchRecord]:
    for done, search_id in enumerate(ids):
        stop_if_cancelled(cancelled)
        progress(Progress(stage="Exporting searches", done=done, total=len(ids)))
        record = library.cases.search(search_id)
        if since <= record.created_at and (not until or record.created_at < until):
            yield record


def _rows(library: Library, records: Iterator[SearchRecord]) -> Iterator[tuple[object, ...]]:
    cases = {case.number: case for case in library.cases.cases()}
    for record in records:
        yield _row(record, cases[record.case_number])


def _row(record: SearchRecord, case: Case) -> tuple[object, ...]:
    sketch, parameters = record.sketch, record.parameters
    return (
        record.search_id,
        case.number,
        case.offence,
        case.authority,
        case.requester,
        record.created_at,
        record.searched_by,
        sketch.file_name,
        sketch.sha256,
        sketch.kind,
        sketch.artist,
        "; ".join(str(step.edit) for step in sketch.edits),
        " ".join(map(str, record.parts)),
        record.bundle_name,
        parameters.samples,
        parameters.top,
        parameters.seed,
        parameters.fusion,
        "; ".join(map(str, parameters.filters)),
        record.gallery_photos,
        record.pool_photos,
        record.pool_subjects,
        len(record.candidates),
        _OUTCOMES[record.verdict.informative if record.verdict else None],
        LEAD_BANNER,
    )


def _write_json(library: Library, path: Path, records: Iterator[SearchRecord]) -> None:
    try:
        with replacing_text(path) as file:
            file.write("[")
            for number, record in enumerate(records):
                plain = {"by": record.searched_by, **describe_search(library, record)}
                file.write((",\n" if number else "\n") + json.dumps(plain, ensure_ascii=False))
            file.write("\n]\n")
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another folder.") from error
