"""Import photos from a folder or a metadata file into the gallery.

Streaming: no more than a batch is in memory. Every batch is one transaction, so that a killed import loses at most
the batch in progress; the next run skips what is enrolled, by the SHA-256 of the bytes, before anything is decoded.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
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
from forensic_id.core.records import FloatArray
from forensic_id.core.rights import Right
from forensic_id.core.transactions import TransactionReader
from forensic_id.services.column_mapping import ColumnMapping
from forensic_id.services.import_outcomes import NearDuplicate, OutcomeListener, Tally, ignore_outcome
from forensic_id.services.import_sources import ImportFailure, ImportSource, OfferedPhoto, look_through, printable
from forensic_id.services.photo_preparation import PhotoPreparation, PreparedPhoto

BATCH_PHOTOS = 32
BATCH_BYTES = 256 * 1024 * 1024
NEAR_BITS = 4
"""Of 64 bits of the perceptual hash: at most this many differ between near duplicates."""
_STAGE = "Importing photos"
_BY_NAME = ColumnMapping()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did. `duplicates` counts photos skipped because they are enrolled under the same subject."""

    enrolled: int
    subjects_created: int
    duplicates: int
    near_duplicates: tuple[NearDuplicate, ...]
    failures: tuple[ImportFailure, ...]
    notes: tuple[str, ...]


def import_gallery(
    path: Path,
    *,
    library: Library,
    loader: ImageLoader,
    aligner: FaceAligner,
    encoder: FaceEncoder,
    more_aligners: Sequence[FaceAligner] = (),
    mapping: ColumnMapping = _BY_NAME,
    transactions: TransactionReader | None = None,
    passing_over: Collection[str] = (),
    on_outcome: OutcomeListener = ignore_outcome,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ImportReport:
    """Enrol every photo that `path` offers; what cannot be used is listed with its reason and the rest goes on.

    Entries whose place (as outcomes name it) is in `passing_over` are not read: those that an earlier run took.
    `transactions` reads ANSI/NIST-ITL files; without it they are taken for pictures. `more_aligners` let photos be
    read and aligned in threads, one each; the loader must then bear it. Raises InvalidInputError when `path` cannot
    be used at all, LibraryError when the library cannot be written (what was committed before stays), CancelledError
    on request.
    """
    library.require(Right.IMPORT)
    source = look_through(path, mapping, transactions)
    with PhotoPreparation(loader, [aligner, *more_aligners]) as preparation:
        run = _ImportRun(library=library, preparation=preparation, encoder=encoder, tally=Tally(listener=on_outcome))
        try:
            for done, entry in enumerate(source.entries()):
                progress(Progress(stage=_STAGE, done=done, total=source.total))
                stop_if_cancelled(cancelled)
                place = entry.place if isinstance(entry, OfferedPhoto) else entry.path
                if place not in passing_over:
                    run.take(entry)
        except CancelledError:
            run.finish(source, stopped=True)
            raise
        run.finish(source, stopped=False)
    progress(Progress(stage=_STAGE, done=source.total, total=source.total))
    return run.report(source)


class _ImportRun:
    """One import: the photos in preparation, the batch that is ready, and the counts so far."""

    def __init__(
        self, *, library: Library, preparation: PhotoPreparation, encoder: FaceEncoder, tally: Tally
    ) -> None:
        self._library = library
        self._preparation = preparation
        self._encoder = encoder
        self._tally = tally
        self._ahead: OrderedDict[str, tuple[OfferedPhoto, Callable[[], PreparedPhoto]]] = OrderedDict()
        self._batch: dict[str, PreparedPhoto] = {}
        self._batch_bytes = 0

    def take(self, entry: OfferedPhoto | ImportFailure) -> None:
        """Begin with one entry; enrol the batch when it is full."""
        if isinstance(entry, ImportFailure):
            self._tally.fail(entry.path, entry.reason)
        else:
            self._begin(entry)
        while len(self._ahead) > self._preparation.ahead:
            self._collect()
        self._tally.tell()

    def finish(self, source: ImportSource, *, stopped: bool) -> None:
        """Enrol what is left and log the import."""
        while self._ahead:
            self._collect()
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
        tally.tell()

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

    def _begin(self, entry: OfferedPhoto) -> None:
        try:
            sha256 = _sha256(entry)
            while sha256 in self._ahead:  # whether it can be used decides what becomes of this copy
                self._collect()
            if not self._is_known(entry, sha256):
                self._ahead[sha256] = entry, self._preparation.begin(entry)
        except OSError as error:
            self._fail(entry, f"The file cannot be read: {error.strerror}.")

    def _is_known(self, offered: OfferedPhoto, sha256: str) -> bool:
        """Whether these bytes are enrolled or in the batch; one photo under two subjects is a failure."""
        owner = self._owner(sha256)
        if owner is None:
            return False
        photo_id, external_id = owner
        if external_id == offered.subject.external_id:
            self._tally.know(offered.place, photo_id=photo_id, subject=external_id)
        else:
            self._fail(
                offered,
                f"The same photo is enrolled already under the subject {external_id!r}, so it was not enrolled under "
                f"{offered.subject.external_id!r}. Decide whose photo it is.",
            )
        return True

    def _owner(self, sha256: str) -> tuple[int, str] | None:
        """Number of the photo with these bytes (0: not enrolled yet) and external id of its subject."""
        if sha256 in self._batch:
            return 0, self._batch[sha256].offered.subject.external_id
        photo = self._library.gallery.photo_by_sha256(sha256)
        if photo is None:
            return None
        return photo.photo_id, self._library.gallery.subject_by_id(photo.subject_id).details.external_id

    def _collect(self) -> None:
        """Wait for the photo begun first and put it into the batch."""
        _, (offered, prepared) = self._ahead.popitem(last=False)
        try:
            photo = prepared()
        except UserFacingError as error:
            self._fail(offered, str(error))
            return
        self._batch[photo.image.sha256] = photo
        self._batch_bytes += photo.image.pixels.nbytes + len(photo.image.original_bytes)
        if len(self._batch) >= BATCH_PHOTOS or self._batch_bytes >= BATCH_BYTES:
            self._enrol_batch()

    def _enrol_batch(self) -> None:
        batch, self._batch, self._batch_bytes = list(self._batch.values()), {}, 0
        if not batch:
            return
        features = self._encoder.encode_photos(np.stack([prepared.face.crop for prepared in batch]))
        with self._library.transaction():
            for prepared, feature in zip(batch, features, strict=True):
                self._enrol(prepared, feature)

    def _enrol(self, prepared: PreparedPhoto, feature: FloatArray) -> None:
        gallery = self._library.gallery
        if self._is_known(prepared.offered, prepared.image.sha256):  # enrolled by another program meanwhile
            return
        external_id = prepared.offered.subject.external_id
        is_new_subject = not gallery.has_subject(external_id)
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
        path = prepared.offered.place
        near = tuple(
            NearDuplicate(
                path=path,
                photo_id=photo.photo_id,
                like_photo_id=other.photo_id,
                like_file=other.file_name,
                like_subject=gallery.subject_by_id(other.subject_id).details.external_id,
            )
            for other in alike
        )
        self._tally.enrol(
            path, photo_id=photo.photo_id, subject=external_id, is_new_subject=is_new_subject, near=near
        )

    def _fail(self, offered: OfferedPhoto, reason: str) -> None:
        self._tally.fail(offered.place, reason)


def _sha256(entry: OfferedPhoto) -> str:
    if entry.inside is not None:
        return hashlib.sha256(entry.inside.data).hexdigest()
    with entry.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
