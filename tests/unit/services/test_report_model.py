"""What the report's section on the search says of the model."""

from __future__ import annotations

from forensic_id.core.preprocessing import PhotoTones
from forensic_id.core.report import Facts, ModelFacts
from forensic_id.services.report_sections import search_section
from tests.unit.services.stored_search import BUNDLE, library_with_search


def rows(tones: PhotoTones | None) -> dict[str, str]:
    _library, record = library_with_search()
    model = ModelFacts(bundle_id=BUNDLE, name="compact 1", photo_tones=tones)
    (block,) = search_section(record, model).blocks
    assert isinstance(block, Facts)
    return {row[0]: row[1] for row in block.rows}


def test_the_tones_that_photos_are_read_in_are_printed_where_the_model_has_any() -> None:
    words = "Photos are read in the tones"
    assert words not in rows(None)
    assert rows(PhotoTones(exponent=0.3, level=0.6))[words] == "0.6 x (grey / mean grey) ^ 0.3"
