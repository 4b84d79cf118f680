"""What a password has to be."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.passwords import check_password, normal_password


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staple", "Žluťoučký kůň úpěl", "ラーメンを食べに行きましょう今夜は", "fg7 Kp2 zzQ 19-x"],
)
def test_long_phrases_of_any_script_are_good(password: str) -> None:
    check_password(password, name="k.osei")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short words", "at least 12 characters"),
        ("x y" * 100, "at most 256"),
        ("the K.OSEI phrase", "contains the account's name"),
        ("aaaaaaaaaaaaaaaa", "easily guessed"),
        ("password12345678", "easily guessed"),
        ("Passwort!Passwort!", "easily guessed"),
        ("qwertyuiopasdfghjkl", "easily guessed"),
        ("987654321098765", "easily guessed"),
        ("Osei-Administrator-1", "easily guessed"),
        ("1q2w3e4r5t6z7u8i", "easily guessed"),
    ],
)
def test_what_is_guessed_first_is_refused_with_the_reason(password: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        check_password(password, name="k.osei")


def test_a_password_is_the_same_however_a_keyboard_composes_it() -> None:
    assert normal_password("Zoe\u0308") == normal_password("Zo\u00eb")
