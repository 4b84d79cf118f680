"""Check everything in a library that its hashes vouch for: audit chain, search records, reviews, originals.

Rows that the audit log tells of in words are compared with it, and so are the triggers that guard the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from forensic_id.core.retention import CASE_ERASING_ACTIONS
from forensic_id.core.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """What was checked and what was found; `problems` are sentences that name what is broken.

    `last_hash` is the hash of the last audit entry, empty when the chain is broken: noted down elsewhere, it proves
    later that nothing before it was rewritten. `strays` are files among the originals that nothing refers to;
    `guards` are those of the problems that are missing or altered triggers.
    """

    audit_entries: int
    last_hash: str
    searches: int
    originals: int
    problems: tuple[str, ...]
    strays: tuple[str, ...]
    guards: tuple[str, ...] = ()

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
    library.require(Right.READ_AUDIT)
    problems: list[str] = []
    entries, last_hash, logged = _checked_chain(library, problems, progress, cancelled)
    steps = _logged_steps(library) if last_hash else {}
    guards = tuple(str(guard) for guard in library.inspector.broken_guards())
    problems += guards
    if last_hash:
        problems += library.inspector.altered_rows(progress=progress, cancelled=cancelled)
    stored = library.cases.search_ids()
    problems += [
        f"The record of search {search_id} is missing although the audit log has it."
        for search_id in sorted(set(logged) - set(stored))
    ]
    originals = library.original_hashes()
    checks: list[tuple[str, Callable[[], object]]] = [
        *(("Checking searches", partial(library.cases.sketch_crop, search_id)) for search_id in stored),
        *(("Checking reviews", partial(_check_reviews, library, search_id, logged, steps)) for search_id in stored),
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
        guards=guards,
    )


def _checked_chain(
    library: Library, problems: list[str], progress: ProgressListener, cancelled: CancelCheck
) -> tuple[int, str, Mapping[int, set[int]]]:
    """The number of entries, the last hash, and all searches the log knows of with the ids of their reviews.

    Those that were erased with their case are left out.
    """
    try:
        count = library.audit.verify(progress=progress, cancelled=cancelled)
    except TamperedError as error:
        problems.append(str(error))
        return 0, "", {}
    logged = library.audit.entries(AuditFilter(action="search.add"))
    searches: dict[int, set[int]] = {int(entry.subject.removeprefix("search ")): set() for entry in logged}
    for entry in library.audit.entries(AuditFilter(action="review.save")):
        searches[int(entry.subject.split()[1])].add(int(entry.details["review"]))
    for action in CASE_ERASING_ACTIONS:
        for entry in library.audit.entries(AuditFilter(action=action)):
            for search_id in entry.details["searches"]:
                searches.pop(int(search_id), None)
    last = library.audit.page([count])
    return count, last[0].entry_hash if last else "", searches


def _check_reviews(
    library: Library, search_id: int, logged: Mapping[int, set[int]], steps: Mapping[int, set[int]]
) -> None:
    """Read all reviews of a search, first and second; raise TamperedError when one the log knows of is missing."""
    held = {review.review_id for review in library.reviews.history(search_id)}
    if missing := logged.get(search_id, set()) - held:
        raise TamperedError(
            f"Versions of reviews of search {search_id} are missing although the audit log has them: {len(missing)}."
        )
    library.second_reviews.of_search(search_id)
    if missing := steps.get(search_id, set()) - set(library.second_reviews.event_ids(search_id)):
        raise TamperedError(
            f"Steps of second reviews of search {search_id} are missing although the audit log has them:"
            f" {len(missing)}."
        )


def _logged_steps(library: Library) -> Mapping[int, set[int]]:
    """The steps of second reviews that the log knows of, by search."""
    steps: dict[int, set[int]] = {}
    for action in library.audit.actions():
        if action.startswith("second_review."):
            for entry in library.audit.entries(AuditFilter(action=action)):
                steps.setdefault(int(entry.subject.split()[1]), set()).add(int(entry.details["event"]))
    return steps
