"""Whether a report is a draft or final, and what both examiners found: sections of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_time
from forensic_id.core.policy import Policy
from forensic_id.core.ports import Library
from forensic_id.core.report import LEAD_BANNER, Block, Facts, Grid, Paragraph, Section, Subheading
from forensic_id.core.review import COMPONENTS, CandidateReview, Finding
from forensic_id.core.rights import RIGHTS, Right
from forensic_id.core.second_review import Comparison, SecondReview, State, compared, unmet_demand
from forensic_id.services.report_candidates import KnownCandidate
from forensic_id.services.report_examination import rank_ranges
from forensic_id.services.report_people import described, described_producer, full_name

DRAFT_BANNER = f"DRAFT. Not final. {LEAD_BANNER}"
_NOT_ASKED = "The policy profile asks for no second examiner."
_MET = "A second examiner reviewed every decided candidate without seeing the first conclusions."
_BLIND = (
    "The second examiner saw the sketch, the photos and the checklist, and not what the first examiner had found; the"
    " program held it back until the second conclusions were submitted. What the two told each other in person, the"
    " program cannot know."
)
_READS_LOG = (
    "{} may also read the audit log, in which the first decisions stand; the program hid them there from the"
    " assignment on, and cannot tell what was read before."
)
_SHARES = (0.07, 0.13, 0.21, 0.21, 0.14, 0.24)
_ASSIGNED = (0.24, 0.16, 0.2, 0.12, 0.28)
_COMPONENTS = (0.26, 0.2, 0.24, 0.3)
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


def examiners(reviews: Iterable[CandidateReview], seconds: Iterable[SecondReview]) -> dict[str, list[str]]:
    """Who concluded, by their part, where there is somebody."""
    parts = {
        "First examiner": sorted({review.examiner for review in reviews}),
        "Second examiner": sorted({each.examiner for each in seconds if each.state is State.SUBMITTED}),
    }
    return {part: names for part, names in parts.items() if names}


def standing_section(
    library: Library, standing: Standing, reviews: Iterable[CandidateReview], seconds: Iterable[SecondReview]
) -> Section:
    """Draft or final, who worked on it in which roles, and whether anybody worked alone."""
    principal = library.principal
    rows = [("Status", "Final" if standing.final else "DRAFT"), ("Why", standing.why)]
    if standing.override:
        rows.append(("Made final without it", f"by {described_producer(library)}: {standing.override}"))
    if principal.single_user:
        rows.append(("Accounts", f"None: {principal.name} works in this library alone (single-user mode)."))
    for part, names in examiners(reviews, seconds).items():
        rows.append((part, ", ".join(described(library, name) for name in names)))
    rows.append(("Report produced by", described_producer(library)))
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
            shares=_ASSIGNED,
        )
    )
    readers = sorted({each.examiner for each in seconds if _reads_log(library, each.examiner)})
    blocks += [Paragraph(text=_READS_LOG.format(name)) for name in readers]
    identities = {item.candidate.rank: item.identity for item in known}
    for review in seconds:
        if review.state is State.SUBMITTED:
            blocks += _compared(library, review, compared(review, history), identities)
    return Section(title="Second review", blocks=tuple(blocks))


def _compared(
    library: Library, review: SecondReview, comparisons: Sequence[Comparison], identities: dict[int, str]
) -> Iterable[Block]:
    header = ("Rank", "Subject", "First examiner", "Second examiner", "Differ in", "Agreed conclusion")
    yield Subheading(
        text=f"Conclusions of {full_name(library, review.examiner)}, submitted at {shown_time(review.submitted_at)}"
    )
    yield Grid(header=header, rows=tuple(_row(each, identities) for each in comparisons), shares=_SHARES)
    for each in comparisons:
        if each.second.checklist:
            yield _checklist(each)
        alone = [COMPONENTS[key] for key, _, theirs in each.compared_by_one if theirs is Finding.NOT_SET]
        if alone:
            yield Paragraph(text=f"Rank {each.rank}, compared by {each.first.examiner} alone: {', '.join(alone)}.")
        if each.second.notes:
            yield Paragraph(text=f"Rank {each.rank}, notes of {each.examiner}: {each.second.notes}")


def _checklist(each: Comparison) -> Grid:
    """All that the second examiner found on one candidate, beside the first one's findings."""
    apart = {key for key, _, _ in each.contradictions}

    def row(key: str, theirs: Finding, remark: str) -> tuple[str, ...]:
        said = f"{_found(theirs)} (differs)" if key in apart else _found(theirs)
        return COMPONENTS[key], _found(each.first.content.found(key).finding), said, remark

    return Grid(
        header=(f"Rank {each.rank}: component", each.first.examiner, each.examiner, f"Remark of {each.examiner}"),
        rows=tuple(row(found.component, found.finding, found.remark) for found in each.second.checklist),
        shares=_COMPONENTS,
    )


def _found(finding: Finding) -> str:
    return "not compared" if finding is Finding.NOT_SET else str(finding)


def _row(each: Comparison, identities: dict[int, str]) -> tuple[str, ...]:
    differ = [*(["decision"] if each.decisions_differ else [])]
    if each.contradictions:
        counted = len(each.contradictions)
        differ.append("1 component" if counted == 1 else f"{counted} components")
    agreed = each.resolution
    if agreed is not None:
        said = f"{agreed.decision}: {agreed.reason} (recorded by {agreed.by}, {shown_time(agreed.at)})"
    else:
        said = "MISSING" if each.decisions_differ else "not needed"
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
        described(library, review.examiner),
        review.assigned_by,
        shown_time(review.assigned_at),
        rank_ranges(review.ranks),
        _state(review),
    )


def _state(review: SecondReview) -> str:
    if review.state is State.SUBMITTED:
        return f"submitted at {shown_time(review.submitted_at)}"
    if review.state is State.WITHDRAWN:
        told = f"withdrawn at {shown_time(review.withdrawn_at)} by {review.withdrawn_by}"
        return f"{told}: {review.withdrawn_because}"
    return "not submitted yet"


def _reads_log(library: Library, name: str) -> bool:
    account = library.accounts.account(name)
    return account is not None and any(Right.READ_AUDIT in RIGHTS[role] for role in account.roles)
