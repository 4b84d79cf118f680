"""Find policy profiles and choose the one that holds in a library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.policy import Policy, parse_policy, plain_policy
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right

OWN_FOLDER = "policies"
"""The folder in a library that holds profiles of its own."""
_TEMPLATE = "template"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyShelf:
    """The profiles that can be chosen, shipped ones first, and why others cannot."""

    policies: tuple[Policy, ...]
    problems: tuple[str, ...] = ()

    def named(self, name: str) -> Policy:
        """The profile of that name. Raises NotFoundError."""
        for policy in self.policies:
            if policy.name == name:
                return policy
        known = ", ".join(each.name for each in self.policies)
        raise NotFoundError(f"There is no policy profile {name!r}. Choose one of these: {known}.")


def load_policies(shipped: Path, library_folder: Path) -> PolicyShelf:
    """Read the shipped profiles and those in the library's own folder; a malformed one becomes a problem.

    A profile of the library may not carry the name of a shipped one: nobody should take one for the other.
    """
    policies: dict[str, Policy] = {}
    problems = []
    for file in (*_files(shipped), *_files(library_folder / OWN_FOLDER)):
        if file.stem in policies:
            problems.append(f"The policy profile {file} has the name of a shipped one. Rename the file.")
            continue
        try:
            policies[file.stem] = read_policy(file)
        except InvalidInputError as error:
            problems.append(str(error))
    return PolicyShelf(policies=tuple(policies.values()), problems=tuple(problems))


def read_policy(file: Path) -> Policy:
    """Read one profile. Raises InvalidInputError with the file and the field that cannot be used."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"The policy profile {file} cannot be read: {error}.") from error
    return parse_policy(text, name=file.stem, file=str(file))


def policy_in_force(library: Library) -> Policy:
    """The profile that holds now."""
    library.require(Right.BROWSE)
    return library.policies.current()


def choose_policy(library: Library, policy: Policy) -> Policy:
    """Have a profile hold in the library from now on; the audit log tells what held before.

    Choosing what holds already changes nothing.
    """
    library.require(Right.SET_POLICY)
    with library.transaction():
        before = library.policies.current()
        if policy == before:
            return policy
        library.policies.choose(policy)
        details = {"before": plain_policy(before), "after": plain_policy(policy)}
        library.audit.append("policy.choose", f"policy {policy.name}", details)
    return policy


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.toml") if file.stem != _TEMPLATE)
