"""How far an import is, on one line above the list: counts, pause, stop, and the results at the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.import_run import ImportRun, ImportState
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.progress_bar import ProgressBar


class ImportStrip(QFrame):
    """Shown from the beginning of an import until it is dismissed."""

    results_requested = Signal()

    def __init__(self, desk: Desk, run: ImportRun) -> None:
        super().__init__()
        self._desk, self._run = desk, run
        self.setProperty("role", "card")
        self._text = label("", wrap=True)
        self._counts = label("", "muted", wrap=True)
        self._bar = ProgressBar(self.tr("Progress of the import"))
        self.pause_button = QPushButton(self.tr("&Pause"))
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.cancel_button = QPushButton(self.tr("St&op import"))
        self.cancel_button.clicked.connect(run.cancel)
        self.results_button = QPushButton(self.tr("Sho&w results"))
        self.results_button.clicked.connect(self.results_requested)
        self.dismiss_button = QToolButton()
        self.dismiss_button.setToolTip(self.tr("Put this line away"))
        self.dismiss_button.setAccessibleName(self.dismiss_button.toolTip())
        self.dismiss_button.clicked.connect(run.dismiss)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE["xs"])
        for widget in (self._text, self._bar, self._counts):
            texts.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addLayout(texts, 1)
        for button in (self.pause_button, self.cancel_button, self.results_button, self.dismiss_button):
            layout.addWidget(button)
        run.changed.connect(self._tell)
        desk.appearance.changed.connect(self._tell)
        self._tell()

    @property
    def text(self) -> str:
        """What the strip says of the import's state."""
        return self._text.text()

    @property
    def counts(self) -> str:
        """What the strip says of the files so far."""
        return self._counts.text()

    def _pause_or_resume(self) -> None:
        if self._run.state is ImportState.PAUSED:
            self._run.resume()
        else:
            self._run.pause()

    def _tell(self) -> None:
        run, icon = self._run, self._desk.appearance.icon
        self.setVisible(run.state is not ImportState.IDLE)
        self._text.setText(self._sentence())
        set_role(self._text, "danger" if run.state is ImportState.FAILED else "body")
        self._counts.setText(self._counted())
        total = run.progress.total if run.progress else 0
        self._bar.setRange(0, total or 0)
        self._bar.setValue(run.progress.done if run.progress else 0)
        self._bar.setVisible(run.is_active)
        paused = run.state is ImportState.PAUSED
        self.pause_button.setText(self.tr("&Go on") if paused else self.tr("&Pause"))
        self.pause_button.setIcon(icon("play" if paused else "pause"))
        self.cancel_button.setIcon(icon("stop"))
        self.dismiss_button.setIcon(icon("close"))
        for button in (self.pause_button, self.cancel_button):
            button.setVisible(run.is_active)
        self.results_button.setVisible(bool(run.log.outcomes))
        self.dismiss_button.setVisible(not run.is_active)

    def _sentence(self) -> str:
        run = self._run
        done, total = (run.progress.done, run.progress.total or 0) if run.progress else (0, 0)
        return {
            ImportState.IDLE: "",
            ImportState.RUNNING: self.tr("Importing {name}: {done} of {total} files").format(
                name=run.path.name, done=counted(done), total=counted(total)
            )
            if total
            else self.tr("Looking through {}…").format(run.path.name),
            ImportState.PAUSED: self.tr("Paused at {done} of {total} files. What is enrolled stays.").format(
                done=counted(done), total=counted(total)
            ),
            ImportState.DONE: self.tr("The import of {} is finished.").format(run.path.name),
            ImportState.STOPPED: self.tr("The import of {} was stopped. What is enrolled stays.").format(
                run.path.name
            ),
            ImportState.FAILED: run.fault,
        }[run.state]

    def _counted(self) -> str:
        counts = self._run.log.counts
        sentence = self.tr(
            "Enrolled: {enrolled} · Known already: {known} · Near duplicates: {near} · Not usable: {failed}"
        )
        return sentence.format(**{name: counted(counts[name]) for name in ("enrolled", "known", "near", "failed")})
