"""An encrypted library from the command line: everything works on it, and its folder tells nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from forensic_id.commands import hidden_input
from forensic_id.core.sealing import NEW_PASSPHRASE_VARIABLE, PASSPHRASE_VARIABLE, RECOVERY_VARIABLE
from forensic_id.security.keys import Argon2Cost
from tests.end_to_end.conftest import Place

FIRST = "seven green bottles"
SECOND = "three quiet harbours"
PICTURES = (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"JFIF", b"IHDR")
"""Shorter beginnings occur in random bytes by chance."""


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases of these tests cost nothing."""
    defaults = Argon2Cost.__init__.__kwdefaults__ or {}
    for name, value in {"memory_kib": 64, "passes": 1, "lanes": 1}.items():
        monkeypatch.setitem(defaults, name, value)


@pytest.fixture
def encrypted(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv(NEW_PASSPHRASE_VARIABLE, FIRST)
    assert place("library", "encrypt").status == 0
    monkeypatch.setenv(PASSPHRASE_VARIABLE, FIRST)
    return place


def stored_secrets(library: Path) -> list[bytes]:
    """Names, a feature, and the beginnings of pictures, as a plain library holds them."""
    with closing(sqlite3.connect(library / "library.sqlite3")) as database:
        (feature,) = database.execute("SELECT feature FROM features LIMIT 1").fetchone()
        (crop,) = database.execute("SELECT crop_png FROM pictures LIMIT 1").fetchone()
    return [feature[:16], feature[-16:], crop[40:72]]


def traces(library: Path, secrets: list[bytes]) -> set[str]:
    """Files that hold any of it."""
    files = [path for path in sorted(library.rglob("*")) if path.is_file()]
    return {path.name for path in files if any(secret in path.read_bytes() for secret in secrets)}


def test_everything_works_and_the_folder_holds_no_face_no_feature_and_no_name(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = [*stored_secrets(place.library), b"Moreau", b"P-1.png", b"robbery", *PICTURES]
    assert "library.sqlite3" in traces(place.library, plain)
    monkeypatch.setenv(NEW_PASSPHRASE_VARIABLE, FIRST)
    done = place("library", "encrypt")
    assert (done.status, done.out.startswith("Recovery key: ")) == (0, True)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, FIRST)
    new = place.folder / "new"
    new.mkdir()
    shutil.copy(place.sketches / "s2.png", new / "Sowah.png")
    steps: list[tuple[str | Path, ...]] = [
        ("gallery", "import", new),
        ("gallery", "edit", "P-1", "name=Kwabena Osei"),
        ("identify", place.sketch, "--case", "7", "--pdf", place.folder / "report.pdf"),
        ("review", "set", "1", "1", "--decision", "excluded", "--reason", "ears differ"),
        ("batch", place.sketches, "--case", "7", "--out", place.folder / "results"),
        ("audit", "verify"),
        ("library", "check"),
        ("library", "backup", place.folder / "backups"),
    ]
    for step in steps:
        outcome = place(*step)
        assert outcome.status == 0, (step, outcome.err)
    assert "Osei" in place("gallery", "list").out
    told = [*plain, b"Osei", b"Sowah", b"ears differ", b"SQLite format", FIRST.encode()]
    assert traces(place.library, told) == set()
    assert traces(place.folder / "backups", told) == set()


def test_a_locked_library_is_a_sentence_and_a_wrong_passphrase_another(
    encrypted: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = encrypted("library", "encrypt")
    assert (again.status, "encrypted already" in again.err) == (1, True)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, SECOND)
    wrong = encrypted("case", "list")
    assert (wrong.status, "does not unlock" in wrong.err) == (1, True)
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    silent = encrypted("case", "list")
    assert (silent.status, PASSPHRASE_VARIABLE in silent.err) == (1, True)
    monkeypatch.setattr(hidden_input, "_somebody_is_there", lambda: True)
    prompts: list[str] = []

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        return FIRST

    monkeypatch.setattr(hidden_input, "getpass", typed)
    assert encrypted("case", "list").status == 0
    assert prompts == [f"Passphrase of {encrypted.library}: "]


def test_passphrase_recovery_key_and_key_are_changed_and_logged(
    encrypted: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = encrypted("library", "recovery-key").out.removeprefix("Recovery key: ").strip()
    monkeypatch.setenv(NEW_PASSPHRASE_VARIABLE, SECOND)
    assert encrypted("library", "passphrase").status == 0
    assert encrypted("case", "list").status == 1
    monkeypatch.setenv(RECOVERY_VARIABLE, f"{code[:-1]}{'0' if code[-1] != '0' else '1'}")
    assert "Group 8" in encrypted("library", "recover").err
    monkeypatch.setenv(RECOVERY_VARIABLE, code)
    monkeypatch.setenv(NEW_PASSPHRASE_VARIABLE, FIRST)
    assert encrypted("library", "recover").status == 0
    assert encrypted("library", "rekey").out.startswith("Recovery key: ")
    assert "not the one of this library" in encrypted("library", "recover").err
    assert encrypted("library", "decrypt").status == 0
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    assert encrypted("audit", "verify").status == 0
    encrypted("audit", "export", encrypted.folder / "log.csv")
    log = (encrypted.folder / "log.csv").read_text()
    for action in ("encrypt", "recovery_key", "passphrase", "rekey", "decrypt"):
        assert f"library.{action}" in log
    assert not any(secret in log for secret in (FIRST, SECOND, code))


def test_a_plain_library_has_nothing_to_unlock(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (PASSPHRASE_VARIABLE, NEW_PASSPHRASE_VARIABLE, RECOVERY_VARIABLE):
        monkeypatch.setenv(variable, FIRST)
    for command in ("decrypt", "rekey", "passphrase", "recovery-key", "recover"):
        assert "not encrypted" in place("library", command).err
    monkeypatch.setenv(NEW_PASSPHRASE_VARIABLE, "short")
    assert "at least 12" in place("library", "encrypt").err
    assert place("case", "list").status == 0
