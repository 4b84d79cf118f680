"""Anchors of the audit log in a file of JSON lines, and which file a library on this computer writes to."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from forensic_id.core.anchors import Anchor, Anchoring, anchor_fields, anchor_from
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.files.replacing import replace_file

MOST_BYTES = 64 * 1024 * 1024


class JsonLinesAnchors:
    """The port AnchorFile."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._path

    def read(self) -> tuple[Anchor | None, ...]:
        """All anchors in order, None for a line that is none. Raises InvalidInputError when it cannot be read."""
        try:
            if self._path.stat().st_size > MOST_BYTES:
                raise InvalidInputError(f"{self._path} is larger than any file of anchors. Name another one.")
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError as error:
            raise InvalidInputError(f"There is no file of anchors {self._path}. Name another one.") from error
        except OSError as error:
            raise InvalidInputError(f"{self._path} cannot be read: {error.strerror}.") from error
        return tuple(_anchor(line) for line in lines if line.strip())

    def append(self, anchor: Anchor) -> None:
        """Add one at the end and wait for the disk. Raises LibraryError when it cannot be written."""
        line = canonical_json(anchor_fields(anchor)).encode("utf-8") + b"\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LibraryError(f"The anchor cannot be written to {self._path}: {error.strerror}.") from error


class LocalAnchoring:
    """The port AnchoringChoice for one library, in a file beside the signing keys, out of its own folder."""

    def __init__(self, path: Path, library: Path) -> None:
        self._path = path
        self._library = str(library.absolute())

    def read(self) -> Anchoring | None:
        """None: nothing was chosen, or the file is damaged."""
        chosen = self._all().get(self._library)
        if not isinstance(chosen, dict):
            return None
        file, every = chosen.get("file"), chosen.get("every")
        return Anchoring(file=Path(file), every=every) if isinstance(file, str) and type(every) is int else None

    def write(self, anchoring: Anchoring | None) -> None:
        """Choose. Raises LibraryError."""
        chosen = self._all()
        chosen.pop(self._library, None)
        if anchoring is not None:
            chosen[self._library] = {"file": str(anchoring.file), "every": anchoring.every}
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self._path, (json.dumps(chosen, indent=2) + "\n").encode("utf-8"))
        except OSError as error:
            raise LibraryError(f"{self._path} cannot be written: {error.strerror}.") from error

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _anchor(line: bytes) -> Anchor | None:
    try:
        return anchor_from(json.loads(line))
    except (ValueError, RecursionError, InvalidInputError):
        return None
