"""A library with accounts in which Anna reviews first and others second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from forensic_id.core.accounts import Account, LibraryMode
from forensic_id.core.policy import Policy
from forensic_id.core.report import Facts, ReportDocument
from forensic_id.core.review import ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.review_candidates import (
    save_review,
)
from forensic_id.services.second_review import (
    assign_second_review,
    submit_second_review,
)
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block

AT = "2025-03-01T12:00:00+00:00"
PEOPLE = {
    "anna": {Role.EXAMINER},
    "boris": {Role.EXAMINER, Role.REVIEWER},
    "carla": {Role.REVIEWER},
    "dora": {Role.REVIEWER, Role.AUDITOR},
}
EARS = ReviewContent(
    decision=Decision.EXCLUDED,
    reason="The ears differ.",
    checklist=(ComponentFinding(component="ears", finding=Finding.DISSIMILAR),),
)
SAME = ReviewContent(decision=Decision.POSSIBLE)
STRICT = Policy(name="strict", title="Strict", second_examiner=True)


class Office:
    """A library with accounts, and a search that Anna reviewed at ranks 1 and 2."""

    def __init__(self) -> None:
        self.library, self.record = library_with_search()
        for name, roles in PEOPLE.items():
            self.library.accounts.add(Account(name=name, roles=frozenset(roles), password_hash="", created_at=AT))
        self.library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
        self.library.policies.choose(STRICT)
        with self.acting("anna"):
            save_review(self.library, 1, 1, SAME, based_on=0)
            save_review(self.library, 1, 2, EARS, based_on=0)

    @contextmanager
    def acting(self, name: str) -> Iterator[None]:
        """Signed in as somebody."""
        self.library.act_as(name)
        try:
            yield
        finally:
            self.library.act_as(None)

    def assign(self, examiner: str = "carla", *ranks: int) -> None:
        with self.acting("anna"):
            assign_second_review(self.library, 1, examiner, ranks)

    def submit(self, examiner: str = "carla", first: ReviewContent = SAME, second: ReviewContent = EARS) -> None:
        with self.acting(examiner):
            save_review(self.library, 1, 1, first, based_on=0)
            save_review(self.library, 1, 2, second, based_on=0)
            submit_second_review(self.library, 1)

    def report(self, who: str = "anna", reason: str = "") -> ReportDocument:
        request = ReportRequest(search_id=1, produced_at=AT, plates=0, final_reason=reason)
        with self.acting(who):
            return build_report(self.library, DrawnImageLoader(), request)

    def standing(self, **options: str) -> dict[str, str]:
        return dict(block(self.report(**options), "Status of this report", Facts).rows)
