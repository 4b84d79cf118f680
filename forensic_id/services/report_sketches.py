"""The sketches in a report: as received, after every edit, as searched; and how several of them were fused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from forensic_id.core.ports import ImageLoader, Library, SketchEditor
from forensic_id.core.records import LoadedImage, QualityFinding, SearchRecord, SketchDetails, UInt8Array
from forensic_id.core.report import Block, Facts, Grid, Paragraph, PictureRow, ReportPicture, Section
from forensic_id.services.probe import edited_image
from forensic_id.services.report_candidates import KnownCandidate

_POINTS = ("right eye", "left eye", "nose tip", "right mouth corner", "left mouth corner")
_FUSED = (
    "The list of this report comes from all the sketches together: the densities of their proposals were averaged"
    " with equal weights, so that a person stands high whom any of the sketches points to. Each sketch was also"
    " searched alone; those searches are stored under the numbers given, each with its whole list."
)
_LISTED = 20
"""Candidates of the fused list whose ranks in the single searches are shown."""

_MEASURES = {
    "eye_distance_pixels": "Distance between the eyes, in pixels",
    "sharpness": "Share of fine detail in the contrast (low: blurred)",
    "brightness": "Mean brightness (0 black, 1 white)",
    "contrast": "Spread of the brightness (0: none)",
    "clipped": "Share of the face that is pure black or white",
    "roll_degrees": "Tilt of the head to the shoulder, in degrees",
    "yaw_degrees": "Turn of the head to the side, in degrees (estimated)",
    "pitch_degrees": "Head bent down (+) or up (-), in degrees (estimated)",
    "outside_frame": "Share of the face that lies outside the picture",
    "landmark_doubt": "Doubt about the landmarks (0: none)",
    "faces": "Faces found in the picture",
}
"""What the measures of image quality are called in print."""
_BESIDE = 3
"""Sketches shown beside a candidate; more would leave too little room for the photo."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShownSketch:
    """A searched sketch with its pictures; `edited` is what the edits made, None without edits or editor."""

    record: SearchRecord
    received: LoadedImage
    edited: UInt8Array | None
    crop: UInt8Array


def shown_sketches(
    record: SearchRecord, library: Library, loader: ImageLoader, editor: SketchEditor | None
) -> tuple[ShownSketch, ...]:
    """The sketch of a single search, or those of all searches that a fused one refers to.

    Raises NotFoundError, TamperedError when a record or a sketch was altered.
    """
    parts = tuple(library.cases.search(part) for part in record.parts) or (record,)
    return tuple(_shown(part, library, loader, editor) for part in parts)


def _shown(record: SearchRecord, library: Library, loader: ImageLoader, editor: SketchEditor | None) -> ShownSketch:
    received = loader.decode(library.cases.sketch_original(record.search_id), record.sketch.file_name)
    steps = record.sketch.edits
    edited = None
    if steps and editor is not None:
        edited = edited_image(received, [step.edit for step in steps], editor).image.pixels
    crop = library.cases.sketch_crop(record.search_id)
    return ShownSketch(record=record, received=received, edited=edited, crop=crop)


def sketch_sections(
    record: SearchRecord, sketches: Sequence[ShownSketch], known: Sequence[KnownCandidate], *, quality: bool = True
) -> tuple[Section, ...]:
    """A section for each sketch, with `quality` what was measured on it; one about fusion if there are several."""
    if not record.parts:
        return (_sketch_section("Sketch", sketches[0], quality=quality),)
    titled = tuple(
        _sketch_section(
            f"Sketch {number} of {len(sketches)} (search {sketch.record.search_id})", sketch, quality=quality
        )
        for number, sketch in enumerate(sketches, start=1)
    )
    return (*titled, _fusion_section(sketches, known))


def plate_pictures(sketches: Sequence[ShownSketch]) -> tuple[tuple[ReportPicture, ...], tuple[ReportPicture, ...]]:
    """The first sketches as received and as searched, to be shown beside a candidate."""
    beside = tuple(zip(_numbered(sketches), sketches[:_BESIDE], strict=False))
    received = tuple(_received_picture(each, called) for called, each in beside)
    return received, tuple(_searched_picture(each, called) for called, each in beside)


def _numbered(sketches: Sequence[ShownSketch]) -> tuple[str, ...]:
    """What each sketch is called in captions."""
    return ("Sketch",) if len(sketches) == 1 else tuple(f"Sketch {number}" for number in range(1, len(sketches) + 1))


def _sketch_section(title: str, sketch: ShownSketch, *, quality: bool) -> Section:
    pictures = (_received_picture(sketch), *_edited_picture(sketch), _searched_picture(sketch))
    details = sketch.record.sketch
    measured = _quality(details.findings) if quality else ()
    return Section(title=title, blocks=(PictureRow(pictures=pictures), _sketch_facts(details), *measured))


def _received_picture(sketch: ShownSketch, called: str = "Sketch") -> ReportPicture:
    details = sketch.record.sketch
    caption = f"{called} as received ({details.width} x {details.height} pixels)"
    return ReportPicture(caption=caption, pixels=sketch.received.pixels)


def _edited_picture(sketch: ShownSketch) -> Iterator[ReportPicture]:
    if sketch.edited is not None:
        height, width = sketch.edited.shape[:2]
        caption = f"Sketch after the edits ({width} x {height} pixels)"
        yield ReportPicture(caption=caption, pixels=sketch.edited)


def _searched_picture(sketch: ShownSketch, called: str = "Sketch") -> ReportPicture:
    how = "placed by hand" if sketch.record.sketch.landmark_source == "manual" else "found automatically"
    return ReportPicture(caption=f"{called} as searched (aligned; landmarks {how})", pixels=sketch.crop, exact=True)


def _sketch_facts(sketch: SketchDetails) -> Facts:
    return Facts(
        rows=(
            ("File", f"{sketch.file_name} ({sketch.media_type}, {sketch.width} x {sketch.height} pixels)"),
            ("Kind of sketch", sketch.kind),
            ("Artist or system", sketch.artist),
            ("Witness", sketch.witness),
            ("Incident date", sketch.incident_date),
            ("Interview date", _interview(sketch)),
            ("Description by the witness", sketch.description),
            ("SHA-256 of the original", sketch.sha256),
            *((f"Step {number}: {what}", told) for number, (what, told) in enumerate(_steps(sketch), start=1)),
            ("SHA-256 of the crop", sketch.crop_sha256),
        )
    )


def _interview(sketch: SketchDetails) -> str:
    """The date, with the delay since the incident where both are known."""
    if not (sketch.interview_date and sketch.incident_date):
        return sketch.interview_date
    days = (date.fromisoformat(sketch.interview_date) - date.fromisoformat(sketch.incident_date)).days
    return f"{sketch.interview_date} (days since the incident: {days})"


def _steps(sketch: SketchDetails) -> Iterator[tuple[str, str]]:
    """Everything between the original and the crop."""
    for step in sketch.edits:
        yield "edit", f"{step.edit}; {step.width} x {step.height} pixels, SHA-256 {step.sha256}"
    box = sketch.box
    yield "face box", f"x {box.x:.1f}, y {box.y:.1f}, width {box.width:.1f}, height {box.height:.1f} pixels"
    how = "Placed by hand" if sketch.landmark_source == "manual" else "Found automatically"
    points = "; ".join(f"{name} ({x:.1f}, {y:.1f})" for name, (x, y) in zip(_POINTS, sketch.landmarks, strict=True))
    yield "landmarks", f"{how}: {points} (pixels)"
    yield "alignment", "Rotated, scaled and shifted so that the landmarks meet the template; 112 x 112 pixels"


def _quality(findings: tuple[QualityFinding, ...]) -> Iterator[Block]:
    if findings:
        rows = tuple(
            (
                _MEASURES.get(item.measure, item.measure.replace("_", " ")),
                _measured(item),
                item.warning or "nothing amiss",
            )
            for item in findings
        )
        yield Grid(header=("Image quality", "Measured", "Assessment"), rows=rows, shares=(0.46, 0.12, 0.42))


def _measured(item: QualityFinding) -> str:
    """A measure with two decimals, a number of faces with none."""
    value = round(item.value, 2) + 0.0  # adding 0.0 turns -0.0 into 0.0
    return f"{value:.0f}" if item.measure == "faces" else f"{value:.2f}"


def _fusion_section(sketches: Sequence[ShownSketch], known: Sequence[KnownCandidate]) -> Section:
    """Where the first candidates of the fused list stand in the single ones."""
    single = {
        sketch.record.search_id: {each.subject_id: each.rank for each in sketch.record.candidates}
        for sketch in sketches
    }

    def ranks(subject_id: int) -> str:
        return "; ".join(
            f"search {number}: {found.get(subject_id, 'not listed')}" for number, found in single.items()
        )

    rows = tuple(
        (str(item.candidate.rank), item.identity, ranks(item.candidate.subject_id)) for item in known[:_LISTED]
    )
    blocks: tuple[Block, ...] = (Paragraph(text=_FUSED),)
    grid = Grid(header=("Rank in this list", "Subject", "Rank in the single searches"), rows=rows)
    return Section(title="Several sketches", blocks=(*blocks, grid) if rows else blocks)
