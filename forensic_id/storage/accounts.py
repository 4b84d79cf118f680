"""Accounts, and whether a library has them: what is chosen is kept, and no account is ever removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from forensic_id.core.accounts import Account, LibraryMode, PersonDetails, checked_details, checked_name, folded_name
from forensic_id.core.errors import InvalidInputError, TamperedError
from forensic_id.core.rights import Role
from forensic_id.storage.database import Database
from forensic_id.storage.numbers import next_number

_SHOWN = 40
"""Characters of a name that a sentence holds."""
_COLUMNS = (
    "name, roles, password_hash, created_at, disabled, must_change_password, failures, locked_at, lock_seconds,"
    " full_name, qualification, unit"
)
_MARKS = ", ".join("?" * len(_COLUMNS.split(",")))


class SqliteAccountStore:
    """The port AccountStore over the tables `library_modes` and `accounts`."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def mode(self) -> LibraryMode:
        """The mode that holds now; single-user where none was chosen."""
        row = self._database.row("SELECT mode FROM library_modes ORDER BY choice DESC LIMIT 1")
        return LibraryMode.SINGLE_USER if row is None else LibraryMode(row[0])

    def choose_mode(self, mode: LibraryMode, reason: str) -> None:
        """Have a mode hold from now on."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO library_modes VALUES (?, ?, ?, ?)",
                (
                    next_number(self._database, "library_modes", "choice"),
                    self._clock().isoformat(timespec="milliseconds"),
                    str(mode),
                    reason,
                ),
            )

    def account(self, name: str) -> Account | None:
        """The account of that name, whatever the case of its letters."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM accounts WHERE folded = ?", (folded_name(name),))  # noqa: S608
        return None if row is None else _account(row)

    def accounts(self) -> tuple[Account, ...]:
        """All accounts in order of their names."""
        return tuple(map(_account, self._database.rows(f"SELECT {_COLUMNS} FROM accounts ORDER BY folded")))  # noqa: S608

    def add(self, account: Account) -> None:
        """Store a new account. Raises InvalidInputError when the name is taken."""
        with self._database.transaction():
            if (known := self.account(account.name)) is not None:
                raise InvalidInputError(f"There is an account named {known.name} already. Choose another name.")
            self._database.execute(
                f"INSERT INTO accounts ({_COLUMNS}, folded, account_id) VALUES ({_MARKS}, ?, ?)",  # noqa: S608
                (*_row(account), folded_name(account.name), next_number(self._database, "accounts", "account_id")),
            )

    def change(self, account: Account) -> None:
        """Store what is new of the account of that name."""
        with self._database.transaction():
            self._database.execute(
                f"UPDATE accounts SET ({_COLUMNS}) = ({_MARKS}) WHERE folded = ?",  # noqa: S608
                (*_row(account), folded_name(account.name)),
            )


def _row(account: Account) -> tuple[Any, ...]:
    return (
        account.name,
        json.dumps(sorted(account.roles)),
        account.password_hash,
        account.created_at,
        int(account.disabled),
        int(account.must_change_password),
        account.failures,
        account.locked_at,
        account.lock_seconds,
        account.details.full_name,
        account.details.qualification,
        account.details.unit,
    )


def _account(row: tuple[Any, ...]) -> Account:
    """Raises TamperedError for one that this program did not write."""
    name, roles, password_hash, created_at, disabled, must_change, failures, locked_at, lock_seconds, *told = row
    try:
        held = frozenset(map(Role, json.loads(roles)))
        for moment in filter(None, (created_at, locked_at)):
            datetime.fromisoformat(moment)
        checked_name(name)
        details = checked_details(PersonDetails(full_name=told[0], qualification=told[1], unit=told[2]))
    except (ValueError, TypeError, RecursionError, InvalidInputError) as error:
        raise TamperedError(
            f"The account {name[:_SHOWN]!r} in the library was altered: it is none that this program wrote. Keep the"
            " library as it is, and compare it with a backup."
        ) from error
    return Account(
        name=name,
        roles=held,
        password_hash=password_hash,
        created_at=created_at,
        disabled=bool(disabled),
        must_change_password=bool(must_change),
        failures=failures,
        locked_at=locked_at,
        lock_seconds=lock_seconds,
        details=details,
    )
