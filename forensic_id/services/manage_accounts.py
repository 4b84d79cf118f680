"""Accounts of a library: switch between one user and accounts, add people, give roles, disable, set passwords.

The last administrator who can sign in always stays one. A password that an administrator sets has to be replaced by
its owner before anything else. No password and no hash is ever written into the audit log.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from forensic_id.core.accounts import Account, LibraryMode, PersonDetails, checked_details, checked_name
from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.passwords import check_password
from forensic_id.core.rights import Principal, Right, Role
from forensic_id.services.sign_in import PasswordTools

if TYPE_CHECKING:  # imported before the first window, which waits for no NumPy
    from forensic_id.core.ports import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """Somebody who is to have an account, with the password to begin with."""

    name: str
    password: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountState:
    """What is shown of an account.

    `locked_until` (ISO 8601): too many wrong passwords; `last_sign_in` (ISO 8601) by the audit log; empty: none.
    """

    name: str
    roles: frozenset[Role]
    created_at: str
    disabled: bool
    must_change_password: bool
    locked_until: str
    last_sign_in: str
    details: PersonDetails

    @property
    def administers(self) -> bool:
        """Whether this account can manage the others."""
        return Role.ADMINISTRATOR in self.roles and not self.disabled


def list_accounts(library: Library, tools: PasswordTools) -> tuple[AccountState, ...]:
    """All accounts in order of their names, disabled ones too."""
    library.require(Right.MANAGE_ACCOUNTS)
    now = tools.clock()
    signed_in = {entry.actor: entry.at for entry in library.audit.entries(AuditFilter(action="session.sign_in"))}
    return tuple(
        AccountState(
            name=each.name,
            roles=each.roles,
            created_at=each.created_at,
            disabled=each.disabled,
            must_change_password=each.must_change_password,
            locked_until=_shown_lock(each, now),
            last_sign_in=signed_in.get(each.name, ""),
            details=each.details,
        )
        for each in library.accounts.accounts()
    )


def colleagues(library: Library, right: Right) -> tuple[str, ...]:
    """Names of those who have a right and can sign in, without whoever acts; none where one person works alone."""
    library.require(Right.BROWSE)
    if library.accounts.mode() is LibraryMode.SINGLE_USER:
        return ()
    own = library.principal.name
    held = (each for each in library.accounts.accounts() if each.name != own and not each.disabled)
    return tuple(each.name for each in held if right in replace(each, must_change_password=False).principal.rights)


def use_accounts(library: Library, first: NewAccount | None, tools: PasswordTools) -> Principal:
    """Have everybody sign in from now on; `first` becomes an administrator, and acts at once.

    None where accounts from an earlier time are to hold again, and nobody is signed in then. Raises InvalidInputError
    where the library has accounts already, without an administrator who could sign in, or for a name or password that
    cannot be used.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    if library.accounts.mode() is LibraryMode.ACCOUNTS:
        raise InvalidInputError("This library has accounts already.")
    if first is None and not any(each.administers for each in library.accounts.accounts()):
        raise InvalidInputError("A library with accounts needs an administrator: name the first one.")
    with library.transaction():
        if first is not None:
            roles = first.roles | {Role.ADMINISTRATOR}
            _add(library, replace(first, roles=roles), tools, must_change=False)
        library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
        _log_mode(library, LibraryMode.SINGLE_USER, LibraryMode.ACCOUNTS, "")
    library.act_as(None if first is None else checked_name(first.name))
    return library.principal


def use_single_user(library: Library, reason: str) -> Principal:
    """Have whoever is logged in at the computer act from now on, without signing in; the accounts are kept.

    Raises InvalidInputError without a reason, or where there are no accounts.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    if library.accounts.mode() is LibraryMode.SINGLE_USER:
        raise InvalidInputError("This library has no accounts.")
    why = checked_text("the reason", reason)
    if not why:
        raise InvalidInputError(
            "Say why this library is to have no accounts any more: everybody at this computer may do everything then."
        )
    with library.transaction():
        library.accounts.choose_mode(LibraryMode.SINGLE_USER, why)
        _log_mode(library, LibraryMode.ACCOUNTS, LibraryMode.SINGLE_USER, why)
    library.act_as(None)
    return library.principal


def add_account(library: Library, new: NewAccount, tools: PasswordTools) -> None:
    """Add an account; its owner has to choose another password at the first sign-in.

    Raises InvalidInputError for a name that is taken or cannot be used, no role, or a password nobody should use.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    _check_mode(library)
    with library.transaction():
        _add(library, new, tools, must_change=True)


def set_roles(library: Library, name: str, roles: Iterable[Role]) -> None:
    """Give an account these roles and no others; they hold at once.

    Raises NotFoundError, InvalidInputError for none, or when no administrator would be left.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    wanted = frozenset(roles)
    if not wanted:
        raise InvalidInputError("An account needs a role. To keep somebody out, disable the account.")
    with library.transaction():
        before = _account(library, name)
        _change(library, replace(before, roles=wanted))
        details = {"before": sorted(before.roles), "after": sorted(wanted)}
        library.audit.append("account.roles", f"account {before.name}", details)


def set_details(library: Library, name: str, details: PersonDetails) -> None:
    """Tell how reports name the owner of an account. Administrators do: nobody makes out their own qualification.

    Raises NotFoundError, InvalidInputError for a text that cannot stand in a report.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    checked = checked_details(details)
    with library.transaction():
        account = _account(library, name)
        if checked == account.details:
            return
        library.accounts.change(replace(account, details=checked))
        told = {"before": asdict(account.details), "after": asdict(checked)}
        library.audit.append("account.details", f"account {account.name}", told)


def account_details(library: Library, name: str) -> PersonDetails:
    """What is told of an account's owner. Raises NotFoundError."""
    library.require(Right.MANAGE_ACCOUNTS)
    return _account(library, name).details


def disable_account(library: Library, name: str) -> None:
    """Keep somebody out from now on; nothing of what was done under the account changes.

    Raises NotFoundError, InvalidInputError when no administrator would be left.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    with library.transaction():
        account = _account(library, name)
        _change(library, replace(account, disabled=True))
        library.audit.append("account.disable", f"account {account.name}", {})


def enable_account(library: Library, name: str) -> None:
    """Let somebody in again, and forget failures. Raises NotFoundError."""
    library.require(Right.MANAGE_ACCOUNTS)
    with library.transaction():
        account = _account(library, name)
        _change(library, replace(account.unlocked(), disabled=False))
        library.audit.append("account.enable", f"account {account.name}", {})


def unlock_account(library: Library, name: str) -> None:
    """Forget an account's wrong passwords, so that its owner need not wait. Raises NotFoundError."""
    library.require(Right.MANAGE_ACCOUNTS)
    with library.transaction():
        account = _account(library, name)
        library.accounts.change(account.unlocked())
        library.audit.append("account.unlock", f"account {account.name}", {"failures": account.failures})


def reset_password(library: Library, name: str, password: str, tools: PasswordTools) -> None:
    """Set a password that its owner has to replace; a lock after wrong ones is lifted.

    Raises NotFoundError, InvalidInputError for a password that nobody should use.
    """
    library.require(Right.MANAGE_ACCOUNTS)
    with library.transaction():
        account = _account(library, name)
        check_password(password, name=account.name)
        hashed = tools.hasher.hashed(password)
        _change(library, replace(account.unlocked(), password_hash=hashed, must_change_password=True))
        library.audit.append("account.password", f"account {account.name}", {"by": "administrator"})


def _add(library: Library, new: NewAccount, tools: PasswordTools, *, must_change: bool) -> None:
    name = checked_name(new.name)
    if not new.roles:
        raise InvalidInputError(f"An account needs a role: {', '.join(Role)}.")
    check_password(new.password, name=name)
    account = Account(
        name=name,
        roles=new.roles,
        password_hash=tools.hasher.hashed(new.password),
        created_at=tools.clock().isoformat(timespec="milliseconds"),
        must_change_password=must_change,
    )
    library.accounts.add(account)
    library.audit.append("account.add", f"account {name}", {"roles": sorted(new.roles)})


def _shown_lock(account: Account, now: datetime) -> str:
    seconds = account.waiting(now)[1]
    return (now + timedelta(seconds=seconds)).isoformat(timespec="seconds") if seconds else ""


def _account(library: Library, name: str) -> Account:
    account = library.accounts.account(name)
    if account is None:
        raise NotFoundError(f"There is no account named {name!r} in this library.")
    return account


def _change(library: Library, account: Account) -> None:
    others = (each for each in library.accounts.accounts() if each.name != account.name)
    if not account.administers and not any(each.administers for each in others):
        raise InvalidInputError(
            f"{account.name} is the last administrator who can sign in: make somebody else one first."
        )
    library.accounts.change(account)


def _check_mode(library: Library) -> None:
    if library.accounts.mode() is LibraryMode.SINGLE_USER:
        raise InvalidInputError("This library has no accounts yet: make the first administrator first.")


def _log_mode(library: Library, before: LibraryMode, after: LibraryMode, reason: str) -> None:
    details = {"before": str(before), "after": str(after), **({"reason": reason} if reason else {})}
    library.audit.append("library.mode", "library", details)
