"""Sealed files open unchanged, under their own identity, and not otherwise."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import TamperedError
from forensic_id.security.ciphers import AesGcmSeal, derived_key

KEY = bytes(range(32))


@given(data=st.binary(max_size=300), identity=st.text(max_size=20).filter(lambda text: text.isprintable()))
def test_what_is_sealed_is_unsealed(data: bytes, identity: str) -> None:
    sealed = AesGcmSeal(KEY).seal(data, identity)
    assert AesGcmSeal(KEY).unseal(sealed, identity) == data
    assert len(sealed) == len(data) + 8 + 12 + 16


def test_the_form_is_the_documented_one() -> None:
    sealed = AesGcmSeal(KEY).seal(b"face", "original 1")
    assert sealed[:8] == b"FIDSEAL\x01"
    assert AESGCM(KEY).decrypt(sealed[8:20], sealed[20:], b"FIDSEAL\x01original 1") == b"face"


def test_no_two_seals_are_alike() -> None:
    seal = AesGcmSeal(KEY)
    assert seal.seal(b"face", "a") != seal.seal(b"face", "a")


@pytest.mark.parametrize("place", [0, 7, 8, 19, 20, 23, 24, -1])
def test_every_changed_byte_is_noticed(place: int) -> None:
    sealed = bytearray(AesGcmSeal(KEY).seal(b"face", "a"))
    sealed[place] ^= 1
    with pytest.raises(TamperedError):
        AesGcmSeal(KEY).unseal(bytes(sealed), "a")


@pytest.mark.parametrize(("key", "identity", "kept"), [(KEY, "b", None), (bytes(32), "a", None), (KEY, "a", 30)])
def test_another_place_another_key_or_a_cut_file_is_refused(key: bytes, identity: str, kept: int | None) -> None:
    sealed = AesGcmSeal(KEY).seal(b"face", "a")[:kept]
    with pytest.raises(TamperedError):
        AesGcmSeal(key).unseal(sealed, identity)


def test_derived_keys_differ_by_purpose_and_have_the_size_asked_for() -> None:
    assert derived_key(KEY, "files") != derived_key(KEY, "database")
    assert len(derived_key(KEY, "key id", size=16)) == 16
