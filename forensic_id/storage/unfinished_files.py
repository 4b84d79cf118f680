"""Files that are replaced as a whole: written beside their place first, under a name that begins with a dot."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def clear_unfinished(paths: Iterable[Path]) -> None:
    """Remove what killed programs left of new versions of these files (`.NAME.*` beside NAME).

    Another program that is writing one at this moment then cannot move it into place and keeps the old version: for
    the head of the audit log that is a lag until the next entry, for keys an error and the passphrase as it was.
    """
    with suppress(OSError):
        for path in paths:
            for partial in path.parent.glob(f".{path.name}.*"):
                partial.unlink(missing_ok=True)
