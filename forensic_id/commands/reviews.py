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
