"""Rows of the rights table for the second review, each with what it finds: a first review and what was assigned."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forensic_id.core.accounts import Account, LibraryMode
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.rights import Right, Role
from forensic_id.core.second_review import Step
from forensic_id.services import second_review, tell_standing
from tests.unit.services.rights_place import Place
from tests.unit.services.rights_rows import Row, _row
from tests.unit.services.search_desk import NOW


def _decided(place: Place) -> None:
    """Anna has decided on the first candidate, and Carla may review a second time."""
    store = place.library.accounts
    if store.account("carla") is None:
        store.add(
            Account(name="carla", roles=frozenset({Role.REVIEWER}), password_hash="", created_at=NOW.isoformat())
        )
    store.choose_mode(LibraryMode.ACCOUNTS, "")
    content = ReviewContent(decision=Decision.POSSIBLE)
    actor, place.library.audit.actor = place.library.audit.actor, "anna"
    place.library.reviews.save(place.search_id, 1, content, based_on=0)
    place.library.audit.actor = actor


def _assign(place: Place) -> object:
    _when_allowed(place, Right.REVIEW, lambda: _decided(place))
    return second_review.assign_second_review(place.library, place.search_id, "carla")


def _when_allowed(place: Place, right: Right, prepare: Callable[[], object]) -> None:
    """What a refused call would find has to be as it was."""
    if place.library.principal.may(right):
        prepare()


def _assigned_to(place: Place, examiner: str) -> None:
    _decided(place)
    place.library.second_reviews.assign(place.search_id, (1,), examiner)


def _find(place: Place) -> object:
    _when_allowed(place, Right.SECOND_REVIEW, lambda: _assigned_to(place, "moreau"))
    content = ReviewContent(decision=Decision.POSSIBLE)
    return second_review.save_blind_finding(place.library, place.search_id, 1, content, based_on=0)


def _submit(place: Place) -> object:
    _when_allowed(place, Right.SECOND_REVIEW, lambda: _find(place))
    return second_review.submit_second_review(place.library, place.search_id)


def _resolve(place: Place) -> object:
    _when_allowed(place, Right.REVIEW, lambda: _submitted(place))
    return second_review.resolve_difference(
        place.library, place.search_id, 1, decision=Decision.POSSIBLE, reason="both agree"
    )


def _submitted(place: Place) -> None:
    _assigned_to(place, "carla")
    (review,) = place.library.second_reviews.of_search(place.search_id)
    place.library.second_reviews.add(review, Step.SUBMIT, {"first_versions": {"1": 1}})


def _withdraw(place: Place) -> object:
    _when_allowed(place, Right.REVIEW, lambda: _assigned_to(place, "carla"))
    return second_review.withdraw_second_review(place.library, 1, place.search_id, "carla is on leave")


SECOND_REVIEW: Mapping[str, Row] = {
    "second_review.asked_reviews": _row(lambda p: second_review.asked_reviews(p.library), Right.BROWSE),
    "second_review.assign_second_review": _row(_assign, Right.REVIEW),
    "second_review.look_at_second_reviews": _row(
        lambda p: second_review.look_at_second_reviews(p.library, p.search_id), Right.BROWSE
    ),
    "second_review.resolve_difference": _row(_resolve, Right.REVIEW),
    "second_review.review_differences": _row(
        lambda p: second_review.review_differences(p.library, p.search_id), Right.BROWSE
    ),
    "second_review.save_blind_finding": _row(_find, Right.SECOND_REVIEW),
    "second_review.submit_second_review": _row(_submit, Right.SECOND_REVIEW),
    "second_review.waiting_reviews": _row(lambda p: second_review.waiting_reviews(p.library), Right.BROWSE),
    "tell_standing.tell_standing": _row(lambda p: tell_standing.tell_standing(p.library, p.search_id), Right.BROWSE),
    "second_review.withdraw_second_review": _row(_withdraw, Right.REVIEW),
}
