"""Open a stored search for review: the record, what was found so far, and what an examiner has to know first."""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord
from forensic_id.core.review import CandidateReview
from forensic_id.core.rights import Right
from forensic_id.services.assess_list import assessment
from forensic_id.services.review_candidates import list_reviews
from forensic_id.services.second_review import SecondReviews, look_at_second_reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedReview:
    """A search with the newest version of each review; `assessment` says whether anybody stands out.

    `second` tells of the review by two; whoever reviews blind has the own findings alone in `reviews`.
    """

    record: SearchRecord
    reviews: tuple[CandidateReview, ...]
    assessment: str
    second: SecondReviews


def open_review(library: Library, search_id: int) -> OpenedReview:
    """Read a search and its reviews. Raises NotFoundError, TamperedError when one of them was altered."""
    library.require(Right.BROWSE)
    record = library.cases.search(search_id)
    return OpenedReview(
        record=record,
        reviews=list_reviews(library, search_id),
        assessment=assessment(record),
        second=look_at_second_reviews(library, search_id),
    )
