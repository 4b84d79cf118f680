"""Anchors of the audit log: its head at a moment, signed, in a file outside the library.

A hash chain shows every change but two: its end cut off, and all of it written anew, together with `audit.head`. Both
are found by whoever kept an anchor from before where the library's writers cannot reach it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from forensic_id.core.audit_chain import ChainHead
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.signing import Signature, signature_fields, signature_from

FORMAT = "forensic_id audit anchor 1"
DEFAULT_EVERY = 1000
"""Entries after which another anchor is due, though the last one is of today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The head of a log at a moment (ISO 8601, UTC). `library` is the hash of the log's first entry."""

    library: str
    head: ChainHead
    at: str
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchoring:
    """Where the anchors of a library go, and how often."""

    file: Path
    every: int = DEFAULT_EVERY


class AnchorFile(Protocol):
    """A file of anchors, one a line (exchange.anchor_files)."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    def read(self) -> tuple[Anchor | None, ...]:
        """All anchors in order, None for a line that is none. Raises InvalidInputError when it cannot be read."""
        ...

    def append(self, anchor: Anchor) -> None:
        """Add one at the end. Raises LibraryError when it cannot be written."""
        ...


class AnchoringChoice(Protocol):
    """What was chosen for a library on this computer (exchange.anchor_files)."""

    def read(self) -> Anchoring | None:
        """None: nothing was chosen."""
        ...

    def write(self, anchoring: Anchoring | None) -> None:
        """Choose. Raises LibraryError."""
        ...


def signed_text(library: str, head: ChainHead, at: str) -> bytes:
    """What the signature of an anchor covers."""
    return canonical_json(
        {"format": FORMAT, "library": library, "sequence": head.sequence, "entry_hash": head.entry_hash, "at": at}
    ).encode("utf-8")


def anchor_fields(anchor: Anchor) -> dict[str, Any]:
    """Plain data for JSON."""
    return {
        "format": FORMAT,
        "library": anchor.library,
        **asdict(anchor.head),
        "at": anchor.at,
        "signature": signature_fields(anchor.signature),
    }


def anchor_from(fields: object) -> Anchor:
    """Read back what `anchor_fields` made. Raises InvalidInputError for anything else."""
    broken = InvalidInputError("This is no anchor of an audit log.")
    if not isinstance(fields, Mapping) or fields.get("format") != FORMAT:
        raise broken
    texts = [fields.get(name) for name in ("library", "entry_hash", "at")]
    sequence, signature = fields.get("sequence"), fields.get("signature")
    if not all(isinstance(text, str) for text in texts) or type(sequence) is not int or sequence < 1:
        raise broken
    library, entry_hash, at = map(str, texts)
    return Anchor(
        library=library,
        head=ChainHead(sequence=sequence, entry_hash=entry_hash),
        at=at,
        signature=signature_from(signature if isinstance(signature, Mapping) else {}),
    )
