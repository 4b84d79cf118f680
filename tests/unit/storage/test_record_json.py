"""Search records as stored text, of this version and of older ones."""

from __future__ import annotations

import json

from forensic_id.core.ports import Library
from forensic_id.core.records import ListVerdict
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
