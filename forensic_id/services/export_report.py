"""Use cases: preview the report of a stored search, write it to a file, note that it was printed.

A preview is a look and leaves no entry in the audit log; what leaves the program, as a file or on paper, does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.ports import ImageLoader, Library, ReportRenderer, SketchEditor
from forensic_id.core.report import ModelFacts, PaperSize, document_hash
from forensic_id.core.rights import Right
from forensic_id.services.build_report import ReportRequest, build_report


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedReport:
    """The file written, the hash printed on each of its pages, and the paper it is laid out for."""

    path: Path
    document_sha256: str
    paper: PaperSize


def preview_report(
    library: Library,
    loader: ImageLoader,
    renderer: ReportRenderer,
    request: ReportRequest,
    path: Path,
    *,
    model: ModelFacts | None = None,
    editor: SketchEditor | None = None,
) -> ExportedReport:
    """Write the report to `path` to be looked at; nothing is logged. Raises as `export_report`."""
    library.require(Right.BROWSE)
    document = build_report(library, loader, request, model=model, editor=editor)
    paper = request.paper or library.policies.current().paper
    renderer.render(document, path, paper=paper)
    return ExportedReport(path=path, document_sha256=document_hash(document), paper=paper)


def export_report(
    library: Library,
    loader: ImageLoader,
    renderer: ReportRenderer,
    request: ReportRequest,
    path: Path,
    *,
    model: ModelFacts | None = None,
    editor: SketchEditor | None = None,
) -> ExportedReport:
    """Write the report and log that it was written.

    `editor` repeats the edits of a sketch.
    `model` describes the installed bundle; its figures are printed only when it is the one the search used.
    Raises NotFoundError for an unknown search, TamperedError when the sketch or the record was altered, LibraryError
    when the file cannot be written.
    """
    library.require(Right.REPORT)
    written = preview_report(library, loader, renderer, request, path, model=model, editor=editor)
    log_report(library, "report.export", request, written.document_sha256, file=path.name)
    return written


def log_printed_report(library: Library, request: ReportRequest, document_sha256: str) -> None:
    """Note that a report with this hash on its pages was sent to a printer. Raises NotFoundError."""
    library.require(Right.REPORT)
    library.cases.search(request.search_id)
    log_report(library, "report.print", request, document_sha256)


def log_report(library: Library, action: str, request: ReportRequest, document_sha256: str, **more: str) -> None:
    """Append the entry of a report that left the program."""
    paper = request.paper or library.policies.current().paper
    details: dict[str, Any] = {"document_sha256": document_sha256, "paper": paper, **more}
    if request.final_reason.strip():
        details["final_reason"] = request.final_reason.strip()
    if request.left_out:
        details["left_out"] = sorted(request.left_out)
    library.audit.append(action, f"search {request.search_id}", details)


__all__ = ["ExportedReport", "export_report", "log_printed_report", "log_report", "preview_report"]
