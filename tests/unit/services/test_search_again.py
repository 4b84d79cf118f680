from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.edits import Mirror
from forensic_id.core.errors import LibraryError
from forensic_id.core.records import Box
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput, SketchOrigin
from forensic_id.services.search_again import sketches_of
from tests.fakes.fake_face_aligner import TEMPLATE
from tests.unit.services.search_desk import CASE, SearchDesk, search_desk
from tests.unit.services.searching import searched


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path / "desk")


def test_a_prepared_sketch_comes_back_as_it_was_prepared(desk: SearchDesk, tmp_path: Path) -> None:
    given = SketchInput(
        path=desk.sketch("sketch.png", "anna-2019"),
        box=Box(x=1, y=2, width=10, height=12),
        landmarks=TEMPLATE,
        edits=(Mirror(),),
        origin=SketchOrigin(kind="drawn", artist="K. Osei", interview_date="2025-01-02", witness="2"),
    )
    record = identify(IdentifyRequest(sketches=(given,), case_number=CASE), desk.tools)
    (found,) = sketches_of(desk.library, record.search_id, tmp_path / "again")
    assert replace(found, path=given.path) == given
    assert found.path.name == "sketch.png"
    assert found.path.read_bytes() == given.path.read_bytes()


def test_searching_again_gives_the_same_list(desk: SearchDesk, tmp_path: Path) -> None:
    record = searched(desk, "anna-2019")
    found = sketches_of(desk.library, record.search_id, tmp_path / "again")
    assert found[0].landmarks is None
    again = identify(IdentifyRequest(sketches=found, case_number=CASE), desk.tools)
    assert again.candidates == record.candidates


def test_all_of_several_fused_sketches_come_back(desk: SearchDesk, tmp_path: Path) -> None:
    record = searched(desk, ("anna-2019", "boris"))
    found = sketches_of(desk.library, record.search_id, tmp_path / "again")
    assert [each.path.read_bytes() for each in found] == [b"IMG:anna-2019", b"IMG:boris"]


def test_a_name_cannot_lead_out_of_the_folder(desk: SearchDesk, tmp_path: Path) -> None:
    record = searched(desk, "anna-2019")
    cases = desk.library.cases
    for name in ("../../outside.png", ""):
        cases.records[record.search_id] = replace(record, sketch=replace(record.sketch, file_name=name))
        (found,) = sketches_of(desk.library, record.search_id, tmp_path / "again")
        assert found.path.parent == tmp_path / "again" / str(record.search_id)


def test_a_folder_that_cannot_be_written_is_told(desk: SearchDesk, tmp_path: Path) -> None:
    record = searched(desk, "anna-2019")
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be written"):
        sketches_of(desk.library, record.search_id, tmp_path / "file" / "again")
