"""Promises of the case store, kept by the database and by the stand-in alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord, UInt8Array
from tests.fakes.sample_records import CASE, image, search_record

CROP: UInt8Array = np.random.default_rng(3).integers(0, 256, (112, 112, 3), dtype=np.uint8)


def add(library: Library, text: str = "sketch", **changes: object) -> SearchRecord:
    sketch = image(text)
    return library.cases.add_search(search_record(sketch, **changes), sketch=sketch, crop=CROP)


def test_an_opened_case_is_found_by_number_and_has_its_time(library: Library) -> None:
    opened = library.cases.open_case(replace(CASE, number=" 2025-17 "))
    assert opened.opened_at.startswith("2025-03-01T12:00:00")
    assert opened == replace(CASE, opened_at=opened.opened_at)
    assert library.cases.case("2025-17") == opened
    assert library.cases.case(" 2025-17") == opened


@pytest.mark.parametrize("field", ["number", "offence", "authority", "requester"])
@pytest.mark.parametrize("value", ["", " \t"])
def test_a_case_without_a_mandatory_field_is_refused(library: Library, field: str, value: str) -> None:
    with pytest.raises(InvalidInputError, match=field):
        library.cases.open_case(replace(CASE, **{field: value}))
    assert library.cases.cases() == ()


def test_a_number_is_taken_once(library: Library) -> None:
    library.cases.open_case(CASE)
    with pytest.raises(InvalidInputError, match="already"):
        library.cases.open_case(replace(CASE, offence="theft"))
    assert library.cases.case(CASE.number).offence == "burglary"


def test_cases_are_listed_newest_first(library: Library) -> None:
    for number in ("9", "10", "8"):
        library.cases.open_case(replace(CASE, number=number))
    assert [case.number for case in library.cases.cases()] == ["8", "10", "9"]


def test_an_unknown_case_is_not_found(library: Library) -> None:
    for ask in (library.cases.case, library.cases.close_case, library.cases.searches):
        with pytest.raises(NotFoundError):
            ask("none")
    with pytest.raises(NotFoundError):
        add(library)


def test_a_closed_case_takes_no_searches_and_is_closed_once(library: Library) -> None:
    library.cases.open_case(CASE)
    add(library)
    closed = library.cases.close_case(CASE.number)
    assert closed.closed_at is not None
    assert library.cases.case(CASE.number) == closed
    with pytest.raises(InvalidInputError, match="closed"):
        add(library, "another")
    with pytest.raises(InvalidInputError, match="closed"):
        library.cases.close_case(CASE.number)
    assert len(library.cases.searches(CASE.number)) == 1


def test_a_search_record_comes_back_exactly_as_it_was_stored(library: Library) -> None:
    library.cases.open_case(CASE)
    added = add(library)
    assert added == replace(search_record(image("sketch")), search_id=added.search_id)
    assert added.search_id > 0
    assert library.cases.search(added.search_id) == added
    assert library.cases.sketch_original(added.search_id) == b"IMG:sketch"
    np.testing.assert_array_equal(library.cases.sketch_crop(added.search_id), CROP)


def test_searches_are_listed_by_case_oldest_first(library: Library) -> None:
    library.cases.open_case(CASE)
    library.cases.open_case(replace(CASE, number="other"))
    first, second, third = add(library), add(library, case_number="other"), add(library)
    assert library.cases.searches() == (first, second, third)
    assert library.cases.searches(CASE.number) == (first, third)
    assert library.cases.searches("other") == (second,)
    assert library.cases.search_ids() == (first.search_id, second.search_id, third.search_id)


def test_an_unknown_search_is_not_found(library: Library) -> None:
    for ask in (library.cases.search, library.cases.sketch_original, library.cases.sketch_crop):
        with pytest.raises(NotFoundError):
            ask(5)


def test_cases_and_searches_are_in_the_audit_log(library: Library) -> None:
    before = library.audit.verify()
    library.cases.open_case(CASE)
    add(library)
    library.cases.close_case(CASE.number)
    entries = list(library.audit.entries())[before:]
    assert [(entry.action, entry.subject) for entry in entries] == [
        ("case.open", "case 2025-17"),
        ("search.add", "search 1"),
        ("case.close", "case 2025-17"),
    ]


def test_the_sketch_of_a_search_is_an_original_of_the_library(library: Library) -> None:
    library.cases.open_case(CASE)
    add(library)
    add(library)
    assert library.original_hashes() == (image("sketch").sha256,)
    library.check_original(image("sketch").sha256)
