"""The append-only, hash-chained audit log.

`entry_hash` is the SHA-256 of the canonical JSON (see `core.canonical_json`) of sequence, at, actor, action,
subject, details and previous_hash; the first entry's previous_hash is 64 zeros. Triggers in the database refuse to
change or delete an entry; the chain shows it when somebody does so regardless. One change is allowed: an erasure
takes the personal data of an erased person out of older entries, and declares in its own entry what is left of them
(`storage.redaction`).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.audit_chain import ADVICE, EMPTY_CHAIN, ChainHead, Link, altered_entry, check_link, link_sha256
from forensic_id.core.audit_filter import EVERYTHING, AuditFilter
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import DefectError, InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import AuditEntry
from forensic_id.core.summaries import ActionCount
from forensic_id.storage.audit_head import read_head, write_head
from forensic_id.storage.audit_queries import COUNTS, SELECT, TEXTS, condition, distinct, numbered
from forensic_id.storage.database import Database
from forensic_id.storage.redaction import declared

Clock = Callable[[], datetime]

_log = logging.getLogger(__name__)
_REPORTED = 500
"""Entries between two reports of progress."""


class SqliteAuditLog:
    """The chain in the table `audit_entries`."""

    def __init__(
        self,
        database: Database,
        *,
        head_file: Path,
        actor: str,
        clock: Clock,
        on_append: Callable[[str], None] | None = None,
    ) -> None:
        """`on_append` is told the hash of every entry written here."""
        self._database = database
        self._head_file = head_file
        self._actor = actor
        self._clock = clock
        self._on_append = on_append

    @property
    def actor(self) -> str:
        """Who is written into every entry."""
        return self._actor

    def speak_for(self, actor: str) -> None:
        """Write somebody else into the entries from now on."""
        self._actor = actor

    def append(self, action: str, subject: str, details: Mapping[str, Any]) -> AuditEntry:
        """Add one entry, inside the transaction that is open or in one of its own."""
        with self._database.transaction():
            last = self._last()
            text = canonical_json(dict(details))
            link = Link(
                sequence=last.sequence + 1,
                at=self._clock().isoformat(timespec="milliseconds"),
                actor=self._actor,
                action=action,
                subject=subject,
                details_text=text,
                previous_hash=last.entry_hash,
            )
            entry_hash = link_sha256(link)
            self._database.execute("INSERT INTO audit_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*link, entry_hash))
            self._database.after_transaction(self._advance_head)
        if self._on_append is not None:
            self._on_append(entry_hash)
        fields = link._asdict()
        del fields["details_text"]
        return AuditEntry(**fields, details=json.loads(text), entry_hash=entry_hash)

    def entries(self, wanted: AuditFilter = EVERYTHING) -> Iterator[AuditEntry]:
        """The wanted entries in order. Raises TamperedError at an entry that cannot be read."""
        where, words = condition(wanted)
        for row in self._database.rows(f"{SELECT}{where} ORDER BY sequence", words):
            yield _entry(row)

    def last_sequence(self) -> int:
        """The number of the last entry, 0 when there is none."""
        return self._last().sequence

    def actions(self) -> tuple[str, ...]:
        """The actions that occur, in order."""
        return tuple(row[0] for row in self._database.rows(distinct("action")))

    def actors(self) -> tuple[str, ...]:
        """The people that occur, in order of their names."""
        return tuple(row[0] for row in self._database.rows(distinct("actor")))

    def sequences(self, wanted: AuditFilter = EVERYTHING) -> NDArray[np.int64]:
        """The numbers of the wanted entries (N,), rising."""
        where, words = condition(wanted)
        rows = self._database.rows(f"SELECT sequence FROM audit_entries{where} ORDER BY sequence", words)  # noqa: S608
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def page(self, sequences: Sequence[int]) -> tuple[AuditEntry, ...]:
        """The entries of these numbers, in their order. Raises TamperedError at an entry that cannot be read."""
        rows = self._database.rows(f"{SELECT}{numbered(len(sequences))}", list(sequences))
        found = {row[0]: row for row in rows}
        return tuple(_entry(found[sequence]) for sequence in sequences if sequence in found)

    def action_counts(self) -> tuple[ActionCount, ...]:
        """All entries counted by month, action and person; in this order."""
        return tuple(
            ActionCount(month=month, action=action, actor=actor, entries=entries)
            for month, action, actor, entries in self._database.rows(COUNTS)
        )

    def verify(
        self, *, progress: ProgressListener = ignore_progress, cancelled: CancelCheck = never_cancelled
    ) -> int:
        """Check every link and the head; return the number of entries. The triggers are for `storage.guards`.

        Raises TamperedError naming the first entry that was altered, removed, inserted or moved, CancelledError.
        """
        head = read_head(self._head_file)
        last = EMPTY_CHAIN
        at_head = EMPTY_CHAIN.entry_hash
        try:
            total = self._last().sequence
            redacted = declared(self._database)
            for row in self._database.rows(f"{SELECT} ORDER BY sequence"):
                *fields, entry_hash = _texts(row)
                last = check_link(Link(row[0], *fields), entry_hash, last, redacted)
                if head is not None and last.sequence == head.sequence:
                    at_head = entry_hash
                if last.sequence % _REPORTED == 0:
                    stop_if_cancelled(cancelled)
                    progress(Progress(stage="Checking the audit chain", done=last.sequence, total=total))
        except LibraryError as error:
            raise TamperedError(
                f"The audit log cannot be read beyond entry {last.sequence}, so entry {last.sequence + 1} is broken: "
                f"{error}"
            ) from error
        self._check_head(head, last, at_head)
        return last.sequence

    def _check_head(self, head: ChainHead | None, last: ChainHead, at_head: str) -> None:
        if head is None:
            raise TamperedError(
                f"The file {self._head_file} is missing or unreadable, so entries may be missing after entry "
                f"{last.sequence} of the audit log. {ADVICE}"
            )
        if head.sequence > last.sequence:
            raise TamperedError(
                f"The audit log is cut: entries {last.sequence + 1} to {head.sequence} are missing at its end. "
                f"{ADVICE}"
            )
        if head.entry_hash != at_head:
            raise TamperedError(
                f"Entry {head.sequence} of the audit log is not the one that {self._head_file.name} names: "
                f"the log was rewritten. {ADVICE}"
            )

    def _last(self) -> ChainHead:
        row = self._database.row("SELECT sequence, entry_hash FROM audit_entries ORDER BY sequence DESC LIMIT 1")
        return EMPTY_CHAIN if row is None else ChainHead(sequence=row[0], entry_hash=row[1])

    def _advance_head(self) -> None:
        head = read_head(self._head_file)
        with suppress(LibraryError):
            last = self._last()
            if head is None or head.sequence >= last.sequence or not self._holds(head):
                return
            try:
                write_head(self._head_file, last)
            except OSError as error:
                # The entry is committed already; a head that lags behind is allowed.
                _log.warning("The head of the audit log could not be written: %s", error)

    def _holds(self, head: ChainHead) -> bool:
        if head.sequence == 0:
            return True
        row = self._database.row("SELECT entry_hash FROM audit_entries WHERE sequence = ?", (head.sequence,))
        return row is not None and row[0] == head.entry_hash


def _texts(row: tuple[Any, ...]) -> list[str]:
    """The texts of a row, in the order of `TEXTS`. Raises TamperedError when one is none."""
    types, values = row[1 : 1 + len(TEXTS)], row[1 + len(TEXTS) :]
    if not all(types):
        raise altered_entry(row[0])
    try:
        return [value.decode("utf-8") for value in values]
    except UnicodeDecodeError as error:
        raise altered_entry(row[0]) from error


def _entry(row: tuple[Any, ...]) -> AuditEntry:
    texts = dict(zip(TEXTS, _texts(row), strict=True))
    try:
        details = json.loads(texts["details"])
        as_written = canonical_json(details) == texts["details"]
    except (ValueError, InvalidInputError, DefectError) as error:
        raise altered_entry(row[0]) from error
    if not as_written:
        raise altered_entry(row[0])
    return AuditEntry(**{**texts, "sequence": row[0], "details": details})
