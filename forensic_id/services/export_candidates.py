"""Write the candidate list of a stored search, or a figure about it, to a file; each export is logged."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.services.batch_tables import RESULT_COLUMNS, result_rows, write_table
from forensic_id.services.describe_search import describe_search
from forensic_id.services.written_files import write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file that was written, and the SHA-256 of its bytes as the audit log names it."""

    path: Path
    sha256: str


def export_candidates(library: Library, search_id: int, path: Path) -> ExportedFile:
    """Write the whole list as CSV, or the whole record as JSON, as the file's ending says.

    Raises NotFoundError, TamperedError, InvalidInputError for another ending, LibraryError when it cannot be written.
    """
    library.require(Right.REPORT)
    record = library.cases.search(search_id)
    ending = path.suffix.lower()
    if ending == ".csv":
        rows = result_rows({record.sketch.file_name: search_id}, library.cases, library.gallery)
        write_table(path, RESULT_COLUMNS, rows)
    elif ending == ".json":
        plain = describe_search(library, record)
        write_file(path, json.dumps(plain, indent=2, ensure_ascii=False).encode() + b"\n")
    else:
        raise InvalidInputError(f"{path.name} ends neither in .csv nor in .json: choose one of the two.")
    return _logged(library, search_id, path, "list.export")


def export_figure(library: Library, search_id: int, png: bytes, path: Path) -> ExportedFile:
    """Write a figure about a search, given as the bytes of a PNG file. Raises LibraryError, NotFoundError."""
    library.require(Right.REPORT)
    library.cases.search(search_id)
    write_file(path, png)
    return _logged(library, search_id, path, "figure.export")


def _logged(library: Library, search_id: int, path: Path, action: str) -> ExportedFile:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    library.audit.append(action, f"search {search_id}", {"file": path.name, "sha256": digest})
    return ExportedFile(path=path, sha256=digest)
