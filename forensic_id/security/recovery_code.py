"""A key of 160 bits to be kept on paper: eight groups of four characters and a check character each.

The alphabet is Crockford's base 32 (no I, L, O, U; what looks alike is read alike). The check character is a
Reed-Solomon symbol over GF(32) with x^5 + x^2 + 1: with weights that are different powers of a primitive element, one
wrong character or two exchanged ones in a group are always noticed, and a group in the wrong place is too.
"""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.errors import WrongPassphraseError

CODE_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS, _DATA = 8, 4
_FIELD = 0b100101
"""x^5 + x^2 + 1, primitive over GF(2)."""


def written_code(secret: bytes) -> str:
    """The 20 bytes as they are printed: XXXXX-XXXXX-..."""
    number = int.from_bytes(secret, "big")
    count = _GROUPS * _DATA
    digits = [number >> 5 * (count - 1 - place) & 31 for place in range(count)]
    groups = [digits[start : start + _DATA] for start in range(0, count, _DATA)]
    return "-".join(_text([*group, _check(group, place)]) for place, group in enumerate(groups))


def read_code(text: str) -> bytes:
    """The 20 bytes of a code however it is spaced and in either case.

    Raises WrongPassphraseError that names the first group with a typing error.
    """
    compact = "".join(character for character in text.upper() if character.isalnum()).translate(_ALIKE)
    if len(compact) != _GROUPS * (_DATA + 1):
        raise WrongPassphraseError(
            f"A recovery key has {_GROUPS} groups of {_DATA + 1} characters; these are {len(compact)} characters."
        )
    number = 0
    for place in range(_GROUPS):
        group = compact[place * (_DATA + 1) : (place + 1) * (_DATA + 1)]
        values = [_ALPHABET.find(character) for character in group]
        if min(values) < 0 or _check(values[:_DATA], place) != values[_DATA]:
            raise WrongPassphraseError(f"Group {place + 1} of the recovery key, {group}, holds a typing error.")
        for value in values[:_DATA]:
            number = number << 5 | value
    return number.to_bytes(CODE_BYTES, "big")


def _check(group: Sequence[int], place: int) -> int:
    """Horner's scheme at the element x: weights x^5 for the place, x^4 to x for the characters, 1 for the check."""
    value = place
    for digit in group:
        value = _times_x(value) ^ digit
    return _times_x(value)


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled & 32 else doubled


def _text(values: Sequence[int]) -> str:
    return "".join(_ALPHABET[value] for value in values)
