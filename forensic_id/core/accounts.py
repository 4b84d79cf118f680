"""Accounts of a library: who may sign in, in what mode, and how long guesses are held up.

Names are no secret: they stand in reports and in the audit log.
"""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.rights import Principal, Role, alone

LONGEST_NAME = 64
LONGEST_DETAIL = 200
"""Characters of a full name, a qualification or a unit."""
FREE_FAILURES = 5
"""Wrong passwords in a row before an account is locked."""
FIRST_LOCK = 60
LONGEST_LOCK = 3600
"""Seconds; the time doubles with every further failure."""


class LibraryMode(StrEnum):
    """Whether a library has accounts."""

    SINGLE_USER = "single-user"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """How reports name the owner of an account; every field may be empty.

    `qualification` is title, training or appointment as it is to be read in court, `unit` where the person works.
    """

    full_name: str = ""
    qualification: str = ""
    unit: str = ""

    def shown(self, name: str) -> str:
        """In one line; `name` is that of the account, which stands for somebody whose full name is not known."""
        return ", ".join(filter(None, (self.full_name or name, self.qualification, self.unit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person's account. `locked_at` (ISO 8601) and `lock_seconds` are those of the last lock."""

    name: str
    roles: frozenset[Role]
    password_hash: str
    created_at: str
    disabled: bool = False
    must_change_password: bool = False
    failures: int = 0
    locked_at: str = ""
    lock_seconds: int = 0
    details: PersonDetails = PersonDetails()

    @property
    def administers(self) -> bool:
        """Whether this account can manage the others."""
        return Role.ADMINISTRATOR in self.roles and not self.disabled

    @property
    def principal(self) -> Principal:
        """Who acts when signed in with it; nobody when it is disabled."""
        roles = frozenset[Role]() if self.disabled else self.roles
        return Principal(name=self.name, roles=roles, must_change_password=self.must_change_password)

    def failed(self, now: datetime) -> Account:
        """After one more wrong password."""
        failures = self.failures + 1
        if failures < FREE_FAILURES:
            return replace(self, failures=failures)
        seconds = min(LONGEST_LOCK, FIRST_LOCK * 2 ** min(failures - FREE_FAILURES, 10))
        return replace(self, failures=failures, locked_at=now.isoformat(), lock_seconds=seconds)

    def waiting(self, now: datetime) -> tuple[Account, int]:
        """The account, and the seconds for which it is still locked, 0 for none.

        A clock that was set back begins the wait anew: it gains a guesser nothing, and keeps nobody out for longer
        than the lock lasts.
        """
        if not self.locked_at:
            return self, 0
        known = self if now >= datetime.fromisoformat(self.locked_at) else replace(self, locked_at=now.isoformat())
        passed = (now - datetime.fromisoformat(known.locked_at)).total_seconds()
        return known, max(0, round(known.lock_seconds - passed))

    def unlocked(self) -> Account:
        """Without failures and lock."""
        return replace(self, failures=0, locked_at="", lock_seconds=0)


class AccountStore(Protocol):
    """Accounts and the mode of a library (storage.accounts). Callers log what they change."""

    def mode(self) -> LibraryMode:
        """The mode that holds now; single-user where none was chosen."""
        ...

    def choose_mode(self, mode: LibraryMode, reason: str) -> None:
        """Have a mode hold from now on; every choice is kept."""
        ...

    def account(self, name: str) -> Account | None:
        """The account of that name, whatever the case of its letters."""
        ...

    def accounts(self) -> tuple[Account, ...]:
        """All accounts in order of their names, disabled ones too: none is ever removed."""
        ...

    def add(self, account: Account) -> None:
        """Store a new account. Raises InvalidInputError when the name is taken."""
        ...

    def change(self, account: Account) -> None:
        """Store what is new of the account of that name."""
        ...


class PasswordHasher(Protocol):
    """Hashes passwords so that guessing is dear (security.passwords)."""

    def hashed(self, password: str) -> str:
        """A hash with its salt and parameters in it."""
        ...

    def is_password(self, password: str, stored: str | None) -> bool:
        """Whether it is the one that was hashed; None, for no account, takes the same time and is never right."""
        ...

    def outdated(self, stored: str) -> bool:
        """Whether the hash was made with other parameters than those used now."""
        ...


def acting(store: AccountStore, *, login: str, signed_in: str | None) -> Principal:
    """Who acts in a library at this moment, by its mode, who signed in, and what became of that account since."""
    if store.mode() is LibraryMode.SINGLE_USER:
        return alone(login)
    account = None if signed_in is None else store.account(signed_in)
    return Principal(name=login) if account is None else account.principal


def folded_name(name: str) -> str:
    """What two names are compared by."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def checked_name(name: str) -> str:
    """The name, trimmed. Raises InvalidInputError for one that cannot stand for somebody in a log."""
    trimmed = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(trimmed) <= LONGEST_NAME or not trimmed.isprintable() or any(map(str.isspace, trimmed)):
        raise InvalidInputError(
            f"An account needs a name of 1 to {LONGEST_NAME} letters, digits or signs without spaces, such as k.osei."
        )
    return trimmed


def checked_details(details: PersonDetails) -> PersonDetails:
    """The details, trimmed. Raises InvalidInputError for one that is too long or takes more than a line."""
    fields = asdict(details)
    for field, value in fields.items():
        fields[field] = checked_text(field.replace("_", " "), value, most=LONGEST_DETAIL)
        if not fields[field].isprintable():
            raise InvalidInputError(
                f"The {field.replace('_', ' ')} {fields[field]!r} holds signs that cannot be printed in a line:"
                " remove them."
            )
    return PersonDetails(**fields)
