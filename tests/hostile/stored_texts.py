"""Hostile texts in every field: stored as they are, harmless in tables, printed without taking effect."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from forensic_id.commands.session import visible
from forensic_id.core.browsing import GalleryQuery
from forensic_id.core.records import Case as CaseFile
from forensic_id.core.records import SubjectDetails
from forensic_id.core.report import (
    Bullets,
    CandidateLine,
    CandidateTable,
    Facts,
    Grid,
    Paragraph,
    PictureRow,
    Plate,
    ReportDocument,
    ReportPicture,
    Section,
)
from forensic_id.core.review import ReviewContent
from forensic_id.reporting.pdf import PdfRenderer
from forensic_id.services.batch_tables import RESULT_COLUMNS, write_table
from forensic_id.services.export_audit import export_audit
from forensic_id.services.export_candidates import export_candidates
from forensic_id.services.export_gallery import chosen_subjects, export_table, safe_name
from forensic_id.services.summarise_audit import export_summary
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.hostile.verdicts import Case

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_PRINTED = 1000
"""Longer texts are refused before they are stored."""


def library_cases(library: SqliteLibrary, texts: Sequence[str]) -> Iterator[Case]:
    """Every text as every field of a case and of a person, looked for again by each."""
    enrol(library.gallery, "somebody", subject=SubjectDetails(external_id="somebody"))
    for number, text in enumerate(texts):
        name = f"{number} {text[:20]!r}"
        yield Case(name=f"case {name}", run=partial(_open_case, library, text), harmless=bool)
        yield Case(name=f"person {name}", run=partial(_edit, library, text), harmless=bool)
        yield Case(
            name=f"search for {name}", run=partial(_look_for, library, text), harmless=lambda found: found is not None
        )
        yield Case(name=f"terminal {name}", run=partial(visible, text), harmless=_is_plain)
        yield Case(name=f"file name {name}", run=partial(safe_name, text[:5000]), harmless=_is_file_name)


def _open_case(library: SqliteLibrary, text: str) -> bool:
    case = library.cases.open_case(CaseFile(number=text, offence=text, authority=text, requester=text))
    return library.cases.case(case.number).offence == text.strip()


def _edit(library: SqliteLibrary, text: str) -> bool:
    fields = dict.fromkeys(("name", "sex", "ethnicity"), text)
    changed = library.gallery.edit_subject("somebody", fields)
    return changed.details.name == text.strip() and library.gallery.has_subject("somebody")


def _look_for(library: SqliteLibrary, text: str) -> object:
    return library.browser.matching(GalleryQuery(text=text))


def _is_found(result: object) -> bool:
    return isinstance(result, np.ndarray)


def _is_plain(result: object) -> bool:
    return isinstance(result, str) and all(each.isprintable() or each == "\n" for each in result)


def _is_file_name(result: object) -> bool:
    return isinstance(result, str) and result == Path(result).name and "\\" not in result and len(result) < 80


def export_cases(folder: Path, texts: Sequence[str]) -> Iterator[Case]:
    """Every text through every table that leaves the program."""
    for number, text in enumerate(text for text in texts if text.isprintable() or len(text) < _MOST_PRINTED):
        if "\ud800" in text:
            continue  # no text of any file or form holds half a character
        yield Case(name=f"tables {number} {text[:20]!r}", run=partial(_tables, folder, text), harmless=_no_formula)


def _tables(folder: Path, text: str) -> tuple[Path, ...]:
    library = InMemoryLibrary(actor=text)
    library.cases.open_case(CASE)
    enrol(library.gallery, "a", subject=SubjectDetails(external_id=text or "x", name=text, sex=text, ethnicity=text))
    sketch = image("sketch")
    record = search_record(sketch)
    library.cases.add_search(record, sketch=sketch, crop=sketch.pixels)
    library.reviews.save(1, 1, ReviewContent(reason=text, notes=text), based_on=0)
    library.audit.append(text, text, {text: text})
    paths = tuple(folder / f"{name}.csv" for name in ("people", "audit", "list", "summary", "batch"))
    export_table(library, paths[0], chosen_subjects(library))
    export_audit(library, paths[1])
    export_candidates(library, 1, paths[2])
    export_summary(library, paths[3])
    write_table(paths[4], RESULT_COLUMNS, [(text, 1, text, text, -1.5)])
    export_table(library, folder / "people.json", chosen_subjects(library))
    json.loads((folder / "people.json").read_text(encoding="utf-8"))
    return paths


def _no_formula(result: object) -> bool:
    assert isinstance(result, tuple)
    return all(_is_harmless(cell) for path in result for cell in _cells(path))


def _cells(path: Path) -> Iterator[str]:
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield from row


def _is_harmless(cell: str) -> bool:
    if not cell.startswith(_FORMULA):
        return True
    try:
        float(cell)
    except ValueError:
        return False
    return True


def report_cases(fonts: Path, texts: Sequence[str]) -> Iterator[Case]:
    """Every text as every block of a report; links and scripts must not come out of it."""
    renderer = PdfRenderer(fonts)
    for number, text in enumerate(texts):
        printed = text[:_MOST_PRINTED].encode("utf-8", "replace").decode("utf-8")
        yield Case(
            name=f"report {number} {text[:20]!r}", run=partial(_print, renderer, printed), harmless=_without_actions
        )


def _print(renderer: PdfRenderer, text: str) -> bytes:
    thumbnail = ReportPicture(caption=text, missing=text)
    line = CandidateLine(
        rank=1, thumbnail=thumbnail, subject=text, name=text, recorded=text, photo=text, log_density="-1", status=text
    )
    row = PictureRow(pictures=(thumbnail, thumbnail))
    blocks = (
        Paragraph(text=text),
        Bullets(items=(text,), alert=True),
        Facts(rows=(("Name", text),)),
        Grid(header=("a", "b"), rows=((text, text),)),
        CandidateTable(lines=(line,)),
        Plate(facts=Facts(rows=(("Name", text),)), originals=row, crops=row),
    )
    section = Section(title="What was stored", blocks=blocks)
    return renderer.pdf_bytes(
        ReportDocument(title="Report", reference=text, produced_at="2025-03-02T08:00:00+00:00", sections=(section,))
    )


def _without_actions(result: object) -> bool:
    assert isinstance(result, bytes)
    actions = (b"/JavaScript", b"/JS ", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm")
    return result.startswith(b"%PDF") and not any(action in result for action in actions)
