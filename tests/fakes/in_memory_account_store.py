"""An account store for tests, kept in memory."""

from __future__ import annotations

from forensic_id.core.accounts import Account, LibraryMode, folded_name
from forensic_id.core.errors import InvalidInputError


class InMemoryAccountStore:
    """Accounts by folded name, and the choices of a mode with their reasons."""

    def __init__(self) -> None:
        self.modes: tuple[tuple[LibraryMode, str], ...] = ()
        self.by_name: dict[str, Account] = {}

    def mode(self) -> LibraryMode:
        """The last choice."""
        return self.modes[-1][0] if self.modes else LibraryMode.SINGLE_USER

    def choose_mode(self, mode: LibraryMode, reason: str) -> None:
        """Add one."""
        self.modes = (*self.modes, (mode, reason))

    def account(self, name: str) -> Account | None:
        """By name."""
        return self.by_name.get(folded_name(name))

    def accounts(self) -> tuple[Account, ...]:
        """All in order."""
        return tuple(self.by_name[name] for name in sorted(self.by_name))

    def add(self, account: Account) -> None:
        """Store a new one."""
        if known := self.account(account.name):
            raise InvalidInputError(f"There is an account named {known.name} already.")
        self.by_name[folded_name(account.name)] = account

    def change(self, account: Account) -> None:
        """Store it."""
        self.by_name[folded_name(account.name)] = account
