"""Accounts and modes, over the real store and the stand-in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.accounts import Account, LibraryMode, PersonDetails
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.ports import Library
from forensic_id.core.rights import Role
from forensic_id.storage.library import SqliteLibrary

ANNA = Account(
    name="Anna",
    roles=frozenset({Role.EXAMINER, Role.REVIEWER}),
    password_hash="$h",
    created_at="2025-03-01T12:00:00+00:00",
    must_change_password=True,
)


def test_a_library_begins_without_accounts_and_every_choice_is_kept(library: Library) -> None:
    assert library.accounts.mode() is LibraryMode.SINGLE_USER
    library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    assert library.accounts.mode() is LibraryMode.ACCOUNTS


def test_an_account_is_found_whatever_the_case_and_changed_by_name(library: Library) -> None:
    library.accounts.add(ANNA)
    library.accounts.add(replace(ANNA, name="abel"))
    assert library.accounts.account("ANNA") == ANNA
    assert library.accounts.account("nobody") is None
    changed = replace(ANNA, disabled=True, failures=7, locked_at="2025-03-01T13:00:00+00:00", lock_seconds=240)
    changed = replace(changed, details=PersonDetails(full_name="Dr Anna Osei", qualification="examiner", unit="Lab"))
    library.accounts.change(changed)
    assert [each.name for each in library.accounts.accounts()] == ["abel", "Anna"]
    assert library.accounts.account("anna") == changed
    with pytest.raises(InvalidInputError, match="an account named Anna already"):
        library.accounts.add(replace(ANNA, name="anna"))


def test_who_signed_in_is_in_the_log_and_a_lost_role_is_lost_at_once(library: Library) -> None:
    library.accounts.add(ANNA)
    library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    assert not library.principal.roles
    library.act_as("anna")
    assert library.audit.append("x", "y", {}).actor == "Anna"
    library.accounts.change(replace(ANNA, roles=frozenset({Role.AUDITOR})))
    assert library.principal.roles == {Role.AUDITOR}
    library.act_as(None)
    assert library.audit.append("x", "y", {}).actor != "Anna"


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM accounts", "UPDATE accounts SET name = 'Boris'", "DELETE FROM library_modes",
     "UPDATE library_modes SET mode = 'single-user'"],
)  # fmt: skip
def test_the_database_lets_no_account_vanish_and_no_choice_change(
    stored: SqliteLibrary, folder: Path, statement: str
) -> None:
    stored.accounts.add(ANNA)
    stored.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    with closing(sqlite3.connect(folder / "library.sqlite3")) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
