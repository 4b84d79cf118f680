"""Which installed bundle is in use on this computer: one answer for the desktop application and the command line.

`in-use.json` in the folder of installed bundles names the bundle's folder there (empty: the shipped bundle) and the
one that was in use before it. Nothing heavy is imported here: every start asks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import LibraryError
from forensic_id.files.replacing import replace_file

CHOICE_FILE = "in-use.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleChoice:
    """Folder names below the folder of installed bundles; empty: the shipped one. `before` None: never changed."""

    name: str = ""
    before: str | None = None


def read_choice(models: Path) -> BundleChoice:
    """The choice; the shipped bundle where there is none or it cannot be read."""
    try:
        stored = json.loads((models / CHOICE_FILE).read_text(encoding="utf-8"))
        name, before = stored["in_use"], stored["before"]
    except (OSError, ValueError, KeyError, TypeError):
        return BundleChoice()
    plain = all(isinstance(each, str) and Path(each).name == each for each in (name, before or ""))
    return BundleChoice(name=name, before=before) if plain else BundleChoice()


def write_choice(models: Path, choice: BundleChoice) -> None:
    """Replace the choice in one step. Raises LibraryError."""
    path = models / CHOICE_FILE
    try:
        models.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps({"in_use": choice.name, "before": choice.before}).encode("utf-8"))
    except OSError as error:
        raise LibraryError(
            f"{path} cannot be written: {error.strerror}. Check the permissions of the folder of models."
        ) from error


def chosen_folder(models: Path, shipped: Path) -> Path:
    """The folder of the bundle in use; it may be gone."""
    name = read_choice(models).name
    return models / name if name else shipped
