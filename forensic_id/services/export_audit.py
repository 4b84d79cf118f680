"""Write the audit log, or the part of it that was asked for, to a CSV or JSON file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TextIO

from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.core.csv_cells import csv_cell
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
from forensic_id.core.records import AuditEntry
from forensic_id.core.rights import Right
from forensic_id.files.replacing import replacing_text
from forensic_id.services.blindness import masked

_REPORTED = 500
"""Entries between two reports of progress."""


def export_audit(
    library: Library,
    path: Path,
    *,
    wanted: AuditFilter = EVERYTHING,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Write the wanted entries to `path` (`.csv` or `.json`) in one step and return their number.

    The export is logged first, with the filter, so that it is in a file of all entries itself. Raises
    InvalidInputError for another ending, LibraryError when the file cannot be written, TamperedError when an entry
    cannot be read, CancelledError on request (an older file of that name stays).
    """
    library.require(Right.READ_AUDIT)
    writers = {".csv": _write_csv, ".json": _write_json}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InvalidInputError(f"The audit log is exported as .csv or .json, not as {path.suffix or path.name!r}.")
    chosen = {"filter": wanted.in_words()} if wanted else {}
    library.audit.append("audit.export", "audit log", {"file": path.name, **chosen})
    try:
        with replacing_text(path) as file:
            count = writer(_watched(masked(library, library.audit.entries(wanted)), progress, cancelled), file)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    return count


def _watched(
    entries: Iterator[AuditEntry], progress: ProgressListener, cancelled: CancelCheck
) -> Iterator[AuditEntry]:
    for number, entry in enumerate(entries):
        if number % _REPORTED == 0:
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Exporting the audit log", done=number))
        yield entry


def _write_csv(entries: Iterator[AuditEntry], file: TextIO) -> int:
    names = [field.name for field in fields(AuditEntry)]
    writer = csv.writer(file)
    writer.writerow(names)
    count = 0
    for count, entry in enumerate(entries, start=1):  # noqa: B007 - the last number is the result
        texts = {**asdict(entry), "details": json.dumps(entry.details, ensure_ascii=False, sort_keys=True)}
        writer.writerow([csv_cell(texts[name]) for name in names])
    return count


def _write_json(entries: Iterator[AuditEntry], file: TextIO) -> int:
    count = 0
    file.write("[")
    for count, entry in enumerate(entries, start=1):
        file.write(",\n" if count > 1 else "\n")
        json.dump(asdict(entry), file, ensure_ascii=False)
    file.write("\n]\n")
    return count
