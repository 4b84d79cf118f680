"""Sign in to a library with accounts and out again, lock and unlock a session, change one's own password.

An unknown name and a wrong password get the same answer in the same time. Guesses are counted in the transaction that
checks them, so that several programs cannot guess side by side. A name that no account has is not written down: it
could be a password that somebody typed into the wrong field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from forensic_id.core.accounts import Account, LibraryMode, PasswordHasher
from forensic_id.core.errors import InvalidInputError, NotPermittedError
from forensic_id.core.moments import shown_span
from forensic_id.core.passwords import check_password
from forensic_id.core.rights import Principal

if TYPE_CHECKING:  # imported before the first window, which waits for no NumPy
    from forensic_id.core.ports import Library

WRONG = "The name or the password is wrong."


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordTools:
    """What checking passwords needs; `clock` gives the present time with its zone."""

    hasher: PasswordHasher
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The mode of a library, who acts in it now, and after how many idle minutes a session is locked."""

    mode: LibraryMode
    principal: Principal
    idle_lock_minutes: int

    @property
    def signed_out(self) -> bool:
        """Whether somebody has to sign in first."""
        return not self.principal.roles


def look_at_access(library: Library) -> Access:
    """Who may come in and who has; anybody may ask that."""
    return Access(
        mode=library.accounts.mode(),
        principal=library.principal,
        idle_lock_minutes=library.policies.current().idle_lock_minutes,
    )


def sign_in(library: Library, name: str, password: str, tools: PasswordTools) -> Principal:
    """Act under an account from now on.

    Raises NotPermittedError for a wrong name or password, a disabled account, or one that is locked after too many
    failures; InvalidInputError where the library has no accounts.
    """
    if library.accounts.mode() is LibraryMode.SINGLE_USER:
        raise InvalidInputError("This library has no accounts: whoever is logged in at the computer works in it.")
    account = _checked(library, name, password, tools, action="session.sign_in")
    library.act_as(account.name)
    library.audit.append("session.sign_in", f"account {account.name}", {"roles": sorted(account.roles)})
    return library.principal


def sign_out(library: Library, *, why: str = "") -> None:
    """Act as nobody from now on; without accounts, or when nobody is signed in, nothing happens.

    `why` is logged where nobody asked for it: the program was closed, for example.
    """
    if library.accounts.mode() is LibraryMode.ACCOUNTS and library.principal.roles:
        library.audit.append("session.sign_out", f"account {library.principal.name}", {"why": why} if why else {})
    library.act_as(None)


def log_idle_lock(library: Library) -> None:
    """Note that the session was locked: nobody had touched the computer for the time that the profile sets."""
    library.audit.append("session.lock", f"account {library.principal.name}", {})


def unlock(library: Library, password: str, tools: PasswordTools) -> Principal:
    """Go on with a locked session: whoever signed in says the password again. Raises NotPermittedError."""
    account = _checked(library, library.principal.name, password, tools, action="session.unlock")
    library.audit.append("session.unlock", f"account {account.name}", {})
    return library.principal


def change_own_password(library: Library, old: str, new: str, tools: PasswordTools) -> None:
    """Replace the password of whoever is signed in.

    Raises NotPermittedError for a wrong old one or when nobody is signed in, InvalidInputError for a new one that
    nobody should use.
    """
    account = _checked(library, library.principal.name, old, tools, action="account.password")
    check_password(new, name=account.name)
    if old == new:
        raise InvalidInputError("The new password is the old one. Choose another one.")
    changed = replace(account, password_hash=tools.hasher.hashed(new), must_change_password=False)
    with library.transaction():
        library.accounts.change(changed)
        library.audit.append("account.password", f"account {account.name}", {"by": "owner"})


def _checked(library: Library, name: str, password: str, tools: PasswordTools, *, action: str) -> Account:
    """The account, if the password is its own; counts and logs the failure otherwise, and raises."""
    with library.transaction():
        account, refusal = _attempt(library, name, password, tools, action)
    if account is None:
        raise NotPermittedError(refusal)
    return account


def _attempt(
    library: Library, name: str, password: str, tools: PasswordTools, action: str
) -> tuple[Account | None, str]:
    now = tools.clock()
    known = library.accounts.account(name)
    if known is None:
        tools.hasher.is_password(password, None)
        library.audit.append("session.refuse", "account (unknown)", {"attempt": action, "why": "wrong"})
        return None, WRONG
    account, seconds = known.waiting(now)
    if seconds:
        library.accounts.change(account)
        library.audit.append("session.refuse", f"account {account.name}", {"attempt": action, "why": "locked"})
        return None, (
            f"There were too many wrong passwords: wait {shown_span(seconds)}, or ask an administrator to set a new"
            " password."
        )
    right = tools.hasher.is_password(password, account.password_hash)
    if not right:
        return None, _count_failure(library, account, now, action)
    if account.disabled:
        library.audit.append("session.refuse", f"account {account.name}", {"attempt": action, "why": "disabled"})
        return None, f"The account {account.name} is disabled. Ask an administrator of this library."
    return _welcome(library, account, password, tools), ""


def _count_failure(library: Library, account: Account, now: datetime, action: str) -> str:
    failed = account.failed(now)
    library.accounts.change(failed)
    library.audit.append(
        "session.refuse",
        f"account {account.name}",
        {"attempt": action, "why": "wrong", "failures": failed.failures, "locked_seconds": failed.lock_seconds},
    )
    return WRONG


def _welcome(library: Library, account: Account, password: str, tools: PasswordTools) -> Account:
    """Forget the failures, and hash the password anew when that has become dearer meanwhile."""
    fresh = account.unlocked()
    if tools.hasher.outdated(account.password_hash):
        fresh = replace(fresh, password_hash=tools.hasher.hashed(password))
    if fresh != account:
        library.accounts.change(fresh)
    return fresh
