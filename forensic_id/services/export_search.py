"""Use case: write a stored search as JSON (the whole record) or CSV (its candidate list), and log it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import LEAD_BANNER
from forensic_id.services.batch_tables import write_table
from forensic_id.services.describe_search import describe_search
from forensic_id.services.report_candidates import known_candidates

CANDIDATE_COLUMNS = (
    "case", "search", "rank", "subject", "name", "recorded", "photo", "photo_sha256", "log_density", "notice"
)  # fmt: skip


def export_search(library: Library, search_id: int, path: Path) -> Path:
    """Write the search to `path` (`.json` or `.csv`) in one step.

    Every row of the CSV carries the notice that a list is no identification: rows are copied out of tables. Raises
    InvalidInputError for another ending, NotFoundError, TamperedError, LibraryError when it cannot be written.
    """
    writers = {".json": _write_json, ".csv": _write_csv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InvalidInputError(f"A search is exported as .json or .csv, not as {path.suffix or path.name!r}.")
    writer(library, library.cases.search(search_id), path)
    library.audit.append("search.export", f"search {search_id}", {"file": path.name})
    return path


def _write_json(library: Library, record: SearchRecord, path: Path) -> None:
    text = json.dumps(describe_search(library, record), indent=2, ensure_ascii=False) + "\n"
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    finally:
        partial.unlink(missing_ok=True)


def _write_csv(library: Library, record: SearchRecord, path: Path) -> None:
    write_table(path, CANDIDATE_COLUMNS, _rows(library, record))


def _rows(library: Library, record: SearchRecord) -> Iterator[tuple[object, ...]]:
    for item in known_candidates(record, library.gallery):
        yield (
            record.case_number, record.search_id, item.candidate.rank, item.identity, item.name, item.recorded,
            item.file_name, item.photo.sha256 if item.photo else "", item.candidate.log_density, LEAD_BANNER,
        )  # fmt: skip


__all__ = ["CANDIDATE_COLUMNS", "export_search"]
