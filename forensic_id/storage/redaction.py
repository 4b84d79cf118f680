"""Takes the personal data of erased people out of the audit log, in a way that the chain stays checkable.

A redacted entry keeps its number, time, actor, action and hashes; of its subject and details the personal values are
replaced by a mark. Its own hash then no longer fits, so the entry of the erasure declares the SHA-256 of what is left
(`declared`): verification accepts exactly that text and no other (`storage.audit`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forensic_id.core.canonical_json import canonical_json, canonical_sha256
from forensic_id.core.retention import ERASED, ERASING_ACTIONS
from forensic_id.storage.database import Database

_UNTOUCHED = ("photo.enrol", "photo.edit", "features.add", "search.add", "review.save", "candidate.view")
"""Actions of most entries of a log: found by the photo they are about, or without anything that names a person."""
_PERSONAL = {"subject", "photo", "before", "after", "file_name", "salt", "reason"}
"""Details that describe a person or photo, in an entry that is about one."""
_ENTRY = "SELECT sequence, subject, details FROM audit_entries WHERE subject = ?"
_OTHERS = f"""
SELECT sequence, subject, details FROM audit_entries
WHERE action NOT IN ({", ".join("?" * len(_UNTOUCHED + ERASING_ACTIONS))})
"""  # noqa: S608 - our own text


@dataclass(slots=True, kw_only=True)
class ErasedPerson:
    """Whose data go: photos by id with file names; `words` are names and external ids, none for photos alone."""

    subject_id: int
    photos: Mapping[int, str]
    words: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    """External ids, those of former times too: entries about a person are found by them."""


def redact(database: Database, people: Sequence[ErasedPerson]) -> dict[int, dict[str, str]]:
    """Redact all entries that name these people, inside the open transaction.

    Returns, by subject, sequence and SHA-256 of every entry that was redacted: `declared` reads them again.
    """
    told: dict[int, dict[str, str]] = {person.subject_id: {} for person in people}
    for person in people:
        _learn_former_words(database, person)
        for row in list(_about(database, person)):
            store_redacted(database, row, _without_personal_data(row, person), told[person.subject_id])
    _redact_mentions(database, people, told)
    return told


def declared(database: Database) -> dict[int, tuple[int, str]]:
    """What erasures say of redacted entries: sequence of the latest erasure and SHA-256 of the text left."""
    marks = ", ".join("?" * len(ERASING_ACTIONS))
    sql = f"SELECT sequence, details FROM audit_entries WHERE action IN ({marks}) ORDER BY sequence"  # noqa: S608
    found: dict[int, tuple[int, str]] = {}
    for sequence, text in database.rows(sql, ERASING_ACTIONS):
        for redacted, digest in _redacted(text).items():
            found[int(redacted)] = (sequence, str(digest))
    return found


def text_sha256(subject: str, details: Mapping[str, Any]) -> str:
    """The hash by which an erasure declares a redacted entry."""
    return canonical_sha256([subject, details])


def _redacted(text: str) -> dict[str, Any]:
    try:
        redacted = json.loads(text)["redacted"]
        return {number: digest for number, digest in redacted.items() if number.isdecimal()}
    except (ValueError, TypeError, KeyError, AttributeError):  # altered: its own check tells
        return {}


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """What can be redacted of an entry, and its number."""

    sequence: int
    subject: str
    details: dict[str, Any]


def _learn_former_words(database: Database, person: ErasedPerson) -> None:
    """Names and ids that edits have replaced, and the ids before those."""
    asked: set[str] = set()
    while new := person.ids - asked:
        asked |= new
        for row in _of_subjects(database, person, new):
            for details in (row.details.get("before"), row.details.get("after")):
                if isinstance(details, dict):
                    person.ids.add(str(details.get("external_id", "")))
                    person.words |= {str(details.get(name, "")) for name in ("external_id", "name")}
    person.words.discard("")
    person.ids.discard("")


def _about(database: Database, person: ErasedPerson) -> Iterator[LoggedRow]:
    former = _former_photos(database, person) if person.ids else ()
    yield from _rows(database, (f"photo {photo_id}" for photo_id in (*person.photos, *former)))
    yield from _of_subjects(database, person, person.ids)


def _former_photos(database: Database, person: ErasedPerson) -> tuple[str, ...]:
    """Photos that were removed one by one: the log still describes them."""
    rows = database.execute("SELECT subject, details FROM audit_entries WHERE action = 'photo.remove'").fetchall()
    return tuple(
        subject.removeprefix("photo ")
        for subject, details in rows
        if json.loads(details).get("subject_id") == person.subject_id
    )


def _of_subjects(database: Database, person: ErasedPerson, ids: Iterable[str]) -> Iterator[LoggedRow]:
    """Entries about somebody with this external id, unless they say that it was another person's then."""
    for row in _rows(database, [f"subject {external_id}" for external_id in ids]):
        if row.details.get("subject_id", person.subject_id) == person.subject_id:
            yield row


def _rows(database: Database, subjects: Iterable[str]) -> Iterator[LoggedRow]:
    for subject in subjects:
        for row in database.execute(_ENTRY, (subject,)).fetchall():
            yield LoggedRow(row[0], row[1], json.loads(row[2]))


def _without_personal_data(row: LoggedRow, person: ErasedPerson) -> LoggedRow:
    words = person.words | set(person.photos.values())
    details = {
        key: _all_erased(value) if key in _PERSONAL else _words_erased(value, words)
        for key, value in row.details.items()
    }
    photo_entry = row.subject.startswith("photo ")
    return LoggedRow(row.sequence, row.subject if photo_entry else f"subject no. {person.subject_id}", details)


def _all_erased(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _all_erased(inner) for key, inner in value.items()}
    return ERASED


def _words_erased(value: Any, words: set[str]) -> Any:
    """Texts in which one of the words occurs are erased whole."""
    if isinstance(value, str):
        return ERASED if any(word in value for word in words) else value
    return mapped(value, lambda inner: _words_erased(inner, words))


def _equals_erased(value: Any, words: Mapping[str, int], met: set[int]) -> Any:
    """Texts that are one of the words are erased; `met` learns whose they were."""
    if isinstance(value, str):
        if value not in words:
            return value
        met.add(words[value])
        return ERASED
    return mapped(value, lambda inner: _equals_erased(inner, words, met))


def mapped(value: Any, change: Any) -> Any:
    """A list or dictionary with `change` made to each value; anything else as it is."""
    if isinstance(value, dict):
        return {key: change(inner) for key, inner in value.items()}
    return [change(inner) for inner in value] if isinstance(value, list) else value


def _redact_mentions(database: Database, people: Sequence[ErasedPerson], told: dict[int, dict[str, str]]) -> None:
    """Entries about something else that hold a name, an id or a file name as a value (exports, comparisons)."""
    words = {word: each.subject_id for each in people for word in (*each.words, *each.photos.values()) if word}
    by_id = {each.subject_id: each for each in people}
    for sequence, subject, text in database.execute(_OTHERS, (*_UNTOUCHED, *ERASING_ACTIONS)).fetchall():
        row = LoggedRow(sequence, subject, json.loads(text))
        met: set[int] = set()
        about = row.details.get("subject_id")
        if about in by_id and by_id[about].words:
            met.add(about)
            changed = _without_personal_data(row, by_id[about])
        else:
            changed = LoggedRow(sequence, subject, _equals_erased(row.details, words, met))
        for subject_id in sorted(met)[:1]:
            store_redacted(database, row, changed, told[subject_id])


def store_redacted(database: Database, before: LoggedRow, after: LoggedRow, told: dict[str, str]) -> None:
    """Put what is left of an entry in its place, inside the open transaction; `told` learns its hash."""
    if before == after:
        return
    text = canonical_json(after.details)
    database.execute("INSERT INTO redactions VALUES (?, ?, ?)", (after.sequence, after.subject, text))
    database.execute(
        "UPDATE audit_entries SET subject = ?, details = ? WHERE sequence = ?", (after.subject, text, after.sequence)
    )
    database.execute("DELETE FROM redactions WHERE sequence = ?", (after.sequence,))
    told[str(after.sequence)] = text_sha256(after.subject, after.details)
