"""What looking over a whole library finds, and what storage can tell and mend (storage.inspection)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from forensic_id.core.progress import CancelCheck, ProgressListener
from forensic_id.core.records import UInt8Array

Area = Literal["database", "evidence", "originals", "features", "pictures", "files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is wrong and what to do about it, as sentences; `repairable`: a repair derives it anew."""

    area: Area
    sentence: str
    advice: str
    repairable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenFeature:
    """A feature that is none: of another size than the others of its bundle, not finite, or not of length one."""

    photo_id: int
    bundle_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPicture:
    """A photo whose crop or thumbnail cannot be used."""

    photo_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenGuard:
    """A trigger of the database that is not what this program made.

    `known`: the program makes one of that name; `found` is what is there under the name, empty for nothing.
    """

    name: str
    table: str
    known: bool
    found: str

    def __str__(self) -> str:
        """A sentence."""
        if not self.known:
            return f"The table {self.table} has a trigger that this program did not make: {self.name}."
        what = "was altered" if self.found else "was removed"
        return f"The guard {self.name} of the table {self.table} {what}."


class LibraryInspector(Protocol):
    """Looks at what no other store shows, and puts back what can be derived."""

    def database_problems(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file, its indexes and its references; empty when nothing is."""
        ...

    def rebuild_indexes(self) -> None:
        """Derive indexes and the texts that the gallery is searched by from the rows. Raises LibraryError."""
        ...

    def broken_guards(self) -> tuple[BrokenGuard, ...]:
        """Triggers that are missing, altered or not of this program, in order of their names."""
        ...

    def restore_guards(self) -> None:
        """Put them back, with an audit entry that holds what was found. Raises LibraryError."""
        ...

    def altered_rows(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[str, ...]:
        """Sentences about rows that are not what the audit log tells: replaced, added or removed behind it."""
        ...

    def broken_features(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenFeature, ...]:
        """Features that cannot be used, of all bundles. Raises CancelledError."""
        ...

    def drop_features(self, broken: Sequence[BrokenFeature]) -> None:
        """Remove them, with an audit entry: they are computed anew."""
        ...

    def broken_pictures(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenPicture, ...]:
        """Photos whose crop or thumbnail is missing, of another size or no picture. Raises CancelledError."""
        ...

    def replace_pictures(self, photo_id: int, *, crop: UInt8Array, photo: UInt8Array) -> None:
        """Store the crop and the thumbnail of `photo` anew, with an audit entry."""
        ...

    def litter(self) -> tuple[str, ...]:
        """Files that a killed program left in the staging folder, as paths relative to the library."""
        ...

    def clear_litter(self) -> None:
        """Settle what is in the staging folder, and remove originals that nothing refers to."""
        ...
