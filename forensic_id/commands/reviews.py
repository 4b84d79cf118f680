"""forensic-id review: what examiners found on the candidates of a stored search."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from forensic_id.commands.output import JsonFlag, print_json, print_table
from forensic_id.commands.session import Session, session_of
from forensic_id.core.moments import shown_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forensic_id.core.review import CandidateReview
    from forensic_id.core.second_review import Comparison

app = typer.Typer(
    no_args_is_help=True,
    help="Review candidates: decisions, feature checklist, notes. Every change is a version that stays.",
)

SearchArgument = Annotated[int, typer.Argument(metavar="SEARCH", min=1, help="The search's number.")]
RankArgument = Annotated[int, typer.Argument(metavar="RANK", min=1, help="The candidate's rank in the list.")]


class DecisionChoice(StrEnum):
    """What an examiner may conclude."""

    UNDECIDED = "undecided"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"
    INCONCLUSIVE = "inconclusive"


@app.command("list", epilog="Example: forensic-id review list 3 --examiner moreau")
def list_newest(
    context: typer.Context,
    search: SearchArgument,
    *,
    examiner: Annotated[str | None, typer.Option(metavar="NAME", help="Only reviews by this examiner.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """List the newest version of each review of a search, in rank order."""
    from forensic_id.services.review_candidates import list_reviews

    session = session_of(context)
    _print(session, list_reviews(session.workplace.library(), search, examiner=examiner), as_json=as_json)


@app.command(epilog="Example: forensic-id review history 3 1")
def history(context: typer.Context, search: SearchArgument, rank: RankArgument, *, as_json: JsonFlag = False) -> None:
    """List all versions of the review of one candidate, oldest first."""
    from forensic_id.services.review_candidates import review_history

    session = session_of(context)
    _print(session, review_history(session.workplace.library(), search, rank), as_json=as_json)


@app.command(
    "set",
    epilog="Example: forensic-id review set 3 1 --decision excluded --reason 'ears differ' --feature ears=dissimilar",
)
def set_one(
    context: typer.Context,
    search: SearchArgument,
    rank: RankArgument,
    *,
    decision: Annotated[DecisionChoice | None, typer.Option(help="The conclusion.")] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What it rests on; needed for excluded and inconclusive.")
    ] = None,
    notes: Annotated[str | None, typer.Option(metavar="TEXT", help="Free text.")] = None,
    bookmark: Annotated[bool | None, typer.Option("--bookmark/--no-bookmark", help="Mark the candidate.")] = None,
    features: Annotated[
        list[str] | None,
        typer.Option(
            "--feature",
            metavar="COMPONENT=FINDING[:REMARK]",
            help="A finding of the feature list: similar, dissimilar, undetermined or not set.",
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Change what is named of a review and keep the rest; the earlier version stays in the history."""
    from forensic_id.core.review import Decision
    from forensic_id.services.review_candidates import ReviewChanges, change_review, parse_finding

    session = session_of(context)
    changes = ReviewChanges(
        decision=None if decision is None else Decision(decision.value),
        reason=reason,
        notes=notes,
        bookmarked=bookmark,
        findings=tuple(parse_finding(each) for each in features or ()),
    )
    _print(session, [change_review(session.workplace.library(), search, rank, changes)], as_json=as_json)


@app.command(epilog="Example: forensic-id --user anna review assign 3 boris --rank 1 --rank 4")
def assign(
    context: typer.Context,
    search: SearchArgument,
    examiner: Annotated[str, typer.Argument(metavar="EXAMINER", help="An account with the role reviewer.")],
    *,
    ranks: Annotated[
        list[int] | None, typer.Option("--rank", min=1, help="A candidate; by default all that were decided.")
    ] = None,
) -> None:
    """Have a second examiner review candidates blind: without seeing what was found on them."""
    from forensic_id.services.second_review import assign_second_review

    session = session_of(context)
    review = assign_second_review(session.workplace.library(), search, examiner, ranks or ())
    session.out.print(
        f"{review.examiner} reviews search {search} blind, rank {', '.join(map(str, review.ranks))}"
        f" (second review {review.assignment})."
    )


@app.command(epilog="Example: forensic-id --user anna review withdraw 3 1 --reason 'on leave'")
def withdraw(
    context: typer.Context,
    search: SearchArgument,
    assignment: Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="The second review's number.")],
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept for good.")],
) -> None:
    """Take a second review back that was not submitted."""
    from forensic_id.services.second_review import withdraw_second_review

    session = session_of(context)
    withdraw_second_review(session.workplace.library(), assignment, search, reason)
    session.out.print("Withdrawn.")


@app.command(epilog="Example: forensic-id --user boris review waiting")
def waiting(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the second reviews that wait for you. Conclude with `review set`, then `review submit`."""
    from forensic_id.services.second_review import waiting_reviews

    session = session_of(context)
    found = waiting_reviews(session.workplace.library())
    if as_json:
        print_json([asdict(each.review) for each in found])
        return
    header = ("search", "case", "assigned by", "assigned at", "ranks", "undecided")
    rows = (
        (
            each.record.search_id,
            each.record.case_number,
            each.review.assigned_by,
            shown_time(each.review.assigned_at),
            ", ".join(map(str, each.review.ranks)),
            ", ".join(map(str, each.review.missing)),
        )
        for each in found
    )
    print_table(session, header, rows, right={"search"})


@app.command(epilog="Example: forensic-id --user anna review asked")
def asked(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the second reviews that you asked for: not submitted yet, or with differences that are not resolved."""
    from forensic_id.services.second_review import asked_reviews

    session = session_of(context)
    found = asked_reviews(session.workplace.library())
    if as_json:
        print_json([asdict(each.review) for each in found])
        return
    header = ("search", "case", "second examiner", "assigned at", "state", "to resolve")
    rows = (
        (
            each.record.search_id,
            each.record.case_number,
            each.review.examiner,
            shown_time(each.review.assigned_at),
            str(each.review.state),
            ", ".join(map(str, each.review.unresolved)),
        )
        for each in found
    )
    print_table(session, header, rows, right={"search"})


@app.command(epilog="Example: forensic-id --user boris review submit 3")
def submit(context: typer.Context, search: SearchArgument) -> None:
    """Submit your blind conclusions; they cannot be changed any more."""
    from forensic_id.services.second_review import submit_second_review

    session = session_of(context)
    submit_second_review(session.workplace.library(), search)
    session.out.print(f"Submitted. See where you differ with: review differences {search}.")


@app.command(epilog="Example: forensic-id --user anna review differences 3")
def differences(context: typer.Context, search: SearchArgument, *, as_json: JsonFlag = False) -> None:
    """Compare both examiners' conclusions, and say what is missing for a final report."""
    from forensic_id.services.second_review import look_at_second_reviews, review_differences

    session = session_of(context)
    library = session.workplace.library()
    compared = review_differences(library, search)
    if as_json:
        print_json([_compared(each) for each in compared])
        return
    header = ("rank", "first examiner", "second examiner", "features that differ", "agreed conclusion")
    print_table(session, header, (_difference(each) for each in compared), right={"rank"})
    session.out.print(look_at_second_reviews(library, search).unmet or "The review by two examiners is complete.")


@app.command(
    epilog="Example: forensic-id --user anna review resolve 3 1 --decision excluded --reason 'The ears differ.'"
)
def resolve(
    context: typer.Context,
    search: SearchArgument,
    rank: RankArgument,
    *,
    decision: Annotated[DecisionChoice, typer.Option(help="What both agree on.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="What it rests on.")],
) -> None:
    """Record the agreed conclusion on a candidate on which both examiners differed."""
    from forensic_id.core.review import Decision
    from forensic_id.services.second_review import resolve_difference

    session = session_of(context)
    resolve_difference(session.workplace.library(), search, rank, decision=Decision(decision.value), reason=reason)
    session.out.print(f"Recorded: rank {rank} of search {search} is {decision.value}.")


def _difference(each: Comparison) -> tuple[object, ...]:
    agreed = each.resolution
    return (
        each.rank,
        f"{each.first.content.decision} ({each.first.examiner})",
        str(each.second.decision),
        ", ".join(key for key, _, _ in each.features),
        f"{agreed.decision}: {agreed.reason} ({agreed.by})" if agreed else ("missing" if each.open else ""),
    )


def _compared(each: Comparison) -> dict[str, Any]:
    from forensic_id.core.review import content_fields

    return {
        "rank": each.rank,
        "first": {"examiner": each.first.examiner, **content_fields(each.first.content)},
        "second": content_fields(each.second),
        "decisions_differ": each.decisions_differ,
        "features": [list(feature) for feature in each.features],
        "resolution": asdict(each.resolution) if each.resolution else None,
    }


def _print(session: Session, reviews: Iterable[CandidateReview], *, as_json: bool) -> None:
    if as_json:
        print_json([_plain(each) for each in reviews])
        return
    header = ("rank", "version", "decision", "reason", "examiner", "saved at", "features", "bookmark")
    print_table(session, header, (_row(each) for each in reviews), right={"rank", "version"})


def _plain(review: CandidateReview) -> dict[str, Any]:
    from forensic_id.core.review import content_fields

    return {**asdict(review), "content": content_fields(review.content)}


def _row(review: CandidateReview) -> tuple[object, ...]:
    content = review.content
    return (
        review.rank,
        review.version,
        str(content.decision),
        content.reason,
        review.examiner,
        shown_time(review.at),
        ", ".join(f"{each.component} {each.finding}" for each in content.checklist),
        "yes" if content.bookmarked else "",
    )
