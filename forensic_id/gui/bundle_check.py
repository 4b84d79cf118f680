"""At the start: is the bundle in use what its manifest says? Otherwise the shipped one is used, and that is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from forensic_id.core.errors import BundleRefusedError
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane


def check_bundle(desk: Desk, *, fallback: Path) -> None:
    """Verify the desk's bundle in the background. The choice is kept: the bundle may be there again next time."""

    def refused(error: Exception) -> None:
        if desk.bundle_folder == fallback or not isinstance(error, BundleRefusedError):
            desk.tasks.failed.emit(error)
            return
        desk.use_bundle(fallback)
        sentence = QCoreApplication.translate(
            "BundleCheck", "{reason} The model that came with the program is used instead, until it is closed."
        )
        desk.tasks.failed.emit(BundleRefusedError(sentence.format(reason=error)))

    desk.run(
        Lane.SEARCH, lambda place, _task: place.bundle_id, owner=desk, on_done=lambda _id: None, on_failed=refused
    )
