"""Accounts: who acts, and how long guesses are held up whatever the clock says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from forensic_id.core.accounts import (
    FREE_FAILURES,
    LONGEST_LOCK,
    Account,
    LibraryMode,
    acting,
    checked_name,
    folded_name,
)
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_span
from forensic_id.core.rights import Role
from tests.fakes.in_memory_account_store import InMemoryAccountStore

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
ANNA = Account(name="Anna", roles=frozenset({Role.EXAMINER}), password_hash="h", created_at=NOON.isoformat())


def after(failures: int, account: Account = ANNA, now: datetime = NOON) -> Account:
    for _ in range(failures):
        account = account.failed(now)
    return account


def test_the_first_failures_lock_nothing_and_later_ones_for_longer_and_longer() -> None:
    assert after(FREE_FAILURES - 1).waiting(NOON)[1] == 0
    locks = [after(FREE_FAILURES + more).waiting(NOON)[1] for more in range(9)]
    assert locks[:4] == [60, 120, 240, 480]
    assert set(locks[6:]) == {LONGEST_LOCK}
    assert after(5000).waiting(NOON)[1] == LONGEST_LOCK


def test_a_lock_ends_with_its_time_and_with_the_right_password() -> None:
    locked = after(FREE_FAILURES)
    assert locked.waiting(NOON + timedelta(seconds=59))[1] == 1
    assert locked.waiting(NOON + timedelta(seconds=60)) == (locked, 0)
    assert locked.unlocked() == ANNA


def test_a_clock_set_back_begins_the_wait_anew_and_no_longer() -> None:
    locked = after(FREE_FAILURES)
    earlier = NOON - timedelta(days=400)
    moved, seconds = locked.waiting(earlier)
    assert seconds == 60
    assert moved.waiting(earlier + timedelta(seconds=60))[1] == 0


def test_who_acts_follows_mode_sign_in_and_what_became_of_the_account() -> None:
    store = InMemoryAccountStore()
    assert acting(store, login="pc", signed_in=None).single_user
    store.choose_mode(LibraryMode.ACCOUNTS, "")
    assert not acting(store, login="pc", signed_in=None).roles
    assert not acting(store, login="pc", signed_in="anna").roles
    store.add(ANNA)
    found = acting(store, login="pc", signed_in="ANNA")
    assert (found.name, found.roles, found.single_user) == ("Anna", frozenset({Role.EXAMINER}), False)
    store.change(replace(ANNA, disabled=True))
    assert not acting(store, login="pc", signed_in="anna").roles


@pytest.mark.parametrize("name", ["", " ", "two words", "x" * 65, "a\u200bb", "new\nline"])
def test_a_name_that_cannot_stand_for_somebody_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError, match="needs a name of 1 to 64"):
        checked_name(name)


def test_names_are_trimmed_and_compared_without_case() -> None:
    assert checked_name(" K.Osei ") == "K.Osei"
    assert folded_name("STRASSE") == folded_name("straße")


@pytest.mark.parametrize(("seconds", "said"), [(1, "1 second"), (119, "119 seconds"), (121, "3 minutes")])
def test_a_time_to_wait_is_rounded_up(seconds: int, said: str) -> None:
    assert shown_span(seconds) == said
