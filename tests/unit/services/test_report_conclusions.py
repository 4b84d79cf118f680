"""What a report tells first: what was searched, and what both examiners concluded on whom."""

from __future__ import annotations

from dataclasses import replace

from forensic_id.core.report import Bullets, CandidateTable, Facts, Grid, Paragraph, Plate, ReportDocument
from forensic_id.core.review import ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.core.second_review import State
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.review_candidates import save_review
from forensic_id.services.second_review import resolve_difference, withdraw_second_review
from tests.unit.services.office import AT, EARS, SAME, STRICT, Office
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block, section


def brief(document: ReportDocument) -> str:
    return " ".join(each.text for each in section(document, "In brief").blocks if isinstance(each, Paragraph))


def titles(document: ReportDocument) -> list[str]:
    return [each.title for each in document.sections]


def plates(office: Office, count: int) -> list[str]:
    with office.acting("anna"):
        request = ReportRequest(search_id=1, produced_at=AT, plates=count)
        document = build_report(office.library, DrawnImageLoader(), request)
    return [title.removeprefix("Side by side: rank ")[0] for title in titles(document) if title.startswith("Side")]


def test_without_a_review_the_reader_learns_that_nobody_has_looked() -> None:
    library, record = library_with_search()
    request = ReportRequest(search_id=1, produced_at=AT)
    told = brief(build_report(library, DrawnImageLoader(), request))
    assert "A sketch of a face was compared by a computer program with the photos of 1,101 people" in told
    assert "chosen by filters from 2,388 in the gallery" in told
    assert "listed 7 of them" in told
    assert "No examiner has reviewed any of the candidates." in told
    library.cases.records[2] = replace(
        record, search_id=2, parts=(1, 1), pool_photos=record.gallery_photos, pool_subjects=record.gallery_subjects
    )
    told = brief(build_report(library, DrawnImageLoader(), replace(request, search_id=2)))
    assert "2 sketches were compared by a computer program with the photos of 2,388 people (2,699 photos) to" in told


def test_who_is_not_excluded_stands_in_the_brief_with_both_conclusions() -> None:
    office = Office()
    office.assign()
    office.submit(first=EARS)
    rows = block(office.report(), "In brief", Grid).rows
    assert rows == (("1", "S-0001", "possible", "excluded", "MISSING: both differ"),)
    assert "2 were decided: 1 possible, 1 excluded" in brief(office.report())
    assert "concluded differently at rank" not in brief(office.report())
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="Both saw the ears.")
    document = office.report()
    assert "Every candidate that was decided was excluded." in brief(document)
    assert "2 were decided: 0 possible, 2 excluded, 0 inconclusive." in brief(document)
    assert "The two examiners concluded differently at rank: 1." in brief(document)
    first = " ".join(each.text for each in section(document, "Examination").blocks if isinstance(each, Paragraph))
    assert "This section holds the first examination." in first
    assert "2 were decided: 1 possible, 1 excluded, 0 inconclusive." in first
    lines = block(document, "Candidates", CandidateTable).lines
    assert lines[0].status == "first examiner: possible\nsecond examiner: excluded\nagreed: excluded"
    assert lines[1].status == "first examiner: excluded\nsecond examiner: excluded"
    assert lines[2].status == "not reviewed"


def test_an_agreed_possible_and_a_conclusion_made_anew_are_told_apart() -> None:
    office = Office()
    office.assign()
    office.submit(first=EARS)
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.POSSIBLE, reason="The ears are hidden.")
        save_review(office.library, 1, 3, SAME, based_on=0)
    rows = block(office.report(), "In brief", Grid).rows
    assert rows == (
        ("1", "S-0001", "possible", "excluded", "possible: The ears are hidden."),
        ("3", "S-0003", "possible", "not reviewed a second time", ""),
    )
    with office.acting("anna"):
        save_review(office.library, 1, 1, ReviewContent(decision=Decision.POSSIBLE, notes="again"), based_on=1)
    lines = block(office.report(), "Candidates", CandidateTable).lines
    assert lines[2].status == "first examiner: possible\nsecond examiner: none"
    (first, _) = block(office.report(), "In brief", Grid).rows
    assert first[3:] == ("excluded (on an earlier conclusion)", "MISSING: both differ")


def test_plates_show_those_first_whom_nobody_excluded() -> None:
    office = Office()
    with office.acting("anna"):
        save_review(office.library, 1, 5, SAME, based_on=0)
    assert plates(office, 2) == ["1", "5"]
    with office.acting("anna"):
        few = build_report(office.library, DrawnImageLoader(), ReportRequest(search_id=1, produced_at=AT, plates=2))
    told = block(few, "Left out of this report", Bullets).items
    assert told == ("Side-by-side plates of reviewed candidates, at rank: 2",)
    assert plates(office, 3) == ["1", "2", "5"]
    assert plates(office, 4) == ["1", "2", "3", "5"]
    with office.acting("anna"):
        document = build_report(
            office.library, DrawnImageLoader(), ReportRequest(search_id=1, produced_at=AT, plates=1)
        )
    assert dict(block(document, "Side by side: rank 1, S-0001", Plate).facts.rows)["Conclusion"] == "possible"


def test_a_final_report_has_room_for_signatures_and_a_draft_has_none() -> None:
    office = Office()
    assert "Signatures by hand" not in titles(office.report())
    office.assign()
    office.submit()
    grid = block(office.report(), "Signatures by hand", Grid)
    assert grid.by_hand
    assert [row[:2] for row in grid.rows] == [("anna", "First examiner"), ("carla", "Second examiner")]


def test_a_withdrawn_review_says_by_whom_and_why_and_a_reader_of_the_log_is_named() -> None:
    office = Office()
    office.assign("dora")
    (review,) = office.library.second_reviews.of_search(1)
    with office.acting("anna"):
        withdraw_second_review(office.library, review.assignment, 1, "on leave")
    (after,) = office.library.second_reviews.of_search(1)
    assert (after.state, after.withdrawn_by, after.withdrawn_because) == (State.WITHDRAWN, "anna", "on leave")
    document = office.report()
    assert block(document, "Second review", Grid).rows[0][4].endswith("by anna: on leave")
    texts = [each.text for each in section(document, "Second review").blocks if isinstance(each, Paragraph)]
    assert any(text.startswith("dora may also read the audit log") for text in texts)


def test_all_that_the_second_examiner_found_is_a_table_and_the_rest_of_the_first_one_a_sentence() -> None:
    office = Office()
    office.assign()
    nose = ComponentFinding(component="nose", finding=Finding.DISSIMILAR)
    ears = ComponentFinding(component="ears", finding=Finding.SIMILAR, remark="hidden")
    mouth = ComponentFinding(component="mouth", finding=Finding.SIMILAR)
    office.submit(first=ReviewContent(decision=Decision.POSSIBLE), second=replace(EARS, checklist=(ears, nose)))
    blocks = section(office.report(), "Second review").blocks
    (_, compared, parts) = (each for each in blocks if isinstance(each, Grid))
    assert compared.rows[1][4] == "1 component"
    assert parts.rows == (
        ("Nose", "not compared", "dissimilar", ""),
        ("Ears", "dissimilar", "similar (differs)", "hidden"),
    )
    two = Office()
    with two.acting("anna"):
        save_review(two.library, 1, 2, replace(EARS, checklist=(ears, nose, mouth)), based_on=1)
    two.assign()
    turned = tuple(replace(each, finding=Finding.UNDETERMINED) for each in (ears, nose))
    two.submit(second=replace(EARS, checklist=turned))
    blocks = section(two.report(), "Second review").blocks
    (_, compared, _) = (each for each in blocks if isinstance(each, Grid))
    assert compared.rows[1][4] == "2 components"
    assert any(isinstance(each, Paragraph) and each.text.endswith("by anna alone: Mouth.") for each in blocks)


def test_what_the_profile_adds_stands_where_it_says() -> None:
    office = Office()
    added = replace(
        STRICT,
        agency="Section 32",
        address=("1 Example Street", "Exampletown"),
        banner="For official use only.",
        limits=("Nothing may rest on this list alone.",),
    )
    office.library.policies.choose(added)
    document = office.report()
    assert document.office == ("Section 32", "1 Example Street", "Exampletown")
    assert document.banner_note == "For official use only."
    assert "Nothing may rest on this list alone." in str(section(document, "Limits of the method"))
    assert [place for place, _ in added.wording()] == [
        "head of the first page",
        "below the banner of each page",
        "limits of the method",
    ]


def test_the_one_who_produced_it_and_the_second_examiner_are_named() -> None:
    office = Office()
    office.assign()
    office.submit()
    told = dict(block(office.report(who="boris"), "Status of this report", Facts).rows)
    assert told["Second examiner"] == "carla (reviewer)"
    assert told["Report produced by"] == f"boris ({Role.EXAMINER}, {Role.REVIEWER})"
