"""What the services need from the outside world, as Protocols; adapters live in their own packages.

Wiring is done in `forensic_id.composition`. Tests use `tests/fakes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from forensic_id.core.accounts import AccountStore
from forensic_id.core.audit_ports import AuditLog
from forensic_id.core.backup import LibraryBackups
from forensic_id.core.browsing import GalleryBrowser
from forensic_id.core.case_retention import CaseRetentionStore
from forensic_id.core.inspection import LibraryInspector
from forensic_id.core.model_ports import (
    BundleShelf,
    DensityScorer,
    FaceAligner,
    FaceEncoder,
    FaceFinder,
    FaceWarper,
    FeatureGenerator,
    ImageLoader,
    LandmarkPredictor,
    SketchEditor,
)
from forensic_id.core.policy import PolicyStore
from forensic_id.core.records import (
    AlignedFace,
    Case,
    FeatureTable,
    Filter,
    FivePoints,
    FloatArray,
    GalleryStatistics,
    LoadedImage,
    Photo,
    PhotoDetails,
    PoolSize,
    RecordedValue,
    SearchEvidence,
    SearchRecord,
    Subject,
    SubjectDetails,
    UInt8Array,
)
from forensic_id.core.report import ReportRenderer
from forensic_id.core.retention import RetentionStore
from forensic_id.core.review import ReviewStore
from forensic_id.core.rights import Principal, Right
from forensic_id.core.sealing import FileSeal
from forensic_id.core.second_review import SecondReviewStore
from forensic_id.core.summaries import CaseSummary, SearchCount, SearchSummary


class GalleryStore(Protocol):
    """Subjects, photos, features (storage.gallery). Every write is one transaction with its audit entry."""

    def photo_by_sha256(self, sha256: str) -> Photo | None:
        """The photo with these original bytes, if enrolled."""
        ...

    def enrol(
        self,
        *,
        subject: SubjectDetails,
        photo: PhotoDetails,
        image: LoadedImage,
        face: AlignedFace,
        perceptual_hash: int,
        bundle_id: str,
        feature: FloatArray,
    ) -> Photo:
        """Store the original, thumbnail, photo row and feature; create the subject on first sight of its id.

        Details given for a known subject fill its empty fields and never overwrite others.
        """
        ...

    def near_duplicates(self, perceptual_hash: int, *, most_bits: int) -> tuple[Photo, ...]:
        """Photos whose hash differs in at most `most_bits` bits."""
        ...

    def subject(self, external_id: str) -> Subject:
        """Raises NotFoundError."""
        ...

    def has_subject(self, external_id: str) -> bool:
        """Whether a subject with this external id is in the gallery."""
        ...

    def subject_by_id(self, subject_id: int) -> Subject:
        """Raises NotFoundError."""
        ...

    def subjects(self, *, filters: Sequence[Filter] = (), limit: int = -1, offset: int = 0) -> tuple[Subject, ...]:
        """Subjects in order of external id. Raises InvalidInputError for an unknown filter field."""
        ...

    def edit_subject(self, external_id: str, changes: Mapping[str, str]) -> Subject:
        """Change fields of SubjectDetails by name; the audit entry holds before and after."""
        ...

    def edit_photo(self, photo_id: int, changes: Mapping[str, str]) -> Photo:
        """Change fields of PhotoDetails by name; the audit entry holds before and after. Raises NotFoundError."""
        ...

    def remove_subject(self, external_id: str) -> None:
        """Remove the subject, photos, features and originals nobody else uses."""
        ...

    def remove_photo(self, photo_id: int) -> None:
        """Remove one photo of several. Raises NotFoundError, InvalidInputError under a hold or for the only one."""
        ...

    def features(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> FeatureTable:
        """The pool's features under a bundle. Raises InvalidInputError for an unknown filter field."""
        ...

    def pool_size(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> PoolSize:
        """Counts of what `features` would read. Raises InvalidInputError for an unknown filter field."""
        ...

    def recorded_values(self, field: str) -> tuple[RecordedValue, ...]:
        """Values of a filter field in their order, spellings that differ in case alone as one; empty ones left out.

        Raises InvalidInputError for an unknown field.
        """
        ...

    def photos_without_feature(self, bundle_id: str) -> tuple[Photo, ...]:
        """Photos that still need a feature of this bundle."""
        ...

    def add_feature(self, photo_id: int, bundle_id: str, feature: FloatArray) -> None:
        """Store one feature (replaces an older one of the same photo and bundle)."""
        ...

    def add_features(self, bundle_id: str, features: Mapping[int, FloatArray]) -> None:
        """Store features by photo id, all or none, with one audit entry for them together."""
        ...

    def face_landmarks(self, photo_id: int) -> FivePoints:
        """The five points by which the photo was aligned. Raises NotFoundError."""
        ...

    def crop(self, photo_id: int) -> UInt8Array:
        """The aligned crop uint8 RGB (112, 112, 3) the feature is made from."""
        ...

    def thumbnail(self, photo_id: int) -> UInt8Array:
        """The whole photo, uint8 RGB (H, W, 3), its longer side at most 160 pixels. Raises NotFoundError."""
        ...

    def original(self, photo_id: int) -> bytes:
        """The original bytes, hash checked. Raises TamperedError."""
        ...

    def statistics(self, bundle_id: str) -> GalleryStatistics:
        """Counts over the whole gallery."""
        ...


class CaseStore(Protocol):
    """Cases, sketches and search records (storage.cases)."""

    def open_case(self, case: Case) -> Case:
        """Store a new case. Raises InvalidInputError when the number is taken or a mandatory field is empty."""
        ...

    def close_case(self, number: str) -> Case:
        """Close it; searches are then refused."""
        ...

    def case(self, number: str) -> Case:
        """Raises NotFoundError."""
        ...

    def cases(self) -> tuple[Case, ...]:
        """All cases, newest first."""
        ...

    def case_summaries(self) -> tuple[CaseSummary, ...]:
        """All cases with the numbers of their searches, newest first, without reading the records."""
        ...

    def search_summaries(
        self, case_number: str, *, before: int | None = None, limit: int = -1
    ) -> tuple[SearchSummary, ...]:
        """Summaries of a case's records, newest first, at most `limit` of those whose id is below `before`.

        Raises NotFoundError.
        """
        ...

    def search_counts(self) -> tuple[SearchCount, ...]:
        """All searches counted by month, offence of their case, and verdict; in order of month."""
        ...

    def add_search(self, record: SearchRecord, *, sketch: LoadedImage, crop: UInt8Array) -> SearchRecord:
        """Store the record, the sketch's original bytes and the crop as searched; returns it with its id."""
        ...

    def search(self, search_id: int) -> SearchRecord:
        """Raises NotFoundError, or TamperedError when the record is not what the audit log says."""
        ...

    def evidence(self, search_id: int) -> SearchEvidence:
        """What the hashes in the search's audit entry cover. Raises like `search`."""
        ...

    def searches(self, case_number: str | None = None) -> tuple[SearchRecord, ...]:
        """Records of a case or of all cases, oldest first."""
        ...

    def search_ids(self) -> tuple[int, ...]:
        """Ids of all records, oldest first, without reading the records."""
        ...

    def sketch_original(self, search_id: int) -> bytes:
        """Original bytes of the sketch, hash checked. Raises TamperedError."""
        ...

    def sketch_crop(self, search_id: int) -> UInt8Array:
        """The 112x112 crop as searched, hash checked. Raises TamperedError."""
        ...


class Library(Protocol):
    """An opened library: its stores share one database and one transaction scope, and somebody acts in it.

    Every public service begins with `library.require(right)`, before it reads or writes anything.
    """

    @property
    def principal(self) -> Principal:
        """Who acts, with the roles held at this moment."""
        ...

    def act_as(self, account: str | None) -> None:
        """Act under the account of that name from now on, None: as nobody. `services.sign_in` asks for the password.

        Without accounts it means nothing: whoever opened the library acts.
        """
        ...

    def require(self, right: Right) -> None:
        """Raise NotPermittedError, and log the refusal, when who acts has no such right."""
        ...

    @property
    def gallery(self) -> GalleryStore:
        """Subjects and photos."""
        ...

    @property
    def browser(self) -> GalleryBrowser:
        """Lists of subjects for the eye."""
        ...

    @property
    def cases(self) -> CaseStore:
        """Cases and searches."""
        ...

    @property
    def reviews(self) -> ReviewStore:
        """What examiners found on candidates."""
        ...

    @property
    def second_reviews(self) -> SecondReviewStore:
        """What second examiners found, blind."""
        ...

    @property
    def accounts(self) -> AccountStore:
        """Who may come in."""
        ...

    @property
    def policies(self) -> PolicyStore:
        """The policy profile that holds."""
        ...

    @property
    def retention(self) -> RetentionStore:
        """Retention dates, holds and erasures."""
        ...

    @property
    def case_retention(self) -> CaseRetentionStore:
        """Terms and erasures of cases."""
        ...

    @property
    def audit(self) -> AuditLog:
        """The audit chain."""
        ...

    @property
    def inspector(self) -> LibraryInspector:
        """Looks over the whole library, and mends what can be derived."""
        ...

    @property
    def seal(self) -> FileSeal:
        """Seals files beside the database that tell of people; leaves them as they are without encryption."""
        ...

    def changes(self) -> int:
        """A number that is another one once another connection, of this program or another, has written."""
        ...

    @property
    def backups(self) -> LibraryBackups:
        """Backs the library up."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Group several writes: all or nothing. A transaction inside another one joins it."""
        ...

    def original_hashes(self) -> tuple[str, ...]:
        """SHA-256 of every original a photo or search refers to, in order."""
        ...

    def check_original(self, sha256: str) -> None:
        """Read one original. Raises TamperedError, naming the file, when it is missing or its bytes differ."""
        ...

    def unreferenced_originals(self) -> tuple[str, ...]:
        """Files in the store of originals that no photo and no search refers to."""
        ...

    def close(self) -> None:
        """Release the database."""
        ...


__all__ = [
    "AccountStore",
    "AuditLog",
    "BundleShelf",
    "CaseStore",
    "DensityScorer",
    "FaceAligner",
    "FaceEncoder",
    "FaceFinder",
    "FaceWarper",
    "FeatureGenerator",
    "GalleryBrowser",
    "GalleryStore",
    "ImageLoader",
    "LandmarkPredictor",
    "Library",
    "PolicyStore",
    "ReportRenderer",
    "ReviewStore",
    "SecondReviewStore",
    "SketchEditor",
]
