"""The page on which somebody lands after coming in."""

from __future__ import annotations

from forensic_id.core.rights import Right
from forensic_id.gui.main_window import FIRST_PAGE, MainWindow
from forensic_id.gui.tasks import Lane
from forensic_id.services.second_review import waiting_reviews

_WAITING = "waiting"


def land(window: MainWindow) -> None:
    """Show the first page, but what waits, if anything does, to whoever only reviews what others searched."""
    access = window.desk.access
    if access is None or not access.principal.may(Right.SECOND_REVIEW) or access.principal.may(Right.REVIEW):
        window.show_page(FIRST_PAGE)
        return

    def show(name: str) -> None:
        if window.page is None:  # nobody went elsewhere meanwhile
            window.show_page(name)

    window.desk.run(
        Lane.BROWSE,
        lambda place, _task: bool(waiting_reviews(place.library())),
        owner=window,
        on_done=lambda waits: show(_WAITING if waits else FIRST_PAGE),
        on_failed=lambda _error: show(FIRST_PAGE),
    )
