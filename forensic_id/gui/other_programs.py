"""Has the pages read anew what other programs changed: the command line, or somebody at a shared folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.notice_changes import Noticed, Seen, notice_changes

BETWEEN_LOOKS = 3000
"""Milliseconds."""


class OtherPrograms(QObject):
    """Looks now and then in the background, and never while anything but a batch runs."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen: Seen | None = None
        self._looking = False
        self._timer = QTimer(self, interval=BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)
        desk.library_changed.connect(self._forget)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def look(self) -> None:
        """Look once, unless work runs: it changes the library itself, or needs it alone.

        A batch does neither with what is shown, and runs for hours.
        """
        if self._looking or any(task.lane is not Lane.BATCH for task in self._desk.tasks.running):
            return
        self._looking, seen = True, self._seen

        def read(place: Workplace, _task: Task) -> Noticed | None:
            return notice_changes(place.library(), seen, own=place.written_here())

        self._desk.run(
            Lane.BROWSE,
            read,
            owner=self,
            on_done=self._tell,
            on_failed=lambda _error: self._give_up(),  # a page that needs the library says what is wrong
            on_cancelled=self._give_up,
        )

    def _tell(self, noticed: Noticed | None) -> None:
        self._looking = False
        if noticed is None:
            return
        self._seen = noticed.seen
        self._let_go(noticed)
        if noticed.gallery:
            self._desk.gallery_changed.emit()
        if noticed.cases:
            self._desk.cases_changed.emit()
        for number in noticed.searches:
            self._desk.searches_changed.emit(number)
        for search_id in noticed.reviews:
            self._desk.reviews_changed.emit(search_id)

    def _let_go(self, noticed: Noticed) -> None:
        before = self._desk.case_number
        self._desk.let_go_of(noticed.erased, noticed.erased_searches)
        if before and not self._desk.case_number:
            self._desk.told.emit(
                self.tr("The case on the desk was erased by another program. Nothing of it is shown or kept here.")
            )

    def _give_up(self) -> None:
        self._looking = False

    def _forget(self) -> None:
        self._seen, self._looking = None, False
