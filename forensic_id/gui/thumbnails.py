"""Thumbnails of photos: loaded in the background, newest request first, kept in a bounded cache."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from forensic_id.core.errors import UserFacingError
from forensic_id.gui.images import to_image
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.show_pictures import photo_thumbnail

if TYPE_CHECKING:
    from forensic_id.core.ports import Library
    from forensic_id.core.records import UInt8Array
    from forensic_id.gui.desk import Desk

CACHED = 2000
"""Pixmaps of at most 160 pixels a side: some 150 MB at worst, a third of that for portraits."""
_MOST_WAITING = 400
"""Requests kept; older ones were scrolled past and are asked for again when they are painted again."""
_BATCH = 12


class Thumbnails(QObject):
    """Ask with `get` while painting; `loaded` tells when to paint again."""

    loaded = Signal(int)
    """The photo whose thumbnail has arrived (an empty pixmap when it cannot be read)."""

    def __init__(self, desk: Desk, read: Callable[[Library, int], UInt8Array] = photo_thumbnail) -> None:
        """`read` gives the picture of a number, and may raise UserFacingError."""
        super().__init__(desk)
        self._read = read
        self._desk = desk
        self._cache: OrderedDict[int, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._busy = False
        desk.library_changed.connect(self.clear)

    def get(self, photo_id: int) -> QPixmap | None:
        """The thumbnail, or None while it is being loaded."""
        if photo_id in self._cache:
            self._cache.move_to_end(photo_id)
            return self._cache[photo_id]
        self._waiting[photo_id] = None
        self._waiting.move_to_end(photo_id)
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        self._load_next()
        return None

    def clear(self) -> None:
        """Forget everything: another library, or photos were removed."""
        self._cache.clear()
        self._waiting.clear()

    def _load_next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        wanted = [self._waiting.popitem()[0] for _ in range(min(_BATCH, len(self._waiting)))]

        def load(place: Workplace, _task: Task) -> dict[int, QImage]:
            library = place.library()
            return {photo_id: _image(self._read, library, photo_id) for photo_id in wanted}

        self._desk.run(Lane.PICTURES, load, owner=self, on_done=self._keep, on_failed=self._give_up)

    def _keep(self, images: dict[int, QImage]) -> None:
        self._busy = False
        for photo_id, image in images.items():
            self._cache[photo_id] = QPixmap.fromImage(image)
            self.loaded.emit(photo_id)
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        self._load_next()

    def _give_up(self, _error: Exception) -> None:
        """The library cannot be opened: whoever shows a page of it tells so."""
        self._busy = False
        self._waiting.clear()


def _image(read: Callable[[Library, int], UInt8Array], library: Library, photo_id: int) -> QImage:
    try:
        # In the format of a pixmap, so that the main thread has nothing to convert.
        return to_image(read(library, photo_id)).convertToFormat(QImage.Format.Format_RGB32)
    except UserFacingError:
        return QImage()
