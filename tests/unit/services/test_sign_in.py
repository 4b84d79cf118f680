"""Signing in and out: the answers, the counts, and what the audit log keeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from forensic_id.core.accounts import FREE_FAILURES
from forensic_id.core.errors import InvalidInputError, NotPermittedError
from forensic_id.core.rights import Right, Role
from forensic_id.services.manage_accounts import NewAccount, add_account, disable_account, use_accounts
from forensic_id.services.sign_in import (
    WRONG,
    PasswordTools,
    change_own_password,
    log_idle_lock,
    look_at_access,
    sign_in,
    sign_out,
    unlock,
)
from tests.fakes.fake_password_hasher import FakePasswordHasher
from tests.fakes.in_memory_library import InMemoryLibrary

BOSS, BOSSES = "boss", "five quiet owls at dawn"
ANNA, ANNAS = "anna", "green kites over the bay"
START = datetime(2025, 3, 1, 12, tzinfo=UTC)


class Door:
    """A library with two accounts, and a clock that the test sets."""

    def __init__(self) -> None:
        self.now = START
        self.hasher = FakePasswordHasher()
        self.tools = PasswordTools(hasher=self.hasher, clock=lambda: self.now)
        self.library = InMemoryLibrary(actor="pc-user")
        first = NewAccount(name=BOSS, password=BOSSES, roles=frozenset())
        use_accounts(self.library, first, self.tools)
        add_account(self.library, NewAccount(name=ANNA, password=ANNAS, roles=frozenset({Role.EXAMINER})), self.tools)
        sign_out(self.library)

    def actions(self) -> list[tuple[str, str, str]]:
        return [(entry.action, entry.subject, entry.actor) for entry in self.library.audit.list]

    def fail(self, times: int, name: str = ANNA) -> list[str]:
        said = []
        for _ in range(times):
            with pytest.raises(NotPermittedError) as refused:
                sign_in(self.library, name, "wrong", self.tools)
            said.append(str(refused.value))
        return said


@pytest.fixture
def door() -> Door:
    return Door()


def test_signing_in_and_out_is_logged_under_the_accounts_name(door: Door) -> None:
    assert look_at_access(door.library).signed_out
    principal = sign_in(door.library, " Boss", BOSSES, door.tools)
    assert principal.roles == {Role.ADMINISTRATOR}
    assert not look_at_access(door.library).signed_out
    sign_out(door.library, why="the program was closed")
    sign_out(door.library)
    assert door.library.audit.list[-1].details == {"why": "the program was closed"}
    assert door.actions()[-2:] == [
        ("session.sign_in", "account boss", "boss"),
        ("session.sign_out", "account boss", "boss"),
    ]


def test_an_unknown_name_and_a_wrong_password_get_one_answer_and_one_comparison(door: Door) -> None:
    assert door.fail(1, "nobody")[0] == door.fail(1)[0] == WRONG
    assert door.hasher.asked == [None, "h1:" + ANNAS]
    assert "nobody" not in str([entry.details for entry in door.library.audit.list[-2:]])
    assert [entry.subject for entry in door.library.audit.list[-2:]] == ["account (unknown)", "account anna"]


def test_too_many_failures_lock_the_account_even_for_the_right_password(door: Door) -> None:
    assert door.fail(FREE_FAILURES) == [WRONG] * FREE_FAILURES
    with pytest.raises(NotPermittedError, match="wait 60 seconds"):
        sign_in(door.library, ANNA, ANNAS, door.tools)
    last = door.library.audit.list[-1]
    assert (last.action, last.details["why"]) == ("session.refuse", "locked")
    door.now -= timedelta(days=3)
    with pytest.raises(NotPermittedError, match="wait 60 seconds"):
        sign_in(door.library, ANNA, ANNAS, door.tools)
    door.now += timedelta(seconds=60)
    sign_in(door.library, ANNA, ANNAS, door.tools)
    account = door.library.accounts.account(ANNA)
    assert account is not None
    assert (account.failures, account.locked_at) == (0, "")


def test_a_disabled_account_is_told_only_to_whoever_knows_its_password(door: Door) -> None:
    sign_in(door.library, BOSS, BOSSES, door.tools)
    disable_account(door.library, ANNA)
    assert door.fail(1) == [WRONG]
    with pytest.raises(NotPermittedError, match="anna is disabled"):
        sign_in(door.library, ANNA, ANNAS, door.tools)


def test_a_hash_made_at_a_lower_cost_is_made_anew_at_the_next_sign_in(door: Door) -> None:
    door.hasher.mark = "h2:"
    sign_in(door.library, ANNA, ANNAS, door.tools)
    account = door.library.accounts.account(ANNA)
    assert account is not None
    assert account.password_hash == "h2:" + ANNAS


def test_a_set_password_gives_no_right_until_its_owner_replaced_it(door: Door) -> None:
    sign_in(door.library, ANNA, ANNAS, door.tools)
    assert not door.library.principal.may(Right.SEARCH)
    with pytest.raises(InvalidInputError, match="is the old one"):
        change_own_password(door.library, ANNAS, ANNAS, door.tools)
    with pytest.raises(InvalidInputError, match="too short"):
        change_own_password(door.library, ANNAS, "short", door.tools)
    with pytest.raises(NotPermittedError, match=WRONG):
        change_own_password(door.library, "wrong", "seven slow trains to Riga", door.tools)
    change_own_password(door.library, ANNAS, "seven slow trains to Riga", door.tools)
    assert door.library.principal.may(Right.SEARCH)
    assert door.actions()[-1] == ("account.password", "account anna", "anna")


def test_a_locked_session_goes_on_with_the_password_and_both_are_logged(door: Door) -> None:
    sign_in(door.library, ANNA, ANNAS, door.tools)
    log_idle_lock(door.library)
    with pytest.raises(NotPermittedError, match=WRONG):
        unlock(door.library, BOSSES, door.tools)
    assert unlock(door.library, ANNAS, door.tools).name == ANNA
    assert [action for action, _, _ in door.actions()[-3:]] == ["session.lock", "session.refuse", "session.unlock"]


def test_nobody_signs_in_where_there_are_no_accounts() -> None:
    library = InMemoryLibrary()
    with pytest.raises(InvalidInputError, match="has no accounts"):
        sign_in(library, "a", "b", Door().tools)
    sign_out(library)
    assert library.audit.list == []
    assert library.principal.single_user


def test_no_password_and_no_hash_is_in_the_log(door: Door) -> None:
    sign_in(door.library, ANNA, ANNAS, door.tools)
    written = str([entry.details for entry in door.library.audit.list])
    assert ANNAS not in written
    assert "h1:" not in written
