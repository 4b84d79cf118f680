"""What records say of themselves."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.records import AlignedFace, Box, Filter, QualityFinding


@pytest.mark.parametrize(
    ("filter_", "text"),
    [
        (Filter(name="sex", low="male", high="male"), "sex=male"),
        (Filter(name="birth_year", low="1970", high="1990"), "birth_year=1970..1990"),
        (Filter(name="birth_year", low="", high="1990"), "birth_year=..1990"),
    ],
)
def test_a_filter_prints_as_it_was_written(filter_: Filter, text: str) -> None:
    assert str(filter_) == text


def test_a_face_lists_the_warnings_of_its_findings_only() -> None:
    point = (0.0, 0.0)
    face = AlignedFace(
        crop=np.zeros((112, 112, 3), np.uint8),
        box=Box(x=0, y=0, width=1, height=1),
        landmarks=(point, point, point, point, point),
        landmark_source="manual",
        findings=(
            QualityFinding(measure="sharpness", value=1.0, warning="It is blurred."),
            QualityFinding(measure="eye_distance", value=60.0),
        ),
    )
    assert face.warnings == ("It is blurred.",)
