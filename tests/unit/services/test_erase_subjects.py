"""Plans of erasures and how they are carried out: what is refused, what changed meanwhile, what is left to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError
from forensic_id.core.progress import Progress
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.services import erase_subjects
from forensic_id.services.erase_subjects import (
    carry_out,
    finish_erasure,
    plan_expungement,
    plan_purge,
    read_expungement_list,
)
from forensic_id.services.keep_subjects import place_hold, set_retention
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol

TODAY = date(2025, 3, 1)
PAST, AHEAD = "2025-02-28", "2030-01-01"


@pytest.fixture
def library() -> InMemoryLibrary:
    """Three subjects past their date, the first with a second photo that is not."""
    library = InMemoryLibrary()
    for text, who, day in (("1", "a", PAST), ("2", "a", AHEAD), ("3", "b", PAST), ("4", "c", PAST), ("5", "d", "")):
        subject = SubjectDetails(external_id=who)
        enrol(library.gallery, text, subject=subject, photo=PhotoDetails(retention_date=day))
    return library


def left(library: InMemoryLibrary) -> dict[str, int]:
    return {each.details.external_id: len(each.photos) for each in library.gallery.subjects()}


def test_a_plan_of_a_purge_changes_nothing_and_its_deed_leaves_what_is_not_due(library: InMemoryLibrary) -> None:
    place_hold(library, external_id="c", reason="appeal")
    plan = plan_purge(library, today=TODAY)
    assert [each.external_id for each in plan.subjects] == ["a", "b"]
    assert plan.photos == 2
    assert [(each.external_id, each.reason) for each in plan.refused] == [
        ("c", "Kept by hold 1 on this person (appeal).")
    ]
    assert left(library) == {"a": 2, "b": 1, "c": 1, "d": 1}

    told: list[Progress] = []
    report = carry_out(library, plan, progress=told.append)
    assert left(library) == {"a": 1, "c": 1, "d": 1}
    assert [each.external_id for each in report.erased] == ["a", "b"]
    assert (report.refused, report.remnants) == (plan.refused, "")
    assert [each.stage for each in told] == ["Erasing", "Writing the database anew"]
    entry = library.audit.list[-1]
    assert (entry.action, entry.details) == (
        "retention.purge",
        {"day": "2025-03-01", "reference": "", "subjects": [1, 2], "refused": [3], "not_in_the_gallery": 0},
    )
    assert plan_purge(library, today=TODAY).subjects == ()


def test_an_expungement_names_who_is_not_there(library: InMemoryLibrary) -> None:
    plan = plan_expungement(library, ["d", " a ", "x", "a", ""], reference="court order 12")
    assert [(each.external_id, each.whole) for each in plan.subjects] == [("d", True), ("a", True)]
    assert [each.external_id for each in plan.refused] == ["x"]
    report = carry_out(library, plan)
    assert left(library) == {"b": 1, "c": 1}
    assert report.kind == "expunge"
    assert library.audit.list[-1].details == {
        "day": "",
        "reference": "court order 12",
        "subjects": [4, 1],
        "refused": [],
        "not_in_the_gallery": 1,
    }
    with pytest.raises(InvalidInputError, match="Nobody is named"):
        plan_expungement(library, [" "], reference="court order 12")
    with pytest.raises(InvalidInputError, match="Name the order"):
        plan_expungement(library, ["b"], reference=" ")


def test_an_empty_plan_is_not_logged(library: InMemoryLibrary) -> None:
    before = len(library.audit.list)
    assert carry_out(library, plan_purge(library, today=date(2020, 1, 1))).erased == ()
    assert len(library.audit.list) == before


def test_what_changed_since_the_purge_was_planned_is_respected(library: InMemoryLibrary) -> None:
    enrol(library.gallery, "6", subject=SubjectDetails(external_id="e"), photo=PhotoDetails(retention_date=PAST))
    plan = plan_purge(library, today=TODAY)
    library.gallery.remove_subject("a")
    set_retention(library, "b", AHEAD)
    place_hold(library, external_id="c", reason="appeal")
    enrol(library.gallery, "7", subject=SubjectDetails(external_id="e"), photo=PhotoDetails(retention_date=PAST))
    report = carry_out(library, plan)
    assert left(library) == {"b": 1, "c": 1, "d": 1, "e": 1}
    assert [(each.external_id, each.whole) for each in report.erased] == [("e", False)]
    assert [(each.external_id, each.reason) for each in report.refused] == [
        ("a", "There is no subject with the number 1."),
        ("b", "No longer past the retention date."),
        ("c", "Kept by hold 1 on this person (appeal)."),
    ]


def test_what_changed_since_the_expungement_was_planned_is_respected(library: InMemoryLibrary) -> None:
    plan = plan_expungement(library, ["a", "b", "d"], reference="order 1")
    library.gallery.remove_subject("a")
    place_hold(library, external_id="b", reason="appeal")
    enrol(library.gallery, "6", subject=SubjectDetails(external_id="d"))
    report = carry_out(library, plan)
    assert [each.external_id for each in report.refused] == ["a", "b"]
    assert left(library) == {"b": 1, "c": 1}


def test_stopped_between_batches_the_rest_is_done_by_a_second_run(
    library: InMemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erase_subjects, "_BATCH", 1)
    with pytest.raises(CancelledError):
        carry_out(library, plan_purge(library, today=TODAY), cancelled=iter([False, True]).__next__)
    assert left(library) == {"a": 1, "b": 1, "c": 1, "d": 1}
    assert not library.retention.unscrubbed()
    carry_out(library, plan_purge(library, today=TODAY))
    assert left(library) == {"a": 1, "d": 1}


def test_when_all_were_saved_meanwhile_nothing_is_erased(library: InMemoryLibrary) -> None:
    plan = plan_expungement(library, ["a"], reference="order 1")
    place_hold(library, external_id="a", reason="appeal")
    assert carry_out(library, plan).erased == ()
    assert left(library)["a"] == 2


@pytest.mark.parametrize(
    ("in_the_way", "said"),
    [(False, "another program has the library open"), (LibraryError("Disk full."), "Disk full")],
)
def test_remnants_that_stay_are_told_and_removed_later(
    library: InMemoryLibrary, *, in_the_way: bool | Exception, said: str
) -> None:
    library.retention.in_the_way = in_the_way
    assert said in carry_out(library, plan_purge(library, today=TODAY)).remnants
    assert said in finish_erasure(library)
    library.retention.in_the_way = True
    assert finish_erasure(library) == ""
    assert finish_erasure(library) == ""


def test_a_list_of_the_court_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "order.csv"
    path.write_text("external_id;note\na;x\n b ;y\n", encoding="utf-8")
    assert read_expungement_list(path) == ("a", "b")
    path.write_text("external_id\na,b\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"order.csv, line 2: .* Mend the list"):
        read_expungement_list(path)
    path.write_text("id\na\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="needs a column of that name"):
        read_expungement_list(path)
    with pytest.raises(InvalidInputError, match="cannot be read"):
        read_expungement_list(tmp_path / "none.csv")
