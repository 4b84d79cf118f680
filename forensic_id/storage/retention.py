"""Retention dates, holds and erasures in one database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.retention import (
    DueSubject,
    Erased,
    ErasureKind,
    Hold,
    PhotoRetention,
    SubjectRetention,
)
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.erasing import erase
from forensic_id.storage.erasure import erase_subject
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.migrations import EARLIER_FORM
from forensic_id.storage.redaction import ErasedPerson, redact

_ENROLLED = """
(SELECT substr(max(a.at), 1, 10) FROM audit_entries a
 WHERE a.subject = 'photo ' || p.photo_id AND a.action = 'photo.enrol')
"""
_PHOTO_DATES = f"""
SELECT p.photo_id, p.subject_id, p.file_name,
    coalesce(r.kept_until, '') AS of_subject,
    p.retention_date AS of_photo,
    CASE WHEN :days IS NOT NULL AND r.kept_until IS NULL AND p.retention_date = ''
        THEN coalesce(date({_ENROLLED}, '+' || :days || ' days'), '')
        ELSE '' END AS of_policy
FROM photos p LEFT JOIN subject_retention r ON r.subject_id = p.subject_id
"""  # noqa: S608 - our own text
_DUE = f"""
SELECT s.subject_id, s.external_id, s.name, d.photo_id, d.until,
    (SELECT count(*) FROM photos p WHERE p.subject_id = s.subject_id)
FROM (SELECT photo_id, subject_id,
        coalesce(nullif(of_subject, ''), nullif(of_photo, ''), of_policy) AS until
      FROM ({_PHOTO_DATES})
      UNION ALL
      SELECT NULL, r.subject_id, r.kept_until FROM subject_retention r
      WHERE NOT EXISTS (SELECT 1 FROM photos p WHERE p.subject_id = r.subject_id)) d
JOIN subjects s ON s.subject_id = d.subject_id
WHERE d.until <> '' AND d.until < :day ORDER BY s.external_id, d.photo_id
"""  # noqa: S608 - our own text
_HELD = """
SELECT subject_id FROM holds WHERE subject_id IS NOT NULL
UNION
SELECT c.subject_id FROM holds h
JOIN searches q ON q.case_number = h.case_number JOIN candidates c ON c.search_id = q.search_id
"""
HOLDS = """
SELECT h.hold_id, h.subject_id,
    coalesce((SELECT s.external_id FROM subjects s WHERE s.subject_id = h.subject_id), ''),
    coalesce(h.case_number, ''), h.reason, h.reference, h.placed_by, h.placed_at
FROM holds h
"""
_HELD_BY = f"""
{HOLDS} WHERE h.subject_id = :subject OR h.case_number IN (
    SELECT q.case_number FROM candidates c JOIN searches q ON q.search_id = c.search_id WHERE c.subject_id = :subject
) ORDER BY h.hold_id
"""  # noqa: S608 - our own text


def subject_holds(database: Database, subject_id: int) -> tuple[Hold, ...]:
    """Holds that keep a subject, on the subject or on cases, oldest first."""
    return tuple(hold_from(row) for row in database.rows(_HELD_BY, {"subject": subject_id}))


class SqliteRetentionStore:
    """The port RetentionStore."""

    def __init__(
        self, database: Database, originals: OriginalStore, audit: SqliteAuditLog, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._originals = originals
        self._audit = audit
        self._clock = clock

    def retention(self, subject_id: int, *, days: int | None) -> SubjectRetention:
        """What keeps a subject. Raises NotFoundError."""
        external_id, _ = self._subject(subject_id)
        rows = self._database.rows(f"{_PHOTO_DATES} WHERE p.subject_id = :subject ORDER BY p.photo_id",
                                   {"subject": subject_id, "days": days})  # fmt: skip
        photos = tuple(_photo_retention(row) for row in rows)
        return SubjectRetention(
            subject_id=subject_id,
            external_id=external_id,
            until=self._kept_until(subject_id),
            photos=photos,
            holds=subject_holds(self._database, subject_id),
        )

    def keep_until(self, subject_id: int, day: str) -> None:
        """Set the day for all photos of a subject; empty: photos have their own. Raises NotFoundError."""
        with self._database.transaction():
            external_id, _ = self._subject(subject_id)
            before = self._kept_until(subject_id)
            self._database.execute("DELETE FROM subject_retention WHERE subject_id = ?", (subject_id,))
            if day:
                self._database.execute("INSERT INTO subject_retention VALUES (?, ?)", (subject_id, day))
            details = {"subject_id": subject_id, "kept_until_before": before, "kept_until": day}
            self._audit.append("retention.set", f"subject {external_id}", details)

    def holds(self) -> tuple[Hold, ...]:
        """All holds in force, oldest first."""
        return tuple(hold_from(row) for row in self._database.rows(f"{HOLDS} ORDER BY h.hold_id"))

    def place_hold(self, *, subject_id: int | None, case_number: str, reason: str, reference: str) -> Hold:
        """Place a hold on a subject or on a case. Raises NotFoundError."""
        with self._database.transaction():
            about = self._held_thing(subject_id, case_number)
            at, actor = self._now(), self._audit.actor
            cursor = self._database.execute(
                "INSERT INTO holds (subject_id, case_number, reason, reference, placed_by, placed_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (subject_id, case_number or None, reason, reference, actor, at),
            )
            hold = self._hold(int(cursor.lastrowid or 0))
            details = {"hold": hold.hold_id, "subject_id": subject_id, "reason": reason, "reference": reference}
            self._audit.append("hold.place", about, details)
        return hold

    def lift_hold(self, hold_id: int, *, reason: str, reference: str) -> Hold:
        """Lift it; the audit log keeps it. Raises NotFoundError."""
        with self._database.transaction():
            hold = self._hold(hold_id)
            self._database.execute("DELETE FROM holds WHERE hold_id = ?", (hold_id,))
            details = {"hold": hold_id, "subject_id": hold.subject_id, "reason": reason, "reference": reference}
            self._audit.append("hold.lift", self._held_thing(hold.subject_id, hold.case_number), details)
        return hold

    def due(self, day: str, *, days: int | None) -> tuple[DueSubject, ...]:
        """Everybody with a photo (or a date of their own) that has passed on a day, in order of external id."""
        found: dict[int, list[tuple[Any, ...]]] = {}
        for row in self._database.rows(_DUE, {"day": day, "days": days}):
            found.setdefault(row[0], []).append(row)
        return tuple(self._due_subject(rows) for rows in found.values())

    def due_ids(self, day: str, *, days: int | None) -> frozenset[int]:
        """Numbers of those whom `due` would list."""
        rows = self._database.rows(f"SELECT DISTINCT subject_id FROM ({_DUE})", {"day": day, "days": days})  # noqa: S608
        return frozenset(row[0] for row in rows)

    def held_ids(self) -> frozenset[int]:
        """Numbers of everybody under a hold, on themselves or on a case."""
        return frozenset(row[0] for row in self._database.rows(_HELD))

    def named(self, subject_id: int) -> DueSubject:
        """A subject with everything that is held of them. Raises NotFoundError."""
        external_id, name = self._subject(subject_id)
        photos = self._database.rows("SELECT photo_id FROM photos WHERE subject_id = ? ORDER BY 1", (subject_id,))
        return DueSubject(
            subject_id=subject_id,
            external_id=external_id,
            name=name,
            photo_ids=tuple(row[0] for row in photos),
            whole=True,
            until="",
            holds=subject_holds(self._database, subject_id),
        )

    def erase(self, subjects: Sequence[DueSubject], *, kind: ErasureKind, reference: str) -> None:
        """Erase photos and people, all or none, and take their personal data out of the audit log.

        Raises InvalidInputError under a hold, NotFoundError for a subject that is gone.
        """
        with self._database.transaction():
            at = self._now()
            people = [self._person(each) for each in subjects]
            hashes = [
                erase_subject(self._database, self._originals, each, at=at, kind=kind)
                for each in subjects
            ]  # fmt: skip
            told = redact(self._database, people)
            self._database.execute("INSERT OR IGNORE INTO unscrubbed VALUES (?)", (at,))
            for each, photos in zip(subjects, hashes, strict=True):
                self._audit.append(
                    f"subject.{kind}",
                    f"subject no. {each.subject_id}",
                    {
                        "subject_id": each.subject_id,
                        "whole": each.whole,
                        "photos": {str(photo_id): sha256 for photo_id, sha256 in photos.items()},
                        "kept_until": each.until,
                        "reference": reference,
                        "redacted": told[each.subject_id],
                    },
                )

    def unscrubbed(self) -> bool:
        """Whether something was erased since the database was last written anew."""
        return self._database.row("SELECT 1 FROM unscrubbed") is not None

    def scrub(self) -> bool:
        """Write the database anew without remnants and empty its write-ahead log.

        False when another program kept the log from being emptied. Raises LibraryError when the disk refuses.
        """
        with self._database.transaction():
            seen = [row[0] for row in self._database.rows("SELECT since FROM unscrubbed")]
        if not self._database.rewrite():
            return False
        self._drop_copies()
        with self._database.transaction():
            for since in seen:
                self._database.execute("DELETE FROM unscrubbed WHERE since = ?", (since,))
        return self._database.empty_log()

    def erased_subject(self, subject_id: int) -> Erased | None:
        """When somebody was erased."""
        return self._erased("erased_subjects", "subject_id", subject_id)

    def erased_photo(self, photo_id: int) -> Erased | None:
        """When a photo was erased, with its subject or alone."""
        return self._erased("erased_photos", "photo_id", photo_id)

    def _drop_copies(self) -> None:
        """Copies of the database in earlier forms hold everybody. Raises LibraryError."""
        database = self._database.path
        try:
            for path in database.parent.glob(f"{database.name}{EARLIER_FORM}*"):
                erase(path)
        except OSError as error:
            raise LibraryError(f"{path} cannot be removed: {error.strerror}. Remove it by hand.") from error

    def _erased(self, table: str, column: str, number: int) -> Erased | None:
        row = self._database.row(f"SELECT at, kind FROM {table} WHERE {column} = ?", (number,))  # noqa: S608
        return None if row is None else Erased(at=row[0], kind=row[1])

    def _person(self, each: DueSubject) -> ErasedPerson:
        """Whose data the audit log is searched for. Raises NotFoundError, or InvalidInputError under a hold."""
        external_id, name = self._subject(each.subject_id)
        holds = subject_holds(self._database, each.subject_id)
        if holds:
            raise InvalidInputError(f"Subject {external_id!r} is kept by {_named(holds)}.")
        known = self._database.rows("SELECT photo_id, file_name FROM photos WHERE subject_id = ?", (each.subject_id,))
        photos = {photo_id: file_name for photo_id, file_name in known if photo_id in each.photo_ids or each.whole}
        person = ErasedPerson(subject_id=each.subject_id, photos=photos)
        if each.whole:
            person.ids.add(external_id)
            person.words |= {external_id, name} - {""}
        return person

    def _due_subject(self, rows: Sequence[tuple[Any, ...]]) -> DueSubject:
        subject_id, external_id, name, _, _, photos = rows[0]
        photo_ids = tuple(row[3] for row in rows if row[3] is not None)
        return DueSubject(
            subject_id=subject_id,
            external_id=external_id,
            name=name,
            photo_ids=photo_ids,
            whole=len(photo_ids) == photos,
            until=min(row[4] for row in rows),
            holds=subject_holds(self._database, subject_id),
        )

    def _kept_until(self, subject_id: int) -> str:
        row = self._database.row("SELECT kept_until FROM subject_retention WHERE subject_id = ?", (subject_id,))
        return "" if row is None else str(row[0])

    def _subject(self, subject_id: int) -> tuple[str, str]:
        row = self._database.row("SELECT external_id, name FROM subjects WHERE subject_id = ?", (subject_id,))
        if row is None:
            raise NotFoundError(f"There is no subject with the number {subject_id} in the gallery.")
        return str(row[0]), str(row[1])

    def _held_thing(self, subject_id: int | None, case_number: str) -> str:
        """How the audit log names it. Raises NotFoundError."""
        if subject_id is not None:
            return f"subject {self._subject(subject_id)[0]}"
        if self._database.row("SELECT 1 FROM cases WHERE number = ?", (case_number,)) is None:
            raise NotFoundError(f"There is no case {case_number!r}.")
        return f"case {case_number}"

    def _hold(self, hold_id: int) -> Hold:
        row = self._database.row(f"{HOLDS} WHERE h.hold_id = ?", (hold_id,))
        if row is None:
            raise NotFoundError(f"There is no hold {hold_id}. It may have been lifted.")
        return hold_from(row)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")


def hold_from(row: Sequence[Any]) -> Hold:
    """The hold of a row that `HOLDS` gives."""
    names = ("hold_id", "subject_id", "external_id", "case_number", "reason", "reference", "placed_by", "placed_at")
    return Hold(**dict(zip(names, row, strict=True)))


def _named(holds: Iterable[Hold]) -> str:
    return "; ".join(str(hold) for hold in holds)


def _photo_retention(row: tuple[Any, ...]) -> PhotoRetention:
    photo_id, _, file_name, of_subject, of_photo, of_policy = row
    if of_subject:
        return PhotoRetention(photo_id=photo_id, file_name=file_name, until=of_subject, origin="subject")
    if of_photo:
        return PhotoRetention(photo_id=photo_id, file_name=file_name, until=of_photo, origin="photo")
    return PhotoRetention(
        photo_id=photo_id, file_name=file_name, until=of_policy, origin="policy" if of_policy else "none"
    )
