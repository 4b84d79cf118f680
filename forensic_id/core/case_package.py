"""A case package: everything that one case rests on, in one signed file that is checked without a library.

README.txt                          what this is and how it is checked
case.json                           the case
searches/ID/record.json             the search record, in the bytes that the audit entry's hash covers
searches/ID/ranking.json            the ranking, likewise: rank, subject, photo, log density
searches/ID/crop.png                the crop as searched, likewise
searches/ID/candidates.json         the ranking with what the gallery held of the candidates
searches/ID/reviews.json            all versions of what examiners found
searches/ID/second_reviews.json     every step of second reviews: assignments, blind conclusions, agreed ones
searches/ID/report.pdf              the report
searches/ID/report.json             the report's text, whose SHA-256 is the document hash on each page
sketches/SHA256.png                 the sketch's original bytes
photos/SHA256.jpg                   the candidates' photos, when they were asked for
audit/entries.jsonl                 entries of the audit log, one a line
manifest.json                       case, maker, time, head of the audit chain, SHA-256 of all of the above
signature.json                      Ed25519 signature over manifest.json
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from forensic_id.core.audit_chain import ChainHead
from forensic_id.core.errors import TamperedError

FORMAT = "forensic_id case package"
VERSION = 1
MANIFEST, SIGNATURE, AUDIT = "manifest.json", "signature.json", "audit/entries.jsonl"
_HASH_CHARACTERS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageMember:
    """A file in the package."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageManifest:
    """What the signature covers. `audit_head` is the last entry of the library's log when the package was made."""

    case_number: str
    created_at: str
    created_by: str
    app_version: str
    audit_head: ChainHead
    searches: tuple[int, ...]
    members: tuple[PackageMember, ...]


class OpenPackage(Protocol):
    """A package while it is read (exchange.package_files)."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its files."""
        ...

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises TamperedError when there is none or it is damaged."""
        ...

    def sha256(self, name: str) -> str:
        """Hash of a file's bytes, without holding them. Raises like `read`."""
        ...


class NewPackage(Protocol):
    """A package while it is written (exchange.package_files)."""

    def add(self, name: str, data: bytes) -> PackageMember:
        """Add a file."""
        ...


class PackageFiles(Protocol):
    """Reads and writes packages (exchange.package_files)."""

    def create(self, path: Path) -> AbstractContextManager[NewPackage]:
        """A new package; it is at `path` when the block ends, and not at all when it fails. Raises LibraryError."""
        ...

    def open(self, path: Path) -> AbstractContextManager[OpenPackage]:
        """Raises InvalidInputError when there is no such file, TamperedError when it is no package that is safe."""
        ...


def manifest_fields(manifest: PackageManifest) -> dict[str, Any]:
    """Plain data for JSON."""
    fields = asdict(manifest)
    return {"format": FORMAT, "version": VERSION, **fields}


def manifest_from(fields: object) -> PackageManifest:
    """Read back what `manifest_fields` made. Raises TamperedError for anything else."""
    if not isinstance(fields, Mapping) or fields.get("format") != FORMAT:
        raise TamperedError("The manifest is none of a case package.")
    if fields.get("version") != VERSION:
        raise TamperedError(
            f"The package is of version {fields.get('version')!r}, this program knows {VERSION}. Update the program."
        )
    try:
        return _manifest(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise TamperedError("The manifest lacks something that every case package has.") from error


def _manifest(fields: Mapping[str, Any]) -> PackageManifest:
    head = fields["audit_head"]
    return PackageManifest(
        **{name: _text(fields[name]) for name in ("case_number", "created_at", "created_by", "app_version")},
        audit_head=ChainHead(sequence=_number(head["sequence"]), entry_hash=_hash(head["entry_hash"])),
        searches=tuple(_number(each) for each in fields["searches"]),
        members=tuple(_members(fields["members"])),
    )


def _members(items: Any) -> Iterator[PackageMember]:
    for item in items:
        yield PackageMember(name=_text(item["name"]), sha256=_hash(item["sha256"]), size=_number(item["size"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _hash(value: object) -> str:
    text = _text(value)
    if len(text) != _HASH_CHARACTERS:
        raise ValueError
    return text


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value
