"""The installed model bundles: which is in use, what each says of itself, and how they compare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import LibraryError
from forensic_id.core.model_card import InstalledBundle
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.training.figures_tree import FiguresTree
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.buttons import push_button
from forensic_id.gui.widgets.image_intake import ImageIntake
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.edit_gallery import gallery_statistics
from forensic_id.services.embed_gallery import embed_gallery
from forensic_id.services.install_bundle import install_bundle, remove_bundle, use_bundle

_LIST_WIDTH = 184


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfState:
    """What the view shows; `lacking` counts photos without a feature of the bundle in use."""

    installed: tuple[InstalledBundle, ...]
    before: Path | None
    lacking: int


class BundlesView(QWidget):
    """Install, use, go back, remove, compare, and compute the features that a change leaves to be computed."""

    compare_requested = Signal(Path, Path)
    """Two bundle folders are to be measured on the same sketches by the trainer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state = ShelfState(installed=(), before=None, lacking=0)
        self._wanted: Path | None = None
        self._embedding: Task | None = None
        self.problem = Banner("")
        self.problem.hide()
        self._make_widgets()
        self._lay_out()
        ImageIntake(self).files_given.connect(lambda paths: self.install(_folder_of(paths[0])) if paths else None)
        for changed in (desk.bundle_changed, desk.library_changed, desk.gallery_changed):
            changed.connect(self.load)
        desk.appearance.changed.connect(self._show)

    def load(self) -> None:
        """Look at the shelf and the gallery anew."""
        self._desk.run(Lane.WORK, _state_of, owner=self, on_done=self._take, on_failed=self._tell)

    def install(self, folder: Path) -> None:
        """Verify a bundle folder and put it on the shelf."""
        if not self._desk.rights.permit(Right.MANAGE_BUNDLES):
            return
        self._change(
            lambda place: install_bundle(folder, shelf=place.shelf, library=place.library(create=True)),
            self._installed,
            self.tr("Installing a model"),
        )

    def use(self, folder: Path) -> None:
        """Use an installed bundle, unless running work is not to be stopped."""
        if folder != self._desk.bundle_folder and self._may_stop_work():
            self._change(
                lambda place: use_bundle(folder, shelf=place.shelf, library=place.library(create=True)),
                lambda bundle: self._desk.use_bundle(bundle.folder),
            )

    def embed(self) -> None:
        """Compute the features that the gallery lacks; a second press stops."""
        if self._embedding is not None:
            self._embedding.cancel()
            return
        self._embedding = self._desk.run(
            Lane.WORK,
            lambda place, task: embed_gallery(
                library=place.library(), encoder=place.encoder, progress=task.report, cancelled=task.cancelled
            ),
            owner=self,
            on_done=lambda _count: self._embedded(),
            on_failed=self._embedding_failed,
            on_cancelled=self._embedded,
            title=self.tr("Computing features"),
        )
        self._show_lacking()

    @property
    def chosen(self) -> InstalledBundle | None:
        """The bundle whose card is shown."""
        number = self.list.currentRow()
        return self._state.installed[number] if 0 <= number < len(self._state.installed) else None

    def _change(
        self,
        work: Callable[[Workplace], InstalledBundle],
        then: Callable[[InstalledBundle], None],
        title: str = "",
    ) -> None:
        self.problem.say("")
        self._desk.run(
            Lane.WORK,
            lambda place, _task: work(place),
            owner=self,
            on_done=then,
            on_failed=self._tell,
            title=title,
        )

    def _installed(self, bundle: InstalledBundle) -> None:
        self._wanted = bundle.folder
        self.load()

    def _remove(self) -> None:
        bundle = self.chosen
        if bundle is None:
            return

        def work(place: Workplace) -> InstalledBundle:
            remove_bundle(bundle.folder, shelf=place.shelf, library=place.library(create=True))
            return bundle

        question = self.tr("Remove {} from this computer? Searches made with it stay, but cannot be repeated here.")
        chosen = QMessageBox.question(self, self.tr("Remove"), question.format(_name(bundle)))
        if chosen is QMessageBox.StandardButton.Yes:
            self._change(work, lambda _bundle: self.load())

    def _may_stop_work(self) -> bool:
        titles = [task.title for task in self._desk.tasks.running if task.title]
        if not titles:
            return True
        question = self.tr("This is still running: {}. Stop it and change the model? What is finished is kept.")
        chosen = QMessageBox.question(self, self.tr("Change the model"), question.format(", ".join(titles)))
        return chosen is QMessageBox.StandardButton.Yes

    def _tell(self, error: Exception) -> None:
        self.problem.say(sentence_for(error))

    def _take(self, state: ShelfState) -> None:
        before = self._wanted or (self.chosen.folder if self.chosen else self._desk.bundle_folder)
        self._state, self._wanted = state, None
        folders = [each.folder for each in state.installed]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's call
        self.list.clear()
        for bundle in state.installed:
            self.list.addItem(self._item(bundle))
        self.list.setCurrentRow(folders.index(before) if before in folders else 0)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's call
        self._offer_comparisons()
        self._show()

    def _item(self, bundle: InstalledBundle) -> QListWidgetItem:
        marks = []
        if bundle.folder == self._desk.bundle_folder:
            marks.append(self.tr("in use"))
        if bundle.shipped:
            marks.append(self.tr("shipped"))
        if bundle.card is None:
            marks.append(self.tr("refused"))
        first = [_name(bundle), *([bundle.card.short_id] if bundle.card else [])]
        return QListWidgetItem(f"{' · '.join(first)}\n{' · '.join(marks)}")

    def _offer_comparisons(self) -> None:
        self.against.blockSignals(True)  # noqa: FBT003 - Qt's call
        self.against.clear()
        self.against.addItem(self.tr("Compare with …"), None)
        for bundle in self._state.installed:
            if bundle.card is not None and bundle is not self.chosen:
                self.against.addItem(_name(bundle), str(bundle.folder))
        self.against.blockSignals(False)  # noqa: FBT003 - Qt's call

    def compare_with(self, folder: Path) -> None:
        """Show the chosen bundle beside another one."""
        self.against.setCurrentIndex(max(0, self.against.findData(str(folder))))

    def offer_measuring(self, obstacle: str) -> None:
        """Whether two models can be measured here; `obstacle` says why not."""
        told = obstacle or self.tr("Measure both on the same sketches, with the trainer.")
        self.measure.setEnabled(not obstacle)
        self.measure.setToolTip(told)
        self.measure.setAccessibleDescription(told)

    def _chosen_changed(self) -> None:
        self._offer_comparisons()
        self._show()

    def _show(self) -> None:
        bundle = self.chosen
        other = next((each for each in self._state.installed if str(each.folder) == self.against.currentData()), None)
        self.measure.setVisible(other is not None)
        in_use = bundle is not None and bundle.folder == self._desk.bundle_folder
        self.use_button.setEnabled(bundle is not None and bundle.card is not None and not in_use)
        self.remove_button.setEnabled(bundle is not None and not bundle.shipped and not in_use)
        back = next((each for each in self._state.installed if each.folder == self._state.before), None)
        self.back_button.setVisible(back is not None and back.folder != self._desk.bundle_folder)
        if back is not None:
            self.back_button.setText(self.tr("Go &back to {}").format(_name(back)))
        self.refusal.say(translated(bundle.refusal) if bundle else "")
        self.tree.setVisible(bundle is not None and bundle.card is not None)
        if bundle is not None and bundle.card is not None:
            if other is not None and other.card is not None:
                self.tree.show_pair(bundle.card, other.card)
            else:
                self.tree.show_card(bundle.card)
        self._show_lacking()

    def _show_lacking(self) -> None:
        lacking = self._state.lacking
        one = self.tr("One photo has no feature of the model in use: it cannot be found by a search.")
        many = self.tr("{} photos have no feature of the model in use: they cannot be found by a search.")
        self.lacking.say("" if not lacking else one if lacking == 1 else many.format(counted(lacking)))
        self.embed_button.setVisible(bool(lacking))
        self.embed_button.setText(self.tr("&Compute features") if self._embedding is None else self.tr("Stop"))

    def _embedded(self) -> None:
        self._embedding = None
        self._desk.gallery_changed.emit()

    def _embedding_failed(self, error: Exception) -> None:
        self._embedding = None
        self._tell(error)
        self._show_lacking()

    def _make_widgets(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Installed models"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.currentRowChanged.connect(self._chosen_changed)
        self.tree = FiguresTree(self._desk.appearance)
        self.refusal = Banner("")
        self.refusal.hide()
        self.lacking = Banner("")
        self.install_button = push_button(self.tr("&Install a model…"), self._choose_folder)
        self.use_button = push_button(self.tr("&Use this model"), self._use_chosen)
        self.use_button.setProperty("role", "primary")
        self.remove_button = push_button(self.tr("Re&move…"), self._remove)
        self.back_button = push_button("", self._go_back)
        self.embed_button = push_button(self.tr("&Compute features"), self.embed)
        self.measure = push_button(self.tr("&Measure both…"), self._measure)
        for button in (
            self.install_button,
            self.use_button,
            self.remove_button,
            self.back_button,
            self.embed_button,
        ):
            self._desk.rights.guard(button, Right.MANAGE_BUNDLES)
        self.offer_measuring("")
        self.against = QComboBox()
        self.against.setAccessibleName(self.tr("Compare with another model"))
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.against.currentIndexChanged.connect(self._show)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE["s"])
        left.addWidget(self.list, 1)
        left.addWidget(self.install_button)
        left.addWidget(self.back_button)
        hint = label(self.tr("A model's folder may also be dropped here."), "small", wrap=True)
        hint.setFixedWidth(_LIST_WIDTH)
        left.addWidget(hint)
        actions = QHBoxLayout()
        for widget in (self.use_button, self.remove_button):
            actions.addWidget(widget)
        actions.addStretch(1)
        actions.addWidget(self.against)
        actions.addWidget(self.measure)
        lacking = QHBoxLayout()
        lacking.addWidget(self.lacking, 1)
        lacking.addWidget(self.embed_button)
        right = QVBoxLayout()
        right.setSpacing(SPACE["s"])
        right.addLayout(lacking)
        right.addWidget(self.problem)
        right.addLayout(actions)
        right.addWidget(self.refusal)
        right.addWidget(self.tree, 1)
        right.addStretch(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE["m"], 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addLayout(left)
        layout.addLayout(right, 1)
        layout.setAlignment(left, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def _choose_folder(self) -> None:
        last = LastFolder(self._desk.preferences, "models")
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("Folder of the model"), str(last.folder())):
            last.remember(Path(chosen))
            self.install(Path(chosen))

    def _use_chosen(self) -> None:
        if self.chosen is not None:
            self.use(self.chosen.folder)

    def _go_back(self) -> None:
        if self._state.before is not None:
            self.use(self._state.before)

    def _measure(self) -> None:
        if self.chosen is not None and self.against.currentData() is not None:
            self.compare_requested.emit(self.chosen.folder, Path(self.against.currentData()))


def _state_of(place: Workplace, _task: Task) -> ShelfState:
    shelf = place.shelf
    installed = shelf.installed()
    card = next((each.card for each in installed if each.folder == place.bundle_folder), None)
    lacking = 0
    if card is not None:
        try:
            lacking = gallery_statistics(place.library(), card.bundle_id).photos_without_feature
        except LibraryError:
            lacking = 0  # no library yet, so no photos either
    return ShelfState(installed=installed, before=shelf.before(), lacking=lacking)


def _name(bundle: InstalledBundle) -> str:
    return bundle.card.full_name if bundle.card else bundle.folder.name


def _folder_of(path: Path) -> Path:
    return path if path.is_dir() else path.parent
