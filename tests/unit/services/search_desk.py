"""A library with a gallery and an open case, and the tools of a search over fakes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from forensic_id.core.records import Case, Photo, PhotoDetails, SubjectDetails
from forensic_id.services.identify import SearchTools
from forensic_id.services.probe import SketchReader
from tests.fakes.fake_density_scorer import FakeDensityScorer
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_feature_generator import FakeFeatureGenerator
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_library import InMemoryLibrary

CASE = "2025-7"
NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class SearchDesk:
    """What a test of a search needs; sketches are files in `folder`."""

    library: InMemoryLibrary
    tools: SearchTools
    folder: Path

    def sketch(self, name: str, text: str) -> Path:
        """Write a sketch whose pixels follow from `text`; the photo `text` is its best match."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"IMG:" + text.encode())
        return path

    def enrol(self, external_id: str, *texts: str, sex: str = "", bundle_id: str = BUNDLE_ID) -> list[Photo]:
        """Enrol photos of a subject; each photo's pixels follow from its text."""
        reader = self.tools.reader
        photos = []
        for text in texts:
            image = reader.loader.decode(b"IMG:" + text.encode(), f"{text}.png")
            face = reader.aligner.align(image)
            photos.append(
                self.library.gallery.enrol(
                    subject=SubjectDetails(external_id=external_id, sex=sex),
                    photo=PhotoDetails(),
                    image=image,
                    face=face,
                    perceptual_hash=reader.loader.perceptual_hash(image),
                    bundle_id=bundle_id,
                    feature=reader.encoder.encode_photos(face.crop[None])[0],
                )
            )
        return photos

    def with_reader(self, reader: SketchReader) -> SearchTools:
        """The tools with another reader."""
        return replace(self.tools, reader=reader)


def new_reader(bundle_id: str = BUNDLE_ID) -> SketchReader:
    """A reader over fakes."""
    return SketchReader(
        loader=FakeImageLoader(),
        editor=FakeSketchEditor(),
        aligner=FakeFaceAligner(),
        encoder=FakeFaceEncoder(bundle_id=bundle_id),
    )


def search_tools(library: InMemoryLibrary) -> SearchTools:
    """Tools over fakes."""
    return SearchTools(
        library=library,
        reader=new_reader(),
        generator=FakeFeatureGenerator(),
        scorer=FakeDensityScorer(),
        clock=lambda: NOW,
        app_version="1.2.3",
    )


def search_desk(folder: Path) -> SearchDesk:
    """An open case and a gallery: anna with two photos, boris with one, and eight women more."""
    library = InMemoryLibrary()
    desk = SearchDesk(library=library, tools=search_tools(library), folder=folder)
    library.cases.open_case(Case(number=CASE, offence="theft", authority="law", requester="officer"))
    desk.enrol("anna", "anna-2019", "anna-2021", sex="female")
    desk.enrol("boris", "boris", sex="male")
    for number in range(8):
        desk.enrol(f"woman {number}", f"woman-{number}", sex="female")
    return desk
