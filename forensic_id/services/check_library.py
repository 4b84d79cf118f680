"""Look over a whole library, and repair what can be derived: the database and the originals are the truth.

Indexes, crops, thumbnails and features are derived, and files of writes that were cut short can go. Search records,
reviews and the audit chain are evidence: what is wrong with them is told, and never mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from forensic_id.core.errors import UserFacingError
from forensic_id.core.inspection import BrokenFeature, BrokenPicture, Finding
from forensic_id.core.ports import FaceAligner, FaceEncoder, ImageLoader, Library
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.rights import Right
from forensic_id.services.embed_gallery import embed_gallery
from forensic_id.services.verify_audit import VerificationReport, verify_library

RESTORE = "Restore the library, or this part of it, from a backup."
_ORIGINAL = re.compile("[0-9a-f]{2}/[0-9a-f]{62}")
REPAIR = "A repair puts it right."
_GUARD = (
    "A repair puts the guard back and logs what was there. Somebody may have changed what it guarded: compare the"
    " library with a backup."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCheck:
    """What was looked at, and all that is wrong. `last_hash` is that of the last audit entry of a sound chain."""

    audit_entries: int
    last_hash: str
    searches: int
    originals: int
    photos: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    @property
    def repairable(self) -> bool:
        """Whether a repair would change something."""
        return any(each.repairable for each in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairTools:
    """What derives pictures and features anew."""

    loader: ImageLoader
    aligner: FaceAligner
    encoder: FaceEncoder


def check_library(
    library: Library,
    *,
    bundle_id: str,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> LibraryCheck:
    """Check everything; `bundle_id` is the bundle under which every photo should have a feature (empty: none).

    Raises CancelledError.
    """
    library.require(Right.READ_AUDIT)
    progress(Progress(stage="Checking the database", done=0))
    problems = library.inspector.database_problems()
    try:
        verified = verify_library(library, progress=progress, cancelled=cancelled)
        findings = (
            *map(_database, problems),
            *_evidence(verified),
            *_features(library, bundle_id, progress, cancelled),
            *map(_picture, library.inspector.broken_pictures(progress=progress, cancelled=cancelled)),
            *_files(library, verified),
        )
        photos = library.gallery.statistics(bundle_id).photos
    except UserFacingError as error:  # a damaged database may not even be read to the end
        if not problems:
            raise
        findings = (*map(_database, problems), Finding(area="database", sentence=str(error), advice=RESTORE))
        return LibraryCheck(audit_entries=0, last_hash="", searches=0, originals=0, photos=0, findings=findings)
    return LibraryCheck(
        audit_entries=verified.audit_entries,
        last_hash=verified.last_hash,
        searches=verified.searches,
        originals=verified.originals,
        photos=photos,
        findings=findings,
    )


def repair_library(
    library: Library,
    tools: RepairTools,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> LibraryCheck:
    """Derive anew what is broken, and check again; what is left in the result cannot be repaired.

    A repair stopped in between has done part of it, and the next one does the rest. Raises CancelledError.
    """
    library.require(Right.BACKUP)
    inspector = library.inspector
    if inspector.broken_guards():
        inspector.restore_guards()
    if inspector.database_problems():
        with suppress(UserFacingError):  # the check that follows tells
            inspector.rebuild_indexes()
    pictures = inspector.broken_pictures(progress=progress, cancelled=cancelled)
    lost = {each.photo_id for each in pictures if not _derive_pictures(library, each, tools)}
    broken = inspector.broken_features(progress=progress, cancelled=cancelled)
    if broken:
        inspector.drop_features(broken)
    embed_gallery(library=library, encoder=tools.encoder, leave_out=lost, progress=progress, cancelled=cancelled)
    inspector.clear_litter()
    if library.retention.unscrubbed():
        progress(Progress(stage="Writing the database anew", done=0))
        library.retention.scrub()
    return check_library(library, bundle_id=tools.encoder.bundle_id, progress=progress, cancelled=cancelled)


def _derive_pictures(library: Library, picture: BrokenPicture, tools: RepairTools) -> bool:
    """From the original, by the landmarks that are stored. Where that fails, the check that follows tells."""
    try:
        original = library.gallery.original(picture.photo_id)
        image = tools.loader.decode(original, f"photo {picture.photo_id}")
        face = tools.aligner.align(image, landmarks=library.gallery.face_landmarks(picture.photo_id))
    except UserFacingError:
        return False
    library.inspector.replace_pictures(picture.photo_id, crop=face.crop, photo=image.pixels)
    return True


def _database(sentence: str) -> Finding:
    advice = f"{REPAIR} Should it come back, restore the library from a backup."
    return Finding(area="database", sentence=sentence, advice=advice, repairable=True)


def _evidence(verified: VerificationReport) -> Iterator[Finding]:
    for sentence in verified.problems:
        guard = sentence in verified.guards
        yield Finding(area="evidence", sentence=sentence, advice=_GUARD if guard else RESTORE, repairable=guard)


def _features(
    library: Library, bundle_id: str, progress: ProgressListener, cancelled: CancelCheck
) -> Iterator[Finding]:
    for each in library.inspector.broken_features(progress=progress, cancelled=cancelled):
        yield _feature(each)
    lacking = library.gallery.statistics(bundle_id).photos_without_feature if bundle_id else 0
    if lacking:
        sentence = f"{lacking:,} photos have no feature under the model in use: searches do not find them."
        yield Finding(area="features", sentence=sentence, advice=REPAIR, repairable=True)


def _feature(each: BrokenFeature) -> Finding:
    sentence = f"The feature of photo {each.photo_id} under the model {each.bundle_id[:12]} is broken: {each.reason}."
    return Finding(area="features", sentence=sentence, advice=REPAIR, repairable=True)


def _picture(each: BrokenPicture) -> Finding:
    sentence = f"A stored picture of photo {each.photo_id} is broken: {each.reason}."
    return Finding(area="pictures", sentence=sentence, advice=REPAIR, repairable=True)


def _files(library: Library, verified: VerificationReport) -> Iterator[Finding]:
    for path in verified.strays:
        sentence = f"Nothing refers to the file {path} among the originals."
        ours = _ORIGINAL.fullmatch(path) is not None
        advice = f"{REPAIR} It removes the file." if ours else "This program did not make it. Move it elsewhere."
        yield Finding(area="files", sentence=sentence, advice=advice, repairable=ours)
    for path in library.inspector.litter():
        yield Finding(area="files", sentence=f"{path} is left of a write that was cut short.", advice=REPAIR,
                      repairable=True)  # fmt: skip
    if library.retention.unscrubbed():
        sentence = "Remnants of people who were erased are still in free parts of the database."
        yield Finding(area="files", sentence=sentence, advice=REPAIR, repairable=True)
