"""What became of each entry of an import: told one by one while it runs, counted at its end, written as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from forensic_id.services.batch_tables import write_table
from forensic_id.services.import_sources import ImportFailure

OUTCOME_COLUMNS = ("file", "outcome", "photo", "subject", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicate:
    """An enrolled photo that looks almost like one enrolled before."""

    path: str
    photo_id: int
    like_photo_id: int
    like_file: str
    like_subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """One entry: `path` is the file, or the line of the metadata file that could not be used.

    `photo_id` is 0 and `subject` empty for what failed; `near` are photos that an enrolled one looks like.
    """

    path: str
    kind: Literal["enrolled", "known", "failed"]
    photo_id: int = 0
    subject: str = ""
    reason: str = ""
    near: tuple[NearDuplicate, ...] = ()


OutcomeListener = Callable[[ImportOutcome], None]
"""Called in the thread of the import, once what it tells is committed."""


def ignore_outcome(_outcome: ImportOutcome) -> None:
    """Drop it (the default listener)."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """The counts of an import so far, and whom to tell."""

    listener: OutcomeListener = ignore_outcome
    enrolled: int = 0
    subjects_created: int = 0
    duplicates: int = 0
    near_duplicates: list[NearDuplicate] = field(default_factory=list)
    failures: list[ImportFailure] = field(default_factory=list)
    untold: list[ImportOutcome] = field(default_factory=list)

    def fail(self, path: str, reason: str) -> None:
        """An entry that cannot be used."""
        self.failures.append(ImportFailure(path=path, reason=reason))
        self.untold.append(ImportOutcome(path=path, kind="failed", reason=reason))

    def know(self, path: str, *, photo_id: int, subject: str) -> None:
        """A photo that is enrolled already."""
        self.duplicates += 1
        self.untold.append(ImportOutcome(path=path, kind="known", photo_id=photo_id, subject=subject))

    def enrol(
        self, path: str, *, photo_id: int, subject: str, is_new_subject: bool, near: tuple[NearDuplicate, ...]
    ) -> None:
        """A photo that was enrolled."""
        self.enrolled += 1
        self.subjects_created += is_new_subject
        self.near_duplicates += near
        self.untold.append(ImportOutcome(path=path, kind="enrolled", photo_id=photo_id, subject=subject, near=near))

    def tell(self) -> None:
        """Tell what was not told yet; nothing may be left uncommitted."""
        untold, self.untold = self.untold, []
        for outcome in untold:
            self.listener(outcome)


def write_outcomes(path: Path, outcomes: Iterable[ImportOutcome]) -> None:
    """Write a CSV file, a row an entry. Raises LibraryError when the place cannot be written."""
    write_table(path, OUTCOME_COLUMNS, map(_row, outcomes))


def _row(outcome: ImportOutcome) -> tuple[object, ...]:
    alike = [f"{near.like_file} of subject {near.like_subject}" for near in outcome.near]
    told = f"Looks almost like {', '.join(alike)}." if alike else outcome.reason
    return outcome.path, outcome.kind, outcome.photo_id or None, outcome.subject, told
