"""The audit log as services see it; `core.ports` offers it beside the other ports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.core.progress import CancelCheck, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.records import AuditEntry
from forensic_id.core.summaries import ActionCount


class AuditLog(Protocol):
    """Append-only, hash-chained (storage.audit)."""

    def append(self, action: str, subject: str, details: Mapping[str, Any]) -> AuditEntry:
        """Add one entry."""
        ...

    def entries(self, wanted: AuditFilter = EVERYTHING) -> Iterator[AuditEntry]:
        """The wanted entries in order. Raises TamperedError at one that cannot be read."""
        ...

    def last_sequence(self) -> int:
        """The number of the last entry, 0 when there is none; in a sound log all lower ones are there."""
        ...

    def actions(self) -> tuple[str, ...]:
        """The actions that occur, in order."""
        ...

    def actors(self) -> tuple[str, ...]:
        """The people that occur, in order of their names."""
        ...

    def sequences(self, wanted: AuditFilter = EVERYTHING) -> NDArray[np.int64]:
        """The numbers of the wanted entries (N,), rising."""
        ...

    def page(self, sequences: Sequence[int]) -> tuple[AuditEntry, ...]:
        """The entries of these numbers, in their order; numbers that no entry has are left out.

        Raises TamperedError at an entry that cannot be read.
        """
        ...

    def action_counts(self) -> tuple[ActionCount, ...]:
        """All entries counted by month, action and person; in this order."""
        ...

    def verify(
        self, *, progress: ProgressListener = ignore_progress, cancelled: CancelCheck = never_cancelled
    ) -> int:
        """Check the whole chain and return its length.

        Raises TamperedError that names the first broken entry, CancelledError on request.
        """
        ...
