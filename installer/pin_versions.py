"""Write constraints.txt from what is installed: `python -m installer.pin_versions`.

Run it in an environment in which `bootstrap.py test` passes. Only what the project's extras pull in is listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "forensic-id"
NOT_PINNED = frozenset({"pip", "setuptools"})  # Python brings its own, and each Python needs another
CONSTRAINTS = Path(__file__).resolve().parent / "constraints.txt"
HEADER = "# Exact versions the project is tested with. Written by `python -m installer.pin_versions`.\n"


def requirements_of(name: str, extras: Iterable[str] = ()) -> list[Requirement]:
    """What an installed distribution needs on this machine, with these extras of it."""
    chosen = ["", *extras]
    parsed = [Requirement(text) for text in distribution(name).requires or ()]
    return [item for item in parsed if item.marker is None or any(item.marker.evaluate({"extra": e}) for e in chosen)]


def pinned_versions() -> dict[str, str]:
    """Canonical name to public version (no local suffix) of everything the project and its extras pull in.

    Raises PackageNotFoundError for a requirement that is not installed.
    """
    extras = distribution(PROJECT).metadata.get_all("Provides-Extra") or []
    waiting = requirements_of(PROJECT, extras)
    seen: set[tuple[str, frozenset[str]]] = set()
    versions: dict[str, str] = {}
    while waiting:
        requirement = waiting.pop()
        name, wanted = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if name == PROJECT or name in NOT_PINNED or (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        versions[name] = distribution(name).version.partition("+")[0]
        waiting.extend(requirements_of(name, wanted))
    return versions


def constraints_text() -> str:
    """The content of constraints.txt."""
    return HEADER + "".join(f"{name}=={version}\n" for name, version in sorted(pinned_versions().items()))


if __name__ == "__main__":
    try:
        CONSTRAINTS.write_text(constraints_text(), encoding="utf-8")
    except PackageNotFoundError as error:
        sys.exit(f"{error} Install everything first: python3 installer/bootstrap.py test --version")
