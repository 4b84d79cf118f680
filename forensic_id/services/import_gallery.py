"""Import photos from a folder or a metadata file into the gallery.

Streaming: no more than a batch is in memory. Every batch is one transaction, so that a killed import loses at most
the batch in progress; the next run skips what is enrolled, by the SHA-256 of the bytes, before anything is decoded.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from forensic_id.core.errors import CancelledError, InvalidInputError, TamperedError, UserFacingError
from forensic_id.core.ports import FaceAligner, FaceEncoder, ImageLoader, Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import AlignedFace, FloatArray, LoadedImage
from forensic_id.services.import_sources import ImportFailure, ImportSource, OfferedPhoto, look_through, printable

BATCH_PHOTOS = 32
BATCH_BYTES = 256 * 1024 * 1024
NEAR_BITS = 4
"""Of 64 bits of the perceptual hash: at most this many differ between near duplicates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicate:
    """An enrolled photo that looks almost like one enrolled before."""

    path: str
    photo_id: int
    like_photo_id: int
    like_file: str
    like_subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did. `duplicates` counts photos skipped because they are enrolled under the same subject."""

    enrolled: int
    subjects_created: int
    duplicates: int
    near_duplicates: tuple[NearDuplicate, ...]
    failures: tuple[ImportFailure, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Prepared:
    """A photo that is ready but for its feature."""

    offered: OfferedPhoto
    image: LoadedImage
    face: AlignedFace
    perceptual_hash: int


@dataclass(slots=True)
class _Tally:
    enrolled: int = 0
    subjects_created: int = 0
    duplicates: int = 0
    near_duplicates: list[NearDuplicate] = field(default_factory=list)
    failures: list[ImportFailure] = field(default_factory=list)


def import_gallery(
    path: Path,
    *,
    library: Library,
    loader: ImageLoader,
    aligner: FaceAligner,
    encoder: FaceEncoder,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ImportReport:
    """Enrol every photo that `path` offers; what cannot be used is listed with its reason and the rest goes on.

    Raises InvalidInputError when `path` cannot be used at all, LibraryError when the library cannot be written (what
    was committed before stays), CancelledError on request.
    """
    source = look_through(path)
    run = _ImportRun(library=library, loader=loader, aligner=aligner, encoder=encoder)
    try:
        for done, entry in enumerate(source.entries()):
            progress(Progress(stage="Importing photos", done=done, total=source.total))
            stop_if_cancelled(cancelled)
            run.take(entry)
    except CancelledError:
        run.finish(source, stopped=True)
        raise
    run.finish(source, stopped=False)
    progress(Progress(stage="Importing photos", done=source.total, total=source.total))
    return run.report(source)


class _ImportRun:
    """One import: the batch in preparation and the counts so far."""

    def __init__(self, *, library: Library, loader: ImageLoader, aligner: FaceAligner, encoder: FaceEncoder) -> None:
        self._library = library
        self._loader = loader
        self._aligner = aligner
        self._encoder = encoder
        self._batch: dict[str, _Prepared] = {}
        self._batch_bytes = 0
        self._tally = _Tally()

    def take(self, entry: OfferedPhoto | ImportFailure) -> None:
        """Prepare one entry; enrol the batch when it is full."""
        if isinstance(entry, ImportFailure):
            self._tally.failures.append(entry)
            return
        try:
            sha256 = _file_sha256(entry.path)
            if not self._is_known(entry, sha256):
                self._prepare(entry)
        except UserFacingError as error:
            self._fail(entry, str(error))
        except OSError as error:
            self._fail(entry, f"The file cannot be read: {error.strerror}.")
        if len(self._batch) >= BATCH_PHOTOS or self._batch_bytes >= BATCH_BYTES:
            self._enrol_batch()

    def finish(self, source: ImportSource, *, stopped: bool) -> None:
        """Enrol what is left and log the import."""
        self._enrol_batch()
        tally = self._tally
        self._library.audit.append(
            "gallery.import",
            f"import {printable(source.path)}",
            {
                "enrolled": tally.enrolled,
                "subjects_created": tally.subjects_created,
                "duplicates": tally.duplicates,
                "near_duplicates": len(tally.near_duplicates),
                "failures": len(tally.failures),
                "stopped": stopped,
            },
        )

    def report(self, source: ImportSource) -> ImportReport:
        """The counts as a record."""
        return ImportReport(
            enrolled=self._tally.enrolled,
            subjects_created=self._tally.subjects_created,
            duplicates=self._tally.duplicates,
            near_duplicates=tuple(self._tally.near_duplicates),
            failures=tuple(self._tally.failures),
            notes=source.notes,
        )

    def _is_known(self, offered: OfferedPhoto, sha256: str) -> bool:
        """Whether these bytes are enrolled or in the batch; one photo under two subjects is a failure."""
        external_id = self._subject_of(sha256)
        if external_id is None:
            return False
        if external_id == offered.subject.external_id:
            self._tally.duplicates += 1
        else:
            self._fail(
                offered,
                f"The same photo is enrolled already under the subject {external_id!r}, so it was not enrolled under "
                f"{offered.subject.external_id!r}. Decide whose photo it is.",
            )
        return True

    def _subject_of(self, sha256: str) -> str | None:
        if sha256 in self._batch:
            return self._batch[sha256].offered.subject.external_id
        photo = self._library.gallery.photo_by_sha256(sha256)
        return None if photo is None else self._library.gallery.subject_by_id(photo.subject_id).details.external_id

    def _prepare(self, offered: OfferedPhoto) -> None:
        loaded = self._loader.load(offered.path)
        image = replace(loaded, name=printable(offered.path.name))
        self._batch[image.sha256] = _Prepared(
            offered=offered,
            image=image,
            face=self._aligner.align(image),
            perceptual_hash=self._loader.perceptual_hash(image),
        )
        self._batch_bytes += image.pixels.nbytes + len(image.original_bytes)

    def _enrol_batch(self) -> None:
        batch, self._batch, self._batch_bytes = list(self._batch.values()), {}, 0
        if not batch:
            return
        features = self._encoder.encode(np.stack([prepared.face.crop for prepared in batch]))
        with self._library.transaction():
            for prepared, feature in zip(batch, features, strict=True):
                self._enrol(prepared, feature)

    def _enrol(self, prepared: _Prepared, feature: FloatArray) -> None:
        gallery = self._library.gallery
        if self._is_known(prepared.offered, prepared.image.sha256):  # enrolled by another program meanwhile
            return
        is_new_subject = not gallery.has_subject(prepared.offered.subject.external_id)
        alike = gallery.near_duplicates(prepared.perceptual_hash, most_bits=NEAR_BITS)
        try:
            photo = gallery.enrol(
                subject=prepared.offered.subject,
                photo=prepared.offered.photo,
                image=prepared.image,
                face=prepared.face,
                perceptual_hash=prepared.perceptual_hash,
                bundle_id=self._encoder.bundle_id,
                feature=feature,
            )
        except (InvalidInputError, TamperedError) as error:
            self._fail(prepared.offered, str(error))
            return
        self._tally.enrolled += 1
        self._tally.subjects_created += is_new_subject
        self._tally.near_duplicates += [
            NearDuplicate(
                path=printable(prepared.offered.path),
                photo_id=photo.photo_id,
                like_photo_id=other.photo_id,
                like_file=other.file_name,
                like_subject=gallery.subject_by_id(other.subject_id).details.external_id,
            )
            for other in alike
        ]

    def _fail(self, offered: OfferedPhoto, reason: str) -> None:
        self._tally.failures.append(ImportFailure(path=printable(offered.path), reason=reason))


def _file_sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
