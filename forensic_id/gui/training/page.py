"""The training page: the models on this computer, and the trainings that make them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.page import Page
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.training.absent_trainer import what_is_needed
from forensic_id.gui.training.bundles_view import BundlesView
from forensic_id.gui.training.dialogs import ask_about_running
from forensic_id.gui.training.train_view import TrainView


class TrainingPage(Page):
    """Two tabs; what was trained in the second is installed in the first."""

    help_topic = "training"
    main_right = Right.MANAGE_BUNDLES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.bundles = BundlesView(desk)
        self.training = TrainView(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.bundles, self.tr("M&odels"))
        self.tabs.addTab(self.training, self.tr("&Train"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["m"])
        layout.addWidget(self.tabs)
        self.training.install_requested.connect(self._install)
        self.bundles.compare_requested.connect(self.training.measure)
        self.training.python_chosen.connect(self._offer_measuring)
        self._offer_measuring()

    def shown(self) -> None:
        """Look at the installed models."""
        self.bundles.load()

    def may_close(self) -> bool:
        """Ask what becomes of a training that runs."""
        names = [run.folder.name for run in self.training.running]
        wish = ask_about_running(self, names) if names else "leave"
        if wish == "stop":
            self.training.stop_all()
        if wish:
            self.training.leave()
        return bool(wish)

    def _offer_measuring(self) -> None:
        self.bundles.offer_measuring("" if self.training.has_python else what_is_needed())

    def _install(self, folder: Path) -> None:
        self.tabs.setCurrentWidget(self.bundles)
        self.bundles.install(folder)
