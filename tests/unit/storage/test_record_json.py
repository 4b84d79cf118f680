"""Search records as stored text, of this version and of older ones."""

from __future__ import annotations

import json
from dataclasses import replace

from forensic_id.core.edits import EditStep, Levels, Rotate
from forensic_id.core.ports import Library
from forensic_id.core.records import ListVerdict
from forensic_id.storage.library import SqliteLibrary
from forensic_id.storage.record_json import record_from, record_text
from tests.fakes.sample_records import CASE, image, search_record
from tests.unit.storage.test_cases import CROP

VERDICT = ListVerdict(informative=True, score=0.1 + 0.2, threshold=1.0, mean=-25.0, deviation=1.0 / 3.0)


def test_a_verdict_is_stored_and_read_back_to_the_last_bit(library: Library) -> None:
    library.cases.open_case(CASE)
    sketch = image("sketch")
    stored = library.cases.add_search(search_record(sketch, verdict=VERDICT), sketch=sketch, crop=CROP)
    assert library.cases.search(stored.search_id).verdict == VERDICT


def test_a_record_of_a_version_without_verdicts_is_read() -> None:
    record = search_record(image("sketch"))
    fields = json.loads(record_text(record))
    del fields["verdict"]
    assert record_from(json.dumps(fields), record.candidates) == record


def test_a_record_names_who_searched_and_of_an_older_one_the_audit_log_tells() -> None:
    record = search_record(image("sketch"), searched_by="moreau")
    text = record_text(record)
    assert record_from(text, record.candidates, logged_by="another") == record
    fields = json.loads(text)
    del fields["searched_by"]
    older = record_from(json.dumps(fields), record.candidates, logged_by="lind")
    assert older == replace(record, searched_by="lind")


def test_edits_and_parts_are_stored_read_back_and_told_in_the_audit_log(stored: SqliteLibrary) -> None:
    library = stored
    library.cases.open_case(CASE)
    sketch = image("sketch")
    steps = (
        EditStep(edit=Rotate(degrees=12.5), width=30, height=30, sha256="1" * 64),
        EditStep(edit=Levels(black=3, gamma=1.0 / 3.0), width=30, height=30, sha256="2" * 64),
    )
    record = search_record(sketch)
    edited = replace(record, sketch=replace(record.sketch, edits=steps, witness="2", description="Łysy"))
    first = library.cases.add_search(edited, sketch=sketch, crop=CROP)
    fused = library.cases.add_search(replace(edited, parts=(1,)), sketch=sketch, crop=CROP)
    assert library.cases.search(first.search_id).sketch == edited.sketch
    assert library.cases.search(fused.search_id).parts == (1,)
    told = [entry.details for entry in library.audit.entries() if entry.action == "search.add"]
    assert told[0]["edits"][0] == {"edit": "Turned by 12.5° clockwise", "sha256": "1" * 64}
    assert "parts" not in told[0]
    assert told[1]["parts"] == [1]


def test_a_record_of_a_version_without_edits_is_read() -> None:
    record = search_record(image("sketch"))
    fields = json.loads(record_text(record))
    for name in ("edits", "incident_date", "witness", "description"):
        del fields["sketch"][name]
    del fields["parts"]
    assert record_from(json.dumps(fields), record.candidates) == record
