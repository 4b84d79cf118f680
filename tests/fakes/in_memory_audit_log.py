"""An audit log for tests, kept in memory."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.audit_chain import link_of, link_sha256
from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.core.errors import TamperedError
from forensic_id.core.filters import folded
from forensic_id.core.progress import (
    CancelCheck,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import AuditEntry
from forensic_id.core.summaries import ActionCount

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
        entry = AuditEntry(
            sequence=len(self.list) + 1,
            at=AT,
            actor=self.actor,
            action=action,
            subject=subject,
            details=json.loads(json.dumps(dict(details))),
            previous_hash=previous,
            entry_hash="",
        )
        entry = replace(entry, entry_hash=link_sha256(link_of(entry)))
        self.list.append(entry)
        return entry

    def entries(self, wanted: AuditFilter = EVERYTHING) -> Iterator[AuditEntry]:
        """The wanted entries in order."""
        return iter([entry for entry in self.list if _is_wanted(entry, wanted)])

    def last_sequence(self) -> int:
        """The number of the last entry."""
        return len(self.list)

    def actions(self) -> tuple[str, ...]:
        """All actions."""
        return tuple(sorted({entry.action for entry in self.list}))

    def actors(self) -> tuple[str, ...]:
        """All people."""
        return tuple(sorted({entry.actor for entry in self.list}))

    def sequences(self, wanted: AuditFilter = EVERYTHING) -> NDArray[np.int64]:
        """Numbers of the wanted entries."""
        return np.array([entry.sequence for entry in self.entries(wanted)], dtype=np.int64)

    def page(self, sequences: Sequence[int]) -> tuple[AuditEntry, ...]:
        """The entries of these numbers."""
        return tuple(self.list[sequence - 1] for sequence in sequences if 1 <= sequence <= len(self.list))

    def action_counts(self) -> tuple[ActionCount, ...]:
        """Entries by month, action and person."""
        counted = Counter((entry.at[:7], entry.action, entry.actor) for entry in self.list)
        return tuple(
            ActionCount(month=month, action=action, actor=actor, entries=entries)
            for (month, action, actor), entries in sorted(counted.items())
        )

    def verify(
        self, *, progress: ProgressListener = ignore_progress, cancelled: CancelCheck = never_cancelled
    ) -> int:
        """The length of the chain."""
        stop_if_cancelled(cancelled)
        if self.broken is not None:
            raise TamperedError(self.broken)
        return len(self.list)


def _is_wanted(entry: AuditEntry, wanted: AuditFilter) -> bool:
    details = json.dumps(entry.details, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    places = f"{entry.actor}\n{entry.action}\n{entry.subject}\n{details}"
    return (
        wanted.action in ("", entry.action)
        and wanted.actor in ("", entry.actor)
        and entry.at >= wanted.since
        and (not wanted.until or entry.at < wanted.until)
        and folded(wanted.text) in folded(places)
    )
