"""What a new training is started with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.folder_field import FolderField
from forensic_id.gui.widgets.labels import label
from forensic_id.services.follow_training import TrainingJob

_LINES_HEIGHT = 64


class TrainingForm(QFrame):
    """Emits the run's name and the job."""

    start_requested = Signal(str, TrainingJob)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sentences: dict[str, str] = {}
        self._taken: Sequence[str] = ()
        self.setProperty("role", "card")
        self.name = QLineEdit()
        self.recipe = QComboBox()
        self.recipe.currentIndexChanged.connect(self._recipe_chosen)
        self._sentence = label("", "small", wrap=True)
        self.data = FolderField(self.tr("Training data"), self.tr("Folder with faces_train.csv"))
        self.data.folder = _kept_folder(desk)
        self.beside = _lines(self.tr("Further prepared folders, one a line"))
        self.settings = _lines(self.tr("FIELD=VALUE, one a line: adversarial.steps=500"))
        self.device = QComboBox()
        self.problem = Banner("")
        self.problem.hide()
        self.start = QPushButton(self.tr("&Start training"))
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._start)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE["s"])
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add_recipe(form)
        for text, field in (
            (self.tr("Na&me"), self.name),
            (self.tr("&Data"), self.data),
            (self.tr("&Beside"), self.beside),
            (self.tr("Se&ttings"), self.settings),
            (self.tr("De&vice"), self.device),
        ):
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(text, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(label(self.tr("Train a model"), "lead"))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.start)
        layout.addStretch(1)

    def _add_recipe(self, form: QFormLayout) -> None:
        """Its sentence stands close below: as a row of its own it would keep room for a second line."""
        name = QLabel(self.tr("&Recipe"))
        name.setBuddy(self.recipe)
        self.recipe.setAccessibleName(name.text().replace("&", ""))
        explained = QVBoxLayout()
        explained.setSpacing(SPACE["xs"])
        explained.addWidget(self.recipe)
        explained.addWidget(self._sentence)
        form.addRow(name, explained)

    def offer(self, recipes: Sequence[Mapping[str, Any]], devices: Mapping[str, Any]) -> None:
        """What the trainer itself lists."""
        self._sentences = {str(each["name"]): str(each["sentence"]) for each in recipes}
        self.recipe.clear()
        self.recipe.addItems(list(self._sentences))
        self.device.clear()
        cuda = [str(name) for name in devices.get("cuda", ())]
        self.device.addItem(self.tr("the best there is"), "auto")
        for number, name in enumerate(cuda):
            self.device.addItem(name, f"cuda:{number}")
        threads = devices.get("cpu_threads", 1)
        self.device.addItem(self.tr("processor, {} threads").format(threads), "cpu")

    def suggest_name(self, taken: Sequence[str]) -> None:
        """A name that no run has yet; another recipe gets another one."""
        self._taken = taken
        recipe, number = self.recipe.currentText() or "run", 1
        while f"{recipe}-{number}" in taken:
            number += 1
        self.name.setText(f"{recipe}-{number}")

    def _recipe_chosen(self) -> None:
        recipe = self.recipe.currentText()
        self._sentence.setText(self._sentences.get(recipe, ""))
        before = self.name.text().rpartition("-")[0]
        if not self.name.text() or before in self._sentences:
            self.suggest_name(self._taken)

    def _start(self) -> None:
        self.problem.say("")
        folder = self.data.folder
        if folder is not None:
            self._desk.preferences.set_text("trainer/data", str(folder))
        job = TrainingJob(
            recipe=self.recipe.currentText(),
            data=str(folder or ""),
            beside=_filled(self.beside),
            settings=_filled(self.settings),
            device=str(self.device.currentData() or "auto"),
        )
        name = self.name.text().strip()
        if not name or name != name.strip(".") or set(name) & set('/\\:*?"<>|'):
            self.problem.say(self.tr("Give the run a name that can be a folder's name."))
            return
        self.start_requested.emit(name, job)


def _kept_folder(desk: Desk) -> Path | None:
    kept = desk.preferences.text("trainer/data")
    return Path(kept) if kept else None


def _lines(placeholder: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setPlaceholderText(placeholder)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(_LINES_HEIGHT)
    return edit


def _filled(edit: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in edit.toPlainText().splitlines() if line.strip())
