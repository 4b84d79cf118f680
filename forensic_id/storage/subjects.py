"""Rows of subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from forensic_id.core.browsing import searched_text
from forensic_id.core.personal_data import completed_subject
from forensic_id.core.records import Filter, Photo, Subject, SubjectDetails
from forensic_id.storage.database import Database
from forensic_id.storage.photos import PhotoRows
from forensic_id.storage.pool_filters import condition

_COLUMNS = "s.subject_id, s.external_id, s.name, s.sex, s.birth_year, s.ethnicity"


class SubjectRows:
    """The table `subjects`."""

    def __init__(self, database: Database, photos: PhotoRows) -> None:
        self._database = database
        self._photos = photos

    def find(self, column: str, value: str | int) -> Subject | None:
        """The subject whose `external_id` or `subject_id` has this value."""
        chosen = f"SELECT {_COLUMNS} FROM subjects s WHERE s.{column} = ?"  # noqa: S608 - our own text
        return next(iter(self._subjects(chosen, [value])), None)

    def listed(self, filters: Sequence[Filter], *, limit: int, offset: int) -> tuple[Subject, ...]:
        """Subjects with a photo that passes all filters, in order of external id."""
        passing, parameters = condition(filters)
        chosen = f"""
            SELECT {_COLUMNS} FROM subjects s
            WHERE EXISTS (SELECT 1 FROM photos p WHERE p.subject_id = s.subject_id AND {passing})
            ORDER BY s.external_id LIMIT ? OFFSET ?
        """  # noqa: S608 - our own text, values are parameters
        return tuple(self._subjects(chosen, [*parameters, limit, offset]))

    def add_or_complete(self, given: SubjectDetails) -> tuple[int, bool]:
        """The id of the subject, inserted if its external id is new; else its empty fields are filled.

        Returns the id and whether the subject is new.
        """
        known = self.find("external_id", given.external_id)
        if known is None:
            cursor = self._database.execute(
                "INSERT INTO subjects (external_id, name, sex, birth_year, ethnicity, searched_text)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*astuple(given), searched_text(given.external_id, given.name)),
            )
            return int(cursor.lastrowid or 0), True
        completed = completed_subject(known.details, given)
        if completed != known.details:
            self.set_details(known.subject_id, completed)
        return known.subject_id, False

    def set_details(self, subject_id: int, details: SubjectDetails) -> None:
        """Replace the details."""
        self._database.execute(
            "UPDATE subjects SET external_id = ?, name = ?, sex = ?, birth_year = ?, ethnicity = ?,"
            " searched_text = ? WHERE subject_id = ?",
            (*astuple(details), searched_text(details.external_id, details.name), subject_id),
        )

    def remove(self, subject_id: int) -> None:
        """Remove the subject; photos, pictures and features go with it."""
        self._database.execute("DELETE FROM subjects WHERE subject_id = ?", (subject_id,))

    def _subjects(self, chosen: str, parameters: Sequence[Any]) -> list[Subject]:
        rows = list(self._database.rows(chosen, parameters))
        photos: dict[int, list[Photo]] = {row[0]: [] for row in rows}
        ids = f"p.subject_id IN (SELECT subject_id FROM ({chosen}))"  # noqa: S608
        for photo in self._photos.where(ids, parameters):
            photos[photo.subject_id].append(photo)
        return [Subject(subject_id=row[0], details=_details(row[1:]), photos=tuple(photos[row[0]])) for row in rows]


def _details(row: Sequence[Any]) -> SubjectDetails:
    external_id, name, sex, birth_year, ethnicity = row
    return SubjectDetails(external_id=external_id, name=name, sex=sex, birth_year=birth_year, ethnicity=ethnicity)
