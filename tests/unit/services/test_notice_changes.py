"""What other programs changed is told once, and what this one wrote is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forensic_id.core.rights import Principal
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.notice_changes import Noticed, Seen, notice_changes
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, image, search_record

NOBODY = frozenset[str]()
KNOWN = frozenset({CASE.number})


def looked_at() -> tuple[InMemoryLibrary, Seen]:
    library = InMemoryLibrary()
    library.cases.open_case(CASE)
    noticed = notice_changes(library, None, own=NOBODY)
    assert noticed == Noticed(seen=Seen(changes=0, sequence=1, cases=KNOWN))
    assert noticed is not None
    return library, noticed.seen


def test_nothing_is_read_while_nothing_changed() -> None:
    library, seen = looked_at()
    library.audit.append("photo.enrol", "photo 1", {})
    assert notice_changes(library, seen, own=NOBODY) == Noticed(seen=seen)


def test_what_others_wrote_is_told_by_its_kind_and_only_once() -> None:
    library, seen = looked_at()
    library.audit.append("photo.enrol", "photo 1", {})
    library.audit.append("case.open", "case 8", {})
    library.audit.append("search.add", "search 3", {"case": "8"})
    library.audit.append("review.save", "search 3 candidate 1", {})
    library.written_elsewhere = 1
    noticed = notice_changes(library, seen, own=NOBODY)
    now = Seen(changes=1, sequence=5, cases=KNOWN)
    assert noticed == Noticed(seen=now, gallery=True, cases=True, searches=("8",), reviews=(3,))
    assert notice_changes(library, now, own=NOBODY) == Noticed(seen=now)


def test_what_this_program_wrote_is_not_told() -> None:
    library, seen = looked_at()
    own = library.audit.append("photo.enrol", "photo 1", {}).entry_hash
    library.written_elsewhere = 1
    assert notice_changes(library, seen, own=frozenset({own})) == Noticed(
        seen=Seen(changes=1, sequence=2, cases=KNOWN)
    )


def test_many_changes_have_everything_read_anew() -> None:
    library, seen = looked_at()
    for _ in range(501):
        library.audit.append("review.save", "search 3 candidate 1", {})
    library.written_elsewhere = 1
    noticed = notice_changes(library, seen, own=NOBODY)
    assert noticed == Noticed(seen=Seen(changes=1, sequence=502, cases=KNOWN), gallery=True, cases=True)


def test_cases_that_others_erased_are_named_with_their_searches(tmp_path: Path) -> None:
    library = InMemoryLibrary()
    for number in ("7", "8", "9"):
        library.cases.open_case(replace(CASE, number=number))
        sketch = image(number)
        record = search_record(sketch, case_number=number)
        library.cases.add_search(record, sketch=sketch, crop=FakeFaceAligner().align(sketch).crop)
        library.cases.close_case(number)
    library.case_retention.erase([library.case_retention.named("9")], kind="purge", reference="")
    first = notice_changes(library, None, own=NOBODY)
    assert first is not None
    plan = plan_case_expungement(library, ["7"], reference="order 1")
    carry_out_cases(library, plan, tmp_path)
    library.written_elsewhere = 1
    noticed = notice_changes(library, first.seen, own=NOBODY)
    assert noticed is not None
    assert (noticed.erased, noticed.erased_searches, noticed.cases) == (frozenset({"7"}), frozenset({1}), True)
    library.case_retention.erase([library.case_retention.named("8")], kind="purge", reference="")
    for _ in range(501):
        library.audit.append("photo.enrol", "photo 1", {})
    library.written_elsewhere = 2
    noticed = notice_changes(library, noticed.seen, own=NOBODY)
    assert noticed is not None
    assert (noticed.erased, noticed.erased_searches) == (frozenset({"8"}), frozenset({2}))  # among many other entries


def test_whoever_may_not_look_through_the_library_learns_nothing_and_nothing_is_logged() -> None:
    library, seen = looked_at()
    library.principal = Principal(name="moreau")
    assert notice_changes(library, seen, own=NOBODY) is None
    assert len(library.audit.list) == 1
