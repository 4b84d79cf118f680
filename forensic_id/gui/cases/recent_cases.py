"""The cases a user worked on last, remembered for each library."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container
from pathlib import Path

from forensic_id.gui.preferences import Preferences

KEPT = 5


class RecentCases:
    """Numbers, the last one first."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def numbers(self, library: Path) -> list[str]:
        """The cases worked on last in a library."""
        try:
            found = json.loads(self._preferences.text(_key(library), "[]"))
        except ValueError:
            return []
        return [number for number in found if isinstance(number, str)] if isinstance(found, list) else []

    def add(self, library: Path, number: str) -> None:
        """A case was put on the desk."""
        others = [each for each in self.numbers(library) if each != number]
        self._preferences.set_text(_key(library), json.dumps([number, *others][:KEPT]))

    def keep(self, library: Path, known: Container[str]) -> None:
        """Forget cases that are not in the library any more: an expunged one leaves nothing behind."""
        numbers = self.numbers(library)
        kept = [each for each in numbers if each in known]
        if kept != numbers:
            self._preferences.set_text(_key(library), json.dumps(kept))


def _key(library: Path) -> str:
    """A folder's name may hold what keys of an INI file may not."""
    return f"recent_cases/{hashlib.sha256(str(library).encode()).hexdigest()[:16]}"
