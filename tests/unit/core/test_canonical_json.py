"""One form of JSON for one value."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.canonical_json import canonical_json, canonical_sha256
from forensic_id.core.errors import DefectError


def test_numbers_of_numpy_are_written_like_pythons() -> None:
    value = {"b": np.float64(0.1), "a": np.int64(3), "c": np.float32(0.5)}
    assert canonical_json(value) == '{"a":3,"b":0.1,"c":0.5}'
    assert canonical_sha256(value) == canonical_sha256({"a": 3, "b": 0.1, "c": 0.5})


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", float("nan")])
def test_a_value_that_json_does_not_know_is_a_defect(value: object) -> None:
    with pytest.raises(DefectError, match="cannot be stored as JSON"):
        canonical_json({"a": value})
