"""Accounts are made, changed and disabled, and the last administrator stays."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from forensic_id.core.accounts import PersonDetails
from forensic_id.core.errors import InvalidInputError, NotFoundError, NotPermittedError
from forensic_id.core.rights import Right, Role
from forensic_id.services.manage_accounts import (
    NewAccount,
    account_details,
    add_account,
    colleagues,
    disable_account,
    enable_account,
    list_accounts,
    reset_password,
    set_details,
    set_roles,
    unlock_account,
    use_accounts,
    use_single_user,
)
from forensic_id.services.sign_in import sign_in
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.test_sign_in import ANNA, ANNAS, BOSS, BOSSES, Door

NEW = "seven slow trains to Riga"


@pytest.fixture
def door() -> Door:
    door = Door()
    sign_in(door.library, BOSS, BOSSES, door.tools)
    return door


def test_the_switch_to_accounts_makes_the_first_administrator_who_acts_at_once() -> None:
    library = InMemoryLibrary(actor="pc-user")
    tools = Door().tools
    with pytest.raises(InvalidInputError, match="name the first one"):
        use_accounts(library, None, tools)
    principal = use_accounts(library, NewAccount(name=BOSS, password=BOSSES, roles=frozenset({Role.EXAMINER})), tools)
    assert principal.shown == "boss (examiner, administrator)"
    assert [entry.action for entry in library.audit.list] == ["account.add", "library.mode"]
    with pytest.raises(InvalidInputError, match="accounts already"):
        use_accounts(library, None, tools)


def test_the_way_back_takes_an_administrator_and_a_reason_and_accounts_can_hold_again(door: Door) -> None:
    with pytest.raises(InvalidInputError, match="Say why"):
        use_single_user(door.library, " ")
    assert use_single_user(door.library, "only one examiner is left").single_user
    assert door.library.audit.list[-1].details["reason"] == "only one examiner is left"
    with pytest.raises(InvalidInputError, match="has no accounts"):
        use_single_user(door.library, "again")
    with pytest.raises(InvalidInputError, match="no accounts yet"):
        add_account(door.library, NewAccount(name="x", password=NEW, roles=frozenset({Role.AUDITOR})), door.tools)
    assert colleagues(door.library, Right.SECOND_REVIEW) == ()
    use_accounts(door.library, None, door.tools)
    with pytest.raises(NotPermittedError, match="nobody has signed in"):
        list_accounts(door.library, door.tools)


def test_the_list_tells_the_state_of_each_account(door: Door) -> None:
    door.fail(5)
    sign_in(door.library, BOSS, BOSSES, door.tools)
    anna, boss = list_accounts(door.library, door.tools)
    assert (anna.name, anna.must_change_password, anna.disabled) == (ANNA, True, False)
    assert (anna.locked_until, anna.last_sign_in) == ("2025-03-01T12:01:00+00:00", "")
    assert (boss.name, boss.locked_until, boss.must_change_password) == (BOSS, "", False)
    assert [each.name for each in (anna, boss) if each.administers] == [BOSS]
    assert boss.last_sign_in == door.library.audit.list[-1].at
    assert (anna.administers, boss.administers) == (False, True)


def test_an_administrator_lets_somebody_try_again_at_once(door: Door) -> None:
    door.fail(5)
    sign_in(door.library, BOSS, BOSSES, door.tools)
    unlock_account(door.library, ANNA)
    assert door.actions()[-1][:2] == ("account.unlock", "account anna")
    assert list_accounts(door.library, door.tools)[0].locked_until == ""
    assert sign_in(door.library, ANNA, ANNAS, door.tools).name == ANNA


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewAccount(name="ANNA", password=NEW, roles=frozenset({Role.AUDITOR})), "already"),
        (NewAccount(name="two words", password=NEW, roles=frozenset({Role.AUDITOR})), "needs a name"),
        (NewAccount(name="carla", password="short", roles=frozenset({Role.AUDITOR})), "too short"),
        (NewAccount(name="carla", password=NEW, roles=frozenset()), "needs a role"),
    ],
)
def test_an_account_that_cannot_be_is_refused(door: Door, new: NewAccount, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        add_account(door.library, new, door.tools)


def test_roles_hold_at_once_and_the_log_tells_before_and_after(door: Door) -> None:
    set_roles(door.library, ANNA, [Role.REVIEWER])
    assert door.library.audit.list[-1].details == {"before": ["examiner"], "after": ["reviewer"]}
    assert colleagues(door.library, Right.SECOND_REVIEW) == (ANNA,)
    assert colleagues(door.library, Right.SEARCH) == ()
    with pytest.raises(InvalidInputError, match="needs a role"):
        set_roles(door.library, ANNA, [])
    with pytest.raises(NotFoundError, match="no account named 'carla'"):
        set_roles(door.library, "carla", [Role.AUDITOR])


def test_how_reports_name_somebody_is_told_and_logged_and_never_by_the_person(door: Door) -> None:
    told = PersonDetails(full_name=" Dr Anna Osei ", qualification="facial examiner", unit="Imaging")
    set_details(door.library, "ANNA", told)
    kept = replace(told, full_name="Dr Anna Osei")
    assert account_details(door.library, ANNA) == kept
    entry = door.library.audit.list[-1]
    assert (entry.action, entry.subject) == ("account.details", "account anna")
    assert entry.details == {"before": asdict(PersonDetails()), "after": asdict(kept)}
    set_details(door.library, ANNA, kept)
    assert door.library.audit.list[-1] == entry
    assert list_accounts(door.library, door.tools)[0].details == kept
    for refused, said in (("two\nlines", "cannot be printed in a line"), ("x" * 201, "at most 200")):
        with pytest.raises(InvalidInputError, match=said):
            set_details(door.library, ANNA, PersonDetails(unit=refused))
    with pytest.raises(NotFoundError, match="no account named"):
        set_details(door.library, "carla", told)


def test_the_last_administrator_stays_one_until_there_is_another(door: Door) -> None:
    with pytest.raises(InvalidInputError, match="last administrator"):
        disable_account(door.library, BOSS)
    with pytest.raises(InvalidInputError, match="last administrator"):
        set_roles(door.library, BOSS, [Role.AUDITOR])
    set_roles(door.library, ANNA, [Role.ADMINISTRATOR])
    disable_account(door.library, ANNA)
    with pytest.raises(InvalidInputError, match="last administrator"):
        disable_account(door.library, BOSS)
    enable_account(door.library, ANNA)
    disable_account(door.library, BOSS)
    with pytest.raises(NotPermittedError):
        list_accounts(door.library, door.tools)


def test_a_password_set_by_an_administrator_lifts_the_lock_and_has_to_be_replaced(door: Door) -> None:
    door.fail(5)
    sign_in(door.library, BOSS, BOSSES, door.tools)
    with pytest.raises(InvalidInputError, match="account's name"):
        reset_password(door.library, ANNA, "anna and the seven kites", door.tools)
    reset_password(door.library, ANNA, NEW, door.tools)
    assert sign_in(door.library, ANNA, NEW, door.tools).must_change_password
    with pytest.raises(NotPermittedError):
        sign_in(door.library, ANNA, ANNAS, door.tools)
