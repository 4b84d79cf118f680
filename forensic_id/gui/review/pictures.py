"""Loads what is shown of candidates ahead of the examiner: the one in front first, then its neighbours."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from forensic_id.core.records import Candidate, SearchRecord, UInt8Array
from forensic_id.gui.desk import Desk
from forensic_id.gui.pixels import to_image
from forensic_id.gui.sentences import translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.compare_pictures import FacePictures, PictureTools, photo_pictures, sketch_pictures
from forensic_id.services.report_candidates import KnownCandidate
from forensic_id.services.show_search import name_candidates

CACHED = 9
"""Faces kept at hand; at most about 50 MB each, a fifth of that for usual photos."""
LARGEST_SIDE = 3000
"""Pixels a side of a picture on the screen; the stored original is untouched."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FaceImages:
    """One face as pictures for the screen; None: it cannot be shown, and `problem` says why."""

    original: QImage | None = None
    crop: QImage | None = None
    aligned: QImage | None = None
    problem: str = ""


class PictureLoader(QObject):
    """Owns the pictures of one search's sketch and of the candidates near the one in front."""

    sketch_loaded = Signal()
    candidate_loaded = Signal(int)
    """What the gallery holds of the candidate at this rank was read."""
    photo_loaded = Signal(int)
    """The pictures of the photo of this number are at hand."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: SearchRecord | None = None
        self._opening = 0
        self._sketch: FaceImages | None = None
        self._sketch_of = 0
        self._known: OrderedDict[int, KnownCandidate] = OrderedDict()
        self._faces: OrderedDict[int, FaceImages] = OrderedDict()
        self._wanted: list[tuple[int, int | None]] = []
        self._busy = False

    def open(self, record: SearchRecord | None) -> None:
        """Begin with another search; what is still being loaded of the one before is dropped."""
        self._record = record
        self._opening += 1
        self._sketch = None
        self.forget()
        self._wanted = []
        if record is not None:
            self.choose_sketch(record.parts[0] if record.parts else record.search_id)

    def forget(self) -> None:
        """Read everything anew when it is wanted next: the gallery changed."""
        self._known.clear()
        self._faces.clear()

    def sketch(self) -> FaceImages | None:
        """The sketch's pictures, or None while they are loaded."""
        return self._sketch

    def known(self, rank: int) -> KnownCandidate | None:
        """What the gallery holds of a candidate, or None while it is read."""
        return self._known.get(rank)

    def face(self, photo_id: int) -> FaceImages | None:
        """A photo's pictures, or None while they are loaded."""
        return self._faces.get(photo_id)

    def want(self, rank: int, *, photo_id: int | None = None, near: tuple[int, ...] = ()) -> None:
        """Load the candidate at `rank`, or another of its photos, then those `near`; forget older wishes."""
        self._wanted = [(rank, photo_id), *((each, None) for each in near)]
        self._load_next()

    def choose_sketch(self, search_id: int) -> None:
        """Show the sketch of this search: of one that fuses several, one after the other can be looked at."""
        self._sketch_of = search_id
        opening = self._opening

        def load(place: Workplace, _task: Task) -> FaceImages:
            return _images(sketch_pictures(_tools(place), search_id))

        def keep(images: FaceImages) -> None:
            if opening == self._opening and search_id == self._sketch_of:
                self._sketch = images
                self.sketch_loaded.emit()

        self._desk.run(Lane.PICTURES, load, owner=self, on_done=keep)

    def _load_next(self) -> None:
        record = self._record
        while self._wanted and not self._busy and record is not None:
            rank, photo_id = self._wanted.pop(0)
            candidate = record.candidates[rank - 1]
            known = self._known.get(rank)
            if known is None or (photo_id or candidate.photo_id) not in self._faces:
                self._load(candidate, photo_id or candidate.photo_id, known)

    def _load(self, candidate: Candidate, photo_id: int, known: KnownCandidate | None) -> None:
        self._busy = True
        opening = self._opening

        def load(place: Workplace, _task: Task) -> tuple[KnownCandidate, FaceImages]:
            found = known or name_candidates(place.library(), [candidate])[0]
            photos = found.subject.photos if found.subject else ()
            name = next((photo.file_name for photo in photos if photo.photo_id == photo_id), "")
            return found, _images(photo_pictures(_tools(place), photo_id, name))

        def keep(loaded: tuple[KnownCandidate, FaceImages]) -> None:
            self._busy = False
            if opening == self._opening:
                self._remember(candidate.rank, photo_id, *loaded)
            self._load_next()

        def give_up(error: Exception) -> None:
            self._busy = False
            self._desk.tasks.failed.emit(error)

        self._desk.run(Lane.PICTURES, load, owner=self, on_done=keep, on_failed=give_up)

    def _remember(self, rank: int, photo_id: int, known: KnownCandidate, images: FaceImages) -> None:
        self._known[rank], self._faces[photo_id] = known, images
        self._faces.move_to_end(photo_id)
        while len(self._faces) > CACHED:
            self._faces.popitem(last=False)
        while len(self._known) > 10 * CACHED:
            self._known.popitem(last=False)
        self.candidate_loaded.emit(rank)
        self.photo_loaded.emit(photo_id)


def _tools(place: Workplace) -> PictureTools:
    return PictureTools(library=place.library(), loader=place.loader, editor=place.editor, warper=place.warper)


def _images(pictures: FacePictures) -> FaceImages:
    return FaceImages(
        original=_image(pictures.original),
        crop=_image(pictures.crop),
        aligned=_image(pictures.aligned),
        problem=" ".join(map(translated, dict.fromkeys(pictures.problems))),
    )


def _image(pixels: UInt8Array | None) -> QImage | None:
    """A picture in the format that the screen takes without converting."""
    if pixels is None:
        return None
    image = to_image(pixels)
    if max(image.width(), image.height()) > LARGEST_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LARGEST_SIDE, LARGEST_SIDE, keep, smooth)
    return image.convertToFormat(QImage.Format.Format_RGB32)
