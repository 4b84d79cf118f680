"""Recovery keys: what is printed is read back, and typing errors are told where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import WrongPassphraseError
from forensic_id.security.recovery_code import CODE_BYTES, read_code, written_code

SECRETS = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(secret=SECRETS)
def test_a_printed_key_is_read_back_however_it_is_spaced(secret: bytes) -> None:
    text = written_code(secret)
    assert [len(group) for group in text.split("-")] == [5] * 8
    assert read_code(text) == read_code(text.lower().replace("-", "  ")) == secret
    assert read_code(text.replace("0", "o").replace("1", "l")) == secret


@given(secret=SECRETS, place=st.integers(0, 39), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(secret: bytes, place: int, other: str) -> None:
    compact = written_code(secret).replace("-", "")
    wrong = compact[:place] + other + compact[place + 1 :]
    if wrong == compact:
        return
    with pytest.raises(WrongPassphraseError, match=f"Group {place // 5 + 1} "):
        read_code(wrong)


@given(secret=SECRETS, group=st.integers(0, 7), pair=st.tuples(st.integers(0, 4), st.integers(0, 4)))
def test_two_exchanged_characters_name_their_group(secret: bytes, group: int, pair: tuple[int, int]) -> None:
    characters = list(written_code(secret).replace("-", ""))
    first, second = (group * 5 + each for each in pair)
    if characters[first] == characters[second]:
        return
    characters[first], characters[second] = characters[second], characters[first]
    with pytest.raises(WrongPassphraseError, match=f"Group {group + 1} "):
        read_code("".join(characters))


def test_groups_in_another_order_are_told() -> None:
    groups = written_code(bytes(range(CODE_BYTES))).split("-")
    with pytest.raises(WrongPassphraseError, match="Group 3"):
        read_code("-".join([*groups[:2], groups[3], groups[2], *groups[4:]]))


@pytest.mark.parametrize("text", ["", "ABC", "0" * 41])
def test_a_key_of_another_length_is_told(text: str) -> None:
    with pytest.raises(WrongPassphraseError, match=f"these are {len(text)} characters"):
        read_code(text)


def test_characters_outside_the_alphabet_are_told() -> None:
    with pytest.raises(WrongPassphraseError, match="Group 1"):
        read_code("U" + written_code(bytes(CODE_BYTES))[1:])
