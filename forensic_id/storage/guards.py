"""The triggers that guard the evidence: which there should be, which are missing or altered, and their return."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from forensic_id.core.browsing import searched_text
from forensic_id.core.inspection import BrokenGuard
from forensic_id.storage.database import Database
from forensic_id.storage.engines import connect
from forensic_id.storage.migrations import MIGRATIONS

_TRIGGERS = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def broken_guards(database: Database, *, table: str | None = None) -> tuple[BrokenGuard, ...]:
    """Triggers, of one table or of all, that are not what the migrations made, in order of their names."""
    return tuple(_broken(database, table))


def restore_guards(database: Database) -> tuple[BrokenGuard, ...]:
    """Make all triggers what the migrations made, inside the open transaction; returns what was wrong."""
    broken = broken_guards(database)
    expected = expected_guards(_form(database))
    for each in broken:
        if each.found:
            database.execute(f'DROP TRIGGER "{each.name.replace(chr(34), chr(34) * 2)}"')
        if each.name in expected:
            database.execute(expected[each.name][1])
    return broken


@cache
def expected_guards(form: int) -> Mapping[str, tuple[str, str]]:
    """Table and SQL of each trigger in a form of the database, by its name."""
    with closing(connect(Path(":memory:"), busy_seconds=0.0)) as scratch:
        scratch.create_function("searched_text", 2, searched_text, deterministic=True)
        for migration in MIGRATIONS[:form]:
            scratch.executescript(migration.sql)
        return {name: (table, sql) for name, table, sql in scratch.execute(_TRIGGERS)}


def _broken(database: Database, table: str | None) -> Iterator[BrokenGuard]:
    expected = expected_guards(_form(database))
    found = {name: (on, sql) for name, on, sql in database.rows(_TRIGGERS)}
    for name in sorted({*expected, *found}):
        on = (expected.get(name) or found[name])[0]
        if found.get(name) != expected.get(name) and table in (None, on):
            known, there = name in expected, name in found
            yield BrokenGuard(name=name, table=on, known=known, found=found[name][1] if there else "")


def _form(database: Database) -> int:
    row = database.row("SELECT max(number) FROM migrations")
    return int(row[0]) if row else 0
