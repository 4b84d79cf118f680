"""Which entries of the audit log are wanted."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """Every field that is not empty narrows the entries down.

    `action` and `actor` are compared whole; `since` (inclusive) and `until` (exclusive) are ISO 8601 times in UTC, or
    their beginnings such as 2026-03-01; `text` is found anywhere in actor, action, subject or details, in any case.
    """

    action: str = ""
    actor: str = ""
    since: str = ""
    until: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.in_words())

    def in_words(self) -> dict[str, str]:
        """The fields that narrow, by name."""
        return {name: value for name, value in asdict(self).items() if value}


EVERYTHING = AuditFilter()
