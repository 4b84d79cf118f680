"""JSON in one form only, so that equal values have equal bytes and equal hashes.

Keys sorted, no spaces, UTF-8, floats in Python's shortest form that reads back exactly, no NaN or infinity.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np

from forensic_id.core.errors import DefectError, InvalidInputError


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} is no JSON value")


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain
)
"""Made once: `json.dumps` would make one for every value."""


def canonical_json(value: Any) -> str:
    """The canonical text.

    Raises InvalidInputError for text that is not valid Unicode, DefectError for values JSON does not know.
    """
    try:
        text = _ENCODER.encode(value)
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"{error.object!r} holds characters that are not valid Unicode.") from error
    except (TypeError, ValueError) as error:
        raise DefectError(f"A value cannot be stored as JSON: {error}") from error
    return text


def canonical_sha256(value: Any) -> str:
    """SHA-256 of the canonical text."""
    return hashlib.sha256(canonical_json(value).encode("utf-8")).hexdigest()
