"""How a report names people: full name, qualification and unit where the account tells them, and the account.

What is told is as it stands when the report is produced; the audit log keeps what was told before.
"""

from __future__ import annotations

from forensic_id.core.accounts import PersonDetails
from forensic_id.core.ports import Library
from forensic_id.core.rights import shown_roles


def described(library: Library, name: str) -> str:
    """All that is known of somebody, with account and roles; the name alone for a login without an account."""
    account = library.accounts.account(name)
    if account is None:
        return name
    if account.details == PersonDetails():
        return f"{name} ({shown_roles(account.roles)})"
    return f"{account.details.shown(name)} (account {name}: {shown_roles(account.roles)})"


def full_name(library: Library, name: str) -> str:
    """The full name with the account, or the account alone."""
    account = library.accounts.account(name)
    return f"{account.details.full_name} ({name})" if account is not None and account.details.full_name else name


def signing_name(library: Library, name: str) -> str:
    """Somebody as they sign by hand: full name, qualification and unit, or the name of the account."""
    account = library.accounts.account(name)
    return name if account is None else account.details.shown(name)


def described_producer(library: Library) -> str:
    """Whoever acts; in a library without accounts the login, whatever account of an earlier time has its name."""
    principal = library.principal
    return principal.name if principal.single_user else described(library, principal.name)


def producer_name(library: Library) -> str:
    """Whoever acts, in short."""
    principal = library.principal
    return principal.name if principal.single_user else full_name(library, principal.name)
