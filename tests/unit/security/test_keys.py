"""The key file: passphrase, recovery key, changes of both, and what somebody might do to the file."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError, WrongPassphraseError
from forensic_id.security.keys import Argon2Cost, KeyFile

PASSPHRASE = "correct horse battery staple"
OTHER = "völlig anderer Satz, länger"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def vault(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys.json", cost=CHEAP)


def change(vault: KeyFile, part: str, /, **fields: object) -> None:
    content = json.loads(vault.path.read_text())
    content[part].update(fields)
    vault.path.write_text(json.dumps(content))


def test_passphrase_and_recovery_key_unlock_the_same_key(vault: KeyFile) -> None:
    assert not vault.exists()
    made = vault.create(PASSPHRASE, path=vault.path)
    assert vault.exists()
    assert vault.unlock(PASSPHRASE).master == vault.unlock_by_code(made.recovery_code).master == made.key.master
    assert len({made.key.database, made.key.master}) == 2


def test_a_passphrase_is_the_same_however_its_letters_are_composed(vault: KeyFile) -> None:
    vault.create(OTHER, path=vault.path)
    vault.unlock(f" {unicodedata.normalize('NFD', OTHER)} ")


def test_neither_passphrase_nor_keys_stand_in_the_file_or_in_a_text(vault: KeyFile) -> None:
    made = vault.create(PASSPHRASE, path=vault.path)
    stored = vault.path.read_text()
    for secret in (PASSPHRASE, made.recovery_code, made.key.master.hex(), made.key.database.hex()):
        assert secret not in stored + repr(made) + repr(made.key) + str(made)


def test_wrong_secrets_are_sentences(vault: KeyFile, tmp_path: Path) -> None:
    vault.create(PASSPHRASE, path=vault.path)
    foreign = KeyFile(tmp_path / "other", cost=CHEAP).create(PASSPHRASE, path=tmp_path / "other")
    with pytest.raises(WrongPassphraseError, match="capitals"):
        vault.unlock("correct horse battery stable")
    with pytest.raises(WrongPassphraseError, match="not the one of this library"):
        vault.unlock_by_code(foreign.recovery_code)


def test_a_changed_passphrase_keeps_the_key_and_the_recovery_key(vault: KeyFile) -> None:
    made = vault.create(PASSPHRASE, path=vault.path)
    vault.change_passphrase(made.key, OTHER)
    with pytest.raises(WrongPassphraseError):
        vault.unlock(PASSPHRASE)
    assert vault.unlock(OTHER).key_id == vault.unlock_by_code(made.recovery_code).key_id == made.key.key_id


def test_a_new_recovery_key_ends_the_one_before(vault: KeyFile) -> None:
    made = vault.create(PASSPHRASE, path=vault.path)
    newer = vault.change_recovery_code(made.key)
    with pytest.raises(WrongPassphraseError):
        vault.unlock_by_code(made.recovery_code)
    assert vault.unlock_by_code(newer).key_id == vault.unlock(PASSPHRASE).key_id


def test_a_key_can_be_written_anew(vault: KeyFile) -> None:
    made = vault.create(PASSPHRASE, path=vault.path)
    assert vault.create(OTHER, path=vault.path, master=made.key.master).key.key_id == made.key.key_id


@pytest.mark.parametrize("passphrase", ["short", "aaaaaaaaaaaaaaaa", "x" * 2000])
def test_useless_passphrases_are_refused(vault: KeyFile, passphrase: str) -> None:
    with pytest.raises(InvalidInputError, match="passphrase"):
        vault.create(passphrase, path=vault.path)
    assert not vault.exists()


@pytest.mark.parametrize("fields", [{"memory_kib": 128}, {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="}, {"slot": "recovery"}])
def test_altered_parameters_do_not_unlock(vault: KeyFile, fields: dict[str, object]) -> None:
    vault.create(PASSPHRASE, path=vault.path)
    change(vault, "passphrase", **fields)
    with pytest.raises(WrongPassphraseError):
        vault.unlock(PASSPHRASE)


@pytest.mark.parametrize("fields", [{"memory_kib": 1 << 40}, {"passes": "many"}, {"salt": "?"}, {"key": 7}])
def test_parameters_that_cannot_be_are_a_sentence(vault: KeyFile, fields: dict[str, object]) -> None:
    vault.create(PASSPHRASE, path=vault.path)
    change(vault, "passphrase", **fields)
    with pytest.raises(LibraryError, match="damaged"):
        vault.unlock(PASSPHRASE)


def test_a_damaged_recovery_slot_is_a_sentence(vault: KeyFile) -> None:
    made = vault.create(PASSPHRASE, path=vault.path)
    change(vault, "recovery", nonce="?")
    with pytest.raises(LibraryError, match="damaged"):
        vault.unlock_by_code(made.recovery_code)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "forensic_id library keys 1"}'])
def test_a_damaged_key_file_is_a_sentence(vault: KeyFile, text: str) -> None:
    vault.path.write_text(text)
    with pytest.raises(LibraryError, match="damaged"):
        vault.unlock(PASSPHRASE)


def test_a_key_file_that_is_gone_or_cannot_be_written_is_a_sentence(vault: KeyFile, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        vault.unlock(PASSPHRASE)
    with pytest.raises(LibraryError, match="cannot be written"):
        vault.create(PASSPHRASE, path=tmp_path / "nowhere" / "keys.json")


def test_a_cost_that_cannot_be_met_is_a_sentence(tmp_path: Path) -> None:
    costly = KeyFile(tmp_path / "keys.json", cost=Argon2Cost(memory_kib=1, passes=1, lanes=1))
    with pytest.raises(LibraryError, match="cannot be computed"):
        costly.create(PASSPHRASE, path=tmp_path / "keys.json")
