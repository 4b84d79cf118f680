"""Transactions for tests: JSON in place of ANSI/NIST-ITL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from forensic_id.core.records import SubjectDetails
from forensic_id.core.transactions import BrokenRecord, FaceRecord, FaceToSend, TransactionHead


class FakeTransactionReader:
    """Gives what the test put in; paths in `unreadable` raise OSError."""

    def __init__(self, *records: FaceRecord | BrokenRecord) -> None:
        self.records = records
        self.unreadable: set[str] = set()

    def faces(self, path: Path) -> Iterator[FaceRecord | BrokenRecord]:
        """The records."""
        if path.name in self.unreadable:
            raise PermissionError(13, "Permission denied")
        yield from self.records


class FakeTransactionWriter:
    """Writes JSON."""

    def transaction(self, head: TransactionHead, subject: SubjectDetails, faces: tuple[FaceToSend, ...]) -> bytes:
        """Who sends, about whom, which photos."""
        return json.dumps([asdict(head), asdict(subject), [face.name for face in faces]]).encode()
