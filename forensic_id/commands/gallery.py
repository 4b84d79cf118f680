"""forensic-id gallery: the photos that are searched."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import PARTLY_FAILED, Session, session_of

if TYPE_CHECKING:
    from forensic_id.core.records import Photo, Subject
    from forensic_id.services.import_gallery import ImportReport

app = typer.Typer(
    no_args_is_help=True, help="Import, list, show, edit and remove the people whose photos are searched."
)

FilterOption = Annotated[
    list[str] | None,
    typer.Option(
        "--filter", metavar="FIELD=VALUE", help="Such as sex=male or birth_year=1970..1990; may be repeated."
    ),
]
SubjectArgument = Annotated[str, typer.Argument(metavar="SUBJECT", help="The subject's external id.")]
AssignmentArgument = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="Such as name='Jane Doe'.")]


@app.command("import", epilog="Example: forensic-id gallery import mugshots.csv")
def import_photos(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(help="A folder of photos, a CSV or JSON Lines file that names them, or a NIST file (.an2)."),
    ],
    *,
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="Such as external_id=booking_no; may be repeated."),
    ] = None,
    dates: Annotated[str, typer.Option(help="How dates are written: iso, day_first or month_first.")] = "iso",
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Photos read and aligned at a time.")] = 1,
    as_json: JsonFlag = False,
) -> None:
    """Enrol photos. Known ones are skipped, bad ones listed; an interrupted import goes on when started again."""
    from forensic_id.services.column_mapping import parse_mapping
    from forensic_id.services.import_gallery import import_gallery

    session = session_of(context)
    place = session.workplace
    mapping = parse_mapping(mapped or (), dates)
    with session.progress() as progress, session.interruptible() as cancelled:
        report = import_gallery(
            path,
            library=place.library(create=True),
            loader=place.loader,
            aligner=place.aligner,
            encoder=place.encoder,
            more_aligners=[place.new_reader().aligner for _ in range(jobs - 1)],
            mapping=mapping,
            transactions=place.transactions,
            progress=progress,
            cancelled=cancelled,
        )
    if as_json:
        print_json(asdict(report))
    else:
        _print_import(session, report)
    if report.failures:
        raise typer.Exit(PARTLY_FAILED)


def _print_import(session: Session, report: ImportReport) -> None:
    for note in report.notes:
        session.say(note)
    for near in report.near_duplicates:
        session.say(
            f"{near.path} looks almost like {near.like_file} of subject {near.like_subject}. Both are enrolled."
        )
    for failure in report.failures:
        session.messages.print(f"{failure.path}: {failure.reason}")
    print_facts(
        session,
        (
            ("Enrolled", report.enrolled),
            ("New subjects", report.subjects_created),
            ("Known already", report.duplicates),
            ("Near duplicates", len(report.near_duplicates)),
            ("Not usable", len(report.failures)),
        ),
    )


@app.command("list", epilog="Example: forensic-id gallery list --filter sex=female --limit 20")
def list_people(
    context: typer.Context,
    *,
    filters: FilterOption = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many subjects.")] = 100,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many at the beginning.")] = 0,
    as_json: JsonFlag = False,
) -> None:
    """List subjects in order of external id."""
    from forensic_id.services.edit_gallery import list_subjects

    session = session_of(context)
    subjects = list_subjects(session.workplace.library(), filters=filters or (), limit=limit, offset=offset)
    if as_json:
        print_json([asdict(subject) for subject in subjects])
        return
    header = ("subject", "name", "sex", "born", "ethnicity", "photos")
    print_table(session, header, map(_subject_row, subjects), right={"born", "photos"})
    if len(subjects) == limit:
        session.say(f"Shown are {limit} subjects. Use --limit and --offset to see more.")


def _subject_row(subject: Subject) -> tuple[object, ...]:
    known = subject.details
    return known.external_id, known.name, known.sex, known.birth_year, known.ethnicity, len(subject.photos)


@app.command(epilog="Example: forensic-id gallery show P-0017")
def show(context: typer.Context, subject: SubjectArgument, *, as_json: JsonFlag = False) -> None:
    """Show a subject and the photos."""
    from forensic_id.services.edit_gallery import show_subject

    session = session_of(context)
    found = show_subject(session.workplace.library(), subject)
    if as_json:
        print_json(asdict(found))
        return
    _print_subject(session, found)


def _print_subject(session: Session, subject: Subject) -> None:
    print_facts(session, ((name.replace("_", " "), value) for name, value in asdict(subject.details).items()))
    session.out.print()
    header = ("photo", "file", "booked", "source", "keep until", "sha-256")
    print_table(session, header, map(_photo_row, subject.photos), right={"photo"})


def _photo_row(photo: Photo) -> tuple[object, ...]:
    known = photo.details
    return photo.photo_id, photo.file_name, known.booking_date, known.source, known.retention_date, photo.sha256


@app.command(epilog="Example: forensic-id gallery edit P-0017 name='Jane Doe' birth_year=1974")
def edit(
    context: typer.Context, subject: SubjectArgument, changes: AssignmentArgument, *, as_json: JsonFlag = False
) -> None:
    """Change what is recorded of a subject; the audit log keeps what it was before."""
    from forensic_id.services.edit_gallery import edit_subject

    session = session_of(context)
    changed = edit_subject(session.workplace.library(), subject, changes)
    if as_json:
        print_json(asdict(changed))
        return
    _print_subject(session, changed)


@app.command("edit-photo", epilog="Example: forensic-id gallery edit-photo 214 booking_date=2020-02-29")
def edit_one_photo(
    context: typer.Context,
    photo: Annotated[int, typer.Argument(help="The photo's number, as `gallery show` prints it.")],
    changes: AssignmentArgument,
    *,
    as_json: JsonFlag = False,
) -> None:
    """Change what is recorded of a photo: booking_date, source, retention_date."""
    from forensic_id.services.edit_gallery import edit_photo

    session = session_of(context)
    changed = edit_photo(session.workplace.library(), photo, changes)
    if as_json:
        print_json(asdict(changed))
        return
    print_facts(session, ((name.replace("_", " "), value) for name, value in asdict(changed.details).items()))


@app.command(epilog="Example: forensic-id gallery remove P-0017 --yes")
def remove(
    context: typer.Context,
    subject: SubjectArgument,
    *,
    photo: Annotated[int | None, typer.Option(help="Remove this one of its photos only.", metavar="NUMBER")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a subject with photos, features and originals, or one photo; only the audit entry remains."""
    from forensic_id.core.errors import InvalidInputError, NotFoundError
    from forensic_id.services.edit_gallery import remove_photo, remove_subject, show_subject

    session = session_of(context)
    library = session.workplace.library()
    photos = show_subject(library, subject).photos
    if photo is not None and photo not in {each.photo_id for each in photos}:
        raise NotFoundError(f"Subject {subject} has no photo {photo}.")
    what = f"{subject} and {_counted(len(photos))}" if photo is None else f"photo {photo} of {subject}"
    if not yes:
        if not sys.stdin.isatty():
            raise InvalidInputError(f"Removing {what} cannot be undone. Add --yes when you mean it.")
        typer.confirm(f"Remove {what} for good?", abort=True, err=True)
    if photo is None:
        remove_subject(library, subject)
    else:
        remove_photo(library, photo)
    session.say(f"Removed {what}.")


def _counted(photos: int) -> str:
    return "1 photo" if photos == 1 else f"{photos} photos"


@app.command(epilog="Example: forensic-id gallery stats --json")
def stats(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Count subjects and photos."""
    from forensic_id.services.edit_gallery import gallery_statistics

    session = session_of(context)
    counts = gallery_statistics(session.workplace.library(), session.workplace.bundle.bundle_id)
    if as_json:
        print_json(asdict(counts))
        return
    print_facts(
        session,
        (
            ("Subjects", counts.subjects),
            ("Photos", counts.photos),
            ("Photos without a feature of this model", counts.photos_without_feature),
            ("By sex", _shares(counts.by_sex)),
            ("By source", _shares(counts.by_source)),
            ("Originals", f"{counts.image_bytes / 1e6:.1f} MB"),
        ),
    )


def _shares(counted: dict[str, Any]) -> str:
    return ", ".join(f"{name or 'not recorded'}: {count}" for name, count in counted.items())


class Format(StrEnum):
    """Of an export."""

    CSV = "csv"
    JSON = "json"
    NIST = "nist"


@app.command(epilog="Example: forensic-id gallery export out --format nist --subject P-0017 --agency WI013415Y")
def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to write; for nist, the folder.")],
    *,
    format_: Annotated[
        Format, typer.Option("--format", help="A table, records, or ANSI/NIST-ITL files.")
    ] = Format.CSV,
    subjects: Annotated[
        list[str] | None, typer.Option("--subject", metavar="ID", help="Only this one; may be repeated.")
    ] = None,
    filters: FilterOption = None,
    photos: Annotated[bool, typer.Option("--photos", help="csv and json: copy the photos beside the file.")] = False,
    agency: Annotated[str, typer.Option(help="nist: who sends, as field 1.008 has it.")] = "",
    as_json: JsonFlag = False,
) -> None:
    """Write people and their photos to files for another system."""
    from forensic_id.core.errors import InvalidInputError
    from forensic_id.services.export_gallery import chosen_subjects, export_table, export_transactions
    from forensic_id.surroundings import present_time

    session = session_of(context)
    library = session.workplace.library()
    chosen = chosen_subjects(library, subjects=subjects or (), filters=filters or ())
    if format_ is not Format.NIST and path.suffix.lower() != f".{format_}":
        raise InvalidInputError(
            f"{path.name} does not end in .{format_}. Name the file so, or choose another --format."
        )
    with session.progress() as progress, session.interruptible() as cancelled:
        if format_ is Format.NIST:
            done = export_transactions(
                library,
                path,
                chosen,
                session.workplace.transaction_writer,
                agency=agency,
                date=f"{present_time():%Y-%m-%d}",
                progress=progress,
                cancelled=cancelled,
            )
        else:
            done = export_table(library, path, chosen, photos=photos, progress=progress, cancelled=cancelled)
    if as_json:
        print_json({**asdict(done), "path": str(done.path)})
        return
    session.out.print(f"Wrote {done.subjects} people with {_counted(done.photos)} to {done.path}.")


@app.command(epilog="Example: forensic-id --bundle new_model gallery embed")
def embed(context: typer.Context) -> None:
    """Compute the features that photos lack under the model in use, for instance after a change of model."""
    from forensic_id.services.embed_gallery import embed_gallery

    session = session_of(context)
    place = session.workplace
    with session.progress() as progress, session.interruptible() as cancelled:
        count = embed_gallery(library=place.library(), encoder=place.encoder, progress=progress, cancelled=cancelled)
    session.out.print(f"Computed {count} features.")
