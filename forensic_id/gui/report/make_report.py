"""What the report page has done in the background: previews in memory, files, paper."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from forensic_id.core.errors import BundleRefusedError, LibraryError
from forensic_id.core.progress import Progress, stop_if_cancelled
from forensic_id.core.report import ModelFacts, PaperSize
from forensic_id.gui.report.pdf_pages import POINTS_PER_INCH, PdfPages
from forensic_id.gui.tasks import Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.build_report import ReportRequest
from forensic_id.services.export_report import ExportedReport, export_report, log_printed_report, preview_report
from forensic_id.services.show_search import show_search
from forensic_id.services.tell_standing import ToldStanding, tell_standing

_MOST_DOTS_PER_INCH = 300
"""Printers offer 1200 and more; a page of a report then has 140 million pixels, and looks no better."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preview:
    """The pages of a report, what they were made for, the case, the hash printed on them, and draft or final."""

    request: ReportRequest
    case_number: str
    pages: PdfPages
    document_sha256: str
    paper: PaperSize
    standing: ToldStanding


def now() -> str:
    """The time for a report made now."""
    return datetime.now(UTC).isoformat()


def make_preview(place: Workplace, request: ReportRequest) -> Preview:
    """The report as it would be exported; its file is gone again before this returns: it shows faces."""
    library = place.library()
    with tempfile.TemporaryDirectory(prefix="forensic_id-") as folder:
        path = Path(folder) / "preview.pdf"
        seen = preview_report(
            library, place.loader, place.renderer, request, path, model=model_of(place), editor=place.editor
        )
        data = path.read_bytes()
    record = show_search(library, request.search_id)
    return Preview(
        request=request,
        case_number=record.case_number,
        pages=PdfPages(data),
        document_sha256=seen.document_sha256,
        paper=seen.paper,
        standing=tell_standing(library, request.search_id, final_reason=request.final_reason),
    )


def write_pdf(place: Workplace, request: ReportRequest, path: Path) -> ExportedReport:
    """Write the report as it is now, and log it."""
    wanted = replace(request, produced_at=now())
    return export_report(
        place.library(), place.loader, place.renderer, wanted, path, model=model_of(place), editor=place.editor
    )


def print_pages(place: Workplace, preview: Preview, printer: QPrinter, task: Task) -> int:
    """Print what the preview shows, and log it; the number of pages. Raises LibraryError, CancelledError."""
    dots = min(printer.resolution(), _MOST_DOTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        raise LibraryError("The printer does not take the report. Check that it is switched on and not paused.")
    numbers = _chosen(printer, len(preview.pages.sizes))
    try:
        for done, number in enumerate(numbers):
            stop_if_cancelled(task.cancelled)
            task.report(Progress(stage="Printing", done=done, total=len(numbers)))
            if done:
                printer.newPage()
            _paint(painter, preview.pages, number, printer, dots)
    finally:
        painter.end()
    log_printed_report(place.library(), preview.request, preview.document_sha256)
    return len(numbers)


def _chosen(printer: QPrinter, count: int) -> range:
    """The pages of the range that was chosen in the print dialog; 0 stands for all."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(max(1, first) - 1, min(count, last))


def _paint(painter: QPainter, pages: PdfPages, number: int, printer: QPrinter, dots: int) -> None:
    """The page at its own size where the paper holds it, else as large as fits."""
    width, height = pages.sizes[number]
    image = pages.render(number, dots / POINTS_PER_INCH)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    pixels_a_point = printer.resolution() / POINTS_PER_INCH
    scale = min(pixels_a_point, paper.width() / width, paper.height() / height)
    corner = printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()  # the painter's origin lies inside the margins
    left = (paper.width() - width * scale) / 2 - corner.x()
    top = (paper.height() - height * scale) / 2 - corner.y()
    painter.drawImage(QRectF(left, top, width * scale, height * scale), image)


def model_of(place: Workplace) -> ModelFacts | None:
    """The installed model; without a usable one a report of an older search can still be made."""
    try:
        return place.model_facts()
    except BundleRefusedError:
        return None
