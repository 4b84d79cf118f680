"""Parts of the audit log, filtered and paged, by the database and by the stand-in alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.core.errors import CancelledError, TamperedError
from forensic_id.core.ports import Library
from forensic_id.core.progress import Progress
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.unit.storage.conftest import fixed_clock
from tests.unit.storage.test_audit import tamper


@pytest.fixture
def filled(library: Library) -> Library:
    library.audit.append("case.open", "case 2025-17", {"offence": "ROBBERY of 100% off_ice", "by": "Łukasz"})
    library.audit.append("search.add", "search 1", {"case": "2025-17"})
    library.audit.append("search.add", "search 2", {"file": 'a "quoted" \\ name'})
    return library


def subjects(library: Library, wanted: AuditFilter) -> list[str]:
    found = [entry.subject for entry in library.audit.entries(wanted)]
    pages = library.audit.page(library.audit.sequences(wanted).tolist())
    assert [entry.subject for entry in pages] == found
    return [subject for subject in found if subject != "library"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EVERYTHING, ["case 2025-17", "search 1", "search 2"]),
        (AuditFilter(action="search.add"), ["search 1", "search 2"]),
        (AuditFilter(actor="nobody"), []),
        (AuditFilter(since="2025-03-01", until="2025-03-02"), ["case 2025-17", "search 1", "search 2"]),
        (AuditFilter(since="2025-03-02"), []),
        (AuditFilter(until="2025-03-01"), []),
        (AuditFilter(text="2025-17"), ["case 2025-17", "search 1"]),
        (AuditFilter(text="robbery"), ["case 2025-17"]),
        (AuditFilter(text="ŁUKASZ"), ["case 2025-17"]),
        (AuditFilter(text="100%"), ["case 2025-17"]),
        (AuditFilter(text="f_i"), ["case 2025-17"]),
        (AuditFilter(text="f_x"), []),
        (AuditFilter(text="1%7"), []),
        (AuditFilter(text="\\"), ["search 2"]),
        (AuditFilter(text="' OR 1=1 --"), []),
        (AuditFilter(action="search.add", text="17"), ["search 1"]),
    ],
)
def test_entries_are_found_by_action_person_time_and_text(
    filled: Library, wanted: AuditFilter, found: list[str]
) -> None:
    assert subjects(filled, wanted) == found


def test_only_the_fields_that_narrow_are_in_words() -> None:
    assert not EVERYTHING
    assert AuditFilter(text="x")
    assert AuditFilter(text="x", actor="y").in_words() == {"actor": "y", "text": "x"}


def test_a_page_keeps_the_order_asked_for_and_leaves_out_what_is_not_there(filled: Library) -> None:
    assert [entry.sequence for entry in filled.audit.page([3, 99, 1])] == [3, 1]
    assert filled.audit.page([]) == ()


def test_actions_people_and_the_length_are_known_without_reading_entries(filled: Library) -> None:
    assert [action for action in filled.audit.actions() if action != "library.create"] == ["case.open", "search.add"]
    assert len(filled.audit.actors()) == 1
    assert filled.audit.last_sequence() == filled.audit.verify()


def test_entries_are_counted_by_month_action_and_person(filled: Library) -> None:
    counts = {each.action: each for each in filled.audit.action_counts()}
    assert counts["search.add"].entries == 2
    assert counts["search.add"].month == "2025-03"
    assert counts["case.open"].entries == 1


def test_verification_tells_how_far_it_is_and_stops_on_request(stored: SqliteLibrary) -> None:
    with stored.transaction():
        for number in range(1100):
            stored.audit.append("test", f"thing {number}", {})
    reports: list[Progress] = []
    assert stored.audit.verify(progress=reports.append) == 1101
    assert [(each.done, each.total) for each in reports] == [(500, 1101), (1000, 1101)]
    with pytest.raises(CancelledError):
        stored.audit.verify(cancelled=lambda: True)


def test_an_entry_that_cannot_be_read_is_named_by_the_page_that_has_it(stored: SqliteLibrary, folder: Path) -> None:
    for number in range(2, 5):
        stored.audit.append("test", f"thing {number}", {})
    stored.close()
    tamper(folder, "UPDATE audit_entries SET details = 'no json' WHERE sequence = 3")
    library = open_library(folder, actor="auditor", clock=fixed_clock)
    try:
        assert [entry.sequence for entry in library.audit.page([4, 2])] == [4, 2]
        with pytest.raises(TamperedError, match="Entry 3"):
            library.audit.page([4, 3])
    finally:
        library.close()
