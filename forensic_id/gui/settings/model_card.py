"""The model in use: what it is, what was measured, and whether its files are what they should be."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from forensic_id.core.report import ModelFacts
from forensic_id.gui.desk import Desk
from forensic_id.gui.figure_words import set_words
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.verify_bundle import verify_bundle


class ModelCard(Card):
    """Reads the bundle in the background: its hashes are checked when it is first opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Model"))
        self._desk = desk
        self.facts = label(self.tr("Reading the model…"), wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.figures = label("", "small", wrap=True)
        self.verify = QPushButton(self.tr("&Verify"))
        self.verify.clicked.connect(self._verify)
        self.verdict = label("", wrap=True)
        self.verdict.hide()
        self.add_wide(self.facts)
        self.add_wide(self.figures)
        self.add_row(
            self.tr("Files of the model"),
            self.tr("Reads every file again and compares its hash with the one in the manifest."),
            self.verify,
        )
        self.add_wide(self.verdict)
        desk.bundle_changed.connect(self.load)

    def load(self) -> None:
        """Read name, identity, licence and figures."""
        self._desk.run(
            Lane.SEARCH,
            lambda place, _task: place.model_facts(),
            owner=self,
            on_done=self._show,
            on_failed=lambda error: self._tell(sentence_for(error), good=False),
        )

    def _show(self, facts: ModelFacts) -> None:
        words = self.tr("{name}\nSHA-256 of its manifest: {id}\nLicence: {licence}")
        self.facts.setText(words.format(name=facts.name, id=facts.bundle_id, licence=facts.licence))
        lines = [self._figure(name, values) for name, values in facts.measured.items() if isinstance(values, Mapping)]
        self.figures.setText("\n".join(line for line in lines if line))

    def _figure(self, name: str, values: Mapping[str, float]) -> str:
        if not {"sketches", "photos", "recall_1", "recall_10"} <= set(values):
            return ""
        words = self.tr(
            "{name}: of {sketches} sketches among {photos} photos, the person was first for a share of {first}, "
            "and among the first ten for {ten}."
        )
        return words.format(
            name=set_words(name),
            sketches=counted(int(values["sketches"])),
            photos=counted(int(values["photos"])),
            first=measured(values["recall_1"], ".2f"),
            ten=measured(values["recall_10"], ".2f"),
        )

    def _verify(self) -> None:
        def check(place: Workplace, task: Task) -> int:
            return verify_bundle(place.bundle_folder, place.model_facts().files, cancelled=task.cancelled)

        self.verify.setEnabled(False)
        self._desk.run(Lane.SEARCH, check, owner=self, on_done=self._verified, on_failed=self._not_verified)

    def _verified(self, count: int) -> None:
        self._tell(self.tr("All files are what the manifest says: {}.").format(counted(count)), good=True)

    def _not_verified(self, error: Exception) -> None:
        self._tell(sentence_for(error), good=False)

    def _tell(self, text: str, *, good: bool) -> None:
        self.verify.setEnabled(True)
        self.verdict.setText(text)
        self.verdict.show()
        set_role(self.verdict, "success" if good else "danger")
