"""One SQLite connection of a library: settings, explicit transactions, errors as sentences.

sqlite-utils 4 commits every write that stands outside a transaction, and its `atomic()` begins transactions that take
the write lock late. A library reads before it writes (the last link of the audit chain, for one), so the outermost
transaction here begins with BEGIN IMMEDIATE: the lock is taken before the first read, and two programs that write at
once wait for each other instead of failing half way. Inner transactions are savepoints of the outer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlite_utils

from forensic_id.core.browsing import searched_text
from forensic_id.core.errors import DefectError, InvalidInputError, LibraryError
from forensic_id.core.filters import folded
from forensic_id.storage.engines import ENGINE_ERRORS, connect
from forensic_id.storage.file_systems import on_network

BUSY_SECONDS = 30.0
_PAGES = 4096
"""Pages copied at a time."""

_SENTENCES = {
    "SQLITE_FULL": "The disk is full: nothing of the last step was kept. Free some space and do it again.",
    "SQLITE_BUSY": "Another program has been writing to the library for too long. Close it and try again.",
    "SQLITE_LOCKED": "Another program has been writing to the library for too long. Close it and try again.",
    "SQLITE_READONLY": "The library may not be written. Check the permissions of the folder and its files.",
    "SQLITE_CANTOPEN": "The database cannot be opened. Check that the folder exists and that you may write in it.",
    "SQLITE_PERM": "The database may not be opened. Check the permissions of the folder and its files.",
    "SQLITE_NOTADB": "The file is no SQLite database, or an encrypted one whose key file is gone. Restore both from "
    "a backup, or choose another library.",
    "SQLITE_CORRUPT": "The database is damaged. Restore it from a backup.",
    "SQLITE_IOERR": "The disk reported an error. Check the disk, then try again.",
}
_OTHER_KEY = (
    "The database does not open with the key of the key file: the two do not belong together, or its first page is "
    "damaged. Restore both from one backup."
)

AfterTransaction = Callable[[], None]


class Database:
    """A connection for one thread. Every statement goes through `execute`, every write through `transaction`."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS, key: bytes | None = None) -> None:
        """Open or create the file, encrypted under `key` if there is one. Raises LibraryError with a sentence."""
        self._path = path
        self._key = key
        self._after: list[AfterTransaction] = []
        self.rollbacks = 0
        with self._sentences():
            self._connection = connect(path, busy_seconds=busy_seconds, key=key)
        try:
            with self._sentences():
                self._tables = sqlite_utils.Database(self._connection, execute_plugins=False)
                self._tables.register_function(folded, deterministic=True)
                self._tables.register_function(searched_text, deterministic=True)
                self._configure()
        except BaseException:
            self._connection.close()
            raise

    def _configure(self) -> None:
        self._choose_journal()
        self._connection.execute("PRAGMA synchronous = FULL")  # audit.head must never claim more than the disk holds
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE asks the guards of removal
        self._connection.execute("PRAGMA secure_delete = ON")  # removed faces and features are overwritten

    def _choose_journal(self) -> None:
        """Write-ahead log, so that readers never wait; its shared memory does not work across a network.

        A database that was once used from a network keeps its rollback journal: it may be used so again.
        """
        if on_network(self._path.parent):
            (mode,) = self._connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            if mode != "delete":
                raise LibraryError(
                    f"{self._path} lies on a network drive and is open in a program of the computer that keeps it. "
                    "Close that program, open the library here first, and both can use it."
                )
        elif self._is_new():
            self._tables.enable_wal()

    def _is_new(self) -> bool:
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return not tables

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def table_names(self) -> list[str]:
        """Names of all tables."""
        with self._sentences():
            return list(self._tables.table_names())

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Run one statement. Raises LibraryError for trouble with the disk or file, DefectError for our mistakes."""
        with self._sentences():
            return self._connection.execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, read as they are needed."""
        with self._sentences():
            yield from self._connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query."""
        with self._sentences():
            row: tuple[Any, ...] | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def script(self, sql: str) -> None:
        """Run several statements inside the open transaction."""
        with self._sentences():
            self._tables.executescript(sql)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside or none. Inside another transaction a failure undoes the inner writes only."""
        if self._connection.in_transaction:
            with self._counting_rollbacks(), self._tables.atomic():
                yield
            return
        self.execute("BEGIN IMMEDIATE")
        try:
            with self._counting_rollbacks():
                yield
                self.execute("COMMIT")
        except BaseException:
            with suppress(*ENGINE_ERRORS):
                self._tables.rollback()
            raise
        finally:
            self._finish()

    def copy_to(self, path: Path, *, on_pages: Callable[[int, int], None]) -> None:
        """Copy all pages, as they are at this moment, to a new file; others may write meanwhile.

        `on_pages` is told how many of how many pages are done, and may raise. Raises LibraryError.
        """

        def told(_status: int, left: int, total: int) -> None:
            on_pages(total - left, total)

        with self._sentences(), closing(connect(path, busy_seconds=BUSY_SECONDS, key=self._key)) as target:
            self._connection.execute("BEGIN")  # one view of the database for all steps
            try:
                self._connection.execute("SELECT 1 FROM sqlite_master").fetchone()
                self._connection.backup(target, pages=_PAGES, progress=told)
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def another(self, path: Path) -> Iterator[Database]:
        """A copy of this database at another place, opened as this one is."""
        database = Database(path, key=self._key)
        try:
            yield database
        finally:
            database.close()

    def rewrite(self) -> bool:
        """Write the file anew, without what was removed, and empty the write-ahead log, outside a transaction.

        Free pages are overwritten at once; but pages whose rows moved may keep copies that nothing refers to, and
        those go only so. Returns whether the log could be emptied. Raises LibraryError when the disk refuses.
        """
        self.execute("VACUUM")
        return self.empty_log()

    def empty_log(self) -> bool:
        """Bring the write-ahead log into the database and cut it; False when another connection still reads it."""
        row = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and row[0] == 0

    def after_transaction(self, action: AfterTransaction) -> None:
        """Run `action` once the outermost transaction has ended, however it ended; it must not raise."""
        if action not in self._after:
            self._after.append(action)

    def changes(self) -> int:
        """A number that is another one once another connection has committed; costs a look at the file's header."""
        row = self.row("PRAGMA data_version")
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _finish(self) -> None:
        actions, self._after = self._after, []
        for action in actions:
            action()

    @contextmanager
    def _counting_rollbacks(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.rollbacks += 1
            raise

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except UnicodeEncodeError as error:
            raise InvalidInputError(f"{error.object!r} holds characters that are not valid Unicode.") from error
        except ENGINE_ERRORS as error:
            raise self._translated(error) from error

    def _translated(self, error: Exception) -> Exception:
        code = getattr(error, "sqlite_errorname", None) or ""
        if code == "SQLITE_NOTADB" and self._key is not None:
            return LibraryError(f"{self._path}: {_OTHER_KEY}")
        for prefix, sentence in _SENTENCES.items():
            if code.startswith(prefix):
                return LibraryError(f"{self._path}: {sentence}")
        if type(error).__name__ == "OperationalError" and "decode" in str(error).lower():
            return LibraryError(f"{self._path}: {_SENTENCES['SQLITE_CORRUPT']}")
        return DefectError(f"The database refused a statement: {error} ({code}).")
