"""Filters of the pool as SQL over the aliases `s` (subjects) and `p` (photos)."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.filters import TEXT_FIELDS, YEAR_FIELD, check_field, check_filter, folded
from forensic_id.core.personal_data import PHOTO_FIELDS
from forensic_id.core.records import Filter

_FEW_VALUES = {
    name: f"{alias}.{name} IN "  # noqa: S608 - our own text, values are parameters
    f"(SELECT value FROM (SELECT DISTINCT {name} AS value FROM {table} LIMIT -1) WHERE folded(value) = ?)"
    for name, alias, table in (("sex", "s", "subjects"), ("ethnicity", "s", "subjects"), ("source", "p", "photos"))
}  # LIMIT keeps the distinct values apart: each is folded once, not once a row
"""Conditions on columns that hold few different values."""


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
            clauses.append(_FEW_VALUES.get(filter_.name, f"folded({place}) = ?"))
            parameters.append(folded(filter_.low))
            continue
        clauses.append(f"{place} <> ''")  # never true of NULL either: what is not recorded is in no range
        for sign, end in ((">=", filter_.low), ("<=", filter_.high)):
            if end:
                clauses.append(f"{place} {sign} ?")
                parameters.append(int(end) if filter_.name == YEAR_FIELD else end)
    return " AND ".join(clauses) or "1", parameters
