"""Features for a new bundle, from the stored crops."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import CancelledError
from forensic_id.core.progress import Progress
from forensic_id.services.embed_gallery import embed_gallery
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    for number in range(40):
        enrol(library.gallery, f"{number}")
    return library


def test_all_photos_get_the_feature_of_their_crop_under_the_new_bundle(library: InMemoryLibrary) -> None:
    encoder = FakeFaceEncoder(bundle_id="new", feature_size=5)
    reports: list[Progress] = []

    assert embed_gallery(library=library, encoder=encoder, progress=reports.append) == 40

    table = library.gallery.features("new")
    crops = np.stack([library.gallery.crop(int(photo_id)) for photo_id in table.photo_ids])
    np.testing.assert_array_equal(table.features, FakeFaceEncoder(feature_size=5).encode_photos(crops))
    assert encoder.batches == [32, 8]
    assert encoder.modalities == ["photos", "photos"]
    assert [report.done for report in reports] == [0, 32, 40]
    assert [entry.action for entry in library.audit.list[-2:]] == ["features.add", "features.add"]


def test_nothing_is_encoded_when_nothing_lacks(library: InMemoryLibrary) -> None:
    encoder = FakeFaceEncoder()
    assert embed_gallery(library=library, encoder=encoder) == 0
    assert encoder.batches == []


def test_a_stopped_run_keeps_its_batches_and_the_next_one_goes_on(library: InMemoryLibrary) -> None:
    encoder = FakeFaceEncoder(bundle_id="new")
    with pytest.raises(CancelledError):
        embed_gallery(library=library, encoder=encoder, cancelled=lambda: len(encoder.batches) == 1)
    assert embed_gallery(library=library, encoder=encoder) == 8
    assert library.gallery.photos_without_feature("new") == ()


def test_all_features_are_computed_anew_on_demand(library: InMemoryLibrary) -> None:
    enrol(library.gallery, "other model", encoder=FakeFaceEncoder(bundle_id="old"))
    encoder = FakeFaceEncoder()
    assert embed_gallery(library=library, encoder=encoder, anew=True) == 41
    assert encoder.batches == [32, 9]
    assert library.gallery.photos_without_feature(encoder.bundle_id) == ()
