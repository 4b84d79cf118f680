"""Opening, listing, showing and closing cases."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.services.manage_cases import CaseOverview, close_case, list_cases, open_case, show_case
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
