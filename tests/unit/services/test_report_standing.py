"""Whether a report is a draft or final, and what it says of both examiners."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, NotPermittedError
from forensic_id.core.policy import Policy
from forensic_id.core.report import LEAD_BANNER, Facts, Grid, Paragraph
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.export_report import export_report
from forensic_id.services.report_standing import DRAFT_BANNER
from forensic_id.services.review_candidates import (
    save_review,
)
from forensic_id.services.second_review import (
    assign_second_review,
    resolve_difference,
)
from forensic_id.services.tell_standing import tell_standing
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.unit.services.office import AT, EARS, SAME, STRICT, Office
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block, section


def test_a_report_is_a_draft_on_every_page_until_two_agreed(office: Office) -> None:
    draft = office.report()
    assert draft.banner == DRAFT_BANNER
    assert "DRAFT" in DRAFT_BANNER
    assert LEAD_BANNER in DRAFT_BANNER
    assert office.standing() == {
        "Status": "DRAFT",
        "Why": "No second examiner has reviewed the conclusion that holds now, at rank: 1, 2.",
        "First examiner": "anna (examiner)",
        "Report produced by": "anna (examiner)",
    }
    office.assign()
    states = [each.rows[0][4] for each in section(office.report(), "Second review").blocks if isinstance(each, Grid)]
    assert states == ["not submitted yet"]
    office.submit(first=EARS)
    assert office.standing()["Status"] == "DRAFT"
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="Both saw the ears.")
    final = office.report()
    assert final.banner == LEAD_BANNER
    assert office.standing()["Status"] == "Final"
    blocks = section(final, "Second review").blocks
    assigned, compared, found, *_ = (each for each in blocks if isinstance(each, Grid))
    assert assigned.rows[0][0] == "carla (reviewer)"
    assert compared.rows[0][2:5] == ("possible", "excluded: The ears differ.", "decision")
    assert compared.rows[0][5].startswith("excluded: Both saw the ears. (recorded by anna, ")
    assert compared.rows[1][4:] == ("nothing", "not needed")
    assert (found.header[0], found.rows) == ("Rank 1: component", (("Ears", "not compared", "dissimilar", ""),))


def test_notes_of_the_second_examiner_and_a_missing_agreement_are_printed(office: Office) -> None:
    office.assign()
    office.submit(first=ReviewContent(decision=Decision.EXCLUDED, reason="x", notes="See the jaw."))
    blocks = section(office.report(), "Second review").blocks
    assert any(isinstance(each, Paragraph) and "See the jaw." in each.text for each in blocks)
    assert any(isinstance(each, Grid) and each.rows[0][-1] == "MISSING" for each in blocks)


def test_a_reason_makes_a_report_final_where_the_profile_allows_it(office: Office, tmp_path: Path) -> None:
    told = office.standing(reason="The court asks for it today.")
    assert (told["Status"], told["Made final without it"]) == (
        "Final",
        "by anna (examiner): The court asks for it today.",
    )
    request = ReportRequest(search_id=1, produced_at=AT, plates=0, final_reason="The court asks.")
    with office.acting("anna"):
        export_report(office.library, DrawnImageLoader(), FakeReportRenderer(), request, tmp_path / "r.pdf")
    assert office.library.audit.list[-1].details["final_reason"] == "The court asks."
    office.library.policies.choose(Policy(title="Hard", second_examiner=True, final_with_reason=False))
    with pytest.raises(InvalidInputError, match="'Hard' lets no reason replace the second examiner"):
        office.report(reason="please")
    office.library.policies.choose(Policy())
    assert office.standing()["Why"] == "The policy profile asks for no second examiner."


def test_where_one_person_works_alone_the_report_and_the_refusal_say_so() -> None:
    library, _ = library_with_search()
    library.policies.choose(STRICT)
    document = build_report(library, DrawnImageLoader(), ReportRequest(search_id=1, produced_at=AT, plates=0))
    told = dict(block(document, "Status of this report", Facts).rows)
    assert "No candidate was decided yet" in told["Why"]
    assert "there is no second examiner" in told["Why"]
    assert "works in this library alone (single-user mode)" in told["Accounts"]
    save_review(library, 1, 1, SAME, based_on=0)
    with pytest.raises(NotPermittedError, match="no second examiner"):
        assign_second_review(library, 1, "carla")


def test_how_a_report_stands_is_told_with_what_the_profile_allows(office: Office) -> None:
    with office.acting("anna"):
        told = tell_standing(office.library, 1)
        assert (told.standing.final, told.demanded, told.reason_allowed) == (False, True, True)
        assert tell_standing(office.library, 1, final_reason="The court asks.").standing.final
        office.library.policies.choose(Policy())
        assert not tell_standing(office.library, 1).reason_allowed
    office.assign()
    with office.acting("carla"), pytest.raises(NotPermittedError, match="blind"):
        tell_standing(office.library, 1)
