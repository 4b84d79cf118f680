"""Names of keys as people read and write them."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.signing import fingerprint_of, read_fingerprint, shown_fingerprint


def test_a_fingerprint_is_read_in_every_form_in_which_people_write_it() -> None:
    fingerprint = fingerprint_of(bytes(32))
    shown = shown_fingerprint(fingerprint)
    assert shown.split()[0] == fingerprint[:4]
    for text in (
        fingerprint,
        shown,
        f"SHA256:{fingerprint}",
        fingerprint.upper(),
        shown.replace(" ", ":"),
        f" {shown}\n",
    ):
        assert read_fingerprint(text) == fingerprint


@pytest.mark.parametrize("text", ["", "ab cd", "g" * 64, "0" * 65])
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="64 hexadecimal digits"):
        read_fingerprint(text)
