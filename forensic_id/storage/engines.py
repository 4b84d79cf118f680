"""The two engines a database is opened with: SQLite as it comes with Python, and SQLCipher for an encrypted library.

`sqlcipher3` has the same functions as `sqlite3` and errors with the same names, but its classes are its own. It is an
optional dependency.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from forensic_id.core.errors import LibraryError

try:
    from sqlcipher3 import dbapi2 as sqlcipher
except ImportError:  # the extra `encryption` is not installed
    sqlcipher = None

ENGINE_ERRORS: tuple[type[Exception], ...] = (
    (sqlite3.Error,) if sqlcipher is None else (sqlite3.Error, sqlcipher.Error)
)


def connect(path: Path, *, busy_seconds: float, key: bytes | None = None) -> Any:
    """A connection without implicit transactions. Raises LibraryError, and ENGINE_ERRORS like the engine.

    The key is 32 random bytes already, so SQLCipher's own derivation from a passphrase is skipped.
    """
    if key is None:
        return sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    connection = cipher_engine().connect(str(path), timeout=busy_seconds, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log = off")  # or it writes to standard error for a wrong key
        connection.execute(f"PRAGMA key = {key_literal(key)}")
    except BaseException:
        connection.close()
        raise
    return connection


def why_no_cipher_engine() -> str:
    """A sentence where SQLCipher is not installed; empty where it is."""
    if sqlcipher is not None:
        return ""
    return (
        "Encrypted libraries need SQLCipher, which is not installed here. Set the program up with its extra "
        "'encryption' (the package sqlcipher3), then try again."
    )


def cipher_engine() -> Any:
    """SQLCipher. Raises LibraryError where it is not installed."""
    if sqlcipher is None:
        raise LibraryError(why_no_cipher_engine())
    return sqlcipher


def key_literal(key: bytes) -> str:
    """The raw key as SQLCipher reads it, for PRAGMA and ATTACH; hexadecimal digits need no escaping."""
    return f"\"x'{key.hex()}'\""
