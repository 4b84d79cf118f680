"""What a password has to be, by NIST SP 800-63B.

Long, of any characters, compared in Unicode's form NFKC, and refused when it is easily guessed; there are no rules
about its composition, and it does not expire.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from forensic_id.core.accounts import folded_name
from forensic_id.core.errors import InvalidInputError

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256


def normal_password(password: str) -> str:
    """The form in which passwords are hashed and compared: the same however a keyboard composes its characters."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, *, name: str) -> None:
    """Raise InvalidInputError with the reason when nobody should use this password for the account of that name."""
    text = normal_password(password)
    if len(text) < SHORTEST_PASSWORD:
        raise InvalidInputError(
            f"The password is too short: it needs at least {SHORTEST_PASSWORD} characters."
            " Several words that do not belong together are easy to remember and hard to guess."
        )
    if len(text) > LONGEST_PASSWORD:
        raise InvalidInputError(f"The password is too long: at most {LONGEST_PASSWORD} characters are used.")
    if folded_name(name) in text.casefold():
        raise InvalidInputError("The password contains the account's name. Choose another one.")
    if len(set(_hard_to_guess(text.casefold(), name))) < _DISTINCT:
        raise InvalidInputError(
            "The password is easily guessed: it is mostly common words, rows of keys or repetitions."
            " Several words that do not belong together are better."
        )


_DISTINCT = 5
"""Different characters that have to be left when all that is guessed first is taken away."""
_RUN = 4
_SHORT_PART = 2
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "1q2w3e4r5t6z7u8i9o0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb",
    "!@#$%^&*()",
)
_COMMON = (
    "administrator", "forensic_id", "forensic-id", "forensicid", "passphrase", "password", "passwort", "kennwort",
    "passw0rd", "p@ssw0rd", "p@ssword", "pa$$word", "changeme", "change-me", "superman", "baseball", "football",
    "princess", "sunshine", "trustno1", "whatever", "computer", "internet", "iloveyou", "starwars", "welcome",
    "willkommen", "forensic", "letmein", "monkey", "dragon", "shadow", "master", "secret", "geheim", "police",
    "polizei", "sheriff", "mugshot", "sketch", "examiner", "reviewer", "auditor", "summer", "winter", "spring",
    "autumn", "sommer", "hello", "hallo", "admin", "login", "user", "test",
)  # fmt: skip


def _hard_to_guess(text: str, name: str) -> str:
    """What is left of a password without common words, parts of the name, and rows of keys."""
    own = (part for part in folded_name(name).replace("-", ".").split(".") if len(part) > _SHORT_PART)
    for word in (*_COMMON, *own):
        text = text.replace(word, " ")
    covered = {
        place
        for start in range(len(text) - _RUN + 1)
        if _in_a_run(text[start : start + _RUN], _RUNS)
        for place in range(start, start + _RUN)
    }
    return "".join(character for place, character in enumerate(text) if place not in covered).replace(" ", "")


def _in_a_run(part: str, runs: Iterable[str]) -> bool:
    return any(part in run or part in run[::-1] for run in runs)
