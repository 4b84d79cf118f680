"""The two tables of a batch: results.csv and failures.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from forensic_id.core.csv_cells import csv_cell, plain_text
from forensic_id.core.errors import LibraryError, NotFoundError
from forensic_id.core.ports import CaseStore, GalleryStore
from forensic_id.core.records import Candidate, Subject
from forensic_id.core.report import LEAD_BANNER
from forensic_id.files.replacing import replacing_text, steady_partial

RESULT_COLUMNS = ("sketch", "rank", "subject", "photo", "log_density", "note")
"""`note` says in every row that it is a lead: tables are cut, sorted and passed on."""
FAILURE_COLUMNS = ("sketch", "reason")


def write_table(path: Path, header: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    """Write a CSV file in one step, text cells harmless to spreadsheets. Raises LibraryError when it cannot be."""
    try:
        with replacing_text(path, partial=steady_partial(path)) as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([csv_cell(value) for value in row] for row in rows)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another folder.") from error


def failure_reasons(path: Path) -> dict[str, str]:
    """Why sketches failed in the last run, by their names; nothing where the table is missing or is another one."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {plain_text(row["sketch"]): plain_text(row["reason"]) for row in csv.DictReader(file)}
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        return {}


def result_rows(searches: Mapping[str, int], cases: CaseStore, gallery: GalleryStore) -> Iterator[tuple[object, ...]]:
    """One row a candidate, from the stored records of `searches` (sketch to search id), in order of sketch."""
    names = _CandidateNames(gallery=gallery)
    for sketch, search_id in sorted(searches.items()):
        for candidate in cases.search(search_id).candidates:
            subject, photo = names.of(candidate)
            yield sketch, candidate.rank, subject, photo, candidate.log_density, LEAD_BANNER


@dataclass(kw_only=True)
class _CandidateNames:
    """External ids and file names by number, each subject looked up once."""

    gallery: GalleryStore
    subjects: dict[int, Subject | None] = field(default_factory=dict)

    def of(self, candidate: Candidate) -> tuple[str, str]:
        """External id of the subject and file name of the photo; what was removed since is named by its number."""
        number = candidate.subject_id
        if number not in self.subjects:
            self.subjects[number] = self._look_up(number)
        subject = self.subjects[number]
        photos = subject.photos if subject else ()
        photo = next((each.file_name for each in photos if each.photo_id == candidate.photo_id), None)
        return (
            subject.details.external_id if subject else f"removed subject {number}",
            photo or f"removed photo {candidate.photo_id}",
        )

    def _look_up(self, number: int) -> Subject | None:
        try:
            return self.gallery.subject_by_id(number)
        except NotFoundError:
            return None
