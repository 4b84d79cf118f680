"""Opening, listing, showing and closing cases."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.services.manage_cases import (
    CaseOverview,
    close_case,
    list_cases,
    list_searches,
    open_case,
    show_case,
    summarise_case,
    summarise_cases,
)
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import image, search_record


def test_a_case_goes_from_open_to_closed_with_its_searches() -> None:
    library = InMemoryLibrary()
    case = open_case(library, number="2025-17", offence="burglary", authority="order 4", requester="Insp. K")
    assert show_case(library, "2025-17") == CaseOverview(case=case, searches=())
    sketch = image("sketch")
    record = library.cases.add_search(
        search_record(sketch), sketch=sketch, crop=np.zeros((112, 112, 3), dtype=np.uint8)
    )
    other = open_case(library, number="18", offence="theft", authority="order 5", requester="Insp. K")
    closed = close_case(library, "2025-17")
    assert closed.closed_at is not None
    assert show_case(library, " 2025-17") == CaseOverview(case=closed, searches=(record,))
    assert list_cases(library) == (other, closed)


def test_a_case_without_a_purpose_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="offence"):
        open_case(InMemoryLibrary(), number="1", offence=" ", authority="a", requester="r")


def test_lists_show_cases_and_searches_in_short() -> None:
    library = InMemoryLibrary()
    for number in ("1", "2025-17"):
        open_case(library, number=number, offence="burglary", authority="order 4", requester="Insp. K")
    for count in range(3):
        sketch = image(f"sketch {count}")
        crop = np.zeros((112, 112, 3), dtype=np.uint8)
        library.cases.add_search(search_record(sketch), sketch=sketch, crop=crop)
    newest, oldest = summarise_cases(library)
    assert (newest.case.number, newest.searches) == ("2025-17", 3)
    assert newest.last_search_at.startswith("2025-03-01T12:00")
    assert (oldest.case.number, oldest.searches, oldest.last_search_at) == ("1", 0, "")
    assert summarise_case(library, " 2025-17") == newest
    assert [each.search_id for each in list_searches(library, "2025-17", limit=2)] == [3, 2]
    assert [each.search_id for each in list_searches(library, "2025-17", before=2)] == [1]
    with pytest.raises(NotFoundError):
        summarise_case(library, "none")
