"""Hashes of passwords."""

from __future__ import annotations

from forensic_id.security.passwords import Argon2Hasher, Cost

CHEAP = Cost(passes=1, kibibytes=8, lanes=1)


def test_the_right_password_is_right_in_any_composition_and_hashes_differ() -> None:
    hasher = Argon2Hasher(CHEAP)
    first, second = hasher.hashed("Zo\u00eb and the kite"), hasher.hashed("Zo\u00eb and the kite")
    assert first != second
    assert first.startswith("$argon2id$")
    assert hasher.is_password("Zoe\u0308 and the kite", first)
    assert not hasher.is_password("Zoe and the kite", first)


def test_nobody_has_a_password_not_even_an_empty_one() -> None:
    hasher = Argon2Hasher(CHEAP)
    assert not hasher.is_password("", None)
    assert not hasher.is_password("anything", "no hash at all")


def test_a_hash_of_other_parameters_is_outdated() -> None:
    stored = Argon2Hasher(CHEAP).hashed("x")
    assert not Argon2Hasher(CHEAP).outdated(stored)
    assert Argon2Hasher(Cost(passes=2, kibibytes=8, lanes=1)).outdated(stored)


def test_the_usual_cost_is_that_of_rfc_9106() -> None:
    assert (Cost().passes, Cost().kibibytes, Cost().lanes) == (3, 65536, 4)
