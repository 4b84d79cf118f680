"""Filters of the pool as SQL over the aliases `s` (subjects) and `p` (photos)."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.filters import TEXT_FIELDS, YEAR_FIELD, check_field, check_filter, folded
from forensic_id.core.personal_data import PHOTO_FIELDS
from forensic_id.core.records import Filter


def column(field: str) -> str:
    """The column of a filter field. Raises InvalidInputError for an unknown one."""
    check_field(field)
    return f"{'p' if field in PHOTO_FIELDS else 's'}.{field}"


def condition(filters: Sequence[Filter]) -> tuple[str, list[str | int]]:
    """A condition that holds for photos in the pool, and its parameters.

    Raises InvalidInputError for an unknown field or a malformed value.
    """
    clauses: list[str] = []
    parameters: list[str | int] = []
    for filter_ in filters:
        check_filter(filter_)
        place = column(filter_.name)
        if filter_.name in TEXT_FIELDS:
            clauses.append(f"folded({place}) = ?")
            parameters.append(folded(filter_.low))
            continue
        clauses.append(f"{place} <> ''")  # never true of NULL either: what is not recorded is in no range
        for sign, end in ((">=", filter_.low), ("<=", filter_.high)):
            if end:
                clauses.append(f"{place} {sign} ?")
                parameters.append(int(end) if filter_.name == YEAR_FIELD else end)
    return " AND ".join(clauses) or "1", parameters
