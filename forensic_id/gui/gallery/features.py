"""Features of photos under the model in use: which lack one, computing them, what a search would run against."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from forensic_id.core.errors import UserFacingError
from forensic_id.core.progress import Progress
from forensic_id.core.records import GalleryStatistics
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.browse_gallery import GalleryState, gallery_state
from forensic_id.services.edit_gallery import gallery_statistics
from forensic_id.services.embed_gallery import embed_gallery


class Features(QObject):
    """Counts photos without a feature and computes features; one computation at a time."""

    counted = Signal(object)
    """GalleryStatistics of the gallery as it is now."""
    refused = Signal(str)
    """The model cannot be used, and why."""
    changed = Signal()
    """A computation began, went on or ended."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counting: Task | None = None
        self.task: Task | None = None
        self.progress: Progress | None = None

    def count(self) -> None:
        """Count anew; the search lane has the models."""
        if self._counting:
            self._counting.cancel()
        self._counting = self._desk.run(
            Lane.SEARCH,
            lambda place, _task: gallery_statistics(place.library(), place.bundle_id),
            owner=self,
            on_done=self.counted.emit,
            on_failed=self._refuse,
        )

    def compute(self, *, anew: bool = False) -> None:
        """Compute the features that lack, or all."""
        if self.task:
            return

        def work(place: Workplace, task: Task) -> int:
            return embed_gallery(
                library=place.library(),
                encoder=place.encoder,
                anew=anew,
                progress=task.report,
                cancelled=task.cancelled,
            )

        self.task = self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=lambda _count: self._end(),
            on_failed=self._fail,
            on_cancelled=self._end,
            on_progress=self._progressed,
            title=self.tr("Computing features"),
        )
        self.changed.emit()

    def stop(self) -> None:
        """Stop computing; what is computed stays."""
        if self.task:
            self.task.cancel()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._end()
        self._desk.tasks.failed.emit(error)

    def _end(self) -> None:
        self.task = self.progress = None
        self.changed.emit()
        self._desk.gallery_changed.emit()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.refused.emit(sentence_for(error))
        else:
            self._desk.tasks.failed.emit(error)


class FeatureNotice(QFrame):
    """Warns of photos that no search can find, with the button that changes it."""

    def __init__(self, desk: Desk, features: Features) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._features = features
        self._lacking = 0
        self._fault = ""
        self._text = label("", wrap=True)
        self.button = QPushButton()
        self.button.clicked.connect(self._compute_or_stop)
        desk.rights.guard(self.button, Right.MANAGE_BUNDLES)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        features.counted.connect(self._count)
        features.refused.connect(self._refuse)
        features.changed.connect(self._tell)
        self._tell()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def _count(self, statistics: GalleryStatistics) -> None:
        self._lacking, self._fault = statistics.photos_without_feature, ""
        self._tell()

    def _refuse(self, sentence: str) -> None:
        self._lacking, self._fault = 0, sentence
        self._tell()

    def _compute_or_stop(self) -> None:
        if self._features.task:
            self._features.stop()
        else:
            self._features.compute()

    def _tell(self) -> None:
        progress, runs = self._features.progress, self._features.task is not None
        if runs:
            done, total = (progress.done, progress.total or 0) if progress else (0, 0)
            text = self.tr("Computing features: {done} of {total} photos.")
            self._text.setText(text.format(done=counted(done), total=counted(total)))
        elif self._lacking:
            text = self.tr("Photos without a feature of the model in use: {}. No search can find them.")
            self._text.setText(text.format(counted(self._lacking)))
        else:
            self._text.setText(self._fault)
        self.button.setText(self.tr("S&top") if runs else self.tr("Co&mpute features"))
        self.button.setVisible(runs or bool(self._lacking))
        self.setVisible(bool(self._text.text()))


class StateDialog(QDialog):
    """Counts, sizes and the snapshot of the gallery; features computed anew."""

    def __init__(self, desk: Desk, features: Features, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._features = features
        self.setWindowTitle(self.tr("State of the gallery"))
        self.setMinimumWidth(520)
        self.values = {title: label("…", wrap=True) for title in self._titles()}
        layout = QFormLayout(self)
        layout.setVerticalSpacing(SPACE["s"])
        self.snapshot = QLineEdit()
        self.snapshot.setReadOnly(True)
        self.snapshot.setAccessibleName(self.tr("Snapshot"))
        self.snapshot.setToolTip(self.tr("What a search would run against now; equal snapshots rank equally"))
        for title, value in self.values.items():
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            layout.addRow(title, value)
        layout.addRow(self.tr("Snapshot"), self.snapshot)
        explained = self.tr(
            "Computing all features anew is for a library whose features are in doubt; the ranking of later "
            "searches does not change when they were right."
        )
        layout.addRow(label(explained, "muted", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.rebuild_button = buttons.addButton(self.tr("Compute all &anew"), QDialogButtonBox.ButtonRole.ActionRole)
        self.rebuild_button.setAutoDefault(False)
        self.rebuild_button.clicked.connect(self._rebuild)
        desk.rights.guard(self.rebuild_button, Right.MANAGE_BUNDLES)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)
        desk.run(
            Lane.SEARCH,
            lambda place, _task: gallery_state(place.library(), place.bundle_id),
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def _show(self, state: GalleryState) -> None:
        counts = state.statistics
        texts = (
            counted(counts.subjects),
            counted(counts.photos),
            counted(counts.photos_without_feature),
            megabytes(counts.image_bytes),
            megabytes(state.database_bytes),
        )
        self.snapshot.setText(state.snapshot_id)
        self.snapshot.setCursorPosition(0)
        for value, text in zip(self.values.values(), texts, strict=True):
            value.setText(text)
        self.rebuild_button.setEnabled(counts.photos > 0)

    def _refuse(self, error: Exception) -> None:
        next(iter(self.values.values())).setText(sentence_for(error))
        self.rebuild_button.setEnabled(False)

    def _rebuild(self) -> None:
        self._features.compute(anew=True)
        self.accept()

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Subjects"),
            self.tr("Photos"),
            self.tr("Photos without a feature"),
            self.tr("Original photos"),
            self.tr("Database"),
        )


def megabytes(count: int) -> str:
    """A size for people."""
    return f"{measured(count / 1e6, ',.1f')} MB"
