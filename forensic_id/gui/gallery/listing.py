"""Which subjects are listed: the query as the user changes it, and the ids that answer it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from forensic_id.core.browsing import GalleryQuery, RecordedValues
from forensic_id.core.errors import UserFacingError
from forensic_id.core.retention import Keeping
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.import_run import ImportRun
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.services.browse_gallery import SubjectList, find_subjects, recorded_values

Kept = Literal["", "held", "past", "soon"]
"""What the list is narrowed down to: everybody, or as `Keeping` means it."""
_BETWEEN_LISTS = 3.0
"""Seconds between two looks at the gallery while an import fills it."""


class Listing(QObject):
    """Answers the newest query; older ones that are not answered yet are dropped."""

    listed = Signal(object)
    """A SubjectList."""
    refused = Signal(str)
    """There is no library that can be read, and why."""
    values_recorded = Signal(object)
    """RecordedValues that filters can be set to."""

    def __init__(self, desk: Desk, run: ImportRun, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._run = desk, run
        self._task: Task | None = None
        self._listed_at, self._enrolled = 0.0, 0
        self.query = GalleryQuery()
        self.kept: Kept = ""
        run.changed.connect(self._follow_import)

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or filter leaves subjects out."""
        return bool(self.query.text.strip() or self.query.filters or self.kept)

    def change(self, *, kept: Kept | None = None, **changes: Any) -> None:
        """Change fields of the query, or whom it is narrowed down to, and list anew."""
        query, kept = replace(self.query, **changes), self.kept if kept is None else kept
        if (query, kept) != (self.query, self.kept):
            self.query, self.kept = query, kept
            self.load()

    def load(self) -> None:
        """List the subjects."""
        if self._task:
            self._task.cancel()
        query, keeping = self.query, self._keeping()
        self._listed_at = time.monotonic()
        self._task = self._desk.run(
            Lane.BROWSE,
            lambda place, _task: find_subjects(place.library(), query, keeping=keeping),
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def load_values(self) -> None:
        """Look up what is recorded; not in the lane of the rows, which would wait for it."""

        def offer(values: RecordedValues) -> None:
            self.values_recorded.emit(values)

        self._desk.run(
            Lane.SEARCH,
            lambda place, _task: recorded_values(place.library()),
            owner=self,
            on_done=offer,
            on_failed=lambda _error: None,  # `load` tells of it
        )

    def _keeping(self) -> Keeping | None:
        today = datetime.now().astimezone().date()
        return Keeping(kind=self.kept, today=today) if self.kept else None

    def _show(self, found: SubjectList) -> None:
        self._task = None
        self.listed.emit(found)

    def _refuse(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, UserFacingError):
            self.refused.emit(sentence_for(error))
        else:
            self._desk.tasks.failed.emit(error)

    def _follow_import(self) -> None:
        """Show what was enrolled meanwhile, now and then."""
        enrolled = self._run.log.counts["enrolled"]
        if enrolled != self._enrolled and time.monotonic() - self._listed_at > _BETWEEN_LISTS and self._task is None:
            self._enrolled = enrolled
            self.load()
