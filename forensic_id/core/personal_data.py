"""The details of subjects and photos, made of text from metadata files, the command line and forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from forensic_id.core.checked_values import checked_birth_year, checked_date, checked_external_id, checked_text
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import PhotoDetails, SubjectDetails

SUBJECT_FIELDS = ("external_id", "name", "sex", "birth_year", "ethnicity")
PHOTO_FIELDS = ("booking_date", "source", "retention_date")


def subject_details(fields: Mapping[str, str]) -> SubjectDetails:
    """Build a subject's details from text values; missing fields stay empty, other keys are ignored.

    Raises InvalidInputError for an empty external id, a year that is none, or text that cannot be stored.
    """
    return SubjectDetails(
        external_id=checked_external_id(fields.get("external_id", "")),
        name=checked_text("name", fields.get("name", "")),
        sex=checked_text("sex", fields.get("sex", "")),
        birth_year=checked_birth_year(fields.get("birth_year", "")),
        ethnicity=checked_text("ethnicity", fields.get("ethnicity", "")),
    )


def photo_details(fields: Mapping[str, str]) -> PhotoDetails:
    """Build a photo's details from text values; missing fields stay empty, other keys are ignored.

    Raises InvalidInputError for a date that is none, or text that cannot be stored.
    """
    return PhotoDetails(
        booking_date=checked_date("booking_date", fields.get("booking_date", "")),
        source=checked_text("source", fields.get("source", "")),
        retention_date=checked_date("retention_date", fields.get("retention_date", "")),
    )


def edited_subject(details: SubjectDetails, changes: Mapping[str, str]) -> SubjectDetails:
    """`details` with the named fields replaced; an empty text clears a field (never the external id).

    Raises InvalidInputError for an unknown field or a value that cannot be used.
    """
    _refuse_unknown(changes, SUBJECT_FIELDS, "subject")
    before = {name: "" if value is None else str(value) for name, value in asdict(details).items()}
    return subject_details({**before, **changes})


def edited_photo(details: PhotoDetails, changes: Mapping[str, str]) -> PhotoDetails:
    """`details` with the named fields replaced; an empty text clears a field. Raises like `edited_subject`."""
    _refuse_unknown(changes, PHOTO_FIELDS, "photo")
    return photo_details({**asdict(details), **changes})


def completed_subject(details: SubjectDetails, more: SubjectDetails) -> SubjectDetails:
    """`details` with its empty fields taken from `more`; what is recorded already is kept."""
    return replace(
        details,
        name=details.name or more.name,
        sex=details.sex or more.sex,
        birth_year=more.birth_year if details.birth_year is None else details.birth_year,
        ethnicity=details.ethnicity or more.ethnicity,
    )


def _refuse_unknown(changes: Mapping[str, str], known: tuple[str, ...], owner: str) -> None:
    for name in changes:
        if name not in known:
            raise InvalidInputError(f"{name!r} is no field of a {owner}. Known fields are: {', '.join(known)}.")
