"""A report renderer for tests."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.report import PaperSize, ReportDocument, document_hash


class FakeReportRenderer:
    """Writes one line to the file and keeps the documents it was given, with their paths."""

    def __init__(self) -> None:
        self.rendered: list[tuple[ReportDocument, Path]] = []
        self.papers: list[PaperSize] = []

    def render(self, document: ReportDocument, path: Path, *, paper: PaperSize = "a4") -> None:
        """Keep the document."""
        self.rendered.append((document, path))
        self.papers.append(paper)
        path.write_bytes(b"%PDF fake")

    def pdf_bytes(self, document: ReportDocument, *, paper: PaperSize = "a4") -> bytes:
        """A line with the hash where a real report has it."""
        self.papers.append(paper)
        return f"%PDF fake /Keywords (document-sha256:{document_hash(document)})".encode()
