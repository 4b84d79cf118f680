"""Who may do what in a library: roles, rights, and the one table between them.

An auditor reads everything and changes nothing; nobody who administers accounts also concludes on candidates, unless
somebody gives one person both roles on purpose. A right that takes two people is nobody's in single-user mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from forensic_id.core.errors import InvalidInputError, NotPermittedError


class Role(StrEnum):
    """What somebody is in a library; one person may have several."""

    EXAMINER = "examiner"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Right(StrEnum):
    """What a service may ask for. The value stands in the audit log where it was refused."""

    BROWSE = "browse"
    """Look at the gallery, cases, searches, reviews and reports; what is seen of a person is logged."""
    SEARCH = "search"
    REVIEW = "review"
    SECOND_REVIEW = "second review"
    REPORT = "report"
    """Let a report, a list or a figure leave the program, as a file or on paper."""
    MANAGE_CASES = "manage cases"
    IMPORT = "import"
    EDIT_GALLERY = "edit gallery"
    PURGE = "purge"
    """Set retention dates, and remove people, photos and searches for good."""
    HOLD = "hold"
    """Place and lift legal holds."""
    BACKUP = "backup"
    """Back up and restore, and change how the library is encrypted."""
    EXCHANGE = "exchange"
    """Send and receive records in exchange formats."""
    SET_POLICY = "set policy"
    MANAGE_BUNDLES = "manage bundles"
    MANAGE_ACCOUNTS = "manage accounts"
    READ_AUDIT = "read audit"
    """Read, verify and export the audit log."""


_ACTS: Mapping[Right, str] = {
    Right.BROWSE: "look through this library",
    Right.SEARCH: "search sketches",
    Right.REVIEW: "review candidates",
    Right.SECOND_REVIEW: "make a second review",
    Right.REPORT: "produce reports and exports",
    Right.MANAGE_CASES: "open and close cases",
    Right.IMPORT: "import photos",
    Right.EDIT_GALLERY: "change what is recorded in the gallery",
    Right.PURGE: "set retention or remove anything",
    Right.HOLD: "place or lift a legal hold",
    Right.BACKUP: "back up, restore or encrypt the library",
    Right.EXCHANGE: "exchange records with other systems",
    Right.SET_POLICY: "choose the policy profile",
    Right.MANAGE_BUNDLES: "change the model",
    Right.MANAGE_ACCOUNTS: "manage accounts",
    Right.READ_AUDIT: "read the audit log",
}

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.EXAMINER: frozenset(
        {
            Right.BROWSE,
            Right.SEARCH,
            Right.REVIEW,
            Right.REPORT,
            Right.MANAGE_CASES,
            Right.IMPORT,
            Right.EDIT_GALLERY,
            Right.EXCHANGE,
        }
    ),
    Role.REVIEWER: frozenset({Right.BROWSE, Right.SECOND_REVIEW, Right.REPORT}),
    Role.ADMINISTRATOR: frozenset(
        {
            Right.BROWSE,
            Right.IMPORT,
            Right.EDIT_GALLERY,
            Right.PURGE,
            Right.HOLD,
            Right.BACKUP,
            Right.EXCHANGE,
            Right.SET_POLICY,
            Right.MANAGE_BUNDLES,
            Right.MANAGE_ACCOUNTS,
            Right.READ_AUDIT,
        }
    ),
    Role.AUDITOR: frozenset({Right.BROWSE, Right.READ_AUDIT}),
}
"""The table: what each role may do."""

TAKES_TWO = frozenset({Right.SECOND_REVIEW})
"""What one person alone can never do."""

_ALONE = frozenset(Right) - TAKES_TWO


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Who acts. Without roles: nobody has signed in, and `name` is the login name of the computer.

    `single_user`: the library has no accounts; whoever is logged in at the computer may do what takes one person.
    `must_change_password`: signed in, and may do nothing else before.
    """

    name: str
    roles: frozenset[Role] = frozenset()
    single_user: bool = False
    must_change_password: bool = False

    @property
    def rights(self) -> frozenset[Right]:
        """All that this person may do."""
        if self.single_user:
            return _ALONE
        if self.must_change_password:
            return frozenset()
        return frozenset(right for role in self.roles for right in RIGHTS[role])

    def may(self, right: Right) -> bool:
        """Whether this person may do it."""
        return right in self.rights

    @property
    def shown(self) -> str:
        """Name and roles, for screens, sentences and reports."""
        return f"{self.name} ({shown_roles(self.roles)})" if self.roles and not self.single_user else self.name

    def refusal(self, right: Right) -> str:
        """Why this person may not do it, and who could help; for errors and for tooltips."""
        if self.single_user:
            return (
                "This library is used by one person alone, so there is no second examiner."
                " Switch it to accounts in the settings to have one."
            )
        if not self.roles:
            return f"This library has accounts, and nobody has signed in: sign in to {_ACTS[right]}."
        if self.must_change_password:
            return f"{self.name} has to choose a new password first: the present one was set by an administrator."
        return (
            f"{self.shown} may not {_ACTS[right]}: that takes the role {_or(roles_with(right))}."
            " Ask an administrator of this library."
        )

    def check(self, right: Right) -> None:
        """Raise NotPermittedError when this person may not do it."""
        if not self.may(right):
            raise NotPermittedError(self.refusal(right))


def alone(name: str) -> Principal:
    """The one user of a library without accounts."""
    return Principal(name=name, roles=frozenset(Role), single_user=True)


def roles_with(right: Right) -> tuple[Role, ...]:
    """The roles that may do it, in their order."""
    return tuple(role for role in Role if right in RIGHTS[role])


def shown_roles(roles: Iterable[Role]) -> str:
    """Roles in their order, for people."""
    held = frozenset(roles)
    return ", ".join(role for role in Role if role in held)


def parse_roles(words: Iterable[str]) -> frozenset[Role]:
    """Roles by name. Raises InvalidInputError for none or an unknown one."""
    found = frozenset(word.strip().casefold() for word in words)
    unknown = sorted(found - set(Role))
    if unknown or not found:
        asked = f"{unknown[0]!r} is no role" if unknown else "An account needs a role"
        raise InvalidInputError(f"{asked}. Roles are: {', '.join(Role)}.")
    return frozenset(Role(word) for word in found)


def _or(roles: Iterable[Role]) -> str:
    return " or ".join(roles)
