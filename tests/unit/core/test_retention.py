"""Who is named to be erased."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.retention import DueSubject


def test_nobody_is_named_without_photos_unless_it_is_the_whole_person() -> None:
    whole = DueSubject(subject_id=1, external_id="P-7", name="", photo_ids=(), whole=True, until="", holds=())
    with pytest.raises(InvalidInputError, match=r"subject 'P-7' nothing is named"):
        replace(whole, whole=False)
    assert replace(whole, whole=False, photo_ids=(3,)).photo_ids == (3,)
