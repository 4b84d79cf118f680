"""An inspector for tests: it finds what the test says, and a repair takes that away."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.errors import LibraryError
from forensic_id.core.inspection import BrokenFeature, BrokenGuard, BrokenPicture
from forensic_id.core.progress import CancelCheck, ProgressListener
from forensic_id.core.records import UInt8Array
from tests.fakes.in_memory_audit_log import InMemoryAuditLog
from tests.fakes.in_memory_gallery_store import InMemoryGalleryStore


class InMemoryInspector:
    """Lists of what is wrong; `beyond_repair`: indexes cannot be rebuilt."""

    def __init__(self, gallery: InMemoryGalleryStore, audit: InMemoryAuditLog) -> None:
        self._gallery = gallery
        self._audit = audit
        self.database: tuple[str, ...] = ()
        self.features: tuple[BrokenFeature, ...] = ()
        self.pictures: tuple[BrokenPicture, ...] = ()
        self.left: tuple[str, ...] = ()
        self.guards: tuple[BrokenGuard, ...] = ()
        self.rows: tuple[str, ...] = ()
        self.beyond_repair = False

    def database_problems(self) -> tuple[str, ...]:
        """As given."""
        return self.database

    def rebuild_indexes(self) -> None:
        """Mend the database."""
        if self.beyond_repair:
            raise LibraryError("The database is damaged.")
        self.database = ()
        self._audit.append("library.repair", "indexes", {})

    def broken_guards(self) -> tuple[BrokenGuard, ...]:
        """As given."""
        return self.guards

    def restore_guards(self) -> None:
        """None is broken."""
        self.guards = ()
        self._audit.append("library.repair", "guards", {})

    def altered_rows(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[str, ...]:
        """As given."""
        return self.rows

    def broken_features(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenFeature, ...]:
        """As given."""
        return self.features

    def drop_features(self, broken: Sequence[BrokenFeature]) -> None:
        """Remove the rows."""
        for each in broken:
            self._gallery.feature_rows.pop((each.bundle_id, each.photo_id), None)
        self.features = ()
        self._audit.append("library.repair", "features", {})

    def broken_pictures(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenPicture, ...]:
        """As given."""
        return self.pictures

    def replace_pictures(self, photo_id: int, *, crop: UInt8Array, photo: UInt8Array) -> None:
        """Keep the crop."""
        self._gallery.crops[photo_id] = crop
        self.pictures = tuple(each for each in self.pictures if each.photo_id != photo_id)
        self._audit.append("library.repair", f"pictures of photo {photo_id}", {})

    def litter(self) -> tuple[str, ...]:
        """As given."""
        return self.left

    def clear_litter(self) -> None:
        """Nothing is left."""
        self.left = ()
