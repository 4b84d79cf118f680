"""How the searches of cases end: by the policy's term after a case was closed, or on somebody's order.

Purged, a case loses its sketches, searches, candidate lists and reviews and keeps its number and purpose. Expunged,
it goes itself; the audit log keeps its offence and what was done. A hold on the case, or on a person on one of its
candidate lists, refuses both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from forensic_id.core.retention import Erased, ErasureKind, Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose searches would be erased. Times are ISO 8601; `closed_at` is empty for an open case.

    `until` is the last day of its term (empty where no term is the reason); `holds` keep it.
    """

    case_id: int
    number: str
    offence: str
    closed_at: str
    search_ids: tuple[int, ...]
    sketches: int
    until: str
    holds: tuple[Hold, ...]


class CaseRetentionStore(Protocol):
    """Terms and erasures of cases (storage.case_retention). Every erasure is one transaction with its audit entry."""

    def due(self, day: str, *, days: int | None) -> tuple[DueCase, ...]:
        """Closed cases with searches whose term of so many days has passed on a day, oldest closing first."""
        ...

    def named(self, number: str) -> DueCase:
        """A case with everything that is held of it. Raises NotFoundError."""
        ...

    def erase(self, cases: Sequence[DueCase], *, kind: ErasureKind, reference: str) -> None:
        """Erase their searches, all or none, and what the audit log tells of them; expunged, the cases go, too.

        The remnants stay until `RetentionStore.scrub`. Raises InvalidInputError under a hold, NotFoundError for a
        case that is gone.
        """
        ...

    def erased_case(self, number: str) -> Erased | None:
        """When the searches of a case that is still known were erased."""
        ...

    def erased_search(self, search_id: int) -> Erased | None:
        """When a search was erased with its case."""
        ...
