"""Numbers of rows that are given once: an erased search's number never comes to mean another one."""

from __future__ import annotations

from forensic_id.storage.database import Database


def next_number(database: Database, table: str, column: str) -> int:
    """One above the highest that was ever given in a table."""
    row = database.row(
        f"SELECT max((SELECT coalesce(max({column}), 0) FROM {table}),"  # noqa: S608 - our own text
        " coalesce((SELECT number FROM highest_numbers WHERE name = ?), 0)) + 1",
        (table,),
    )
    return int(row[0]) if row else 1


def keep_numbers(database: Database, table: str, column: str) -> None:
    """Remember the highest number, before rows go."""
    highest = next_number(database, table, column) - 1
    database.execute(
        "INSERT INTO highest_numbers VALUES (?, ?) ON CONFLICT DO UPDATE SET number = excluded.number",
        (table, highest),
    )
