"""Lists of subjects for the eye: ids in order at once, rows by the screenful.

`subjects.searched_text` is kept by `SubjectRows`; its index and `photos_for_browsing` hold all that the queries over
the whole gallery look at, so that none reads the tables themselves (100,000 subjects: some 0.1 s).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.browsing import Appearance, GalleryQuery, RecordedValues, SubjectRow, search_words
from forensic_id.core.personal_data import PHOTO_FIELDS
from forensic_id.core.records import Filter, SubjectDetails
from forensic_id.storage.database import Database
from forensic_id.storage.pool_filters import condition

_ORDER = {
    "external_id": "s.external_id",
    "name": "s.searched_text",
    "sex": "s.sex",
    "birth_year": "s.birth_year",
    "ethnicity": "s.ethnicity",
    "photos": "p.photos",
    "booking_date": "p.booking_date",
}
_UNRECORDED = {
    "name": "s.searched_text < ' '",  # an empty name leaves the line feed at the beginning
    "sex": "s.sex = ''",
    "birth_year": "s.birth_year IS NULL",
    "ethnicity": "s.ethnicity = ''",
    "booking_date": "p.booking_date = ''",
}
_PHOTO_FACTS = """
LEFT JOIN (SELECT subject_id, count(*) AS photos, max(booking_date) AS booking_date FROM photos GROUP BY subject_id) p
ON p.subject_id = s.subject_id
"""
_ROWS = """
SELECT s.subject_id, s.external_id, s.name, s.sex, s.birth_year, s.ethnicity,
    (SELECT count(*) FROM photos p WHERE p.subject_id = s.subject_id),
    (SELECT p.photo_id FROM photos p WHERE p.subject_id = s.subject_id
        ORDER BY p.booking_date DESC, p.photo_id DESC LIMIT 1),
    (SELECT max(p.booking_date) FROM photos p WHERE p.subject_id = s.subject_id)
FROM json_each(?) wanted JOIN subjects s ON s.subject_id = wanted.value
"""
_APPEARANCES = """
SELECT c.search_id, s.case_number, json_extract(s.record, '$.created_at'), c.rank
FROM candidates c JOIN searches s ON s.search_id = c.search_id
WHERE c.subject_id = ? ORDER BY c.search_id DESC
"""


class SqliteGalleryBrowser:
    """The port GalleryBrowser."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def matching(self, query: GalleryQuery) -> NDArray[np.int64]:
        """Ids of the subjects, in order. Raises InvalidInputError for a filter that cannot be used."""
        wanted, parameters = _condition(query)
        facts = _PHOTO_FACTS if query.order in ("photos", "booking_date") else ""
        sql = f"SELECT s.subject_id FROM subjects s {facts} WHERE {wanted} ORDER BY {_order(query)}"  # noqa: S608
        rows = self._database.execute(sql, parameters).fetchall()
        return np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))

    def rows(self, subject_ids: Iterable[int]) -> tuple[SubjectRow, ...]:
        """Rows in the order of the ids; those removed meanwhile are left out."""
        ids = [int(subject_id) for subject_id in subject_ids]
        found = {row[0]: _row(row) for row in self._database.rows(_ROWS, (json.dumps(ids),))}
        return tuple(found[subject_id] for subject_id in ids if subject_id in found)

    def filter_values(self) -> RecordedValues:
        """The values that occur, each found in an index."""
        return RecordedValues(
            sexes=self._distinct("sex", "subjects"),
            ethnicities=self._distinct("ethnicity", "subjects"),
            sources=self._distinct("source", "photos"),
            birth_years=self._range("birth_year", "subjects WHERE birth_year IS NOT NULL"),
        )

    def enrolled_at(self, photo_id: int) -> str | None:
        """When the photo was enrolled, by the audit log (ISO 8601)."""
        row = self._database.row(
            "SELECT max(at) FROM audit_entries WHERE subject = ? AND action = 'photo.enrol' HAVING count(*)",
            (f"photo {photo_id}",),
        )
        return None if row is None else str(row[0])

    def database_bytes(self) -> int:
        """What the database takes on the disk, without the originals."""
        row = self._database.row("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(row[0]) if row else 0

    def appearances(self, subject_id: int) -> tuple[Appearance, ...]:
        """Stored searches with the subject among the candidates, newest first."""
        return tuple(
            Appearance(search_id=search_id, case_number=case_number, created_at=created_at, rank=rank)
            for search_id, case_number, created_at, rank in self._database.rows(_APPEARANCES, (subject_id,))
        )

    def _distinct(self, column: str, table: str) -> tuple[str, ...]:
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> '' ORDER BY 1"  # noqa: S608 - our own text
        return tuple(row[0] for row in self._database.rows(sql))

    def _range(self, column: str, rows: str) -> tuple[Any, Any] | None:
        row = self._database.row(f"SELECT min({column}), max({column}) FROM {rows}")  # noqa: S608 - our own text
        return None if row is None or row[0] is None else (row[0], row[1])


def _condition(query: GalleryQuery) -> tuple[str, list[str | int]]:
    words = search_words(query.text)
    clauses, parameters = ["instr(s.searched_text, ?)"] * len(words), [*words]
    of_photos = [each for each in query.filters if each.name in PHOTO_FIELDS]
    of_subject = [each for each in query.filters if each.name not in PHOTO_FIELDS]
    passing, more = condition(of_subject)
    clauses, values = [*clauses, passing], [*parameters, *more]
    if of_photos:
        passing, more = _photo_condition(of_photos)
        clauses, values = [*clauses, passing], [*values, *more]
    return " AND ".join(clauses), values


def _photo_condition(filters: Sequence[Filter]) -> tuple[str, list[str | int]]:
    """One photo has to pass them all, as in the pool of a search."""
    passing, parameters = condition(filters)
    return f"s.subject_id IN (SELECT p.subject_id FROM photos p WHERE {passing})", parameters  # noqa: S608


def _order(query: GalleryQuery) -> str:
    direction = "DESC" if query.descending else "ASC"
    unrecorded = f"{_UNRECORDED[query.order]}, " if query.order in _UNRECORDED else ""
    return f"{unrecorded}{_ORDER[query.order]} {direction}, s.external_id"


def _row(row: tuple[Any, ...]) -> SubjectRow:
    subject_id, external_id, name, sex, birth_year, ethnicity, photos, photo_id, booking_date = row
    return SubjectRow(
        subject_id=subject_id,
        details=SubjectDetails(
            external_id=external_id, name=name, sex=sex, birth_year=birth_year, ethnicity=ethnicity
        ),
        photos=photos,
        photo_id=photo_id or 0,
        booking_date=booking_date or "",
    )
