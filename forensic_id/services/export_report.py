"""Use case: write the report of a stored search. The report is made from the record, never from a screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.ports import ImageLoader, Library, ReportRenderer
from forensic_id.core.report import ModelFacts, PaperSize, ReportDocument, document_hash
from forensic_id.services.report_candidates import (
    KnownCandidate,
    candidates_section,
    known_candidates,
    plate_sections,
)
from forensic_id.services.report_sections import (
    assessment_section,
    case_section,
    limits_section,
    received_picture,
    search_section,
    searched_picture,
    sketch_section,
    warnings_section,
)
from forensic_id.services.report_validation import validation_section

DEFAULT_PLATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """Which search, where to, on what paper, with how many side-by-side plates; `produced_at` is ISO 8601."""

    search_id: int
    path: Path
    produced_at: str
    paper: PaperSize = "a4"
    plates: int = DEFAULT_PLATES


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedReport:
    """The file written and the hash printed on each of its pages."""

    path: Path
    document_sha256: str


def export_report(
    library: Library,
    loader: ImageLoader,
    renderer: ReportRenderer,
    request: ReportRequest,
    *,
    model: ModelFacts | None = None,
) -> ExportedReport:
    """Write the report and log that it was written.

    `model` describes the installed bundle; its figures are printed only when it is the one the search used.
    Raises NotFoundError for an unknown search, TamperedError when the sketch or the record was altered, LibraryError
    when the file cannot be written.
    """
    document = build_report(library, loader, request, model=model)
    renderer.render(document, request.path, paper=request.paper)
    digest = document_hash(document)
    details = {"document_sha256": digest, "file": request.path.name, "paper": request.paper}
    library.audit.append("report.export", f"search {request.search_id}", details)
    return ExportedReport(path=request.path, document_sha256=digest)


def build_report(
    library: Library, loader: ImageLoader, request: ReportRequest, *, model: ModelFacts | None = None
) -> ReportDocument:
    """Gather the stored record, its pictures and the gallery's details into a document. Raises as export_report."""
    record = library.cases.search(request.search_id)
    case = library.cases.case(record.case_number)
    sketch = loader.decode(library.cases.sketch_original(record.search_id), record.sketch.file_name)
    crop = library.cases.sketch_crop(record.search_id)
    used = model if model is not None and model.bundle_id == record.bundle_id else None
    known = known_candidates(record, library.gallery)
    pictures = (received_picture(record, sketch), searched_picture(record, crop))
    return ReportDocument(
        title="Report on a sketch search",
        reference=f"Case {case.number} · Search {record.search_id}",
        produced_at=request.produced_at,
        sections=(
            case_section(case),
            warnings_section(record, _later_warnings(known)),
            sketch_section(record, sketch, crop),
            search_section(record, used),
            assessment_section(record, used),
            candidates_section(known, library.gallery),
            *plate_sections(known[: request.plates], library.gallery, loader, pictures),
            validation_section(used),
            limits_section(),
        ),
    )


def _later_warnings(known: tuple[KnownCandidate, ...]) -> tuple[str, ...]:
    """What changed in the gallery after the search."""
    gone = [str(item.candidate.rank) for item in known if item.photo is None]
    if not gone:
        return ()
    return (f"Photos of the candidates at rank {', '.join(gone)} were removed from the gallery since this search.",)


__all__ = ["DEFAULT_PLATES", "ExportedReport", "ReportRequest", "build_report", "export_report"]
