"""List, show, change and remove subjects; values arrive as the user wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.records import GalleryStatistics, Photo, Subject
from forensic_id.core.rights import Right


def list_subjects(
    library: Library, *, filters: Sequence[str] = (), limit: int = -1, offset: int = 0
) -> tuple[Subject, ...]:
    """Subjects that pass all filters (`sex=male`, `birth_year=1970..1990`), in order of external id.

    A negative limit means all. Raises InvalidInputError for a filter that cannot be used.
    """
    library.require(Right.BROWSE)
    return library.gallery.subjects(filters=tuple(parse_filter(text) for text in filters), limit=limit, offset=offset)


def show_subject(library: Library, external_id: str) -> Subject:
    """One subject with photos. Raises NotFoundError."""
    library.require(Right.BROWSE)
    return library.gallery.subject(external_id)


def edit_subject(library: Library, external_id: str, assignments: Sequence[str]) -> Subject:
    """Apply assignments such as `name=Jane Doe`. Raises NotFoundError, InvalidInputError."""
    library.require(Right.EDIT_GALLERY)
    return library.gallery.edit_subject(external_id, _changes(assignments))


def change_subject(library: Library, subject_id: int, changes: Mapping[str, str]) -> Subject:
    """Change fields of a subject by name, the subject named by number. Raises NotFoundError, InvalidInputError."""
    library.require(Right.EDIT_GALLERY)
    external_id = library.gallery.subject_by_id(subject_id).details.external_id
    return library.gallery.edit_subject(external_id, changes)


def change_photo(library: Library, photo_id: int, changes: Mapping[str, str]) -> Photo:
    """Change fields of a photo by name. Raises NotFoundError, InvalidInputError."""
    library.require(Right.EDIT_GALLERY)
    return library.gallery.edit_photo(photo_id, changes)


def edit_photo(library: Library, photo_id: int, assignments: Sequence[str]) -> Photo:
    """Apply assignments such as `booking_date=2020-02-29`. Raises NotFoundError, InvalidInputError."""
    library.require(Right.EDIT_GALLERY)
    return library.gallery.edit_photo(photo_id, _changes(assignments))


def remove_subject(library: Library, external_id: str) -> None:
    """Remove a subject with photos, features and originals. Raises NotFoundError."""
    library.require(Right.PURGE)
    library.gallery.remove_subject(external_id)


def remove_photo(library: Library, photo_id: int) -> None:
    """Remove one photo of several with features and original. Raises NotFoundError, InvalidInputError."""
    library.require(Right.PURGE)
    library.gallery.remove_photo(photo_id)


def gallery_statistics(library: Library, bundle_id: str) -> GalleryStatistics:
    """Counts over the whole gallery; `bundle_id` is the bundle whose missing features are counted."""
    library.require(Right.BROWSE)
    return library.gallery.statistics(bundle_id)


def _changes(assignments: Sequence[str]) -> dict[str, str]:
    if not assignments:
        raise InvalidInputError("Nothing to change: name at least one field, for example name=Jane Doe.")
    changes: dict[str, str] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise InvalidInputError(f"{assignment!r} has no '='. Write it as field=value, for example sex=female.")
        changes[name.strip()] = value.strip()
    return changes
