"""Through which day people are kept, and holds that keep them whatever the date says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from forensic_id.core.case_retention import DueCase
from forensic_id.core.checked_values import checked_date, checked_text
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.ports import Library
from forensic_id.core.retention import DueSubject, Hold, SubjectRetention
from forensic_id.core.rights import Right


def show_retention(library: Library, external_id: str) -> SubjectRetention:
    """Through which day a subject's photos are kept, why, and the holds in force. Raises NotFoundError."""
    library.require(Right.BROWSE)
    subject_id = library.gallery.subject(external_id).subject_id
    return library.retention.retention(subject_id, days=policy_days(library))


def retention_of(library: Library, subject_id: int) -> SubjectRetention:
    """The same of a subject named by number. Raises NotFoundError."""
    library.require(Right.BROWSE)
    return library.retention.retention(subject_id, days=policy_days(library))


def set_retention(library: Library, external_id: str, day: str) -> SubjectRetention:
    """Keep all photos of a subject through a day (YYYY-MM-DD); an empty text leaves it to photos and policy.

    Raises NotFoundError, InvalidInputError for what is no date.
    """
    library.require(Right.PURGE)
    checked = checked_date("retention date", day)
    library.retention.keep_until(library.gallery.subject(external_id).subject_id, checked)
    return show_retention(library, external_id)


def place_hold(
    library: Library, *, external_id: str = "", case_number: str = "", reason: str, reference: str = ""
) -> Hold:
    """Hold a subject, or everybody on the candidate lists of a case, until the hold is lifted.

    Raises NotFoundError, InvalidInputError when not exactly one is named or the reason is empty.
    """
    library.require(Right.HOLD)
    if bool(external_id) == bool(case_number):
        raise InvalidInputError("A hold is placed on a subject or on a case: name one of them.")
    return library.retention.place_hold(
        subject_id=library.gallery.subject(external_id).subject_id if external_id else None,
        case_number=case_number.strip(),
        reason=_reason(reason, "placed"),
        reference=checked_text("reference", reference),
    )


def lift_hold(library: Library, hold_id: int, *, reason: str, reference: str = "") -> Hold:
    """Lift a hold, and return it as it was. Raises NotFoundError, InvalidInputError when the reason is empty."""
    library.require(Right.HOLD)
    return library.retention.lift_hold(
        hold_id, reason=_reason(reason, "lifted"), reference=checked_text("reference", reference)
    )


def hold_subjects(
    library: Library, subject_ids: Sequence[int], *, reason: str, reference: str = ""
) -> tuple[Hold, ...]:
    """Hold several people for one reason, all or none. Raises NotFoundError, InvalidInputError as `place_hold`."""
    library.require(Right.HOLD)
    why, order = _reason(reason, "placed"), checked_text("reference", reference)
    with library.transaction():
        return tuple(
            library.retention.place_hold(subject_id=subject_id, case_number="", reason=why, reference=order)
            for subject_id in subject_ids
        )


def release_subjects(
    library: Library, subject_ids: Sequence[int], *, reason: str, reference: str = ""
) -> tuple[Hold, ...]:
    """Lift all holds that were placed on these people themselves, all or none, and return them as they were.

    Holds on cases stay. Raises InvalidInputError when the reason is empty.
    """
    library.require(Right.HOLD)
    why, order = _reason(reason, "lifted"), checked_text("reference", reference)
    chosen = set(subject_ids)
    with library.transaction():
        return tuple(
            library.retention.lift_hold(hold.hold_id, reason=why, reference=order)
            for hold in library.retention.holds()
            if hold.subject_id in chosen
        )


def list_holds(library: Library) -> tuple[Hold, ...]:
    """All holds in force, oldest first."""
    library.require(Right.BROWSE)
    return library.retention.holds()


def list_due(library: Library, day: date) -> tuple[DueSubject, ...]:
    """Everybody of whom something is past its date on a day, in order of external id; nothing is changed."""
    library.require(Right.BROWSE)
    return library.retention.due(day.isoformat(), days=policy_days(library))


def list_due_cases(library: Library, day: date) -> tuple[DueCase, ...]:
    """Closed cases with searches whose term has passed on a day, oldest closing first; nothing is changed."""
    library.require(Right.BROWSE)
    return library.case_retention.due(day.isoformat(), days=library.policies.current().case_retention_days)


def policy_days(library: Library) -> int | None:
    """For how many days after their enrolment the policy keeps photos; None: without end."""
    return library.policies.current().photo_retention_days


def _reason(reason: str, verb: str) -> str:
    checked = checked_text("reason", reason)
    if not checked:
        raise InvalidInputError(f"Say why the hold is {verb}: the reason stands in the audit log.")
    return checked
