"""The audit chain: what it holds, and that any change to it is found and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensic_id.core.audit_chain import ChainHead
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import DefectError, InvalidInputError, TamperedError
from forensic_id.storage.audit_head import read_head, write_head
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.unit.storage.conftest import fixed_clock

ENTRIES = 7


@pytest.fixture
def filled(folder: Path) -> Path:
    """A library at rest with seven entries."""
    library = open_library(folder, actor="Zoë", clock=fixed_clock)
    for number in range(2, ENTRIES + 1):
        library.audit.append("test", f"thing {number}", {"number": number, "text": "äöü"})
    library.close()
    return folder


def tamper(folder: Path, *statements: str) -> None:
    """Change the database behind the library's back."""
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        for name in ("only_grow", "never_change", "never_vanish"):
            connection.execute(f"DROP TRIGGER audit_entries_{name}")
        for statement in statements:
            connection.execute(statement)


def verify(folder: Path) -> int:
    library = open_library(folder, actor="auditor", clock=fixed_clock)
    try:
        return library.audit.verify()
    finally:
        library.close()


def test_entries_hold_what_was_given_and_chain_their_hashes(stored: SqliteLibrary) -> None:
    added = stored.audit.append("test", "thing", {"b": [1, 2.5, None], "a": {"ü": "✓"}, "c": (True,)})
    first, second = stored.audit.entries()
    assert second == added
    assert (first.sequence, first.action, first.previous_hash) == (1, "library.create", "0" * 64)
    assert (second.sequence, second.at, second.actor) == (2, "2025-03-01T12:00:00.123+00:00", "Zoë")
    assert second.details == {"a": {"ü": "✓"}, "b": [1, 2.5, None], "c": [True]}
    assert second.previous_hash == first.entry_hash
    assert stored.audit.verify() == 2


def test_the_hash_covers_the_canonical_json_of_all_other_fields(stored: SqliteLibrary) -> None:
    entry = stored.audit.append("test", "thing", {"b": 1, "a": "ü"})
    text = (
        '{"action":"test","actor":"Zoë","at":"2025-03-01T12:00:00.123+00:00","details":{"a":"ü","b":1},'
        f'"previous_hash":"{entry.previous_hash}","sequence":2,"subject":"thing"}}'
    )
    assert entry.entry_hash == hashlib.sha256(text.encode()).hexdigest()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    max_leaves=8,
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(subject=st.text(), details=st.dictionaries(st.text(), JSON))
def test_any_text_and_any_json_goes_in_and_comes_back(
    stored: SqliteLibrary, subject: str, details: dict[str, object]
) -> None:
    entry = stored.audit.append("test", subject, details)
    *_, last = stored.audit.entries()
    assert last == entry
    assert (last.subject, last.details) == (subject, details)
    assert stored.audit.verify() == entry.sequence


def test_what_json_cannot_say_is_refused_and_leaves_the_chain_as_it_was(stored: SqliteLibrary) -> None:
    with pytest.raises(InvalidInputError, match="Unicode"):
        stored.audit.append("test", "x", {"name": "\udcff"})
    with pytest.raises(InvalidInputError, match="Unicode"):
        stored.audit.append("test", "\udcff", {})
    with pytest.raises(DefectError):
        stored.audit.append("test", "x", {"number": float("nan")})
    with pytest.raises(DefectError):
        stored.audit.append("test", "x", {"thing": object()})
    assert stored.audit.verify() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET actor = 'other' WHERE sequence = 1",
        "DELETE FROM audit_entries WHERE sequence = 1",
        "INSERT INTO audit_entries VALUES (9, '', '', '', '', '{}', '', '')",
        "INSERT OR REPLACE INTO audit_entries VALUES (1, '', '', '', '', '{}', '', '')",
    ],
)
def test_the_database_refuses_changes_to_the_log(filled: Path, statement: str) -> None:
    connection = sqlite3.connect(filled / "library.sqlite3")
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="audit log"):
        connection.execute(statement)
    assert verify(filled) == ENTRIES


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE audit_entries SET actor = 'other' WHERE sequence = 4", 4),
        ("UPDATE audit_entries SET at = '2024' || substr(at, 5) WHERE sequence = 1", 1),
        ("UPDATE audit_entries SET action = 'tesu' WHERE sequence = 7", 7),
        ("UPDATE audit_entries SET subject = '' WHERE sequence = 5", 5),
        ("UPDATE audit_entries SET details = '{\"number\":3}' WHERE sequence = 3", 3),
        ("UPDATE audit_entries SET details = replace(details, ':', ': ') WHERE sequence = 3", 3),
        ("UPDATE audit_entries SET details = 'no json' WHERE sequence = 3", 3),
        ("UPDATE audit_entries SET details = '{\"a\":NaN}' WHERE sequence = 3", 3),
        ('UPDATE audit_entries SET details = \'{"a":"\\ud800"}\' WHERE sequence = 3', 3),
        ("UPDATE audit_entries SET subject = CAST(x'ff' AS TEXT) WHERE sequence = 6", 6),
        ("UPDATE audit_entries SET previous_hash = '0' WHERE sequence = 6", 6),
        ("UPDATE audit_entries SET entry_hash = '0' WHERE sequence = 6", 6),
        ("DELETE FROM audit_entries WHERE sequence = 4", 4),
        ("DELETE FROM audit_entries WHERE sequence <= 2", 1),
        ("UPDATE audit_entries SET sequence = 99 WHERE sequence = 4", 4),
        ("UPDATE audit_entries SET sequence = -sequence WHERE sequence IN (2, 3)", 1),
        (
            "INSERT INTO audit_entries SELECT 0, at, actor, action, subject, '{}', '', '' FROM audit_entries LIMIT 1",
            1,
        ),
    ],
)
def test_a_changed_entry_is_named(filled: Path, statement: str, named: int) -> None:
    tamper(filled, statement)
    with pytest.raises(TamperedError, match=rf"[Ee]ntry {named} "):
        verify(filled)


def test_swapped_entries_are_named(filled: Path) -> None:
    tamper(
        filled,
        "UPDATE audit_entries SET sequence = 100 WHERE sequence = 3",
        "UPDATE audit_entries SET sequence = 3 WHERE sequence = 4",
        "UPDATE audit_entries SET sequence = 4 WHERE sequence = 100",
    )
    with pytest.raises(TamperedError, match="Entry 3 "):
        verify(filled)


@pytest.mark.parametrize("value", ["NULL", "CAST(actor AS BLOB)", "7"])
def test_a_field_that_is_no_text_any_more_is_named(filled: Path, value: str) -> None:
    tamper(
        filled,
        "ALTER TABLE audit_entries RENAME TO strict_entries",
        "CREATE TABLE audit_entries AS SELECT * FROM strict_entries",
        f"UPDATE audit_entries SET actor = {value} WHERE sequence = 4",  # noqa: S608
    )
    with pytest.raises(TamperedError, match="Entry 4 "):
        verify(filled)


def rehash_from(folder: Path, sequence: int) -> None:
    """Alter an entry and forge a consistent chain behind it."""
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        rows = connection.execute("SELECT * FROM audit_entries ORDER BY sequence").fetchall()
        previous = "0" * 64
        for number, at, actor, action, subject, details, _, _ in rows:
            body = {
                "sequence": number,
                "at": at,
                "actor": "forger" if number == sequence else actor,
                "action": action,
                "subject": subject,
                "details": json.loads(details),
                "previous_hash": previous,
            }
            entry_hash = hashlib.sha256(canonical_json(body).encode()).hexdigest()
            connection.execute(
                "UPDATE audit_entries SET actor = ?, previous_hash = ?, entry_hash = ? WHERE sequence = ?",
                (body["actor"], previous, entry_hash, number),
            )
            previous = entry_hash


def test_a_chain_that_was_forged_to_its_end_does_not_match_its_head(filled: Path) -> None:
    tamper(filled)
    rehash_from(filled, 3)
    with pytest.raises(TamperedError, match="rewritten"):
        verify(filled)


def test_a_cut_at_the_end_is_found_even_after_new_entries_were_written(filled: Path) -> None:
    tamper(filled, "DELETE FROM audit_entries WHERE sequence > 5")
    with pytest.raises(TamperedError, match="entries 6 to 7 are missing"):
        verify(filled)
    library = open_library(filled, actor="Zoë")
    for _ in range(4):
        library.audit.append("test", "later", {})
    library.close()
    with pytest.raises(TamperedError, match=r"Entry 7 .* rewritten"):
        verify(filled)


@pytest.mark.parametrize(
    "content", [None, b"", b"[]", b'{"sequence":7}', b'{"sequence":"7","entry_hash":""}', b"\xff"]
)
def test_a_missing_or_broken_head_is_reported_and_stays_so(filled: Path, content: bytes | None) -> None:
    head = filled / "audit.head"
    head.unlink() if content is None else head.write_bytes(content)
    library = open_library(filled, actor="Zoë")
    library.audit.append("test", "later", {})
    with pytest.raises(TamperedError, match=r"audit\.head is missing or unreadable"):
        library.audit.verify()
    library.close()


def test_a_head_left_behind_by_a_kill_is_no_tampering_and_catches_up(filled: Path) -> None:
    library = open_library(filled, actor="Zoë")
    entries = list(library.audit.entries())
    write_head(filled / "audit.head", ChainHead(sequence=4, entry_hash=entries[3].entry_hash))
    assert library.audit.verify() == ENTRIES
    last = library.audit.append("test", "later", {})
    assert read_head(filled / "audit.head") == ChainHead(sequence=8, entry_hash=last.entry_hash)
    library.close()


def test_an_entry_rolled_back_does_not_move_the_head(stored: SqliteLibrary, folder: Path) -> None:
    before = read_head(folder / "audit.head")

    def fail() -> None:
        with stored.transaction():
            stored.audit.append("test", "x", {})
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert read_head(folder / "audit.head") == before
    assert stored.audit.verify() == 1


def test_a_head_that_cannot_be_written_does_not_undo_the_entry(
    stored: SqliteLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    stored.audit.append("test", "x", {})
    monkeypatch.undo()
    assert stored.audit.verify() == 2
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def byte_offsets(database: Path) -> Iterator[int]:
    """Offsets in the file of all bytes of all cells of the audit log's only page."""
    with closing(sqlite3.connect(database)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'audit_entries'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    page = database.read_bytes()[(root - 1) * size : root * size]
    assert page[0] == 10, "the log is one leaf page"
    content = int.from_bytes(page[5:7], "big")
    yield from ((root - 1) * size + offset for offset in range(content, size))


def test_every_flipped_bit_in_the_stored_log_is_found(filled: Path, tmp_path: Path) -> None:
    database = filled / "library.sqlite3"
    sound = database.read_bytes()
    offsets = list(byte_offsets(database))
    assert len(offsets) > 7 * 200
    copy = tmp_path / "copy"
    for number, offset in enumerate(offsets):
        if number % 15:  # a fifteenth of all bytes, every bit in turn, keeps the test short
            continue
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copy(filled / "audit.head", copy)
        data = bytearray(sound)
        data[offset] ^= 1 << (number // 15 % 8)
        (copy / "library.sqlite3").write_bytes(data)
        with pytest.raises(TamperedError, match=r"[Ee]ntry \d+ |[Ee]ntries \d+ to \d+ "):
            verify(copy)
