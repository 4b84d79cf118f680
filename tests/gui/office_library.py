"""The demo library with accounts, made by the services that the program uses: people in all roles, two opinions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from forensic_id.composition import Workplace
from forensic_id.core.policy import Policy
from forensic_id.core.ports import Library
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.security.passwords import Argon2Hasher, Cost
from forensic_id.services.manage_accounts import NewAccount, add_account, disable_account, use_accounts
from forensic_id.services.review_candidates import save_review
from forensic_id.services.second_review import assign_second_review, save_blind_finding, submit_second_review
from forensic_id.services.sign_in import PasswordTools, change_own_password, sign_in
from forensic_id.surroundings import present_time
from tests.gui.stored_searches import add_searches

CHEAP = PasswordTools(hasher=Argon2Hasher(Cost(passes=1, kibibytes=8, lanes=1)), clock=present_time)
"""Passwords as in the program, at a cost that nobody waits for."""
OWN = "seven slow trains to Riga"
"""Everybody's password."""
ADMINISTRATOR, EXAMINER, REVIEWER, AUDITOR, BOTH = "a.becker", "k.osei", "m.duval", "r.lindqvist", "t.novak"
STAFF = {
    EXAMINER: (Role.EXAMINER,),
    REVIEWER: (Role.REVIEWER,),
    AUDITOR: (Role.AUDITOR,),
    BOTH: (Role.EXAMINER, Role.REVIEWER),
}
_GIVEN, _LEFT = "green kites over the bay", "j.hale"
_RULES = Policy(name="county", title="County", second_examiner=True)
_DIFFERENT = "Ears and hairline differ."


@contextmanager
def cheap_passwords() -> Iterator[None]:
    """Have the program check passwords at that cost."""
    with mock.patch("forensic_id.composition.password_tools", return_value=CHEAP):
        yield


def employ(library: Library, staff: Mapping[str, tuple[Role, ...]], *, administrator: str = ADMINISTRATOR) -> None:
    """Begin with accounts and give everybody one, with a password of their own."""
    use_accounts(library, NewAccount(name=administrator, password=OWN, roles=frozenset()), CHEAP)
    for name, roles in staff.items():
        library.act_as(administrator)
        add_account(library, NewAccount(name=name, password=_GIVEN, roles=frozenset(roles)), CHEAP)
        sign_in(library, name, _GIVEN, CHEAP)
        change_own_password(library, _GIVEN, OWN, CHEAP)


def fill_office(folder: Path, case_number: str) -> None:
    """Three searches: one for each of two reviewers to be made, and one of which both conclusions differ."""
    add_searches(folder, case_number, count=3, top=8)
    place = Workplace(library=folder, actor=EXAMINER)
    library = place.library()
    library.policies.choose(_RULES)
    employ(library, STAFF)
    library.act_as(ADMINISTRATOR)
    add_account(library, NewAccount(name=_LEFT, password=_GIVEN, roles=frozenset({Role.EXAMINER})), CHEAP)
    disable_account(library, _LEFT)
    _decide(library, EXAMINER, 1, Decision.POSSIBLE, Decision.EXCLUDED, Decision.INCONCLUSIVE)
    assign_second_review(library, 1, REVIEWER)
    _decide(library, EXAMINER, 2, Decision.POSSIBLE, Decision.EXCLUDED)
    assign_second_review(library, 2, BOTH)
    _decide(library, BOTH, 3, Decision.POSSIBLE, Decision.EXCLUDED)
    assign_second_review(library, 3, REVIEWER)
    library.act_as(REVIEWER)
    for rank, decision in enumerate((Decision.INCONCLUSIVE, Decision.EXCLUDED), start=1):
        save_blind_finding(library, 3, rank, _conclusion(decision), based_on=0)
    submit_second_review(library, 3)
    place.close()


def _decide(library: Library, name: str, search_id: int, *decisions: Decision) -> None:
    library.act_as(name)
    for rank, decision in enumerate(decisions, start=1):
        save_review(library, search_id, rank, _conclusion(decision), based_on=0)


def _conclusion(decision: Decision) -> ReviewContent:
    reasons = {Decision.EXCLUDED: _DIFFERENT, Decision.INCONCLUSIVE: "The jaw is not to be seen in the sketch."}
    return ReviewContent(decision=decision, reason=reasons.get(decision, ""))
