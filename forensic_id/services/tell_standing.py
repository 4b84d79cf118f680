"""Use case: tell whether the report of a search is a draft or final, why, and what could be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.services.blindness import refuse_blind
from forensic_id.services.report_standing import Standing, report_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStanding:
    """How a report stands; `demanded`: the profile asks for a second examiner, `reason_allowed`: or for a reason."""

    standing: Standing
    demanded: bool
    reason_allowed: bool


def tell_standing(library: Library, search_id: int, *, final_reason: str = "") -> ToldStanding:
    """How the report of a search stands now. Raises as `build_report` does."""
    library.require(Right.BROWSE)
    refuse_blind(library, search_id)
    policy = library.policies.current()
    reviews = library.reviews.newest(search_id)
    seconds = library.second_reviews.of_search(search_id)
    return ToldStanding(
        standing=report_standing(library, policy, reviews, seconds, final_reason=final_reason),
        demanded=policy.second_examiner,
        reason_allowed=policy.second_examiner and policy.final_with_reason,
    )
