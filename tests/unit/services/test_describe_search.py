"""A stored search as plain data."""

from __future__ import annotations

import json

from forensic_id.core.report import LEAD_BANNER
from forensic_id.services.describe_search import describe_search
from tests.unit.services.stored_search import library_with_search


def test_the_whole_record_becomes_json_with_the_names_beside_the_numbers() -> None:
    library, record = library_with_search(candidates=3)
    plain = json.loads(json.dumps(describe_search(library, record)))
    assert plain["notice"] == LEAD_BANNER
    assert plain["parameters"]["filters"] == ["sex=male", "birth_year=1970..1999"]
    assert plain["sketch"]["sha256"] == record.sketch.sha256
    assert [each["subject"] for each in plain["candidates"]] == ["S-0001", "S-0002", "S-0003"]
    assert plain["candidates"][0]["log_density"] == record.candidates[0].log_density
    assert plain["candidates"][1]["photo"] == "front_0002.png"


def test_candidates_removed_since_keep_their_numbers() -> None:
    library, record = library_with_search(candidates=2)
    library.gallery.remove_subject("S-0001")
    first = describe_search(library, record)["candidates"][0]
    assert (first["rank"], first["subject_id"], first["subject"], first["photo"]) == (1, 1, None, None)
