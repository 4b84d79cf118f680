"""Take a stored search as the beginning of a new one."""

from __future__ import annotations

from pathlib import Path, PurePath

from forensic_id.core.errors import LibraryError
from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord
from forensic_id.core.rights import Right
from forensic_id.services.probe import SketchInput, SketchOrigin


def sketches_of(library: Library, search_id: int, folder: Path) -> tuple[SketchInput, ...]:
    """The sketches of a stored search as they were prepared, their original bytes written below `folder`.

    Raises NotFoundError, TamperedError when record or sketch were altered, LibraryError when `folder` cannot be
    written.
    """
    library.require(Right.SEARCH)
    record = library.cases.search(search_id)
    parts = [library.cases.search(part) for part in record.parts] or [record]
    return tuple(_sketch(library, part, folder) for part in parts)


def _sketch(library: Library, record: SearchRecord, folder: Path) -> SketchInput:
    sketch = record.sketch
    # The name comes from whoever sent the file: only its last part may become a place on this disk.
    path = folder / str(record.search_id) / (PurePath(sketch.file_name).name or "sketch")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(library.cases.sketch_original(record.search_id))
    except OSError as error:
        raise LibraryError(f"The sketch cannot be written to {path}: {error.strerror}. Make room.") from error
    return SketchInput(
        path=path,
        box=sketch.box,
        landmarks=sketch.landmarks if sketch.landmark_source == "manual" else None,
        edits=tuple(step.edit for step in sketch.edits),
        origin=SketchOrigin(
            kind=sketch.kind,
            artist=sketch.artist,
            interview_date=sketch.interview_date,
            incident_date=sketch.incident_date,
            witness=sketch.witness,
            description=sketch.description,
        ),
    )
