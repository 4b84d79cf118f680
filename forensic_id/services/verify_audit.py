"""Check everything in a library that its hashes vouch for: audit chain, search records, originals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import TamperedError, UserFacingError
from forensic_id.core.ports import Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """What was checked and what was found; `problems` are sentences that name what is broken.

    `last_hash` is the hash of the last audit entry, empty when the chain is broken: noted down elsewhere, it proves
    later that nothing before it was rewritten. `strays` are files among the originals that nothing refers to.
    """

    audit_entries: int
    last_hash: str
    searches: int
    originals: int
    problems: tuple[str, ...]
    strays: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is broken."""
        return not self.problems


def verify_library(
    library: Library,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> VerificationReport:
    """Check all; one broken thing does not keep the others from being checked. Raises CancelledError on request."""
    problems: list[str] = []
    entries, last_hash, logged = _checked_chain(library, problems, progress, cancelled)
    stored = library.cases.search_ids()
    problems += [
        f"The record of search {search_id} is missing although the audit log has it."
        for search_id in sorted(logged - set(stored))
    ]
    originals = library.original_hashes()
    checks: list[tuple[str, Callable[[], object]]] = [
        *(("Checking searches", partial(library.cases.sketch_crop, search_id)) for search_id in stored),
        *(("Checking originals", partial(library.check_original, sha256)) for sha256 in originals),
    ]
    for done, (stage, check) in enumerate(checks):
        stop_if_cancelled(cancelled)
        progress(Progress(stage=stage, done=done, total=len(checks)))
        try:
            check()
        except UserFacingError as error:
            problems.append(str(error))
    return VerificationReport(
        audit_entries=entries,
        last_hash=last_hash,
        searches=len(stored),
        originals=len(originals),
        problems=tuple(problems),
        strays=library.unreferenced_originals(),
    )


def _checked_chain(
    library: Library, problems: list[str], progress: ProgressListener, cancelled: CancelCheck
) -> tuple[int, str, set[int]]:
    """The number of entries, the last hash, and the ids of all searches the log knows of."""
    try:
        count = library.audit.verify(progress=progress, cancelled=cancelled)
    except TamperedError as error:
        problems.append(str(error))
        return 0, "", set()
    logged = library.audit.entries(AuditFilter(action="search.add"))
    searches = {int(entry.subject.removeprefix("search ")) for entry in logged}
    last = library.audit.page([count])
    return count, last[0].entry_hash if last else "", searches
