"""Queries over many searches that read no record whole and check none: for lists and counts.

A record that is no JSON any more (somebody altered it) keeps its place with empty fields: reading it whole tells.
"""

from __future__ import annotations

from typing import Any

from forensic_id.core.summaries import SearchCount, SearchSummary
from forensic_id.storage.database import Database

_FIELDS = "CASE WHEN json_valid(record) THEN record ELSE '{}' END AS fields"

CASE_SUMMARIES = f"""
SELECT c.number, c.offence, c.authority, c.requester, c.opened_at, c.closed_at, coalesce(s.searches, 0),
    (SELECT json_extract(fields, '$.created_at')
     FROM (SELECT {_FIELDS} FROM searches WHERE search_id = s.last))
FROM cases c
LEFT JOIN (SELECT case_number, count(*) AS searches, max(search_id) AS last FROM searches GROUP BY case_number) s
    ON s.case_number = c.number
ORDER BY c.case_id DESC
"""  # noqa: S608 - our own text

_SEARCHES = f"""
SELECT search_id, case_number, json_extract(fields, '$.created_at'), json_extract(fields, '$.sketch.file_name'),
    json_extract(fields, '$.bundle_name'), json_extract(fields, '$.gallery_photos'),
    json_extract(fields, '$.pool_photos'), json_extract(fields, '$.pool_subjects'),
    (SELECT count(*) FROM candidates c WHERE c.search_id = s.search_id),
    json_extract(fields, '$.verdict.informative'),
    (SELECT count(DISTINCT rank) FROM reviews r WHERE r.search_id = s.search_id),
    (SELECT actor FROM audit_entries a WHERE a.sequence = s.audit_sequence)
FROM (SELECT search_id, case_number, audit_sequence, {_FIELDS} FROM searches
      WHERE case_number = :case AND (:before IS NULL OR search_id < :before)
      ORDER BY search_id DESC LIMIT :limit) s
"""  # noqa: S608 - our own text

_COUNTS = f"""
SELECT substr(coalesce(json_extract(fields, '$.created_at'), ''), 1, 7), offence,
    json_extract(fields, '$.verdict.informative'), count(*)
FROM (SELECT c.offence, {_FIELDS} FROM searches JOIN cases c ON c.number = case_number)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""  # noqa: S608 - our own text


def search_summaries(
    database: Database, case_number: str, *, before: int | None, limit: int
) -> tuple[SearchSummary, ...]:
    """Summaries of a case's records, newest first, below the id `before`; a negative limit is none."""
    rows = database.rows(_SEARCHES, {"case": case_number, "before": before, "limit": limit})
    return tuple(_summary(row) for row in rows)


def search_counts(database: Database) -> tuple[SearchCount, ...]:
    """All searches by month, offence and verdict."""
    return tuple(
        SearchCount(month=month, offence=offence, informative=_verdict(informative), searches=searches)
        for month, offence, informative, searches in database.rows(_COUNTS)
    )


def _summary(row: tuple[Any, ...]) -> SearchSummary:
    (
        search_id,
        case_number,
        created_at,
        sketch,
        bundle,
        gallery,
        photos,
        subjects,
        candidates,
        informative,
        reviewed,
        searched_by,
    ) = row
    return SearchSummary(
        search_id=search_id,
        case_number=case_number,
        created_at=created_at or "",
        sketch_name=sketch or "",
        bundle_name=bundle or "",
        gallery_photos=gallery or 0,
        pool_photos=photos or 0,
        pool_subjects=subjects or 0,
        candidates=candidates,
        informative=_verdict(informative),
        reviewed=reviewed,
        searched_by=searched_by or "",
    )


def _verdict(value: int | None) -> bool | None:
    return None if value is None else bool(value)
