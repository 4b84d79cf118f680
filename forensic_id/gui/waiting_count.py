"""How many second reviews wait for whoever is signed in, beside the name of their page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from forensic_id.core.accounts import LibraryMode
from forensic_id.gui.desk import Desk
from forensic_id.gui.navigation import Navigation
from forensic_id.gui.tasks import Lane
from forensic_id.services.second_review import asked_reviews, waiting_reviews

_PAGE = "waiting"


class WaitingCount(QObject):
    """The page is offered where a library has accounts: one person alone has no second examiner."""

    def __init__(self, desk: Desk, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._desk, self._navigation = desk, navigation
        desk.access_changed.connect(self.count)
        desk.reviews_changed.connect(self._reviewed)
        desk.cases_erased.connect(self._erased)
        self.count()

    def count(self) -> None:
        """Count anew."""
        access = self._desk.access
        manned = access is not None and access.mode is LibraryMode.ACCOUNTS and not access.signed_out
        self._navigation.offer(_PAGE, offered=manned)
        if manned:
            self._desk.run(
                Lane.BROWSE,
                lambda place, _task: len(waiting_reviews(place.library())) + len(asked_reviews(place.library())),
                owner=self,
                on_done=lambda number: self._navigation.show_number(_PAGE, number),
                on_failed=lambda _error: self._navigation.show_number(_PAGE, 0),
            )

    def _reviewed(self, _search: int) -> None:
        self.count()

    def _erased(self, _numbers: object) -> None:
        self.count()
