"""Windows of the training page: two models side by side, both measured anew, and the question at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from forensic_id.core.model_card import ModelCard
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.training.figures_tree import FiguresTree
from forensic_id.gui.training.trainer_process import Trainer, TrainerTask
from forensic_id.gui.widgets.labels import label


class CompareDialog(QDialog):
    """The figures of a new model beside those of the one in use, as their manifests state them."""

    def __init__(self, appearance: Appearance, cards: tuple[ModelCard, ModelCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare the models"))
        self.resize(860, 560)
        self.tree = FiguresTree(appearance)
        self.tree.show_pair(*cards)
        _finish(self, self.tree)


class MeasureDialog(QDialog):
    """Both models measured on the same sketches by the trainer; closing the window stops it."""

    def __init__(self, trainer: Trainer, arguments: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Measure both models"))
        self.resize(860, 560)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What the trainer measured"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.state = label(self.tr("Measuring… A is the chosen model, B the one it is compared with."), "muted")
        self._task = TrainerTask(trainer, arguments, self)
        self._task.said.connect(lambda text: self.text.appendPlainText(text.rstrip()))
        self._task.ended.connect(self._ended)
        self.finished.connect(self._task.stop_for_good)
        _finish(self, self.state, self.text)

    def _ended(self, went_well: bool, text: str) -> None:  # noqa: FBT001 - a signal's value
        self.state.setText(self.tr("Measured.") if went_well else self.tr("This did not work."))
        if not self.text.toPlainText():
            self.text.setPlainText(text)


def ask_about_running(parent: QWidget, names: Sequence[str]) -> str:
    """`stop`, `leave`, or nothing to stay, when the program is closed while models are trained."""
    title = QCoreApplication.translate("TrainingDialogs", "A model is being trained")
    told = QCoreApplication.translate(
        "TrainingDialogs", "Still being trained: {}. A training can go on without this program."
    )
    stopping = QCoreApplication.translate("TrainingDialogs", "&Stop, with a checkpoint")
    leaving = QCoreApplication.translate("TrainingDialogs", "&Leave it running")
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(told.format(", ".join(names)))
    stop = box.addButton(stopping, QMessageBox.ButtonRole.YesRole)
    leave = box.addButton(leaving, QMessageBox.ButtonRole.NoRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(leave)
    box.exec()
    clicked = box.clickedButton()
    return "stop" if clicked is stop else "leave" if clicked is leave else ""


def _finish(dialog: QDialog, *parts: QWidget) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for part in parts:
        layout.addWidget(part)
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
