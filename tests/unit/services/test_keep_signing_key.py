"""The signing key is replaced with an entry in the log, and its public half handed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.services.keep_signing_key import export_public_key, replace_signing_key
from tests.fakes.fake_signing_key import FakeSigningKey
from tests.fakes.in_memory_library import InMemoryLibrary


def test_a_replaced_key_is_logged_with_both_names() -> None:
    library, key = InMemoryLibrary(), FakeSigningKey()
    first = replace_signing_key(library, key, "")
    second = replace_signing_key(library, key, "secret")
    assert key.fingerprint == second != first
    entry = library.audit.list[-1]
    assert (entry.action, entry.details) == ("key.replace", {"before": first, "after": second})


def test_the_public_key_is_written(tmp_path: Path) -> None:
    key = FakeSigningKey()
    with pytest.raises(InvalidInputError):
        export_public_key(key, tmp_path / "key.pem")
    key.replace("")
    assert export_public_key(key, tmp_path / "key.pem").read_bytes() == b"PUBLIC KEY 1"
