"""The vocabulary of the project: frozen records that cross layer borders.

Coordinates are pixels of the upright image (EXIF orientation applied), x to the right, y down.
"Right" eye and mouth corner are the person's right: the left side of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.edits import EditStep

UInt8Array = NDArray[np.uint8]
FloatArray = NDArray[np.float32]

Point = tuple[float, float]
FivePoints = tuple[Point, Point, Point, Point, Point]
"""Right eye, left eye, nose tip, right mouth corner, left mouth corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An axis-aligned rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedImage:
    """A decoded image: upright 8-bit RGB pixels (H, W, 3) and what identifies its original bytes."""

    name: str
    pixels: UInt8Array
    sha256: str
    media_type: str
    original_bytes: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFinding:
    """One measured property of a face image; `warning` is a sentence, or None when nothing is amiss."""

    measure: str
    value: float
    warning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AlignedFace:
    """A face warped onto the 112x112 template: uint8 RGB (112, 112, 3), and how it came about."""

    crop: UInt8Array
    box: Box
    landmarks: FivePoints
    landmark_source: Literal["automatic", "manual"]
    findings: tuple[QualityFinding, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """The sentences of all findings that warn."""
        return tuple(finding.warning for finding in self.findings if finding.warning is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectDetails:
    """What is recorded of a person; every field as the source recorded it, never inferred."""

    external_id: str
    name: str = ""
    sex: str = ""
    birth_year: int | None = None
    ethnicity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoDetails:
    """What is recorded of one photo. Dates are ISO 8601 (YYYY-MM-DD)."""

    booking_date: str = ""
    source: str = ""
    retention_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """An enrolled photo."""

    photo_id: int
    subject_id: int
    sha256: str
    file_name: str
    details: PhotoDetails = PhotoDetails()
    findings: tuple[QualityFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A person in the gallery with all photos."""

    subject_id: int
    details: SubjectDetails
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureRow:
    """The feature of one photo under one bundle: unit float32 (D,)."""

    photo_id: int
    subject_id: int
    feature: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureTable:
    """All features of a pool, ordered by photo id: ids int64 (N,), unit features float32 (N, D).

    `snapshot_id` is a SHA-256 over bundle id, ids and feature bytes: equal snapshots rank equally.
    """

    photo_ids: NDArray[np.int64]
    subject_ids: NDArray[np.int64]
    features: FloatArray
    snapshot_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One demographic or administrative restriction of the pool, for example sex=male, birth_year=1970..1990.

    `low` and `high` are inclusive; for text fields both hold the same value.
    """

    name: str
    low: str
    high: str

    def __str__(self) -> str:
        """The form in which the user wrote it."""
        return f"{self.name}={self.low}" if self.low == self.high else f"{self.name}={self.low}..{self.high}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedValue:
    """A value that the gallery holds in one field, in one of its spellings, and how many subjects have it."""

    value: str
    subjects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolSize:
    """How many subjects and photos a search would go through."""

    subjects: int
    photos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchParameters:
    """Everything the user chooses about a search (paper, eqs. 2 and 3: m samples; sigma is the bundle's)."""

    top: int = 50
    samples: int = 10
    seed: int = 0
    fusion: Literal["max", "mean"] = "max"
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One line of a candidate list: a subject with the photo that matched best.

    `log_density` is the natural logarithm of the Parzen density (unnormalised kernel), fused per subject.
    """

    rank: int
    subject_id: int
    photo_id: int
    log_density: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVerdict:
    """Whether the first candidate stood out, as told at the time of the search (core.standout).

    `score` above `threshold`: informative. `mean` and `deviation` are those of the log densities of the pool.
    """

    informative: bool
    score: float
    threshold: float
    mean: float
    deviation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The purpose without which no search runs."""

    number: str
    offence: str
    authority: str
    requester: str
    opened_at: str = ""
    closed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchDetails:
    """The sketch as searched: identity of the original bytes, the edits, and where the face was taken from.

    `width` and `height` are those of the original; `box` and `landmarks` are pixels of the picture after `edits`.
    """

    sha256: str
    file_name: str
    media_type: str
    width: int
    height: int
    box: Box
    landmarks: FivePoints
    landmark_source: Literal["automatic", "manual"]
    crop_sha256: str
    findings: tuple[QualityFinding, ...] = ()
    kind: str = ""
    artist: str = ""
    interview_date: str = ""
    incident_date: str = ""
    witness: str = ""
    description: str = ""
    edits: tuple[EditStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """An immutable record of one search with all that is needed to repeat it bit for bit.

    `bundle_id` is the SHA-256 of the bundle's manifest; `sigma` the kernel width used. `pool_photos` and
    `pool_subjects` count after filters, `gallery_photos` and `gallery_subjects` before. `search_id` 0: unsaved.
    `verdict` None: the bundle had no calibration, the pool was too small, or the program did not assess lists yet.
    `parts`: ids of the single searches that this record fuses, empty for a single search; `sketch` is then the first.
    `searched_by`: account or login that ran it; records of versions that did not state it take it from the audit log.
    """

    search_id: int = 0
    case_number: str
    created_at: str
    app_version: str
    sketch: SketchDetails
    parameters: SearchParameters
    bundle_id: str
    bundle_name: str
    sigma: float
    gallery_snapshot: str
    gallery_photos: int
    gallery_subjects: int
    pool_photos: int
    pool_subjects: int
    warnings: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    verdict: ListVerdict | None = None
    parts: tuple[int, ...] = ()
    searched_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEvidence:
    """A stored search in the very form that the hashes of its audit entry cover (see storage.searches).

    `record` and `ranking` are canonical JSON, `crop_png` the PNG of the crop as searched.
    """

    record: str
    ranking: str
    crop_png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One link of the audit chain; `entry_hash` covers all other fields and `previous_hash` (see storage.audit)."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details: dict[str, Any]
    previous_hash: str
    entry_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryStatistics:
    """Counts for `gallery stats`."""

    subjects: int
    photos: int
    photos_without_feature: int
    by_sex: dict[str, int]
    by_source: dict[str, int]
    image_bytes: int
