"""Whether a report is a draft or final, and what both examiners found: sections of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_time
from forensic_id.core.policy import Policy
from forensic_id.core.ports import Library
from forensic_id.core.report import LEAD_BANNER, Block, Facts, Grid, Paragraph, Section
from forensic_id.core.review import COMPONENTS, CandidateReview
from forensic_id.core.rights import shown_roles
from forensic_id.core.second_review import Comparison, SecondReview, State, compared, unmet_demand
from forensic_id.services.report_candidates import KnownCandidate

DRAFT_BANNER = f"DRAFT. Not final. {LEAD_BANNER}"
_NOT_ASKED = "The policy profile asks for no second examiner."
_MET = "A second examiner reviewed every decided candidate without seeing the first conclusions."
_BLIND = (
    "The second examiner saw the sketch, the photos and the checklist, and not what the first examiner had found; the"
    " program held it back until the second conclusions were submitted."
)
_SHARES = (0.07, 0.13, 0.21, 0.21, 0.14, 0.24)
_ALONE = "{} works alone in this library (single-user mode), so there is no second examiner."


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether a report is final, and why or why not in a sentence; `override` is the reason that made it so."""

    final: bool
    why: str
    override: str = ""

    @property
    def banner(self) -> str:
        """What stands on every page."""
        return LEAD_BANNER if self.final else DRAFT_BANNER


def report_standing(
    library: Library,
    policy: Policy,
    reviews: Sequence[CandidateReview],
    seconds: Sequence[SecondReview],
    *,
    final_reason: str = "",
) -> Standing:
    """How a report stands under a profile.

    Raises InvalidInputError for a reason to make it final where the profile allows none.
    """
    if not policy.second_examiner:
        return Standing(final=True, why=_NOT_ASKED)
    unmet = unmet_demand(reviews, seconds)
    if not unmet:
        return Standing(final=True, why=_MET)
    if library.principal.single_user:
        unmet = f"{unmet} {_ALONE.format(library.principal.name)}"
    if not final_reason.strip():
        return Standing(final=False, why=unmet)
    if not policy.final_with_reason:
        raise InvalidInputError(
            f"The policy profile {policy.title!r} lets no reason replace the second examiner. {unmet}"
        )
    return Standing(final=True, why=unmet, override=final_reason.strip())


def standing_section(library: Library, standing: Standing, reviews: Iterable[CandidateReview]) -> Section:
    """Draft or final, who worked on it in which roles, and whether anybody worked alone."""
    principal = library.principal
    rows = [("Status", "Final" if standing.final else "DRAFT"), ("Why", standing.why)]
    if standing.override:
        rows.append(("Made final without it", f"by {principal.shown}: {standing.override}"))
    if principal.single_user:
        rows.append(("Accounts", f"None: {principal.name} works in this library alone (single-user mode)."))
    names = sorted({review.examiner for review in reviews})
    if names:
        rows.append(("First examiner", ", ".join(_with_roles(library, name) for name in names)))
    return Section(title="Status of this report", blocks=(Facts(rows=tuple(rows)),))


def second_review_section(
    library: Library,
    seconds: Sequence[SecondReview],
    history: Sequence[CandidateReview],
    known: Sequence[KnownCandidate],
) -> Section | None:
    """Who reviewed a second time, when, what differed and what was agreed; None when nobody was asked."""
    if not seconds:
        return None
    blocks: list[Block] = [Paragraph(text=_BLIND)]
    blocks.append(
        Grid(
            header=("Second examiner", "Assigned by", "Assigned at", "Ranks", "State"),
            rows=tuple(_assignment(library, each) for each in seconds),
        )
    )
    identities = {item.candidate.rank: item.identity for item in known}
    for review in seconds:
        if review.state is State.SUBMITTED:
            blocks += _compared(review, compared(review, history), identities)
    return Section(title="Second review", blocks=tuple(blocks), new_page=True)


def _compared(review: SecondReview, comparisons: Sequence[Comparison], identities: dict[int, str]) -> Iterable[Block]:
    header = ("Rank", "Subject", "First examiner", "Second examiner", "Differ in", "Agreed conclusion")
    yield Paragraph(text=f"Conclusions of {review.examiner}, submitted at {shown_time(review.submitted_at)}:")
    yield Grid(header=header, rows=tuple(_row(each, identities) for each in comparisons), shares=_SHARES)
    for each in comparisons:
        if each.features:
            yield Grid(
                header=(f"Rank {each.rank}: component", each.first.examiner, review.examiner),
                rows=tuple((COMPONENTS[key], str(mine), str(theirs)) for key, mine, theirs in each.features),
            )
        if each.second.notes:
            yield Paragraph(text=f"Rank {each.rank}, notes of {review.examiner}: {each.second.notes}")


def _row(each: Comparison, identities: dict[int, str]) -> tuple[str, ...]:
    differ = [*(["decision"] if each.decisions_differ else [])]
    if each.features:
        differ.append(f"{len(each.features)} components")
    agreed = each.resolution
    if agreed is not None:
        said = f"{agreed.decision}: {agreed.reason} ({agreed.by}, {shown_time(agreed.at)})"
    else:
        said = "missing" if each.decisions_differ else "-"
    return (
        str(each.rank),
        identities.get(each.rank, ""),
        _conclusion(str(each.first.content.decision), each.first.content.reason),
        _conclusion(str(each.second.decision), each.second.reason),
        ", ".join(differ) or "nothing",
        said,
    )


def _conclusion(decision: str, reason: str) -> str:
    return f"{decision}: {reason}" if reason else decision


def _assignment(library: Library, review: SecondReview) -> tuple[str, ...]:
    return (
        _with_roles(library, review.examiner),
        review.assigned_by,
        shown_time(review.assigned_at),
        ", ".join(map(str, review.ranks)),
        str(review.state),
    )


def _with_roles(library: Library, name: str) -> str:
    """A name with the roles that the account holds now; the name alone for a login or an account that is no more."""
    account = library.accounts.account(name)
    return name if account is None else f"{name} ({shown_roles(account.roles)})"
