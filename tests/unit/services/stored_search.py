"""A search stored in an in-memory library, with as many candidates and as strange names as a test wants."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from forensic_id.core.records import (
    AlignedFace,
    Box,
    Candidate,
    Case,
    Filter,
    FivePoints,
    LoadedImage,
    PhotoDetails,
    QualityFinding,
    SearchParameters,
    SearchRecord,
    SketchDetails,
    SubjectDetails,
    UInt8Array,
)
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.reporting.drawn_faces import drawn_face

BUNDLE = "b" * 64
POINTS: FivePoints = ((88.2, 131.0), (152.6, 130.4), (120.1, 170.9), (97.4, 208.8), (143.3, 208.1))
NAMES = ("Anna Berger", "Żółć Łukasz", "Дмитрий Иванов", "Γιώργος Παπαδόπουλος", "محمد الأمين", "王小明", "김민수")


class DrawnImageLoader(FakeImageLoader):
    """Decodes what `image_bytes` made."""

    def decode(self, data: bytes, name: str) -> LoadedImage:
        """Decode PNG bytes."""
        pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), dtype=np.uint8)
        return loaded(name, pixels)


def image_bytes(pixels: UInt8Array) -> bytes:
    """PNG bytes of a picture."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def loaded(name: str, pixels: UInt8Array) -> LoadedImage:
    """A picture as the loader would return it."""
    data = image_bytes(pixels)
    digest = hashlib.sha256(data).hexdigest()
    return LoadedImage(name=name, pixels=pixels, sha256=digest, media_type="image/png", original_bytes=data)


def crop_of(pixels: UInt8Array) -> UInt8Array:
    """A stand-in for the aligned crop: the middle of the picture at 112x112."""
    middle = Image.fromarray(pixels).crop((20, 50, 220, 250)).resize((112, 112))
    return np.asarray(middle, dtype=np.uint8)


def library_with_search(
    *,
    candidates: int = 7,
    names: Sequence[str] = NAMES,
    warnings: tuple[str, ...] = (),
    offence: str = "Burglary",
    case_number: str = "2025-117",
) -> tuple[InMemoryLibrary, SearchRecord]:
    """A library with one case and one search over invented people."""
    library = InMemoryLibrary()
    library.cases.open_case(
        Case(number=case_number, offence=offence, authority="Court order 12/2025", requester="Inspector Lind")
    )
    found = tuple(_enrolled(library, rank, names[(rank - 1) % len(names)]) for rank in range(1, candidates + 1))
    sketch = loaded("sketch.png", drawn_face(999, sketch=True))
    crop = crop_of(sketch.pixels)
    record = _record(case_number, sketch, crop, found, warnings)
    return library, library.cases.add_search(record, sketch=sketch, crop=crop)


def _enrolled(library: InMemoryLibrary, rank: int, name: str) -> Candidate:
    pixels = drawn_face(rank)
    face = AlignedFace(
        crop=crop_of(pixels), box=Box(x=1, y=2, width=3, height=4), landmarks=POINTS, landmark_source="automatic"
    )
    photo = library.gallery.enrol(
        subject=SubjectDetails(external_id=f"S-{rank:04d}", name=name, sex="male", birth_year=1970 + rank % 30),
        photo=PhotoDetails(booking_date="2021-05-04", source="county"),
        image=loaded(f"front_{rank:04d}.png", pixels),
        face=face,
        perceptual_hash=rank,
        bundle_id=BUNDLE,
        feature=np.zeros(4, dtype=np.float32),
    )
    return Candidate(rank=rank, subject_id=photo.subject_id, photo_id=photo.photo_id, log_density=-3.0 - rank / 7)


def _record(
    case_number: str,
    sketch: LoadedImage,
    crop: UInt8Array,
    candidates: tuple[Candidate, ...],
    warnings: tuple[str, ...],
) -> SearchRecord:
    details = SketchDetails(
        sha256=sketch.sha256,
        file_name=sketch.name,
        media_type=sketch.media_type,
        width=240,
        height=300,
        box=Box(x=48, y=60, width=144, height=190),
        landmarks=POINTS,
        landmark_source="manual",
        crop_sha256=hashlib.sha256(crop.tobytes()).hexdigest(),
        findings=(
            QualityFinding(measure="eye_distance_pixels", value=-0.001),
            QualityFinding(measure="sharpness", value=12.25, warning="The picture is blurred."),
        ),
        kind="forensic sketch",
        artist="K. Osei",
        interview_date="2025-02-27",
    )
    return SearchRecord(
        case_number=case_number,
        created_at="2025-03-01T12:30:00+00:00",
        app_version="0.1.0",
        sketch=details,
        parameters=SearchParameters(
            top=50,
            filters=(Filter(name="sex", low="male", high="male"), Filter(name="birth_year", low="1970", high="1999")),
        ),
        bundle_id=BUNDLE,
        bundle_name="compact 1",
        sigma=0.25,
        gallery_snapshot="c" * 64,
        gallery_photos=2699,
        gallery_subjects=2388,
        pool_photos=1204,
        pool_subjects=1101,
        warnings=warnings,
        candidates=candidates,
    )
