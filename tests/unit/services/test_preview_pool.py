from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import parse_filter
from forensic_id.core.records import PoolSize, RecordedValue
from forensic_id.services.preview_pool import FieldChoice, filter_choices, preview_pool
from forensic_id.services.search_pool import load_pool
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import SearchDesk, search_desk


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


def test_people_and_photos_are_counted_before_and_after_the_filters(desk: SearchDesk) -> None:
    preview = preview_pool(desk.library, BUNDLE_ID, [parse_filter("sex=Female")])
    assert (preview.gallery, preview.pool) == (PoolSize(subjects=10, photos=11), PoolSize(subjects=9, photos=10))
    assert (preview.obstacle, preview.warnings) == ("", ())
    assert preview.excluded_share == pytest.approx(0.1)


def test_the_warnings_are_those_of_the_search_itself(desk: SearchDesk) -> None:
    filters = [parse_filter("sex=male")]
    desk.enrol("clara", "clara", sex="female", bundle_id="d" * 64)
    preview = preview_pool(desk.library, BUNDLE_ID, filters)
    assert preview.warnings == load_pool(desk.library.gallery, BUNDLE_ID, filters).warnings
    assert "more than nine in ten" in preview.warnings[1]


def test_a_pool_without_photos_says_so_like_the_search(desk: SearchDesk) -> None:
    preview = preview_pool(desk.library, BUNDLE_ID, [parse_filter("sex=unknown")])
    assert preview.pool == PoolSize(subjects=0, photos=0)
    assert preview.obstacle == "No photo passes the filters sex=unknown. Widen or remove a filter."
    assert preview.warnings == ()


def test_an_empty_gallery_is_an_obstacle() -> None:
    preview = preview_pool(InMemoryLibrary(), BUNDLE_ID, [])
    assert "holds no photos" in preview.obstacle
    assert preview.excluded_share == 0.0


def test_a_gallery_without_features_of_the_bundle_is_an_obstacle(desk: SearchDesk) -> None:
    assert "None of the 11 photos" in preview_pool(desk.library, "e" * 64, []).obstacle


def test_a_malformed_filter_is_refused(desk: SearchDesk) -> None:
    with pytest.raises(InvalidInputError):
        preview_pool(desk.library, BUNDLE_ID, [parse_filter("shoe_size=42")])


def test_only_recorded_values_are_offered(desk: SearchDesk) -> None:
    assert filter_choices(desk.library) == (
        FieldChoice(
            field="sex",
            values=(RecordedValue(value="female", subjects=9), RecordedValue(value="male", subjects=1)),
        ),
    )
