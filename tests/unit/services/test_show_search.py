"""Stored searches and single pictures as pages and commands read them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.services.choose_policy import policy_in_force
from forensic_id.services.manage_cases import close_case
from forensic_id.services.show_pictures import photo_original, photo_thumbnail, sketch_thumbnail
from forensic_id.services.show_search import case_for_search, list_records, name_candidates, show_search
from tests.unit.services.search_desk import CASE, SearchDesk, search_desk
from tests.unit.services.searching import searched


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


def test_a_record_is_found_by_number_and_by_case(desk: SearchDesk) -> None:
    record = searched(desk, "anna-2019")
    assert show_search(desk.library, record.search_id) == record
    assert list_records(desk.library) == list_records(desk.library, CASE) == (record,)
    with pytest.raises(NotFoundError):
        show_search(desk.library, 99)


def test_candidates_are_named_by_what_the_gallery_holds_now(desk: SearchDesk) -> None:
    record = searched(desk, "boris")
    desk.library.gallery.remove_subject("boris")
    gone, held = name_candidates(desk.library, record.candidates[:2])
    assert gone.subject is None
    assert held.subject is not None


def test_a_closed_case_takes_no_search(desk: SearchDesk) -> None:
    assert case_for_search(desk.library, CASE).number == CASE
    close_case(desk.library, CASE)
    with pytest.raises(InvalidInputError, match="closed"):
        case_for_search(desk.library, CASE)


def test_pictures_are_those_of_the_stores(desk: SearchDesk) -> None:
    record = searched(desk, "boris")
    library, photo = desk.library, record.candidates[0].photo_id
    assert photo_original(library, photo) == b"IMG:boris"
    np.testing.assert_array_equal(photo_thumbnail(library, photo), library.gallery.thumbnail(photo))
    np.testing.assert_array_equal(sketch_thumbnail(library, record.search_id), library.cases.sketch_crop(1))
    assert policy_in_force(library).name == "default"
