"""The candidate table and the side-by-side plates of a report, from the gallery as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forensic_id.core.errors import ImageRefusedError, NotFoundError, TamperedError
from forensic_id.core.ports import GalleryStore, ImageLoader, Library
from forensic_id.core.records import Candidate, Photo, SearchRecord, Subject
from forensic_id.core.report import (
    CandidateLine,
    CandidateTable,
    Facts,
    Paragraph,
    PictureRow,
    Plate,
    ReportPicture,
    Section,
)
from forensic_id.core.retention import Erased

REMOVED = "Removed from the gallery since this search."
GONE = "no longer held"
NOT_REVIEWED = "not reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCandidate:
    """A candidate with what the gallery holds of it; None: removed since the search.

    `erased`: the subject or the photo was purged or expunged.
    """

    candidate: Candidate
    subject: Subject | None
    photo: Photo | None
    erased: Erased | None = None

    @property
    def identity(self) -> str:
        """The subject's external id, or how the library counted it."""
        known = self.subject
        return known.details.external_id if known else f"{self._verb} (library no. {self.candidate.subject_id})"

    @property
    def name(self) -> str:
        """The recorded name."""
        return self.subject.details.name if self.subject else self.gone

    @property
    def recorded(self) -> str:
        """Sex, year of birth and ethnicity as the source recorded them."""
        if self.subject is None:
            return GONE
        details = self.subject.details
        born = f"born {details.birth_year}" if details.birth_year is not None else ""
        return ", ".join(item for item in (details.sex, born, details.ethnicity) if item) or "not recorded"

    @property
    def file_name(self) -> str:
        """File name of the winning photo."""
        return self.photo.file_name if self.photo else f"{self._verb} (library no. {self.candidate.photo_id})"

    @property
    def photo_text(self) -> str:
        """File name, booking date and source of the winning photo."""
        if self.photo is None:
            return self.file_name
        details = self.photo.details
        booked = f"booked {details.booking_date}" if details.booking_date else ""
        source = f"source: {details.source}" if details.source else ""
        return ", ".join(item for item in (self.file_name, booked, source) if item)

    @property
    def gone(self) -> str:
        """What happened to what is no longer there."""
        return f"{self.erased}." if self.erased else REMOVED

    @property
    def _verb(self) -> str:
        return str(self.erased).partition(" ")[0].lower() if self.erased else "removed"

    @property
    def log_density(self) -> str:
        """Four decimals; the stored record holds the exact number."""
        return f"{self.candidate.log_density:.4f}"


def known_candidates(record: SearchRecord, library: Library) -> tuple[KnownCandidate, ...]:
    """Look every candidate up."""
    return tuple(known_candidate(candidate, library) for candidate in record.candidates)


def known_candidate(candidate: Candidate, library: Library) -> KnownCandidate:
    """Look one candidate up."""
    try:
        subject = library.gallery.subject_by_id(candidate.subject_id)
    except NotFoundError:
        erased = library.retention.erased_subject(candidate.subject_id)
        return KnownCandidate(candidate=candidate, subject=None, photo=None, erased=erased)
    photo = next((photo for photo in subject.photos if photo.photo_id == candidate.photo_id), None)
    erased = None if photo else library.retention.erased_photo(candidate.photo_id)
    return KnownCandidate(candidate=candidate, subject=subject, photo=photo, erased=erased)


def candidates_section(
    known: tuple[KnownCandidate, ...], gallery: GalleryStore, status: Mapping[int, str]
) -> Section:
    """The whole list, excluded candidates too; `status` says by rank what was decided on those reviewed."""
    explained = (
        f"All {len(known)} candidates of the list, in rank order, excluded ones included. The log density is"
        " the natural logarithm of how densely the generated proposals lie around the photo (unnormalised Parzen"
        " window): higher is more alike, within this list only. Names and details are those recorded in the gallery"
        " when this report was produced."
    )
    if not known:
        return Section(
            title="Candidates", blocks=(Paragraph(text="The search found no candidate: the pool was empty."),)
        )
    lines = tuple(_line(item, gallery, status.get(item.candidate.rank, NOT_REVIEWED)) for item in known)
    return Section(title="Candidates", blocks=(Paragraph(text=explained), CandidateTable(lines=lines)))


def _line(item: KnownCandidate, gallery: GalleryStore, status: str) -> CandidateLine:
    return CandidateLine(
        rank=item.candidate.rank,
        thumbnail=_thumbnail(item, gallery),
        subject=item.identity,
        name=item.name,
        recorded=item.recorded,
        photo=item.photo_text,
        log_density=item.log_density,
        status=status,
    )


def plate_sections(
    known: tuple[KnownCandidate, ...],
    gallery: GalleryStore,
    loader: ImageLoader,
    sketches: tuple[tuple[ReportPicture, ...], tuple[ReportPicture, ...]],
    said: Mapping[int, str],
) -> tuple[Section, ...]:
    """One page for each candidate: `sketches` (as received, as searched) beside the photo; `said` as in the table."""
    return tuple(
        Section(
            title=f"Side by side: rank {item.candidate.rank}, {item.identity}",
            blocks=(_plate(item, gallery, loader, sketches, said.get(item.candidate.rank, NOT_REVIEWED)),),
            new_page=True,
        )
        for item in known
    )


def _plate(
    item: KnownCandidate,
    gallery: GalleryStore,
    loader: ImageLoader,
    sketches: tuple[tuple[ReportPicture, ...], tuple[ReportPicture, ...]],
    said: str,
) -> Plate:
    received, searched = sketches
    rows = (
        ("Name as recorded", item.name),
        ("Details as recorded", item.recorded),
        ("Photo", item.photo_text),
        ("SHA-256 of the photo", item.photo.sha256 if item.photo else GONE),
        ("Log density", f"{item.log_density} (rank {item.candidate.rank} of the list)"),
        ("Conclusion", said),
    )
    return Plate(
        facts=Facts(rows=rows),
        originals=PictureRow(pictures=(*received, _original_picture(item, gallery, loader))),
        crops=PictureRow(pictures=(*searched, _crop_picture(item, gallery))),
    )


def _thumbnail(item: KnownCandidate, gallery: GalleryStore) -> ReportPicture:
    if item.photo is None:
        return ReportPicture(caption="", missing=str(item.erased or "Removed"))
    return ReportPicture(caption="", pixels=gallery.thumbnail(item.photo.photo_id))


def _crop_picture(item: KnownCandidate, gallery: GalleryStore) -> ReportPicture:
    caption = "Photo as compared (aligned)"
    if item.photo is None:
        return ReportPicture(caption=caption, missing=item.gone)
    return ReportPicture(caption=caption, pixels=gallery.crop(item.photo.photo_id), exact=True)


def _original_picture(item: KnownCandidate, gallery: GalleryStore, loader: ImageLoader) -> ReportPicture:
    caption = "Photo as enrolled"
    if item.photo is None:
        return ReportPicture(caption=caption, missing=item.gone)
    try:
        image = loader.decode(gallery.original(item.photo.photo_id), item.photo.file_name)
    except (TamperedError, ImageRefusedError) as error:
        return ReportPicture(caption=caption, missing=f"Not shown. {error}")
    height, width = image.pixels.shape[:2]
    return ReportPicture(caption=f"{caption} ({width} x {height} pixels)", pixels=image.pixels)
