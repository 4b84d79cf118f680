"""An audit log for tests, kept in memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from forensic_id.core.errors import TamperedError
from forensic_id.core.records import AuditEntry

AT = "2025-03-01T12:00:00+00:00"


class InMemoryAuditLog:
    """A list of entries; `broken` is what verify complains about, None for a sound chain."""

    def __init__(self, *, actor: str = "tester") -> None:
        self.actor = actor
        self.list: list[AuditEntry] = []
        self.broken: str | None = None

    def append(self, action: str, subject: str, details: Mapping[str, Any]) -> AuditEntry:
        """Add one entry."""
        previous = self.list[-1].entry_hash if self.list else "0" * 64
        body = json.dumps([len(self.list) + 1, action, subject, dict(details), previous], sort_keys=True)
        entry = AuditEntry(
            sequence=len(self.list) + 1,
            at=AT,
            actor=self.actor,
            action=action,
            subject=subject,
            details=json.loads(json.dumps(dict(details))),
            previous_hash=previous,
            entry_hash=hashlib.sha256(body.encode()).hexdigest(),
        )
        self.list.append(entry)
        return entry

    def entries(self) -> Iterator[AuditEntry]:
        """All entries in order."""
        return iter(list(self.list))

    def verify(self) -> int:
        """The length of the chain."""
        if self.broken is not None:
            raise TamperedError(self.broken)
        return len(self.list)
