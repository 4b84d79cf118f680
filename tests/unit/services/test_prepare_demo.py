from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.import_gallery import ImportReport
from forensic_id.services.prepare_demo import DEMO_CASE, demo_sketch, prepare_demo
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.test_choose_policy import STRICT


@pytest.fixture
def people(tmp_path: Path) -> Path:
    (tmp_path / "anna.png").write_bytes(b"IMG:anna")
    (tmp_path / "gallery.csv").write_text("photo,external_id\nanna.png,anna\n", encoding="utf-8")
    (tmp_path / "sketches").mkdir()
    return tmp_path


def prepare(people: Path, library: InMemoryLibrary) -> ImportReport:
    return prepare_demo(
        people,
        library=library,
        loader=FakeImageLoader(),
        aligner=FakeFaceAligner(),
        encoder=FakeFaceEncoder(),
        requester="tester",
    )


def test_the_people_are_enrolled_and_the_case_is_opened_once_under_any_profile(people: Path) -> None:
    library = InMemoryLibrary()
    choose_policy(library, STRICT)
    assert prepare(people, library).enrolled == 1
    assert prepare(people, library).duplicates == 1
    assert [case.number for case in library.cases.cases()] == [DEMO_CASE]


def test_the_first_sketch_is_taken_and_a_folder_without_one_is_refused(people: Path) -> None:
    with pytest.raises(InvalidInputError, match="incomplete"):
        demo_sketch(people)
    for name in ("b.png", "a.jpg", "0.txt"):
        (people / "sketches" / name).touch()
    assert demo_sketch(people).name == "a.jpg"
