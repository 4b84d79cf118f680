"""A stored search in a form that becomes JSON: the whole record, with the candidates' names beside their numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import LEAD_BANNER
from forensic_id.core.rights import Right
from forensic_id.services.assess_list import assessment
from forensic_id.services.report_candidates import KnownCandidate, known_candidates


def describe_search(library: Library, record: SearchRecord) -> dict[str, Any]:
    """Plain data of a search. Names and files are those the gallery holds now, None where they were removed.

    `erased` says when that was by order or at the end of the retention. `part_sketches`
    are the sketches of the searches that a fused one refers to.
    """
    library.require(Right.BROWSE)
    plain = asdict(record)
    plain["parameters"]["filters"] = [str(each) for each in record.parameters.filters]
    plain["candidates"] = [_candidate(item) for item in known_candidates(record, library)]
    plain["part_sketches"] = [asdict(library.cases.search(part).sketch) for part in record.parts]
    return {"notice": LEAD_BANNER, **plain, "assessment": assessment(record)}


def _candidate(item: KnownCandidate) -> dict[str, Any]:
    details = item.subject.details if item.subject else None
    return {
        **asdict(item.candidate),
        "subject": details.external_id if details else None,
        "name": details.name if details else None,
        "photo": item.photo.file_name if item.photo else None,
        "photo_sha256": item.photo.sha256 if item.photo else None,
        "erased": str(item.erased) if item.erased else None,
    }
