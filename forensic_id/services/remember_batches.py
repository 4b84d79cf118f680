"""Which batches a library has seen, so that the next start can offer to go on with them.

The list is a convenience beside the library, `batches.json` in its folder: what counts of a batch is in its search
records and in its own `batch.json`, and both survive without the list. So it needs no table and no migration, it is
replaced in one step, and a list that cannot be read is set aside rather than standing in anybody's way.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.filters import parse_filter
from forensic_id.core.records import SearchParameters
from forensic_id.services.match_folder import MatchFolderRequest
from forensic_id.services.probe import SketchOrigin

LIST_FILE = "batches.json"
MOST_REMEMBERED = 50
_BATCHES = "batches of format 1"


class BatchOutcome(StrEnum):
    """How a batch stands. One that is `running` while no program runs it was killed."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedBatch:
    """A batch with what was asked; its results folder identifies it. `changed_at` is ISO 8601."""

    request: MatchFolderRequest
    reports: bool = False
    outcome: BatchOutcome = BatchOutcome.RUNNING
    total: int = 0
    done: int = 0
    failed: int = 0
    changed_at: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether there is something to go on with, unless it runs at present."""
        return self.outcome in (BatchOutcome.RUNNING, BatchOutcome.PAUSED)


def remembered_batches(library_folder: Path) -> tuple[RememberedBatch, ...]:
    """The batches, the one changed last first; none when the list cannot be read: it is set aside."""
    path = library_folder / LIST_FILE
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_batch(each) for each in stored[_BATCHES])
    except OSError:
        return ()
    except (ValueError, KeyError, TypeError, AttributeError, InvalidInputError):
        _set_aside(path)
        return ()


def remember_batch(library_folder: Path, batch: RememberedBatch) -> None:
    """Put a batch at the top of the list; it replaces the one with the same results folder. Raises LibraryError."""
    others = [each for each in remembered_batches(library_folder) if not _same_place(each, batch.request.out)]
    _write(library_folder / LIST_FILE, [_absolute(batch), *others][:MOST_REMEMBERED])


def forget_batch(library_folder: Path, out: Path) -> None:
    """Take a batch off the list; its results stay where they are. Raises LibraryError."""
    _write(
        library_folder / LIST_FILE,
        [each for each in remembered_batches(library_folder) if not _same_place(each, out)],
    )


def _same_place(batch: RememberedBatch, out: Path) -> bool:
    return batch.request.out == out.absolute()


def _absolute(batch: RememberedBatch) -> RememberedBatch:
    """The next start may have another working folder."""
    request = batch.request
    return replace(batch, request=replace(request, folder=request.folder.absolute(), out=request.out.absolute()))


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"damaged-{path.name}"))
    except OSError:
        return  # it stays where it is, and is replaced with the next list


def _write(path: Path, batches: list[RememberedBatch]) -> None:
    content = {_BATCHES: [_plain(each) for each in batches]}
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            json.dump(content, file, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise LibraryError(
            f"The list of batches {path} cannot be written: {error.strerror}. Check the permissions of the library."
        ) from error


def _plain(batch: RememberedBatch) -> dict[str, Any]:
    request = batch.request
    parameters = asdict(request.parameters) | {"filters": [str(each) for each in request.parameters.filters]}
    return {
        "folder": str(request.folder),
        "out": str(request.out),
        "case": request.case_number,
        "parameters": parameters,
        "origin": asdict(request.origin),
        "jobs": request.jobs,
        "reports": batch.reports,
        "outcome": batch.outcome.value,
        "total": batch.total,
        "done": batch.done,
        "failed": batch.failed,
        "changed_at": batch.changed_at,
    }


def _batch(stored: Mapping[str, Any]) -> RememberedBatch:
    parameters = dict(stored["parameters"])
    filters = tuple(parse_filter(text) for text in parameters.pop("filters"))
    request = MatchFolderRequest(
        folder=Path(stored["folder"]),
        out=Path(stored["out"]),
        case_number=str(stored["case"]),
        parameters=SearchParameters(**parameters, filters=filters),
        origin=SketchOrigin(**stored["origin"]),
        jobs=int(stored["jobs"]),
    )
    return RememberedBatch(
        request=request,
        reports=bool(stored["reports"]),
        outcome=BatchOutcome(stored["outcome"]),
        total=int(stored["total"]),
        done=int(stored["done"]),
        failed=int(stored["failed"]),
        changed_at=str(stored["changed_at"]),
    )
