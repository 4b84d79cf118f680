"""Who may do what, and what somebody reads who may not."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError, NotPermittedError
from forensic_id.core.rights import RIGHTS, Principal, Right, Role, alone, parse_roles, roles_with, shown_roles


def person(*roles: Role) -> Principal:
    return Principal(name="moreau", roles=frozenset(roles))


def test_every_role_is_in_the_table_and_every_right_is_somebodys() -> None:
    assert set(RIGHTS) == set(Role)
    assert all(roles_with(right) for right in Right)


def test_two_roles_give_the_rights_of_both() -> None:
    assert person(Role.EXAMINER, Role.REVIEWER).rights == RIGHTS[Role.EXAMINER] | RIGHTS[Role.REVIEWER]


def test_one_person_alone_may_do_everything_but_review_a_second_time() -> None:
    assert set(Right) - alone("moreau").rights == {Right.SECOND_REVIEW}
    with pytest.raises(NotPermittedError, match="one person alone, so there is no second examiner"):
        alone("moreau").check(Right.SECOND_REVIEW)


def test_a_refusal_names_who_what_for_and_whom_to_ask() -> None:
    said = person(Role.AUDITOR).refusal(Right.SEARCH)
    assert said.startswith("moreau (auditor) may not search sketches: that takes the role examiner.")
    assert said.endswith("Ask an administrator of this library.")
    assert "administrator" in person(Role.EXAMINER).refusal(Right.PURGE)
    assert "examiner or administrator" in person(Role.AUDITOR).refusal(Right.IMPORT)


def test_nobody_and_a_set_password_come_first() -> None:
    assert "nobody has signed in: sign in to search sketches" in person().refusal(Right.SEARCH)
    fresh = Principal(name="moreau", roles=frozenset({Role.EXAMINER}), must_change_password=True)
    assert not fresh.rights
    assert "choose a new password first" in fresh.refusal(Right.SEARCH)


def test_what_is_shown_of_somebody() -> None:
    assert person(Role.AUDITOR, Role.EXAMINER).shown == "moreau (examiner, auditor)"
    assert (alone("moreau").shown, person().shown) == ("moreau", "moreau")
    assert shown_roles(parse_roles([" Reviewer", "examiner"])) == "examiner, reviewer"


@pytest.mark.parametrize(("words", "said"), [(["boss"], "'boss' is no role"), ([], "An account needs a role")])
def test_an_unknown_role_is_refused_with_the_known_ones(words: list[str], said: str) -> None:
    with pytest.raises(InvalidInputError, match=rf"{said}\. Roles are: examiner, reviewer, administrator, auditor"):
        parse_roles(words)
