"""The report shows every edit of a sketch, and every sketch of a fused search."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forensic_id.core.edits import EditStep, Mirror, Rotate
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import Facts, Grid, PictureRow, Plate, ReportDocument, Section
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.report_sections import search_section
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.reporting.drawn_faces import drawn_face
from tests.unit.services.stored_search import DrawnImageLoader, crop_of, library_with_search, loaded

STEPS = (
    EditStep(edit=Mirror(), width=240, height=300, sha256="1" * 64),
    EditStep(edit=Rotate(degrees=90), width=300, height=240, sha256="2" * 64),
)


def stored(library: InMemoryLibrary, record: SearchRecord, seed: int) -> SearchRecord:
    """The record stored once more, with another sketch."""
    sketch = loaded(f"sketch {seed}.png", drawn_face(seed, sketch=True))
    details = replace(record.sketch, file_name=sketch.name, sha256=sketch.sha256)
    return library.cases.add_search(replace(record, sketch=details), sketch=sketch, crop=crop_of(sketch.pixels))


def document(library: InMemoryLibrary, search_id: int) -> ReportDocument:
    request = ReportRequest(search_id=search_id, produced_at="2025-03-02T08:00:00+00:00", plates=1)
    return build_report(library, DrawnImageLoader(), request, editor=FakeSketchEditor())


def section(report: ReportDocument, title: str) -> Section:
    return next(each for each in report.sections if each.title == title)


def facts(part: Section) -> dict[str, str]:
    return dict(next(block for block in part.blocks if isinstance(block, Facts)).rows)


def test_every_edit_is_a_numbered_step_with_size_and_hash_and_its_result_is_shown() -> None:
    library, record = library_with_search()
    edited = stored(library, replace(record, sketch=replace(record.sketch, edits=STEPS)), 7)
    part = section(document(library, edited.search_id), "Sketch")
    shown = facts(part)
    assert shown["Step 1: edit"] == f"Mirrored: left and right swapped; 240 x 300 pixels, SHA-256 {'1' * 64}"
    assert shown["Step 2: edit"].startswith("Turned by 90° clockwise; 300 x 240 pixels")
    assert "Step 3: face box" in shown
    assert "Step 5: alignment" in shown
    pictures = next(block for block in part.blocks if isinstance(block, PictureRow)).pictures
    assert [each.caption for each in pictures] == [
        "Sketch as received (240 x 300 pixels)",
        "Sketch after the edits (300 x 240 pixels)",
        "Sketch as searched (aligned; landmarks placed by hand)",
    ]


@pytest.mark.parametrize(
    ("incident", "interview", "told"),
    [
        ("2025-02-20", "2025-02-27", "2025-02-27 (days since the incident: 7)"),
        ("", "2025-02-27", "2025-02-27"),
        ("2025-02-20", "", ""),
    ],
)
def test_what_is_known_of_the_witness_is_told_with_the_delay(incident: str, interview: str, told: str) -> None:
    library, record = library_with_search()
    details = replace(
        record.sketch, incident_date=incident, interview_date=interview, witness="2", description="Tall, scar."
    )
    shown = facts(section(document(library, stored(library, replace(record, sketch=details), 5).search_id), "Sketch"))
    assert shown["Interview date"] == told
    assert (shown["Witness"], shown["Description by the witness"]) == ("2", "Tall, scar.")


def test_a_fused_search_shows_every_sketch_and_where_its_candidates_stand_in_the_single_lists() -> None:
    library, record = library_with_search(candidates=4)
    second = stored(library, replace(record, candidates=record.candidates[:2]), 8)
    fused = stored(library, replace(record, parts=(record.search_id, second.search_id)), 999)
    report = document(library, fused.search_id)
    titles = [each.title for each in report.sections]
    assert titles[4:7] == ["Sketch 1 of 2 (search 1)", "Sketch 2 of 2 (search 2)", "Several sketches"]
    grid = next(block for block in section(report, "Several sketches").blocks if isinstance(block, Grid))
    assert grid.rows[1] == ("2", "S-0002", "search 1: 2; search 2: 2")
    assert grid.rows[3] == ("4", "S-0004", "search 1: 4; search 2: not listed")
    plate = next(block for each in report.sections for block in each.blocks if isinstance(block, Plate))
    assert len(plate.originals.pictures) == len(plate.crops.pictures) == 3
    shown = facts(search_section(fused, None))
    assert (shown["Fuses the searches"], shown["Generated samples m"]) == ("1, 2", "10 for each sketch")


def test_a_fused_search_without_candidates_has_no_table() -> None:
    library, record = library_with_search(candidates=0)
    second = stored(library, record, 8)
    fused = stored(library, replace(record, parts=(record.search_id, second.search_id)), 9)
    blocks = section(document(library, fused.search_id), "Several sketches").blocks
    assert not [block for block in blocks if isinstance(block, Grid)]
