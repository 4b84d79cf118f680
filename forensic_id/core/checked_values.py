"""Values that arrive as text, checked before they are stored.

Nothing is inferred and nothing is corrected except for white space around a value and the composed form (NFC) of an
external id, which makes file names from macOS and Linux equal.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from forensic_id.core.errors import InvalidInputError

MOST_CHARACTERS = 1000
FIRST_YEAR, LAST_YEAR = 1850, 2100
YEAR_DIGITS = 4


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
        raise InvalidInputError(f"The value of {name} has {len(text):,} characters; at most {most:,} fit.")
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
