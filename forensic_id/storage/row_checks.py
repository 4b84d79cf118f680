"""Rows compared with what the audit log tells of them: whoever replaces one behind the program's back is found.

Search records and reviews are checked by hashes when they are read (`searches`, `reviews`, `second_reviews`). Here
are the rows that the log tells of in words: cases, photos, holds, accounts, and what was chosen for the library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from forensic_id.core.retention import ERASED
from forensic_id.storage.database import Database

_ENTRIES = "SELECT action, subject, details FROM audit_entries WHERE action IN ({}) ORDER BY sequence"
_OTHER_PHOTOS = """
SELECT p.photo_id FROM photos p LEFT JOIN audit_entries a
    ON a.subject = 'photo ' || p.photo_id AND a.action = 'photo.enrol'
WHERE a.sequence IS NULL OR json_extract(a.details, '$.sha256') IS NOT p.sha256
    OR json_extract(a.details, '$.subject_id') IS NOT p.subject_id
ORDER BY p.photo_id
"""
_ENROLLED = "SELECT CAST(substr(subject, 7) AS INTEGER) FROM audit_entries WHERE action = 'photo.enrol'"
_GONE = ("subject.remove", "photo.remove", "subject.purge", "subject.expunge")
_ALTERED = "is not the one in the audit log: it was replaced or altered"


def _cases(database: Database) -> Iterator[str]:
    """Number, offence, authority, requester and times of every case, as opened and closed."""
    names = ("number", "offence", "authority", "requester", "opened_at", "closed_at")
    told: dict[str, dict[str, Any]] = {}
    for action, subject, details in _entries(database, "case.open", "case.close"):
        if action == "case.open":
            told[subject] = details
        else:
            told[subject] = {**told.get(subject, {}), "closed_at": details.get("closed_at")}
    rows = {f"case {row[0]}": dict(zip(names, row, strict=True))
            for row in database.rows(f"SELECT {', '.join(names)} FROM cases ORDER BY case_id")}  # noqa: S608  # fmt: skip
    for subject, row in rows.items():
        if not _agree(told.get(subject), row):
            yield f"The record of {subject} {_ALTERED}."
    for subject in told.keys() - rows.keys():
        if subject.startswith("case ") and told[subject].get("number") == subject.removeprefix("case "):
            yield f"The record of {subject} is missing although the audit log has it."


def _photos(database: Database) -> Iterator[str]:
    """Whose every photo is and which bytes it has, and that none is missing."""
    for (photo_id,) in database.rows(_OTHER_PHOTOS):
        yield f"The record of photo {photo_id} {_ALTERED}."
    there = {row[0] for row in database.rows("SELECT photo_id FROM photos")}
    gone: set[int] = set()
    for _, _, details in _entries(database, *_GONE):
        gone |= {int(number) for number in details.get("photos", {})}
    for photo_id in sorted({row[0] for row in database.rows(_ENROLLED)} - there - gone):
        yield f"The record of photo {photo_id} is missing although the audit log has it."


def _holds(database: Database) -> Iterator[str]:
    """The holds in force are those that were placed and not lifted."""
    names = ("subject_id", "reason", "reference")
    told: dict[int, dict[str, Any]] = {}
    for action, _, details in _entries(database, "hold.place", "hold.lift"):
        number = int(details["hold"])
        if action == "hold.place":
            told[number] = {name: details[name] for name in names}
        else:
            told.pop(number, None)
    sql = f"SELECT hold_id, {', '.join(names)} FROM holds ORDER BY hold_id"  # noqa: S608 - our own text
    rows = {row[0]: dict(zip(names, row[1:], strict=True)) for row in database.rows(sql)}
    for number in sorted({*told, *rows}):
        if number not in rows:
            yield f"Hold {number} is missing although the audit log has it and it was not lifted."
        elif not _agree(told.get(number), rows[number]):
            yield f"Hold {number} {_ALTERED}."


def _accounts(database: Database) -> Iterator[str]:
    """The roles of every account, and whether it is disabled, are those that were last given."""
    told: dict[str, tuple[list[str], bool]] = {}
    actions = ("account.add", "account.roles", "account.disable", "account.enable")
    for action, subject, details in _entries(database, *actions):
        roles, disabled = told.get(subject, ([], False))
        roles = details.get("after", details.get("roles", roles))
        told[subject] = (roles, action == "account.disable" or (disabled and action == "account.roles"))
    rows = {
        f"account {name}": (json.loads(roles), bool(disabled))
        for name, roles, disabled in database.rows("SELECT name, roles, disabled FROM accounts ORDER BY folded")
    }
    for subject in sorted({*told, *rows}):
        if subject not in rows:
            yield f"The {subject} is missing although the audit log has it."
        elif told.get(subject) != rows[subject]:
            yield f"The {subject} is not what the audit log tells of its roles: it was replaced or altered."


def _people(database: Database) -> Iterator[str]:
    """Full name, qualification and unit of every account are those that were last told."""
    names = ("full_name", "qualification", "unit")
    told = {subject: details["after"] for _, subject, details in _entries(database, "account.details")}
    sql = f"SELECT name, {', '.join(names)} FROM accounts ORDER BY folded"  # noqa: S608 - our own text
    for name, *row in database.rows(sql):
        if told.get(f"account {name}", dict.fromkeys(names, "")) != dict(zip(names, row, strict=True)):
            yield f"How reports name the account {name} {_ALTERED}."


def _choices(database: Database) -> Iterator[str]:
    """Policy profile and mode are those that were chosen last."""
    for sql, action, what in (
        ("SELECT policy FROM policies ORDER BY choice", "policy.choose", "policy profile"),
        ("SELECT json_quote(mode) FROM library_modes ORDER BY choice", "library.mode", "mode of the library"),
    ):
        told = [details["after"] for _, _, details in _entries(database, action)]
        if [json.loads(row[0]) for row in database.rows(sql)] != told:
            yield f"The choices of the {what} are not those in the audit log: rows were replaced or removed."


ROW_CHECKS: Mapping[str, Callable[[Database], Iterator[str]]] = {
    "cases": _cases,
    "photos": _photos,
    "holds": _holds,
    "accounts": _accounts,
    "people": _people,
    "choices": _choices,
}
"""What is compared, by what people read of it."""


def _agree(told: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    """Whether an entry tells what the row holds; what an erasure took out of the entry may be anything."""
    return told is not None and all(told.get(name) in (value, ERASED) for name, value in row.items())


def _entries(database: Database, *actions: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    sql = _ENTRIES.format(", ".join("?" * len(actions)))
    for action, subject, details in database.rows(sql, actions):
        yield action, subject, json.loads(details)
