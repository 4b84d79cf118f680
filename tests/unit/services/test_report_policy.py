"""What a report says of the policy profile."""

from __future__ import annotations

from forensic_id.core.policy import Policy
from forensic_id.core.report import Bullets, Facts, Paragraph, ReportDocument
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.choose_policy import choose_policy
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search

TRAINING = Policy(name="training", title="Training", most_candidates=20, note="An exercise.", footer="Exercise")


def report(library: InMemoryLibrary) -> ReportDocument:
    request = ReportRequest(search_id=1, produced_at="2025-03-02T08:00:00+00:00")
    return build_report(library, DrawnImageLoader(), request)


def words(document: ReportDocument) -> str:
    section = next(each for each in document.sections if each.title == "Policy")
    said = []
    for block in section.blocks:
        assert isinstance(block, Facts | Bullets | Paragraph)
        said.append(str(block))
    return " ".join(said)


def test_the_profile_its_rules_and_its_own_words_are_printed_and_its_footer_stands_on_every_page() -> None:
    library, _record = library_with_search()
    choose_policy(library, TRAINING)
    document = report(library)
    assert "Training (training)" in words(document)
    assert "at most 20 candidates" in words(document)
    assert "An exercise." in words(document)
    assert document.reference == "Case 2025-117 · Search 1 · Exercise"


def test_a_profile_chosen_after_the_search_is_told_from_the_one_that_held_then() -> None:
    library, _record = library_with_search()
    assert "At the time of the search" not in words(report(library))
    library.policies.choices = (("2030-01-01T00:00:00+00:00", TRAINING),)
    assert "At the time of the search" in words(report(library))
    assert "Default (default)" in words(report(library))
