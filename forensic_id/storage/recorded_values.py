"""The values that the gallery holds in one field, for choosing filters from."""

from __future__ import annotations

from forensic_id.core.filters import TEXT_FIELDS
from forensic_id.core.records import RecordedValue
from forensic_id.storage.database import Database
from forensic_id.storage.pool_filters import column


def recorded_values(database: Database, field: str) -> tuple[RecordedValue, ...]:
    """Values in order with the number of subjects that have them; text that differs in case alone is one value.

    Raises InvalidInputError for an unknown field.
    """
    place = column(field)
    group = f"folded({place})" if field in TEXT_FIELDS else place
    sql = f"""
        SELECT min({place}), count(DISTINCT s.subject_id)
        FROM photos p JOIN subjects s ON s.subject_id = p.subject_id
        WHERE {place} <> '' GROUP BY {group} ORDER BY {group}
    """  # noqa: S608 - our own text
    return tuple(RecordedValue(value=str(value), subjects=count) for value, count in database.rows(sql))
