"""Erase people: by date (purge) or by name on somebody's order (expunge). First a plan to look at, then the deed.

A plan changes nothing. Carrying it out looks again at every person under the write lock, in batches that are each all
or nothing: killed in between, a new plan holds what is left. At the end the database is written anew, so that no
copies stay in its free parts; where that did not come about, `finish_erasure` makes up for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.ports import Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.retention import DueSubject, ErasureKind
from forensic_id.core.rights import Right
from forensic_id.services.keep_subjects import list_due, policy_days
from forensic_id.services.metadata_rows import BrokenRow, read_rows

_BATCH = 200
"""People erased in one transaction: the audit log is gone through once for each."""
_UNREAD = (
    "What was erased may still lie in the write-ahead log because another program has the library open."
    " Close it and run the same command again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody who was asked for and is not erased, and why; `subject_id` 0: nobody of that id is in the gallery."""

    external_id: str
    subject_id: int = 0
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePlan:
    """Who would be erased, who not and why. `day` is the day of a purge, `reference` the order of an expungement.

    `unfinished`: remnants of an earlier erasure wait; carrying out even an empty plan removes them.
    """

    kind: ErasureKind
    day: str
    reference: str
    subjects: tuple[DueSubject, ...]
    refused: tuple[Refusal, ...]
    unfinished: bool

    @property
    def photos(self) -> int:
        """How many photos would go."""
        return sum(len(each.photo_ids) for each in self.subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReport:
    """What was erased, and what was refused; `remnants` says what is left to do, empty when nothing is."""

    kind: ErasureKind
    erased: tuple[DueSubject, ...]
    refused: tuple[Refusal, ...]
    remnants: str


def plan_purge(library: Library, *, today: date) -> ErasurePlan:
    """Everybody past the retention date; those under a hold are refused."""
    library.require(Right.PURGE)
    due = list_due(library, today)
    return _plan(library, "purge", due, (), day=today.isoformat(), reference="")


def plan_expungement(library: Library, external_ids: Iterable[str], *, reference: str) -> ErasurePlan:
    """The people with these external ids; those that are not in the gallery or under a hold are refused.

    Raises InvalidInputError when nobody is named or the order has no reference.
    """
    library.require(Right.PURGE)
    order = checked_text("reference", reference)
    if not order:
        raise InvalidInputError("Name the order to expunge, for example 'court order 12/2026': it is logged.")
    named: list[DueSubject] = []
    unknown: list[Refusal] = []
    for external_id in dict.fromkeys(each.strip() for each in external_ids if each.strip()):
        try:
            named.append(library.retention.named(library.gallery.subject(external_id).subject_id))
        except NotFoundError as error:
            unknown.append(Refusal(external_id=external_id, reason=str(error)))
    if not named and not unknown:
        raise InvalidInputError("Nobody is named to be expunged.")
    return _plan(library, "expunge", named, unknown, day="", reference=order)


def read_expungement_list(path: Path) -> tuple[str, ...]:
    """External ids from a CSV or JSON Lines file with a column `external_id`.

    Raises InvalidInputError naming the line that cannot be read: a half-read list is not carried out.
    """
    found: list[str] = []
    try:
        for row in read_rows(path):
            if isinstance(row, BrokenRow):
                raise InvalidInputError(f"{path.name}, line {row.line}: {row.reason} Mend the list.")
            external_id = row.fields.get("external_id", "").strip()
            if not external_id:
                raise InvalidInputError(
                    f"{path.name}, line {row.line}: there is no external_id. The list needs a column of that name."
                )
            found.append(external_id)
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror}.") from error
    return tuple(found)


def carry_out(
    library: Library,
    plan: ErasurePlan,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ErasureReport:
    """Erase everybody of the plan who may still be erased.

    Raises CancelledError on request: batches that are done stay done, and are finished all the same.
    """
    library.require(Right.PURGE)
    erased: list[DueSubject] = []
    refused = list(plan.refused)
    try:
        for start in range(0, len(plan.subjects), _BATCH):
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Erasing", done=start, total=len(plan.subjects)))
            gone, kept = _erase_batch(library, plan, plan.subjects[start : start + _BATCH])
            erased += gone
            refused += kept
        if erased or refused:
            details = {
                "day": plan.day,
                "reference": plan.reference,
                "subjects": [each.subject_id for each in erased],
                "refused": sorted(each.subject_id for each in refused if each.subject_id),
                "not_in_the_gallery": sum(1 for each in refused if not each.subject_id),
            }
            library.audit.append(f"retention.{plan.kind}", "gallery", details)
    finally:
        remnants = finish_erasure(library, progress=progress)
    return ErasureReport(kind=plan.kind, erased=tuple(erased), refused=tuple(refused), remnants=remnants)


def finish_erasure(library: Library, *, progress: ProgressListener = ignore_progress) -> str:
    """Remove remnants of earlier erasures; returns what is in the way as a sentence, empty when all is done."""
    library.require(Right.PURGE)
    if not library.retention.unscrubbed():
        return ""
    progress(Progress(stage="Writing the database anew", done=0))
    try:
        return "" if library.retention.scrub() else _UNREAD
    except LibraryError as error:
        return (
            f"What was erased may still lie in free parts of the database. {error} Then run the same command again."
        )


def _plan(
    library: Library,
    kind: ErasureKind,
    subjects: Sequence[DueSubject],
    refused: Sequence[Refusal],
    *,
    day: str,
    reference: str,
) -> ErasurePlan:
    held = tuple(_held(each) for each in subjects if each.holds)
    return ErasurePlan(
        kind=kind,
        day=day,
        reference=reference,
        subjects=tuple(each for each in subjects if not each.holds),
        refused=(*refused, *held),
        unfinished=library.retention.unscrubbed(),
    )


def _held(each: DueSubject) -> Refusal:
    return Refusal(
        external_id=each.external_id,
        subject_id=each.subject_id,
        reason=f"Kept by {'; '.join(map(str, each.holds))}.",
    )


def _erase_batch(
    library: Library, plan: ErasurePlan, batch: Sequence[DueSubject]
) -> tuple[list[DueSubject], list[Refusal]]:
    """One transaction: what has changed since the plan was made is seen under the write lock."""
    with library.transaction():
        current = [_purged_now(library, plan.day, each) if plan.kind == "purge" else _named_now(library, each)
                   for each in batch]  # fmt: skip
        gone = [each for each in current if isinstance(each, DueSubject)]
        if gone:
            library.retention.erase(gone, kind=plan.kind, reference=plan.reference)
    return gone, [each for each in current if isinstance(each, Refusal)]


def _purged_now(library: Library, day: str, planned: DueSubject) -> DueSubject | Refusal:
    """What of the plan is still due; a photo that came or got another date since is left alone."""
    try:
        kept = library.retention.retention(planned.subject_id, days=policy_days(library))
    except NotFoundError as error:
        return Refusal(external_id=planned.external_id, subject_id=planned.subject_id, reason=str(error))
    if kept.holds:
        return _held(replace(planned, holds=kept.holds))
    due = {photo.photo_id for photo in kept.photos if photo.until and photo.until < day}
    photo_ids = tuple(photo_id for photo_id in planned.photo_ids if photo_id in due)
    whole = kept.past(day) and len(photo_ids) == len(kept.photos)
    if not photo_ids and not whole:
        reason = "No longer past the retention date."
        return Refusal(external_id=planned.external_id, subject_id=planned.subject_id, reason=reason)
    return replace(planned, photo_ids=photo_ids, whole=whole, holds=())


def _named_now(library: Library, planned: DueSubject) -> DueSubject | Refusal:
    try:
        named = library.retention.named(planned.subject_id)
    except NotFoundError as error:
        return Refusal(external_id=planned.external_id, subject_id=planned.subject_id, reason=str(error))
    return _held(named) if named.holds else named
