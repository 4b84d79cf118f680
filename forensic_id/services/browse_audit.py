"""Find entries of the audit log and read them page by page, however long the log is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.ports import Library
from forensic_id.core.records import AuditEntry
from forensic_id.core.rights import Right
from forensic_id.services.blindness import TELLING, blind_searches, masked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FoundEntries:
    """The numbers int64 (N,) of the entries that were found, newest first, and the length of the whole log."""

    sequences: NDArray[np.int64]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChoices:
    """What there is to filter by: actions and people that occur in the log, in order of their names."""

    actions: tuple[str, ...]
    actors: tuple[str, ...]


def find_entries(library: Library, wanted: AuditFilter) -> FoundEntries:
    """Numbers of the wanted entries: 8 bytes for each, and no entry is read.

    Without a filter, every number up to the last is given: an entry that is missing in the log shows as a gap.
    """
    library.require(Right.READ_AUDIT)
    total = library.audit.last_sequence()
    found = library.audit.sequences(wanted) if wanted else np.arange(1, total + 1, dtype=np.int64)
    if wanted.text and blind_searches(library):  # what a text is found in would tell decisions that are hidden
        found = np.setdiff1d(found, library.audit.sequences(AuditFilter(action=TELLING)))
    return FoundEntries(sequences=found[::-1], total=total)


def read_entries(library: Library, sequences: Sequence[int]) -> tuple[AuditEntry, ...]:
    """The entries of these numbers, in their order; whoever reviews blind does not learn decisions from them.

    Raises TamperedError at one that cannot be read.
    """
    library.require(Right.READ_AUDIT)
    return tuple(masked(library, library.audit.page(sequences)))


def audit_choices(library: Library) -> AuditChoices:
    """All actions and people that occur in the log."""
    library.require(Right.READ_AUDIT)
    return AuditChoices(actions=library.audit.actions(), actors=library.audit.actors())
