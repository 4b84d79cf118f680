"""What several people with accounts see, for the pictures of the help: each scene as one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from forensic_id.gui.access.dialogs import SignInDialog
from forensic_id.gui.access.doorkeeper import Doorkeeper
from forensic_id.gui.cases.package_check import PackageCheckDialog
from forensic_id.gui.cases.package_dialog import PackageDialog
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.main_window import FIRST_PAGE, MainWindow
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.settings.page import SettingsPage
from forensic_id.gui.theme.tokens import SPACE
from tests.gui import office_library as office
from tests.gui.demo_library import CASE
from tests.gui.waiting import wait_until

_TO_REVIEW, _DIFFERENT = 1, 3
"""Searches of the library: one that the reviewer has to look at, one on which two people differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture: who looks, and what leads to it; `prepare` returns the widget that is pictured."""

    name: str
    person: str
    prepare: Callable[[MainWindow], QWidget]


class Door:
    """Lets people into a window over a library with accounts, one after the other."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._keeper = Doorkeeper(window.desk, window)
        self._keeper.enter(lambda: window.show_page(FIRST_PAGE))

    def dialog(self) -> SignInDialog:
        """The dialog that asks who comes in."""
        wait_until(lambda: isinstance(self._keeper.dialog, SignInDialog))
        dialog = self._keeper.dialog
        assert isinstance(dialog, SignInDialog)
        return dialog

    def let_in(self, name: str) -> None:
        """Have somebody sign in; whoever is in leaves first."""
        desk = self._window.desk
        if desk.access is not None:
            settle(self._window)
            desk.sign_out_requested.emit()
        dialog = self.dialog()
        dialog.form.fields["name"].setText(name)
        dialog.form.fields["password"].setText(office.OWN)
        dialog.further.click()
        wait_until(lambda: desk.access is not None and desk.access.principal.name == name)
        settle(self._window)
        desk.choose_case(CASE)


def settle(window: MainWindow) -> None:
    """Wait until no background work runs."""
    wait_until(lambda: not window.desk.tasks.running)


def _page(window: MainWindow, name: str) -> MainWindow:
    window.show_page(name)
    return window


def _keeping(window: MainWindow) -> MainWindow:
    """The settings, with backup and retention in sight."""
    window.show_page("settings")
    settle(window)
    page = window.page
    assert isinstance(page, SettingsPage)
    window.grab()  # lays out the cards
    (area,) = page.findChildren(QScrollArea)
    area.verticalScrollBar().setValue(page.upkeep.y() - SPACE["l"])
    return window


def _review(window: MainWindow, search_id: int) -> ReviewPage:
    window.desk.open_search(search_id, page="review")
    settle(window)
    page = window.page
    assert isinstance(page, ReviewPage)
    return page


def _blind(window: MainWindow) -> MainWindow:
    _review(window, _TO_REVIEW)
    return window


def _differences(window: MainWindow) -> QWidget:
    page = _review(window, _DIFFERENT)
    wait_until(page.second.differences.isVisible)
    page.second.show_differences()
    dialog = page.second.differences_shown
    assert dialog is not None
    return dialog


def _cases(window: MainWindow) -> CasesPage:
    window.show_page("cases")
    page = window.page
    assert isinstance(page, CasesPage)
    for dialog in page.findChildren(QDialog):
        dialog.reject()
    page.open_case(CASE)
    settle(window)
    return page


def _package(window: MainWindow) -> QWidget:
    page = _cases(window)
    page.view.package_button.click()
    (dialog,) = page.findChildren(PackageDialog)
    settle(window)
    dialog.make(Path(f"case {CASE}.zip").absolute())
    return dialog


def _package_check(window: MainWindow) -> QWidget:
    page = _cases(window)
    page.packages.check(Path(f"case {CASE}.zip"))
    settle(window)
    (dialog,) = page.findChildren(PackageCheckDialog)
    return dialog


SCENES = (
    Scene(name="accounts", person=office.ADMINISTRATOR, prepare=lambda window: _page(window, "accounts")),
    Scene(name="keeping", person=office.ADMINISTRATOR, prepare=_keeping),
    Scene(name="waiting", person=office.BOTH, prepare=lambda window: _page(window, "waiting")),
    Scene(name="conclusions", person=office.BOTH, prepare=_differences),
    Scene(name="blind", person=office.REVIEWER, prepare=_blind),
    Scene(name="package", person=office.EXAMINER, prepare=_package),
    Scene(name="package-check", person=office.EXAMINER, prepare=_package_check),
)
"""In this order: the package is made before it is checked."""
