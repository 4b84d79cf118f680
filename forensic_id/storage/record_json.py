"""Search records and parts of them as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.edits import edit_step_from
from forensic_id.core.records import (
    Box,
    Candidate,
    Filter,
    FivePoints,
    ListVerdict,
    QualityFinding,
    SearchParameters,
    SearchRecord,
    SketchDetails,
)


def record_text(record: SearchRecord) -> str:
    """Everything but the ranking, which has a table of its own, as canonical JSON."""
    fields = asdict(record)
    del fields["candidates"]
    return canonical_json(fields)


def record_from(text: str, candidates: Sequence[Candidate], *, logged_by: str = "") -> SearchRecord:
    """Read back what `record_text` wrote, or an older version of it: without verdict, edits, parts or who searched.

    `logged_by` is who made the audit entry of the search, and so who searched where the record does not say.
    """
    fields = json.loads(text)
    return SearchRecord(
        **{
            "searched_by": logged_by,
            **fields,
            "sketch": _sketch(fields["sketch"]),
            "parameters": _parameters(fields["parameters"]),
            "warnings": tuple(fields["warnings"]),
            "candidates": tuple(candidates),
            "verdict": _verdict(fields.get("verdict")),
            "parts": tuple(fields.get("parts", ())),
        }
    )


def findings_text(findings: Sequence[QualityFinding]) -> str:
    """Quality findings as canonical JSON."""
    return canonical_json([asdict(finding) for finding in findings])


def findings_from(text: str) -> tuple[QualityFinding, ...]:
    """Read back what `findings_text` wrote."""
    return _findings(json.loads(text))


def points_from(text: str) -> FivePoints:
    """Five points from their JSON."""
    return _points(json.loads(text))


def _verdict(fields: Mapping[str, Any] | None) -> ListVerdict | None:
    return None if fields is None else ListVerdict(**fields)


def _sketch(fields: Mapping[str, Any]) -> SketchDetails:
    return SketchDetails(
        **{
            **fields,
            "box": Box(**fields["box"]),
            "landmarks": _points(fields["landmarks"]),
            "findings": _findings(fields["findings"]),
            "edits": tuple(edit_step_from(each) for each in fields.get("edits", ())),
        }
    )


def _parameters(fields: Mapping[str, Any]) -> SearchParameters:
    return SearchParameters(**{**fields, "filters": tuple(Filter(**each) for each in fields["filters"])})


def _findings(items: Sequence[Mapping[str, Any]]) -> tuple[QualityFinding, ...]:
    return tuple(QualityFinding(**item) for item in items)


def _points(items: Sequence[Sequence[float]]) -> FivePoints:
    first, second, third, fourth, fifth = ((float(x), float(y)) for x, y in items)
    return (first, second, third, fourth, fifth)
