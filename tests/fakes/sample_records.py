"""Records for tests, complete and valid, and a short way to enrol a photo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from forensic_id.core.ports import GalleryStore
from forensic_id.core.records import (
    Box,
    Candidate,
    Case,
    Filter,
    LoadedImage,
    Photo,
    PhotoDetails,
    QualityFinding,
    SearchParameters,
    SearchRecord,
    SketchDetails,
    SubjectDetails,
)
from tests.fakes.fake_face_aligner import TEMPLATE, FakeFaceAligner
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader

CASE = Case(number="2025-17", offence="burglary", authority="court order 4", requester="Insp. Kowalska")


def image(text: str) -> LoadedImage:
    """An image whose bytes are `IMG:text`."""
    return FakeImageLoader().decode(f"IMG:{text}".encode(), f"{text}.png")


def enrol(
    gallery: GalleryStore,
    text: str,
    *,
    subject: SubjectDetails | None = None,
    photo: PhotoDetails | None = None,
    encoder: FakeFaceEncoder | None = None,
) -> Photo:
    """Enrol the image `IMG:text`; its subject has the same name unless given."""
    loaded = image(text)
    face = FakeFaceAligner().align(loaded)
    encoder = encoder or FakeFaceEncoder()
    return gallery.enrol(
        subject=subject or SubjectDetails(external_id=text),
        photo=photo or PhotoDetails(),
        image=loaded,
        face=face,
        perceptual_hash=FakeImageLoader().perceptual_hash(loaded),
        bundle_id=encoder.bundle_id,
        feature=encoder.encode_photos(face.crop[None])[0],
    )


def search_record(sketch: LoadedImage, **changes: Any) -> SearchRecord:
    """An unsaved record of a search with this sketch."""
    height, width = sketch.pixels.shape[:2]
    details = SketchDetails(
        sha256=sketch.sha256,
        file_name=sketch.name,
        media_type=sketch.media_type,
        width=width,
        height=height,
        box=Box(x=1.5, y=2.0, width=20.25, height=21.0),
        landmarks=TEMPLATE,
        landmark_source="manual",
        crop_sha256="c" * 64,
        findings=(QualityFinding(measure="sharpness", value=0.1, warning="The sketch is faint."),),
        kind="composite",
        artist="É. Łukasz",
    )
    record = SearchRecord(
        case_number=CASE.number,
        created_at="2025-03-01T12:00:00.000+00:00",
        app_version="0.1.0",
        sketch=details,
        parameters=SearchParameters(
            top=2, seed=7, fusion="mean", filters=(Filter(name="birth_year", low="1970", high="1990"),)
        ),
        bundle_id="b" * 64,
        bundle_name="fake 1",
        sigma=0.1 + 0.2,
        gallery_snapshot="5" * 64,
        gallery_photos=5,
        gallery_subjects=4,
        pool_photos=3,
        pool_subjects=2,
        warnings=("Landmarks were set by hand.",),
        candidates=(
            Candidate(rank=1, subject_id=4, photo_id=9, log_density=-1.0 / 3.0),
            Candidate(rank=2, subject_id=2, photo_id=3, log_density=-1234.5678901234567),
        ),
    )
    return replace(record, **changes)
