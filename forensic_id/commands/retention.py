"""forensic-id retention, purge and expunge: how long people are kept, what holds them, and how they go."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from forensic_id.commands.gallery import SubjectArgument
from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import PARTLY_FAILED, Session, session_of
from forensic_id.surroundings import present_day

if TYPE_CHECKING:
    from forensic_id.core.case_retention import DueCase
    from forensic_id.core.retention import DueSubject, Hold, SubjectRetention
    from forensic_id.services.erase_cases import CaseErasurePlan, CaseErasureReport
    from forensic_id.services.erase_subjects import ErasurePlan, ErasureReport

retention = typer.Typer(no_args_is_help=True, help="Set how long people are kept, and hold them.")

ReasonOption = Annotated[str, typer.Option(help="Why; it stands in the audit log.")]
ReferenceOption = Annotated[str, typer.Option(help="The order or letter, such as 'court order 12/2026'.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Carry it out. Without it, only show what would be erased.")]
_ORIGINS = {"subject": "set for the person", "photo": "recorded with the photo", "policy": "policy", "none": ""}


@retention.command(epilog="Example: forensic-id retention show P-0017")
def show(context: typer.Context, subject: SubjectArgument, *, as_json: JsonFlag = False) -> None:
    """Show through which day a person's photos are kept, why, and what holds them."""
    from forensic_id.services.keep_subjects import show_retention

    session = session_of(context)
    _print_retention(session, show_retention(session.workplace.library(), subject), as_json=as_json)


@retention.command("set", epilog="Example: forensic-id retention set P-0017 2031-12-31")
def set_day(
    context: typer.Context,
    subject: SubjectArgument,
    day: Annotated[str, typer.Argument(metavar="YYYY-MM-DD|none", help="The last day on which the photos are kept.")],
    *,
    as_json: JsonFlag = False,
) -> None:
    """Set one day for all photos of a person; 'none' leaves it to the photos and the policy again."""
    from forensic_id.services.keep_subjects import set_retention

    session = session_of(context)
    kept = set_retention(session.workplace.library(), subject, "" if day == "none" else day)
    _print_retention(session, kept, as_json=as_json)


def _print_retention(session: Session, kept: SubjectRetention, *, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(kept), "kept_until": kept.kept_until})
        return
    print_facts(
        session,
        (
            ("Subject", kept.external_id),
            ("Kept until", kept.kept_until or "without end"),
            ("Set for the person", kept.until),
            ("On hold", "; ".join(map(str, kept.holds)) or "no"),
        ),
    )
    session.out.print()
    rows = ((each.photo_id, each.file_name, each.until, _ORIGINS[each.origin]) for each in kept.photos)
    print_table(session, ("photo", "file", "kept until", "by"), rows, right={"photo"})


@retention.command(epilog="Example: forensic-id retention due --on 2027-01-01")
def due(
    context: typer.Context,
    *,
    on: Annotated[str, typer.Option("--on", metavar="YYYY-MM-DD", help="On that day instead of today.")] = "",
    cases: Annotated[
        bool, typer.Option("--cases", help="Instead of people: closed cases whose searches are past their term.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """List who is past the retention date today, or will be on another day. Nothing is changed."""
    from forensic_id.core.checked_values import checked_date
    from forensic_id.services.keep_subjects import list_due, list_due_cases

    session = session_of(context)
    day = date.fromisoformat(checked_date("day", on)) if on else present_day()
    library = session.workplace.library()
    closed = list_due_cases(library, day) if cases else ()
    subjects = () if cases else list_due(library, day)
    if as_json:
        print_json([*map(asdict, closed), *map(asdict, subjects)])
    elif cases:
        _print_due_cases(session, closed)
    else:
        _print_due(session, subjects)


@retention.command(epilog="Example: forensic-id retention hold P-0017 --reason appeal --reference 'A 12/26'")
def hold(
    context: typer.Context,
    subject: Annotated[str, typer.Argument(metavar="[SUBJECT]", help="The subject's external id.")] = "",
    *,
    case: Annotated[str, typer.Option(help="Instead: a case, and with it everybody on its candidate lists.")] = "",
    reason: ReasonOption,
    reference: ReferenceOption = "",
    as_json: JsonFlag = False,
) -> None:
    """Place a hold: nobody under it is purged, expunged or removed until it is lifted."""
    from forensic_id.services.keep_subjects import place_hold

    session = session_of(context)
    placed = place_hold(
        session.workplace.library(), external_id=subject, case_number=case, reason=reason, reference=reference
    )
    if as_json:
        print_json(asdict(placed))
        return
    session.out.print(f"Placed hold {placed.hold_id}.")


@retention.command(epilog="Example: forensic-id retention lift 3 --reason 'appeal decided'")
def lift(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="HOLD", help="The number that `retention holds` shows.")],
    *,
    reason: ReasonOption,
    reference: ReferenceOption = "",
) -> None:
    """Lift a hold."""
    from forensic_id.services.keep_subjects import lift_hold

    session = session_of(context)
    lifted = lift_hold(session.workplace.library(), number, reason=reason, reference=reference)
    session.out.print(f"Lifted hold {lifted.hold_id}.")


@retention.command(epilog="Example: forensic-id retention holds --json")
def holds(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the holds in force."""
    from forensic_id.services.keep_subjects import list_holds

    session = session_of(context)
    found = list_holds(session.workplace.library())
    if as_json:
        print_json([asdict(each) for each in found])
        return
    header = ("hold", "on", "reason", "reference", "by", "since")
    print_table(session, header, map(_hold_row, found), right={"hold"})


def _hold_row(each: Hold) -> tuple[object, ...]:
    on = each.external_id or f"case {each.case_number}"
    return each.hold_id, on, each.reason, each.reference, each.placed_by, each.placed_at[:10]


def purge(context: typer.Context, *, yes: YesOption = False, as_json: JsonFlag = False) -> None:
    """Erase everybody, and the searches of every case, past their term today. Without --yes: only show what.

    Photos, crops, thumbnails, features and personal data go, and what was searched in cases closed long enough; rank
    and score in other stored searches stay.
    """
    from forensic_id.services.erase_cases import plan_case_purge
    from forensic_id.services.erase_subjects import plan_purge

    session = session_of(context)
    library, today = session.workplace.library(), present_day()
    _erase(
        session,
        plan_purge(library, today=today),
        plan_case_purge(library, today=today),
        yes=yes,
        as_json=as_json,
    )


def expunge(
    context: typer.Context,
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LIST|SUBJECT...]", help="CSV files with a column external_id, or ids."),
    ] = None,
    *,
    case: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER", help="A case, with its sketches, searches and reviews.")
    ] = None,
    reference: ReferenceOption,
    yes: YesOption = False,
    as_json: JsonFlag = False,
) -> None:
    """Erase the people or cases that an order names, whatever their date. Without --yes: only show which."""
    from forensic_id.services.erase_cases import plan_case_expungement
    from forensic_id.services.erase_subjects import plan_expungement, read_expungement_list

    session = session_of(context)
    named: list[str] = []
    for each in people or ():
        is_list = Path(each).suffix.lower() in {".csv", ".jsonl"}
        named += read_expungement_list(Path(each)) if is_list else [each]
    library = session.workplace.library()
    _erase(
        session,
        plan_expungement(library, named, reference=reference) if people or not case else None,
        plan_case_expungement(library, case, reference=reference) if case else None,
        yes=yes,
        as_json=as_json,
    )


def _erase(
    session: Session, people: ErasurePlan | None, cases: CaseErasurePlan | None, *, yes: bool, as_json: bool
) -> None:
    from forensic_id.services.erase_cases import carry_out_cases
    from forensic_id.services.erase_subjects import carry_out

    if not yes:
        _print_plans(session, people, cases, as_json=as_json)
        return
    place = session.workplace
    with session.progress() as progress, session.interruptible() as cancelled:
        gone = carry_out(place.library(), people, progress=progress, cancelled=cancelled) if people else None
        closed = None
        if cases:
            closed = carry_out_cases(
                place.library(), cases, place.library_folder, progress=progress, cancelled=cancelled
            )
    if as_json:
        print_json(_plain(gone, closed, carried_out=True))
    else:
        _print_reports(session, gone, closed)
    if any(report and (report.refused or report.remnants) for report in (gone, closed)):
        raise typer.Exit(PARTLY_FAILED)


def _plain(
    people: ErasurePlan | ErasureReport | None,
    cases: CaseErasurePlan | CaseErasureReport | None,
    *,
    carried_out: bool,
) -> dict[str, Any]:
    told = {"carried_out": carried_out, **(asdict(people) if people else {})}
    return {**told, "cases": asdict(cases)} if cases else told


def _print_plans(
    session: Session, people: ErasurePlan | None, cases: CaseErasurePlan | None, *, as_json: bool
) -> None:
    if as_json:
        print_json(_plain(people, cases, carried_out=False))
        return
    if people:
        _print_due(session, people.subjects)
    if cases and cases.cases:
        rows = ((each.number, each.offence, each.closed_at[:10], len(each.search_ids), each.sketches, each.until)
                for each in cases.cases)  # fmt: skip
        header = ("case", "offence", "closed", "searches", "sketches", "kept until")
        print_table(session, header, rows, right={"searches", "sketches"})
    _print_refused(session, people, cases)
    if (people and people.subjects) or (cases and cases.cases):
        session.say("Nothing was changed. Add --yes to erase them; that cannot be undone.")
    if people and people.unfinished:
        session.say("Remnants of an earlier erasure are still in the database. Add --yes to remove them.")


def _print_refused(
    session: Session, people: ErasurePlan | ErasureReport | None, cases: CaseErasurePlan | CaseErasureReport | None
) -> None:
    for person in people.refused if people else ():
        session.out.print(f"{person.external_id} is not erased. {person.reason}")
    for case in cases.refused if cases else ():
        session.out.print(f"Case {case.number} is not erased. {case.reason}")


def _print_due(session: Session, subjects: tuple[DueSubject, ...]) -> None:
    if not subjects:
        session.say("Nobody.")
        return
    rows = (
        (
            each.external_id,
            each.name,
            len(each.photo_ids),
            "everything" if each.whole else "these photos only",
            each.until,
            "yes" if each.holds else "",
        )
        for each in subjects
    )
    print_table(session, ("subject", "name", "photos", "erased", "kept until", "on hold"), rows, right={"photos"})


def _print_due_cases(session: Session, cases: tuple[DueCase, ...]) -> None:
    if not cases:
        session.say("No case.")
        return
    rows = (
        (
            each.number,
            each.offence,
            len(each.search_ids),
            each.closed_at[:10],
            each.until,
            "yes" if each.holds else "",
        )
        for each in cases
    )
    print_table(session, ("case", "offence", "searches", "closed", "kept until", "on hold"), rows, right={"searches"})


def _print_reports(session: Session, people: ErasureReport | None, cases: CaseErasureReport | None) -> None:
    _print_refused(session, people, cases)
    facts: list[tuple[str, object]] = []
    if people:
        photos = sum(len(each.photo_ids) for each in people.erased)
        facts += [("Subjects", len(people.erased)), ("Photos", photos)]
    if cases:
        searches = sum(len(each.search_ids) for each in cases.erased)
        facts += [("Cases", len(cases.erased)), ("Searches", searches)]
    refused = sum(len(report.refused) for report in (people, cases) if report)
    print_facts(session, (*facts, ("Refused", refused)))
    remnants = {report.remnants for report in (people, cases) if report and report.remnants}
    for sentence in sorted(remnants):
        session.messages.print(sentence)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(retention, name="retention")
    app.command(epilog="Example: forensic-id purge --yes")(purge)
    app.command(epilog="Example: forensic-id expunge order.csv --case 2024-117 --reference 'order 12' --yes")(expunge)
