"""Finding entries of the audit log and reading them page by page."""

from __future__ import annotations

import pytest

from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.services.browse_audit import audit_choices, find_entries, read_entries
from tests.fakes.in_memory_library import InMemoryLibrary


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    for number in range(1, 6):
        library.audit.append("odd" if number % 2 else "even", f"thing {number}", {})
    return library


def test_entries_are_found_newest_first_and_counted(library: InMemoryLibrary) -> None:
    everything = find_entries(library, EVERYTHING)
    assert (everything.sequences.tolist(), everything.total) == ([5, 4, 3, 2, 1], 5)
    some = find_entries(library, AuditFilter(action="even"))
    assert (some.sequences.tolist(), some.total) == ([4, 2], 5)


def test_a_page_has_the_entries_asked_for_in_their_order(library: InMemoryLibrary) -> None:
    assert [entry.sequence for entry in read_entries(library, [4, 2, 99])] == [4, 2]


def test_what_can_be_filtered_by_is_what_occurs(library: InMemoryLibrary) -> None:
    choices = audit_choices(library)
    assert (choices.actions, choices.actors) == (("even", "odd"), ("tester",))
