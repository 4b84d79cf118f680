"""How long people are kept in the gallery, what is held for a court, and what was erased.

A photo is kept through the day that is set for its subject, else through its own retention date, else for the days of
the policy after its enrolment. A hold keeps a subject whatever the date
says; a hold on a case keeps everybody on the candidate lists of its searches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from forensic_id.core.errors import InvalidInputError

ERASED = "[erased]"
"""What stands in the audit log where personal data of an erased person stood."""
ErasureKind = Literal["purge", "expunge"]
"""By date, or by name on somebody's order."""
CASE_ERASING_ACTIONS = ("case.purge", "case.expunge")
"""Actions of audit entries that name the searches that went with a case."""
ERASING_ACTIONS = ("subject.purge", "subject.expunge", *CASE_ERASING_ACTIONS)
"""Actions of audit entries that may declare other entries as redacted."""
DateOrigin = Literal["subject", "photo", "policy", "none"]
SOON_DAYS = 30
"""A date that passes within so many days is to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A reason not to erase: on a subject, or on a case (then `subject_id` is None). Times are ISO 8601."""

    hold_id: int
    subject_id: int | None
    external_id: str
    case_number: str
    reason: str
    reference: str
    placed_by: str
    placed_at: str

    def __str__(self) -> str:
        """What a refusal names."""
        on = f"the case {self.case_number}" if self.subject_id is None else "this person"
        reference = f", {self.reference}" if self.reference else ""
        return f"hold {self.hold_id} on {on} ({self.reason}{reference})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRetention:
    """Through which day a photo is kept (YYYY-MM-DD, empty: without end), and where that day comes from."""

    photo_id: int
    file_name: str
    until: str
    origin: DateOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRetention:
    """What keeps a subject: the day set for all photos (empty: none), every photo's day, holds of all kinds."""

    subject_id: int
    external_id: str
    until: str
    photos: tuple[PhotoRetention, ...]
    holds: tuple[Hold, ...]

    @property
    def kept_until(self) -> str:
        """The day through which the last photo is kept; empty: without end."""
        days = [photo.until for photo in self.photos]
        return self.until or (max(days) if days and all(days) else "")

    def past(self, day: str) -> bool:
        """Whether a photo's date has passed on a day."""
        return any(photo.until and photo.until < day for photo in self.photos) or bool(
            self.until and self.until < day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Which people a list is narrowed down to: those under a hold, past their date today, or soon past it."""

    kind: Literal["held", "past", "soon"]
    today: date

    @property
    def soon(self) -> date:
        """The last day that is soon."""
        return self.today + timedelta(days=SOON_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSubject:
    """Somebody of whom something would be erased: these photos, with `whole` the person altogether.

    `until` is the earliest of the days that have passed (empty where no date is the reason); `holds` keep the person.
    """

    subject_id: int
    external_id: str
    name: str
    photo_ids: tuple[int, ...]
    whole: bool
    until: str
    holds: tuple[Hold, ...]

    def __post_init__(self) -> None:
        """Nothing is erased by mistake because it was not named."""
        if not self.whole and not self.photo_ids:
            raise InvalidInputError(f"Of subject {self.external_id!r} nothing is named to be erased.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """That a subject or photo was erased: when (ISO 8601), and in which way."""

    at: str
    kind: ErasureKind

    def __str__(self) -> str:
        """For reports and lists."""
        return f"{'Expunged' if self.kind == 'expunge' else 'Purged'} on {self.at[:10]}"


class RetentionStore(Protocol):
    """Dates, holds and erasures (storage.retention). Every change is one transaction with its audit entries."""

    def retention(self, subject_id: int, *, days: int | None) -> SubjectRetention:
        """What keeps a subject; `days` is the period of the policy, None: no end. Raises NotFoundError."""
        ...

    def keep_until(self, subject_id: int, day: str) -> None:
        """Set the day for all photos of a subject (YYYY-MM-DD; empty: each has its own). Raises NotFoundError."""
        ...

    def holds(self) -> tuple[Hold, ...]:
        """All holds in force, oldest first."""
        ...

    def place_hold(self, *, subject_id: int | None, case_number: str, reason: str, reference: str) -> Hold:
        """Place a hold on a subject or on a case. Raises NotFoundError."""
        ...

    def lift_hold(self, hold_id: int, *, reason: str, reference: str) -> Hold:
        """Lift it; the audit log keeps it. Raises NotFoundError."""
        ...

    def due(self, day: str, *, days: int | None) -> tuple[DueSubject, ...]:
        """Everybody with a photo (or a date of their own) that has passed on a day, in order of external id."""
        ...

    def due_ids(self, day: str, *, days: int | None) -> frozenset[int]:
        """Numbers of those whom `due` would list."""
        ...

    def held_ids(self) -> frozenset[int]:
        """Numbers of everybody under a hold, on themselves or on a case."""
        ...

    def named(self, subject_id: int) -> DueSubject:
        """A subject with everything that is held of them. Raises NotFoundError."""
        ...

    def erase(self, subjects: Sequence[DueSubject], *, kind: ErasureKind, reference: str) -> None:
        """Erase photos and people, all or none, and take their personal data out of the audit log.

        The remnants stay in free parts of the database until `scrub`. Raises InvalidInputError under a hold,
        NotFoundError for a subject that is gone.
        """
        ...

    def unscrubbed(self) -> bool:
        """Whether something was erased since the database was last written anew."""
        ...

    def scrub(self) -> bool:
        """Write the database anew without remnants and empty its write-ahead log.

        False when another program kept the log from being emptied. Raises LibraryError when the disk refuses.
        """
        ...

    def erased_subject(self, subject_id: int) -> Erased | None:
        """When somebody was erased."""
        ...

    def erased_photo(self, photo_id: int) -> Erased | None:
        """When a photo was erased, with its subject or alone."""
        ...
