"""Check again that the files of the model in use are what its manifest says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from forensic_id.core.errors import TamperedError
from forensic_id.core.progress import CancelCheck, never_cancelled, stop_if_cancelled


def verify_bundle(folder: Path, files: Mapping[str, str], *, cancelled: CancelCheck = never_cancelled) -> int:
    """Read every file and compare its SHA-256; returns how many there are.

    Raises TamperedError, naming the first file that is missing or differs; CancelledError.
    """
    for name, expected in sorted(files.items()):
        stop_if_cancelled(cancelled)
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise TamperedError(f"The file {name} of the model cannot be read: {error.strerror}.") from error
        if found != expected:
            raise TamperedError(
                f"The file {name} of the model is not what its manifest says. Do not search with it: restore the"
                " model from where it came from."
            )
    return len(files)
