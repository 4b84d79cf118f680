"""Text values of subjects and photos, checked before they are stored.

Values arrive as text from metadata files, the command line and forms. Nothing is inferred and nothing is corrected
except for white space around a value and the composed form (NFC) of an external id, which makes file names from
macOS and Linux equal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import PhotoDetails, SubjectDetails

SUBJECT_FIELDS = ("external_id", "name", "sex", "birth_year", "ethnicity")
PHOTO_FIELDS = ("booking_date", "source", "retention_date")
MOST_CHARACTERS = 1000
FIRST_YEAR, LAST_YEAR = 1850, 2100
YEAR_DIGITS = 4


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


def checked_external_id(value: str) -> str:
    """The id, trimmed and composed. Raises InvalidInputError when empty or not printable in one line."""
    external_id = unicodedata.normalize("NFC", checked_text("external_id", value))
    if not external_id:
        raise InvalidInputError("The external id is empty: every subject needs one.")
    if any(unicodedata.category(character) == "Cc" for character in external_id):
        raise InvalidInputError(f"The external id {external_id!r} holds control characters: remove them.")
    return external_id


def checked_text(name: str, value: str, *, most: int = MOST_CHARACTERS) -> str:
    """The text, trimmed. Raises InvalidInputError when it is too long or holds broken characters."""
    text = value.strip()
    if len(text) > most:
        raise InvalidInputError(f"The value of {name} has {len(text)} characters; at most {most} fit.")
    if any(unicodedata.category(character) == "Cs" for character in text):
        raise InvalidInputError(f"The value of {name} holds characters that are not valid Unicode: {text!r}.")
    return text


def checked_birth_year(value: str) -> int | None:
    """The year, None for an empty text. Raises InvalidInputError when it is no year of four digits."""
    text = value.strip()
    if not text:
        return None
    if not (len(text) == YEAR_DIGITS and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise InvalidInputError(f"The birth year {text!r} is no year from {FIRST_YEAR} to {LAST_YEAR}.")
    return int(text)


def checked_date(name: str, value: str) -> str:
    """The date as YYYY-MM-DD, empty for an empty text. Raises InvalidInputError when it is no such date."""
    text = value.strip()
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise InvalidInputError(f"The {name} {text!r} is no date of the form YYYY-MM-DD.")
    return text


def _refuse_unknown(changes: Mapping[str, str], known: tuple[str, ...], owner: str) -> None:
    for name in changes:
        if name not in known:
            raise InvalidInputError(f"{name!r} is no field of a {owner}. Known fields are: {', '.join(known)}.")
