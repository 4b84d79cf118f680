"""Which batches a library has seen, so that the next start can offer to go on with them.

The list is a convenience beside the library, `batches.json` in its folder: what counts of a batch is in its search
records and in its own `batch.json`, and both survive without the list. So it needs no table and no migration, it is
replaced in one step, and a list that cannot be read is set aside rather than standing in anybody's way. It names
cases and folders, so it is sealed in an encrypted library; it is changed under the library's write lock, so two
programs do not lose each other's batches.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from forensic_id.core.errors import InvalidInputError, LibraryError, TamperedError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.records import SearchParameters
from forensic_id.core.rights import Right
from forensic_id.core.sealing import FileSeal
from forensic_id.core.settings import BATCHES_FILE
from forensic_id.files.replacing import replace_file, steady_partial
from forensic_id.services.match_folder import MatchFolderRequest
from forensic_id.services.probe import SketchOrigin

LIST_FILE = BATCHES_FILE
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


def remembered_batches(library: Library, library_folder: Path) -> tuple[RememberedBatch, ...]:
    """The batches, the one changed last first; none when the list cannot be read: it is set aside."""
    library.require(Right.BROWSE)
    return _remembered(library, library_folder)


def _remembered(library: Library, library_folder: Path) -> tuple[RememberedBatch, ...]:
    path = library_folder / LIST_FILE
    try:
        stored = json.loads(library.seal.unseal(path.read_bytes(), LIST_FILE))
        return tuple(_batch(each) for each in stored[_BATCHES])
    except OSError:
        return ()
    except (ValueError, KeyError, TypeError, AttributeError, InvalidInputError, TamperedError):
        _set_aside(path)
        return ()


def remember_batch(library: Library, library_folder: Path, batch: RememberedBatch) -> None:
    """Put a batch at the top of the list; it replaces the one with the same results folder. Raises LibraryError.

    A step of `run_batch`, which asks for the right.
    """
    with library.transaction():
        others = _others(library, library_folder, batch.request.out)
        _write(library_folder / LIST_FILE, [_absolute(batch), *others][:MOST_REMEMBERED], library.seal)


def forget_batch(library: Library, library_folder: Path, out: Path) -> None:
    """Take a batch off the list; its results stay where they are. Raises LibraryError."""
    library.require(Right.SEARCH)
    with library.transaction():
        _write(library_folder / LIST_FILE, _others(library, library_folder, out), library.seal)


def forget_case_batches(library: Library, library_folder: Path, numbers: Iterable[str]) -> None:
    """Take the batches of cases that are erased off the list: it names their sketches and who drew them.

    A step of `erase_cases`, which asks for the right. Raises LibraryError.
    """
    erased = set(numbers)
    known = _remembered(library, library_folder)
    kept = [each for each in known if each.request.case_number not in erased]
    if len(kept) < len(known):
        _write(library_folder / LIST_FILE, kept, library.seal)


def _others(library: Library, library_folder: Path, out: Path) -> list[RememberedBatch]:
    return [each for each in _remembered(library, library_folder) if not _same_place(each, out)]


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


def _write(path: Path, batches: list[RememberedBatch], seal: FileSeal) -> None:
    content = json.dumps({_BATCHES: [_plain(each) for each in batches]}, indent=1, ensure_ascii=False)
    try:
        replace_file(path, seal.seal(content.encode("utf-8"), LIST_FILE), partial=steady_partial(path))
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
