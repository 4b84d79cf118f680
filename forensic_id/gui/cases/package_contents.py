"""What lies in a package: its files by name, texts and pictures to look at, and copies of single files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forensic_id.gui.desk import Desk
from forensic_id.gui.images import to_image
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.read_package import package_file, package_names, save_package_file

_MOST_SHOWN = 500_000
"""Characters; more would only be scrolled past, and lay out slowly."""
_TEXTS = {".json", ".jsonl", ".txt"}
_LIST_WIDTH = 300


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Seen:
    """A file as it can be looked at: a text, a picture, or neither."""

    name: str
    text: str = ""
    picture: QImage | None = None


class PackageContents(QWidget):
    """Reads a file when it is chosen; nothing is unpacked to the disk."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Files in the package"))
        self.names.setFixedWidth(_LIST_WIDTH)
        self.names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentTextChanged.connect(self._read)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("Picture of the file"))
        self.note = label("", "muted", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.save_button = QPushButton(self.tr("Save a co&py of this file…"))
        self.save_button.setAutoDefault(False)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._ask_where)
        self._lay_out()
        desk.run(
            Lane.BROWSE,
            lambda place, _task: package_names(path, place.packages),
            owner=self,
            on_done=self._list,
            on_failed=self._refuse,
        )

    def save(self, target: Path) -> None:
        """Copy the file that is chosen out of the package."""
        name, path = self.names.currentItem().text(), self._path
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: save_package_file(path, place.packages, name, target),
            owner=self,
            on_done=lambda saved: self._say(self.tr("Written: {}").format(saved.name)),
            on_failed=self._refuse,
        )

    def _list(self, names: tuple[str, ...]) -> None:
        self.names.addItems(sorted(names, key=_order))
        self.names.setCurrentRow(0)

    def _read(self, name: str) -> None:
        self.save_button.setEnabled(bool(name))
        path = self._path

        def read(place: Workplace, _task: Task) -> _Seen:
            return _seen(place, name, package_file(path, place.packages, name))

        self._desk.run(Lane.BROWSE, read, owner=self, on_done=self._show, on_failed=self._refuse)

    def _show(self, seen: _Seen) -> None:
        if self.names.currentItem() is None or self.names.currentItem().text() != seen.name:
            return
        if seen.picture is not None:
            room = self._stack.size().boundedTo(seen.picture.size())
            picture = QPixmap.fromImage(seen.picture)
            self.picture.setPixmap(picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio,
                                                  Qt.TransformationMode.SmoothTransformation))  # fmt: skip
            self._stack.setCurrentWidget(self.picture)
        elif seen.text:
            self.text.setPlainText(seen.text)
            self._stack.setCurrentWidget(self.text)
        else:
            self._say(self.tr("This file is not shown here. Save a copy to open it with another program."))

    def _refuse(self, error: Exception) -> None:
        self._say(sentence_for(error))

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self._stack.setCurrentWidget(self.note)

    def _ask_where(self) -> None:
        name = PurePosixPath(self.names.currentItem().text()).name
        ending = PurePosixPath(name).suffix.lstrip(".")
        ask_where_to_save(
            self,
            self._desk.preferences,
            self.tr("Save a copy"),
            name=name,
            kinds=f"{ending.upper()} (*.{ending})",
            then=self.save,
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self.note, self.text, self.picture):
            self._stack.addWidget(widget)
        shown = QVBoxLayout()
        shown.setSpacing(SPACE["s"])
        shown.addWidget(self._stack, 1)
        shown.addWidget(self.save_button, alignment=Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(self.names)
        layout.addLayout(shown, 1)


def _order(name: str) -> tuple[int, str]:
    """What explains the package first, then the case, then the rest by name."""
    first = ("README.txt", "case.json", "manifest.json", "signature.json")
    return (first.index(name) if name in first else len(first), name)


def _seen(place: Workplace, name: str, data: bytes) -> _Seen:
    """A file for the eye. Raises ImageRefusedError for a picture that is none."""
    ending = PurePosixPath(name).suffix
    if ending in _TEXTS:
        return _Seen(name=name, text=_readable(data, ending)[:_MOST_SHOWN])
    if ending in {".pdf", ".bin"}:
        return _Seen(name=name)
    return _Seen(name=name, picture=to_image(place.loader.decode(data, name).pixels))


def _readable(data: bytes, ending: str) -> str:
    text = data.decode("utf-8", "replace")
    if ending != ".json" or len(text) > _MOST_SHOWN:
        return text
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return text
