"""Keys and entries that the threads of one program share."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.program import MOST_REMEMBERED, Program
from forensic_id.core.sealing import is_encrypted
from tests.fakes.in_memory_encryption import InMemoryVault, fake_key

PASSPHRASE = "seven green bottles"


def test_the_passphrase_is_asked_for_once_and_only_where_there_is_one(tmp_path: Path) -> None:
    vault = InMemoryVault(tmp_path / "keys.json")
    asked: list[Path] = []

    def ask(folder: Path) -> str:
        asked.append(folder)
        return PASSPHRASE

    program = Program(lambda _folder: vault, ask)
    assert program.key(tmp_path) is None
    key = vault.create(PASSPHRASE, path=vault.path).key
    assert [program.key(tmp_path), program.key(tmp_path)] == [key, key]
    assert asked == [tmp_path]


def test_without_anybody_to_ask_a_library_opens_with_the_key_it_was_unlocked_to(tmp_path: Path) -> None:
    vault = InMemoryVault(tmp_path / "keys.json")
    vault.create(PASSPHRASE, path=vault.path)
    program = Program(lambda _folder: vault)
    assert program.key(tmp_path) is None
    program.use(tmp_path, fake_key("a"))
    assert program.key(tmp_path) == fake_key("a")
    program.use(tmp_path, None)
    assert program.key(tmp_path) is None


def test_the_newest_entries_are_known_as_its_own(tmp_path: Path) -> None:
    program = Program(InMemoryVault)
    for number in range(MOST_REMEMBERED + 1):
        program.note_written(str(number))
    assert len(program.written()) == MOST_REMEMBERED
    assert str(MOST_REMEMBERED) in program.written()
    assert "0" not in program.written()


def test_an_account_holds_in_its_library_until_it_leaves(tmp_path: Path) -> None:
    program = Program(lambda folder: InMemoryVault(folder / "keys.json"))
    program.enter(tmp_path, "anna")
    assert (program.account(tmp_path), program.account(tmp_path / "other")) == ("anna", None)
    program.enter(tmp_path, None)
    assert program.account(tmp_path) is None


def test_a_key_file_makes_a_library_an_encrypted_one(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path)
    (tmp_path / "keys.json").touch()
    assert is_encrypted(tmp_path)
