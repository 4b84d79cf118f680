"""Reports as files, on paper, and as a look: what each leaves in the audit log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.errors import NotFoundError
from forensic_id.core.report import document_hash
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.export_report import export_report, log_printed_report, preview_report
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search

REQUEST = ReportRequest(search_id=1, produced_at="2025-03-02T08:00:00+00:00", plates=2)


def test_exporting_writes_the_file_and_an_audit_entry_with_the_document_hash(tmp_path: Path) -> None:
    library, _record = library_with_search()
    renderer = FakeReportRenderer()
    wanted = replace(REQUEST, paper="letter")
    result = export_report(library, DrawnImageLoader(), renderer, wanted, tmp_path / "r.pdf")
    ((document, path),) = renderer.rendered
    assert path == result.path == tmp_path / "r.pdf"
    assert renderer.papers == ["letter"]
    assert result.document_sha256 == document_hash(document)
    entry = library.audit.list[-1]
    assert (entry.action, entry.subject) == ("report.export", "search 1")
    assert entry.details == {"document_sha256": result.document_sha256, "file": "r.pdf", "paper": "letter"}


def test_a_preview_is_the_same_document_and_leaves_no_entry(tmp_path: Path) -> None:
    library, _record = library_with_search()
    entries = len(library.audit.list)
    renderer = FakeReportRenderer()
    seen = preview_report(library, DrawnImageLoader(), renderer, REQUEST, tmp_path / "look.pdf")
    assert len(library.audit.list) == entries
    assert seen.document_sha256 == document_hash(build_report(library, DrawnImageLoader(), REQUEST))
    assert seen.path.exists()


def test_a_printed_report_is_logged_with_the_hash_on_its_pages_and_what_it_lacks() -> None:
    library, _record = library_with_search()
    log_printed_report(library, replace(REQUEST, left_out=frozenset({"image quality"})), "d" * 64)
    entry = library.audit.list[-1]
    assert (entry.action, entry.subject) == ("report.print", "search 1")
    assert entry.details == {"document_sha256": "d" * 64, "paper": "a4", "left_out": ["image quality"]}
    with pytest.raises(NotFoundError):
        log_printed_report(library, replace(REQUEST, search_id=9), "d" * 64)
