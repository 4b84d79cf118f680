"""Where sketches come from: the file dialog, files dropped or pasted, and pictures pasted without a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.settings import PASTED_FOLDER
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.image_intake import IMAGE_FILES, ImageIntake
from forensic_id.gui.workplace import Workplace
from forensic_id.services.prepare_demo import DEMO_CASE
from forensic_id.services.prepare_sketch import keep_picture


class SketchIntake(QObject):
    """Brings files; a picture without one is written to a file first, so that there are bytes to hash."""

    files_brought = Signal(list)

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)
        self._desk, self._widget = desk, widget
        self._last = LastFolder(desk.preferences, "sketches", QStandardPaths.StandardLocation.PicturesLocation)
        self.intake = ImageIntake(widget)
        self.intake.files_given.connect(self._bring)
        self.intake.image_given.connect(self._keep)

    @property
    def offers_demo(self) -> bool:
        """Whether the sketches of the demonstration are at hand: under its case."""
        return self._desk.case_number == DEMO_CASE

    def ask(self) -> None:
        """Let the user choose files."""
        demo = self._desk.appearance.resources / "demo" / "sketches"
        folder = demo if self.offers_demo else self._last.folder()
        dialog = QFileDialog(self._widget, self.tr("Open sketches"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Pictures ({})").format(IMAGE_FILES), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self._chosen([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, paths: list[Path]) -> None:
        self._last.remember(paths[0])
        self._bring(paths)

    def _bring(self, paths: list[Path]) -> None:
        files = [path for path in paths if not path.is_dir()]
        if files:
            self.files_brought.emit(files)
        else:
            sentence = self.tr("A folder of sketches is searched on the page Batch. Here, give single files.")
            self._desk.tasks.failed.emit(InvalidInputError(sentence))

    def _keep(self, image: QImage) -> None:
        name = f"pasted {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.png"
        folder = self._desk.library_folder / PASTED_FOLDER

        def work(_place: Workplace, _task: Task) -> Path:
            return keep_picture(_png(image), name, folder)

        self._desk.run(Lane.SEARCH, work, owner=self, on_done=lambda path: self.files_brought.emit([path]))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
