"""Setting up, changing and taking away encryption: what is asked, what is logged, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError, WrongPassphraseError
from forensic_id.core.sealing import UNSEALED
from forensic_id.services.encrypt_library import (
    change_passphrase,
    change_recovery_code,
    decrypt_library,
    encrypt_library,
    prepare_encryption,
    recover_access,
    rekey_library,
    unlock_library,
)
from tests.fakes.in_memory_encryption import InMemoryEncryption
from tests.fakes.in_memory_library import InMemoryLibrary

FIRST = "seven green bottles"
SECOND = "three quiet harbours"


@pytest.fixture
def plain(tmp_path: Path) -> InMemoryEncryption:
    return InMemoryEncryption(tmp_path)


@pytest.fixture
def encrypted(plain: InMemoryEncryption) -> InMemoryEncryption:
    encrypt_library(plain, prepare_encryption(plain, FIRST).key)
    return plain


def logged(library: InMemoryLibrary) -> list[tuple[str, object]]:
    return [(entry.action, dict(entry.details)) for entry in library.audit.entries()]


def test_encrypting_converts_under_the_prepared_key_and_goes_on_with_it(plain: InMemoryEncryption) -> None:
    made = prepare_encryption(plain, FIRST)
    assert (made.recovery_code, plain.used) == ("code 1", [])
    assert encrypt_library(plain, made.key) == 3
    assert plain.conversion.done == [("library.encrypt", None, "key 1")]
    assert (plain.used, plain.released, plain.conversion.actor) == (["key 1"], 1, "tester")


def test_a_killed_encryption_goes_on_with_the_same_key_and_a_new_recovery_key(plain: InMemoryEncryption) -> None:
    prepare_encryption(plain, FIRST)
    again = prepare_encryption(plain, FIRST)
    assert (again.key.key_id, again.recovery_code) == ("key 1", "code 2")


def test_another_passphrase_begins_anew(plain: InMemoryEncryption) -> None:
    prepare_encryption(plain, FIRST)
    again = prepare_encryption(plain, SECOND)
    assert (again.key.key_id, plain.conversion.abandoned) == ("key 2", 1)


def test_useless_passphrases_missing_engines_and_encrypted_libraries_are_refused(plain: InMemoryEncryption) -> None:
    with pytest.raises(InvalidInputError, match="at least 12"):
        prepare_encryption(plain, "short")
    with pytest.raises(InvalidInputError, match="more than"):
        prepare_encryption(plain, "abcdefgh" * 200)
    with pytest.raises(InvalidInputError, match="repeats"):
        prepare_encryption(plain, "ab" * 20)
    plain.engine_missing = "Set it up."
    with pytest.raises(LibraryError, match="Set it up"):
        prepare_encryption(plain, FIRST)
    plain.engine_missing = ""
    encrypt_library(plain, prepare_encryption(plain, FIRST).key)
    with pytest.raises(InvalidInputError, match="already"):
        prepare_encryption(plain, FIRST)


def test_unlocking_goes_on_with_the_key(encrypted: InMemoryEncryption) -> None:
    unlock_library(encrypted, FIRST)
    assert encrypted.used == ["key 1", "key 1"]
    with pytest.raises(WrongPassphraseError):
        unlock_library(encrypted, SECOND)


def test_decrypting_asks_for_the_passphrase_and_forgets_the_key(encrypted: InMemoryEncryption) -> None:
    with pytest.raises(WrongPassphraseError):
        decrypt_library(encrypted, SECOND)
    assert decrypt_library(encrypted, FIRST) == 3
    assert encrypted.conversion.done[-1] == ("library.decrypt", "key 1", None)
    assert encrypted.used[-1] is None
    with pytest.raises(InvalidInputError, match="not encrypted"):
        decrypt_library(encrypted, FIRST)


def test_another_key_shows_its_recovery_key_first(encrypted: InMemoryEncryption) -> None:
    shown: list[tuple[str, int]] = []
    rekey_library(
        encrypted, FIRST, show_recovery_code=lambda code: shown.append((code, len(encrypted.conversion.done)))
    )
    assert shown == [("code 2", 1)]
    assert encrypted.conversion.done[-1] == ("library.rekey", "key 1", "key 2")
    assert encrypted.used[-1] == "key 2"


def test_a_new_passphrase_is_set_and_logged_without_either(encrypted: InMemoryEncryption) -> None:
    library = encrypted.library()
    with pytest.raises(WrongPassphraseError):
        change_passphrase(encrypted, current=SECOND, new=SECOND)
    change_passphrase(encrypted, current=FIRST, new=SECOND)
    assert encrypted.vault.unlock(SECOND).key_id == "key 1"
    assert logged(library) == [("library.passphrase", {"key": "key 1", "by": "passphrase"})]


def test_a_new_recovery_key_is_made_and_logged(encrypted: InMemoryEncryption) -> None:
    library = encrypted.library()
    assert change_recovery_code(encrypted, passphrase=FIRST) == "newer code 1"
    assert logged(library) == [("library.recovery_key", {"key": "key 1"})]


def test_the_recovery_key_unlocks_and_sets_a_new_passphrase(encrypted: InMemoryEncryption) -> None:
    library = encrypted.library()
    with pytest.raises(WrongPassphraseError):
        recover_access(encrypted, recovery_code="code 9", new=SECOND)
    recover_access(encrypted, recovery_code="code 1", new=SECOND)
    assert encrypted.vault.unlock(SECOND).key_id == encrypted.used[-1] == "key 1"
    assert logged(library) == [("library.passphrase", {"key": "key 1", "by": "recovery key"})]


def test_a_plain_library_cannot_be_recovered(plain: InMemoryEncryption) -> None:
    with pytest.raises(InvalidInputError, match="not encrypted"):
        unlock_library(plain, FIRST)
    with pytest.raises(InvalidInputError, match="not encrypted"):
        recover_access(plain, recovery_code="code 1", new=SECOND)


def test_without_encryption_files_are_left_as_they_are() -> None:
    assert UNSEALED.unseal(UNSEALED.seal(b"face", "a"), "b") == b"face"
