"""The arithmetic of the audit chain: what an entry's hash covers, and whether one entry follows another.

`entry_hash` is the SHA-256 of the canonical JSON (`core.canonical_json`) of sequence, at, actor, action, subject,
details and previous_hash; the first entry's previous_hash is 64 zeros.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import InvalidInputError, TamperedError
from forensic_id.core.records import AuditEntry
from forensic_id.core.retention import ERASING_ACTIONS

ADVICE = "Keep the library as it is, and compare it with a backup."
_QUOTED = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """Sequence and hash of an entry; sequence 0 and 64 zeros before the first."""

    sequence: int
    entry_hash: str


EMPTY_CHAIN = ChainHead(sequence=0, entry_hash="0" * 64)


class Link(NamedTuple):
    """What the hash of an entry covers; `details_text` is canonical JSON. A million of them are checked in a row."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details_text: str
    previous_hash: str


Redactions = Mapping[int, tuple[int, str]]
"""By the number of a redacted entry: the number of the erasure, and the SHA-256 of what is left of the entry.

An erasure takes the personal data of an erased person out of older entries (`storage.redaction`). The hash covers the
canonical JSON of subject and details.
"""
NOTHING_REDACTED: Redactions = {}


def link_sha256(link: Link) -> str:
    """The hash of an entry.

    The text is put together here instead of being encoded as a whole: quoted strings end where they end, so no two
    links have one text, and the details need not be read. Raises InvalidInputError for text that is no Unicode.
    """
    text = (
        f'{{"action":{_QUOTED(link.action)},"actor":{_QUOTED(link.actor)},"at":{_QUOTED(link.at)},'
        f'"details":{link.details_text},"previous_hash":{_QUOTED(link.previous_hash)},'
        f'"sequence":{link.sequence},"subject":{_QUOTED(link.subject)}}}'
    )
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"{error.object!r} holds characters that are not valid Unicode.") from error


def link_of(entry: AuditEntry) -> Link:
    """The part of an entry that its hash covers."""
    return Link(
        sequence=entry.sequence,
        at=entry.at,
        actor=entry.actor,
        action=entry.action,
        subject=entry.subject,
        details_text=canonical_json(entry.details),
        previous_hash=entry.previous_hash,
    )


def check_link(link: Link, entry_hash: str, last: ChainHead, redacted: Redactions = NOTHING_REDACTED) -> ChainHead:
    """Check an entry against the one before it; return the new head.

    Raises TamperedError naming the entry that is missing, replaced or altered.
    """
    if link.sequence != last.sequence + 1:
        raise TamperedError(f"Entry {last.sequence + 1} of the audit log is missing or was moved. {ADVICE}")
    if link.previous_hash != last.entry_hash:
        raise TamperedError(
            f"Entry {link.sequence} of the audit log does not follow entry {last.sequence}: one was replaced. "
            f"{ADVICE}"
        )
    check_text(link, entry_hash, redacted)
    return ChainHead(sequence=link.sequence, entry_hash=entry_hash)


def check_text(link: Link, entry_hash: str, redacted: Redactions = NOTHING_REDACTED) -> None:
    """Raise TamperedError unless the entry has its hash, or is what an erasure declares to be left of it."""
    if link_sha256(link) != entry_hash and not is_declared(link, redacted):
        raise altered_entry(link.sequence)


def is_declared(link: Link, redacted: Redactions) -> bool:
    """Whether a later erasure declares exactly this text."""
    by, digest = redacted.get(link.sequence, (0, ""))
    text = f"[{_QUOTED(link.subject)},{link.details_text}]"
    return by > link.sequence and hashlib.sha256(text.encode("utf-8")).hexdigest() == digest


def redactions_in(entries: Iterable[AuditEntry]) -> dict[int, tuple[int, str]]:
    """What the erasures among these entries declare."""
    found: dict[int, tuple[int, str]] = {}
    for entry in entries:
        told = entry.details.get("redacted") if entry.action in ERASING_ACTIONS else None
        for number, digest in told.items() if isinstance(told, dict) else ():
            if number.isdecimal():
                found[int(number)] = (entry.sequence, str(digest))
    return found


def altered_entry(sequence: int) -> TamperedError:
    """What is said of an entry that is not what was written."""
    return TamperedError(f"Entry {sequence} of the audit log was altered. {ADVICE}")
