"""Numbered steps that bring a library's database to the form this version knows.

Each step runs in one transaction together with the row in `migrations` that records it, so that a killed program
leaves either the old form or the new one. Steps are never edited once released; a change is a new step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from forensic_id.core.errors import LibraryError
from forensic_id.storage.accounts_schema import ACCOUNTS, PEOPLE
from forensic_id.storage.database import Database
from forensic_id.storage.guards_schema import CASE_ERASURE, NEVER_REPLACED
from forensic_id.storage.schema import (
    AUDIT,
    AUDIT_INDEXES,
    BROWSING,
    CASES_AND_SEARCHES,
    GALLERY,
    POLICIES,
    RETENTION,
    REVIEWS,
)
from forensic_id.storage.second_reviews_schema import SECOND_REVIEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step: its number, what it does, and the SQL."""

    number: int
    name: str
    sql: str


MIGRATIONS = (
    Migration(number=1, name="audit chain", sql=AUDIT),
    Migration(number=2, name="gallery", sql=GALLERY),
    Migration(number=3, name="cases and searches", sql=CASES_AND_SEARCHES),
    # No table changes. A program that knows no verdicts cannot read records with one: the number makes it say so.
    Migration(number=4, name="verdicts in search records", sql=""),
    Migration(number=5, name="audit entries by action and person", sql=AUDIT_INDEXES),
    Migration(number=6, name="reviews of candidates", sql=REVIEWS),
    # No table changes: records may hold edits and refer to the searches that they fuse.
    Migration(number=7, name="edited and fused searches", sql=""),
    Migration(number=8, name="policy profiles", sql=POLICIES),
    Migration(number=9, name="browsing", sql=BROWSING),
    Migration(number=10, name="retention, holds and erasures", sql=RETENTION),
    Migration(number=11, name="accounts", sql=ACCOUNTS),
    Migration(number=12, name="second reviews", sql=SECOND_REVIEWS),
    Migration(number=13, name="evidence is never replaced", sql=NEVER_REPLACED),
    Migration(number=14, name="erasure of cases", sql=CASE_ERASURE),
    Migration(number=15, name="full names, qualifications and units of accounts", sql=PEOPLE),
    # No table changes: records may name who searched. Of older records the audit log tells.
    Migration(number=16, name="who searched in search records", sql=""),
)

EARLIER_FORM = ".form"
"""What the name of the database is followed by, and the number of its form, in the name of such a copy."""
_RECORD = "CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT"


def newest_form(migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """The form this program knows."""
    return migrations[-1].number


def is_outdated(database: Database) -> bool:
    """Whether a library of an earlier version has to be brought to this one's form. Raises LibraryError."""
    return 0 < _version(database) < newest_form()


def migrate(
    database: Database, *, clock: Callable[[], datetime], migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Apply the steps that are missing, after a copy of the database as it was is laid beside it.

    Raises LibraryError when the database belongs to a newer version or to another program.
    """
    version = _version(database)
    if version == migrations[-1].number:
        return
    if 0 < version < migrations[-1].number:
        _keep_copy(database, version)
    with database.transaction():
        version = _version(database)
        if version > migrations[-1].number:
            raise LibraryError(
                f"The library {database.path.parent} was written by a newer version of this program "
                f"(form {version}, this version knows {migrations[-1].number}). Update the program to use it."
            )
        if version == 0:
            database.execute(_RECORD)
        for migration in migrations[version:]:
            database.script(migration.sql)
            database.execute(
                "INSERT INTO migrations VALUES (?, ?, ?)",
                (migration.number, migration.name, clock().isoformat(timespec="milliseconds")),
            )


def _keep_copy(database: Database, version: int) -> None:
    """A whole, checked copy of the database in its old form. Raises LibraryError; the database is unchanged then."""
    copy = database.path.with_name(f"{database.path.name}{EARLIER_FORM}{version}")
    if copy.exists():  # of an attempt that was killed after it
        return
    partial = copy.with_name(f"{copy.name}.part")
    partial.unlink(missing_ok=True)
    try:
        database.copy_to(partial, on_pages=lambda _done, _total: None)
        with database.another(partial) as whole:
            _check_whole(whole)
        partial.replace(copy)
    except LibraryError as error:
        partial.unlink(missing_ok=True)
        raise LibraryError(
            f"Before it is brought to a newer form, the library is copied. That failed: {error}"
        ) from error


def _check_whole(copy: Database) -> None:
    if copy.row("PRAGMA integrity_check(1)") != ("ok",):
        raise LibraryError(f"{copy.path} is damaged: so is the library. Restore it from a backup.")


def _version(database: Database) -> int:
    names = database.table_names()
    if "migrations" not in names:
        if names:
            raise LibraryError(
                f"{database.path} is the database of another program. Choose another folder for the library."
            )
        return 0
    row = database.row("SELECT max(number) FROM migrations")
    return int(row[0]) if row else 0
