"""A database written anew under another key or none, and compared row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any

from forensic_id.core.errors import DefectError, LibraryError
from forensic_id.core.progress import CancelCheck, stop_if_cancelled
from forensic_id.storage.engines import ENGINE_ERRORS, cipher_engine, key_literal

_BETWEEN_LOOKS = 1000
"""Rows compared between two looks at whether to stop."""
_OBJECTS = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master ORDER BY type, name"


def export_database(
    source: Path, target: Path, *, before: bytes | None, after: bytes | None, cancelled: CancelCheck
) -> None:
    """Write everything of `source` to the new file `target` and compare. Nobody else may have `source` open.

    Raises LibraryError, DefectError when the copy differs, CancelledError.
    """
    for path in (target, *_companions(target)):
        path.unlink(missing_ok=True)
    try:
        with _both(source, target, before=before, after=after) as connection:
            connection.execute("PRAGMA target.journal_mode = OFF")  # a copy that is cut short is written anew
            connection.execute("BEGIN IMMEDIATE")  # one wait for the disk at the end, not one for each table
            connection.execute("SELECT sqlcipher_export('target')").fetchone()
            connection.execute("COMMIT")
            stop_if_cancelled(cancelled)
            _compare(connection, cancelled)
    except ENGINE_ERRORS as error:
        raise LibraryError(
            f"{source} cannot be written anew: {error}. The library is unchanged; check the disk, and the library "
            "with 'library verify'."
        ) from error


@contextmanager
def _both(source: Path, target: Path, *, before: bytes | None, after: bytes | None) -> Iterator[Any]:
    connection = cipher_engine().connect(str(source), timeout=0.0, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log = off")
        if before is not None:
            connection.execute(f"PRAGMA key = {key_literal(before)}")
        # Nobody else is in; and all of the database is in one file when it is moved.
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise LibraryError(f"{source} is open in another program. Close it and try again.")
        key = "''" if after is None else key_literal(after)
        connection.execute(f"ATTACH DATABASE ? AS target KEY {key}", (str(target),))
        yield connection
    finally:
        connection.close()


def _compare(connection: Any, cancelled: CancelCheck) -> None:
    (verdict,) = connection.execute("PRAGMA target.integrity_check").fetchone()
    objects = connection.execute(_OBJECTS.format("main")).fetchall()
    if verdict != "ok" or objects != connection.execute(_OBJECTS.format("target")).fetchall():
        raise DefectError(f"The copy of the database is not sound: {verdict}.")
    for kind, name, *_ in objects:
        if kind == "table":
            _compare_rows(connection, name, cancelled)


def _compare_rows(connection: Any, table: str, cancelled: CancelCheck) -> None:
    """Tables are read in order of their keys, which are the same in both."""
    rows = (connection.execute(f'SELECT * FROM {place}."{table}"') for place in ("main", "target"))  # noqa: S608
    for number, (mine, copied) in enumerate(zip_longest(*rows)):
        if mine != copied:
            raise DefectError(f"The copy of the table {table} differs from row {number + 1} on.")
        if number % _BETWEEN_LOOKS == 0:
            stop_if_cancelled(cancelled)


def _companions(database: Path) -> tuple[Path, ...]:
    return tuple(database.with_name(f"{database.name}{suffix}") for suffix in ("-wal", "-shm", "-journal"))
