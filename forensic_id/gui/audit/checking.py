"""The check of everything: the library against its hashes, and the audit log against anchors outside of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import InvalidInputError
from forensic_id.gui.tasks import Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.anchor_audit import AnchorFindings, check_anchors
from forensic_id.services.verify_audit import VerificationReport, verify_library


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found; without anchors, `unanchored` says why there are none to compare with (empty: none chosen)."""

    report: VerificationReport
    anchors: AnchorFindings | None = None
    unanchored: str = ""

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that is broken."""
        return (*self.report.problems, *(self.anchors.broken if self.anchors else ()))


def check_everything(place: Workplace, task: Task, anchors: Path | None) -> Checked:
    """Check the library and the anchors in a file, None: in the one chosen for this library, if there is one.

    Raises CancelledError, and InvalidInputError when a file that was named cannot be read.
    """
    report = verify_library(place.library(), progress=task.report, cancelled=task.cancelled)
    chosen = place.anchoring.read()
    file = anchors or (chosen.file if chosen else None)
    if file is None:
        return Checked(report=report)
    try:
        found = check_anchors(place.library(), place.anchor_file(file), place.signature_check)
    except InvalidInputError as error:
        if anchors is not None:
            raise
        return Checked(report=report, unanchored=str(error))  # the stick is not in
    return Checked(report=report, anchors=found)
