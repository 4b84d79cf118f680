"""forensic-id retention, purge and expunge: how long people are kept, what holds them, and how they go."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.gallery import SubjectArgument
from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import PARTLY_FAILED, Session, session_of
from forensic_id.surroundings import present_day

if TYPE_CHECKING:
    from forensic_id.core.retention import DueSubject, Hold, SubjectRetention
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
    as_json: JsonFlag = False,
) -> None:
    """List who is past the retention date today, or will be on another day. Nothing is changed."""
    from forensic_id.core.personal_data import checked_date
    from forensic_id.services.keep_subjects import list_due

    session = session_of(context)
    day = date.fromisoformat(checked_date("day", on)) if on else present_day()
    subjects = list_due(session.workplace.library(), day)
    if as_json:
        print_json([asdict(each) for each in subjects])
        return
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
    """Erase everybody past the retention date today. Without --yes: only show who that is.

    Photos, crops, thumbnails, features and personal data go; rank and score in stored searches stay.
    """
    from forensic_id.services.erase_subjects import plan_purge

    session = session_of(context)
    plan = plan_purge(session.workplace.library(), today=present_day())
    _erase(session, plan, yes=yes, as_json=as_json)


def expunge(
    context: typer.Context,
    people: Annotated[
        list[str], typer.Argument(metavar="LIST|SUBJECT...", help="CSV files with a column external_id, or ids.")
    ],
    *,
    reference: ReferenceOption,
    yes: YesOption = False,
    as_json: JsonFlag = False,
) -> None:
    """Erase the people that an order names, whatever their date. Without --yes: only show who that is."""
    from forensic_id.services.erase_subjects import plan_expungement, read_expungement_list

    session = session_of(context)
    named: list[str] = []
    for each in people:
        is_list = Path(each).suffix.lower() in {".csv", ".jsonl"}
        named += read_expungement_list(Path(each)) if is_list else [each]
    plan = plan_expungement(session.workplace.library(), named, reference=reference)
    _erase(session, plan, yes=yes, as_json=as_json)


def _erase(session: Session, plan: ErasurePlan, *, yes: bool, as_json: bool) -> None:
    from forensic_id.services.erase_subjects import carry_out

    if not yes:
        _print_plan(session, plan, as_json=as_json)
        return
    with session.progress() as progress, session.interruptible() as cancelled:
        report = carry_out(session.workplace.library(), plan, progress=progress, cancelled=cancelled)
    if as_json:
        print_json({"carried_out": True, **asdict(report)})
    else:
        _print_report(session, report)
    if report.refused or report.remnants:
        raise typer.Exit(PARTLY_FAILED)


def _print_plan(session: Session, plan: ErasurePlan, *, as_json: bool) -> None:
    if as_json:
        print_json({"carried_out": False, **asdict(plan)})
        return
    _print_due(session, plan.subjects)
    for each in plan.refused:
        session.out.print(f"{each.external_id} is not erased. {each.reason}")
    if plan.subjects:
        session.say("Nothing was changed. Add --yes to erase them; that cannot be undone.")
    if plan.unfinished:
        session.say("Remnants of an earlier erasure are still in the database. Add --yes to remove them.")


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


def _print_report(session: Session, report: ErasureReport) -> None:
    for each in report.refused:
        session.out.print(f"{each.external_id} is not erased. {each.reason}")
    photos = sum(len(each.photo_ids) for each in report.erased)
    print_facts(session, (("Subjects", len(report.erased)), ("Photos", photos), ("Refused", len(report.refused))))
    if report.remnants:
        session.messages.print(report.remnants)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(retention, name="retention")
    app.command(epilog="Example: forensic-id purge --yes")(purge)
    app.command(epilog="Example: forensic-id expunge order.csv --reference 'court order 12/2026' --yes")(expunge)
