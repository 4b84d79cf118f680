"""ANSI/NIST-ITL transactions (NIST SP 500-290) as services see them: faces with what is said of them.

A transaction is a file of records: Type-1 (what it is), Type-2 (whom it is about), Type-10 (a face, among others).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from forensic_id.core.records import SubjectDetails

TRANSACTION_ENDINGS = (".an2", ".nist", ".nst", ".eft", ".ebts")
"""Of files that are taken for transactions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceRecord:
    """A Type-10 record with a face: its place in the transaction, counted from 1, the picture's bytes, and fields.

    `subject` and `photo` hold text by the field names of `core.personal_data`.
    """

    place: int
    picture: bytes
    ending: str
    subject: Mapping[str, str]
    photo: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRecord:
    """A record that cannot be used, and why; place 0: the transaction as a whole."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceToSend:
    """A photo to be written: original bytes, booking date (YYYY-MM-DD or empty) and source."""

    picture: bytes
    name: str
    booking_date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionHead:
    """What Type-1 says: agency that sends (1.008), number of the transaction (1.009), date (YYYY-MM-DD)."""

    agency: str
    number: str
    date: str


class TransactionReader(Protocol):
    """Reads transactions (exchange.nist_reading)."""

    def faces(self, path: Path) -> Iterator[FaceRecord | BrokenRecord]:
        """The Type-10 records with faces, one at a time; broken ones in their place. Raises OSError."""
        ...


class TransactionWriter(Protocol):
    """Writes transactions (exchange.nist_writing)."""

    def transaction(self, head: TransactionHead, subject: SubjectDetails, faces: tuple[FaceToSend, ...]) -> bytes:
        """One transaction about one person. Raises InvalidInputError for a picture that Type-10 cannot hold."""
        ...
