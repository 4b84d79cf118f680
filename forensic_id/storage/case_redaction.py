"""Takes what names an erased case and its sketches out of the audit log, declared as for people (`redaction`).

Of entries about an erased search or its case, numbers, hashes and the names of examiners stay: they say that a search
was made, by whom, when, for which offence, and what was decided. Texts go: file names, reasons, edits; with an
expunged case its number, authority and requester, wherever they stand as a value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from forensic_id.core.retention import ERASED, ERASING_ACTIONS
from forensic_id.storage.database import Database
from forensic_id.storage.redaction import LoggedRow, mapped, store_redacted

_STAY = frozenset(
    {
        "sha256",
        "record_sha256",
        "ranking_sha256",
        "crop_sha256",
        "sketch_sha256",
        "content_sha256",
        "document_sha256",
        "manifest_sha256",
        "bundle_id",
        "gallery_snapshot",
        "signer",
        "decision",
        "examiner",
        "paper",
        "offence",
        "opened_at",
        "closed_at",
    }
)
"""Details that describe what was done, not the case or a sketch."""
_OF_CASE = frozenset({"case", "number", "authority", "requester"})
"""Details that stay while the case does."""
_LONG_ENOUGH = 4
"""Characters of a case's number from which it is looked for inside texts, not only as a whole text."""
_ABOUT_SEARCH = """
SELECT sequence, subject, details FROM audit_entries
WHERE subject = :one OR (subject >= :one || ' ' AND subject < :one || '!')
"""
_ABOUT_CASE = "SELECT sequence, subject, details FROM audit_entries WHERE subject = ?"
"""Erasures call a case by its id, and what they declare is never touched."""
_WHY = " AND action NOT IN ('case.open', 'case.close', 'hold.place', 'hold.lift')"
"""Why and by whom a case was opened, held and closed stays with the case."""
_OTHERS = f"""
SELECT sequence, subject, details FROM audit_entries
WHERE action NOT IN ({", ".join("?" * len(ERASING_ACTIONS))}, 'photo.enrol', 'photo.edit', 'features.add')
"""  # noqa: S608 - our own text


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedCase:
    """What is looked for: the case by id and number, its searches, names of its sketches; `whole`: it goes itself."""

    case_id: int
    number: str
    search_ids: tuple[int, ...]
    file_names: frozenset[str]
    whole: bool


def redact_case(database: Database, case: ErasedCase) -> dict[str, str]:
    """Redact all entries that name it, inside the open transaction; sequence and SHA-256 of each that changed."""
    told: dict[str, str] = {}
    for row in list(_about(database, case)):
        subject = f"case no. {case.case_id}" if case.whole and row.subject == f"case {case.number}" else row.subject
        stay = _STAY if case.whole else _STAY | _OF_CASE
        details = {name: value if name in stay else _texts_erased(value) for name, value in row.details.items()}
        store_redacted(database, row, LoggedRow(row.sequence, subject, details), told)
    for row in list(_rows(database.rows(_OTHERS, ERASING_ACTIONS))):
        if str(row.sequence) not in told:
            details = mapped(row.details, lambda value: _mentions_erased(value, case))
            store_redacted(database, row, LoggedRow(row.sequence, row.subject, details), told)
    return told


def _about(database: Database, case: ErasedCase) -> Iterator[LoggedRow]:
    for search_id in case.search_ids:
        yield from _rows(database.rows(_ABOUT_SEARCH, {"one": f"search {search_id}"}))
    about_case = _ABOUT_CASE if case.whole else _ABOUT_CASE + _WHY
    yield from _rows(database.rows(about_case, (f"case {case.number}",)))


def _rows(rows: Iterator[tuple[Any, ...]]) -> Iterator[LoggedRow]:
    for sequence, subject, details in rows:
        yield LoggedRow(sequence, subject, json.loads(details))


def _texts_erased(value: Any) -> Any:
    if isinstance(value, str):
        return ERASED if value else value
    if isinstance(value, Mapping):
        return {name: inner if name in _STAY else _texts_erased(inner) for name, inner in value.items()}
    return mapped(value, _texts_erased)


def _mentions_erased(value: Any, case: ErasedCase) -> Any:
    if not isinstance(value, str):
        return mapped(value, lambda inner: _mentions_erased(inner, case))
    named = value in case.file_names
    if case.whole:
        named = named or value == case.number or (len(case.number) >= _LONG_ENOUGH and case.number in value)
    return ERASED if named else value
