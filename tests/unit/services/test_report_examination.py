"""The report's section on what examiners found."""

from __future__ import annotations

import pytest

from forensic_id.core.report import CandidateTable, Facts, Grid, Paragraph, ReportDocument, Subheading
from forensic_id.core.review import COMPONENTS, ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.services.build_report import build_report
from forensic_id.services.report_examination import counted_decisions, rank_ranges
from forensic_id.services.review_candidates import save_review
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block, request, section


def report(library: InMemoryLibrary) -> ReportDocument:
    return build_report(library, DrawnImageLoader(), request())


def test_a_list_that_nobody_reviewed_is_reported_as_such() -> None:
    library, _record = library_with_search()
    document = report(library)
    assert "No candidate of this list was reviewed" in block(document, "Examination", Paragraph).text
    assert {line.status for line in block(document, "Candidates", CandidateTable).lines} == {"not reviewed"}


def test_decisions_reasons_examiner_and_the_ranks_not_reviewed_are_stated() -> None:
    library, _record = library_with_search()
    save_review(library, 1, 1, ReviewContent(decision=Decision.POSSIBLE), based_on=0)
    save_review(library, 1, 4, ReviewContent(decision=Decision.EXCLUDED, reason="The ears differ."), based_on=0)
    document = report(library)
    summary = block(document, "Examination", Paragraph).text
    assert "Of 7 candidates, 2 were decided: 1 possible, 1 excluded, 0 inconclusive." in summary
    assert "Not reviewed or undecided, by rank: 2 to 3, 5 to 7." in summary
    at = "2025-03-01 12:00:00 UTC"
    assert block(document, "Examination", Grid).rows == (
        ("1", "S-0001", "possible", "", "tester", at),
        ("4", "S-0004", "excluded", "The ears differ.", "tester", at),
    )
    lines = block(document, "Candidates", CandidateTable).lines
    assert [line.status for line in lines[:4]] == ["possible", "not reviewed", "not reviewed", "excluded"]
    assert len(lines) == 7
    blocks = section(document, "Examination").blocks
    assert not any(isinstance(each, Facts) for each in blocks)
    assert Paragraph(text="No component of the checklist was filled in at rank: 1, 4.") in blocks


def test_checklist_and_notes_of_a_reviewed_candidate_are_printed_with_what_was_left_out() -> None:
    library, _record = library_with_search(candidates=1)
    nose = ComponentFinding(component="nose", finding=Finding.DISSIMILAR, remark="bridge")
    skin = ComponentFinding(component="skin", remark="hard to tell in a drawing")
    content = ReviewContent(decision=Decision.POSSIBLE, notes="See the ears.", checklist=(skin, nose))
    save_review(library, 1, 1, content, based_on=0)
    document = report(library)
    assert "Every candidate of the list was reviewed." in block(document, "Examination", Paragraph).text
    assert block(document, "Examination", Subheading).text == "Rank 1, S-0001: possible (version 1 by tester)"
    assert block(document, "Examination", Facts).rows == (("Notes", "See the ears."),)
    grids = [each for each in section(document, "Examination").blocks if isinstance(each, Grid)]
    *compared, (left_out, _, listed) = grids[1].rows
    assert grids[1].header[0] == "Rank 1: component"
    assert compared == [("Skin", "not set", "hard to tell in a drawing"), ("Nose", "dissimilar", "bridge")]
    assert left_out == "Not compared"
    assert listed.startswith("Skin, Face/head outline")
    assert "Nose" not in listed


def test_with_notes_alone_everything_was_left_out_and_with_the_whole_list_nothing() -> None:
    library, _record = library_with_search(candidates=2)
    save_review(library, 1, 1, ReviewContent(notes="Look again."), based_on=0)
    every = tuple(ComponentFinding(component=key, finding=Finding.SIMILAR) for key in COMPONENTS)
    save_review(library, 1, 2, ReviewContent(checklist=every), based_on=0)
    blocks = section(report(library), "Examination").blocks
    _, alone, whole = (each for each in blocks if isinstance(each, Grid))
    assert len(alone.rows) == 1
    assert whole.rows[-1] == ("Not compared", "", "none")


@pytest.mark.parametrize(
    ("listed", "ranks", "told"),
    [
        (1, (1,), "Of 1 candidate, 1 was decided: 1 possible, 0 excluded, 0 inconclusive."),
        (7, (4,), "Of 7 candidates, 1 was decided: 1 possible, 0 excluded, 0 inconclusive."),
        (7, (), "Of 7 candidates, none were decided. Not reviewed or undecided, by rank: 1 to 7."),
        (2, (1, 2), "All 2 candidates were decided: 2 possible, 0 excluded, 0 inconclusive. Every candidate"),
    ],
)
def test_the_number_of_decisions_is_told_in_a_whole_sentence(listed: int, ranks: tuple[int, ...], told: str) -> None:
    _library, record = library_with_search(candidates=listed)
    assert counted_decisions(record, dict.fromkeys(ranks, Decision.POSSIBLE)).startswith(told)


@pytest.mark.parametrize(
    ("ranks", "text"),
    [((), ""), ((4,), "4"), ((1, 2, 3), "1 to 3"), ((1, 3, 4, 9), "1, 3 to 4, 9")],
)
def test_runs_of_ranks_are_drawn_together(ranks: tuple[int, ...], text: str) -> None:
    assert rank_ranges(ranks) == text
