"""Look through the gallery: which subjects, their rows, and everything about one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.browsing import Appearance, GalleryQuery, RecordedValues, SubjectRow
from forensic_id.core.ports import Library
from forensic_id.core.records import GalleryStatistics, Subject
from forensic_id.core.retention import Keeping
from forensic_id.core.rights import Right
from forensic_id.services.keep_subjects import policy_days


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubjectList:
    """Ids (N,) of the subjects that match, in order, and how many subjects there are at all."""

    subject_ids: NDArray[np.int64]
    gallery_subjects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFile:
    """All that is known of one subject. `enrolled_at` has a time (ISO 8601) for each photo that the log tells of."""

    subject: Subject
    enrolled_at: dict[int, str]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryState:
    """What the gallery holds and takes, and the snapshot that a search would run against now."""

    statistics: GalleryStatistics
    snapshot_id: str
    database_bytes: int


def find_subjects(library: Library, query: GalleryQuery, *, keeping: Keeping | None = None) -> SubjectList:
    """The subjects that match, and of them those that `keeping` means.

    Raises InvalidInputError for a filter that cannot be used.
    """
    library.require(Right.BROWSE)
    matching = library.browser.matching(query)
    everything = (
        matching if not query.text.strip() and not query.filters else library.browser.matching(GalleryQuery())
    )
    if keeping is not None:
        matching = matching[np.isin(matching, list(_kept(library, keeping)))]
    return SubjectList(subject_ids=matching, gallery_subjects=len(everything))


def subject_rows(library: Library, subject_ids: Sequence[int]) -> tuple[SubjectRow, ...]:
    """Rows in the order of the ids; those removed meanwhile are left out."""
    library.require(Right.BROWSE)
    return library.browser.rows(subject_ids)


def recorded_values(library: Library) -> RecordedValues:
    """What filters can be set to."""
    library.require(Right.BROWSE)
    return library.browser.filter_values()


def subject_file(library: Library, subject_id: int) -> SubjectFile:
    """Everything about a subject. Raises NotFoundError."""
    library.require(Right.BROWSE)
    subject = library.gallery.subject_by_id(subject_id)
    times = {photo.photo_id: library.browser.enrolled_at(photo.photo_id) for photo in subject.photos}
    return SubjectFile(
        subject=subject,
        enrolled_at={photo_id: at for photo_id, at in times.items() if at is not None},
        appearances=library.browser.appearances(subject_id),
    )


def log_view(library: Library, subject: Subject) -> None:
    """Note in the audit log that somebody looked at a subject's photos."""
    library.require(Right.BROWSE)
    library.audit.append(
        "subject.view",
        f"subject {subject.details.external_id}",
        {"subject_id": subject.subject_id, "photos": [photo.photo_id for photo in subject.photos]},
    )


def gallery_state(library: Library, bundle_id: str) -> GalleryState:
    """Counts, sizes and the snapshot under a bundle; reads every feature."""
    library.require(Right.BROWSE)
    return GalleryState(
        statistics=library.gallery.statistics(bundle_id),
        snapshot_id=library.gallery.features(bundle_id).snapshot_id,
        database_bytes=library.browser.database_bytes(),
    )


def _kept(library: Library, keeping: Keeping) -> frozenset[int]:
    """Numbers of those whom `keeping` means; a date that has passed already is not soon."""
    if keeping.kind == "held":
        return library.retention.held_ids()
    days = policy_days(library)
    past = library.retention.due_ids(keeping.today.isoformat(), days=days)
    if keeping.kind == "past":
        return past
    return library.retention.due_ids(keeping.soon.isoformat(), days=days) - past
