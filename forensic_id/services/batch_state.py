"""What a batch is about, kept in its folder so that a later run can go on where a stopped or killed one ended.

The results themselves are the library's search records: a sketch is done when its record is stored, which is one
transaction. This file only says which records count: those of the same case, parameters and bundle with a higher
number than the last one before the batch began.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.ports import CaseStore
from forensic_id.core.records import Case, SearchParameters, SearchRecord
from forensic_id.files.replacing import replace_file, steady_partial
from forensic_id.services.probe import SketchOrigin

STATE_FILE = "batch.json"
RESULTS_FILE = "results.csv"
FAILURES_FILE = "failures.csv"
FORMAT_VERSION = 1

SketchKey = tuple[str, str]
"""Path of a sketch below the batch's folder, with slashes, and SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchState:
    """`settings` must be the same in every run of a batch; records up to `after_search` are older than it."""

    settings: Mapping[str, Any]
    after_search: int

    def finished(
        self, records: Iterable[SearchRecord], parameters: SearchParameters
    ) -> dict[SketchKey, SearchRecord]:
        """Those of the case's records that are of this batch, stored by earlier runs."""
        return {
            (record.sketch.file_name, record.sketch.sha256): record
            for record in records
            if record.search_id > self.after_search
            and record.parameters == parameters
            and record.bundle_id == self.settings["bundle_id"]
            and not record.sketch.edits
            and not record.parts
        }


def batch_settings(
    case: Case, parameters: SearchParameters, origin: SketchOrigin, bundle_id: str
) -> Mapping[str, Any]:
    """What every run of a batch must have in common, as JSON holds it; the case's opening tells libraries apart."""
    return {
        "case": case.number,
        "case_opened_at": case.opened_at,
        "bundle_id": bundle_id,
        "parameters": asdict(parameters) | {"filters": [str(each) for each in parameters.filters]},
        "sketch_origin": asdict(origin),
    }


def resume_or_begin(out: Path, cases: CaseStore, settings: Mapping[str, Any]) -> BatchState:
    """Read the state in `out`, or begin a batch there.

    Raises InvalidInputError when the folder holds another batch or other results, LibraryError when it cannot be
    used.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        if (out / STATE_FILE).exists():
            return _resumed(out / STATE_FILE, settings)
        if (out / RESULTS_FILE).exists():
            raise InvalidInputError(f"{out / RESULTS_FILE} is not of a batch of this program. Choose another folder.")
        state = BatchState(settings=settings, after_search=max(cases.search_ids(), default=0))
        _write(out / STATE_FILE, state)
    except OSError as error:
        raise LibraryError(f"{out} cannot be used for results: {error.strerror}. Choose another folder.") from error
    return state


def known_state(out: Path) -> BatchState | None:
    """The state in `out` whatever its settings; None where no batch was begun. Changes nothing.

    Raises InvalidInputError when the state file is none, LibraryError when it cannot be read.
    """
    path = out / STATE_FILE
    try:
        return _read(path) if path.exists() else None
    except OSError as error:
        raise LibraryError(f"{path} cannot be read: {error.strerror}. Check the folder.") from error


def _resumed(path: Path, settings: Mapping[str, Any]) -> BatchState:
    known = _read(path)
    if changed := sorted(name for name in settings if known.settings.get(name) != settings[name]):
        names = ", ".join(changed).replace("_", " ")
        raise InvalidInputError(
            f"{path.parent} holds a batch that differs in: {names}. "
            "Choose another folder, or repeat the command as it was."
        )
    return BatchState(settings=settings, after_search=known.after_search)


def _read(path: Path) -> BatchState:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        version, known, after = stored["format_version"], dict(stored["settings"]), int(stored["after_search"])
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInputError(f"{path} is not a batch's state file. Choose another folder.") from error
    if version != FORMAT_VERSION:
        raise InvalidInputError(f"{path} is of format {version!r}, which is unknown here. Choose another folder.")
    return BatchState(settings=known, after_search=after)


def _write(path: Path, state: BatchState) -> None:
    content = {"format_version": FORMAT_VERSION, "settings": state.settings, "after_search": state.after_search}
    text = json.dumps(content, indent=2, ensure_ascii=False)
    replace_file(path, text.encode("utf-8"), partial=steady_partial(path))
