"""The desktop application: arguments, composition, first window.

The window is on the screen before a network or a library is opened; what is slow to import is imported by the lanes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from forensic_id.gui.access.doorkeeper import Doorkeeper
    from forensic_id.gui.desk import Desk
    from forensic_id.gui.main_window import MainWindow
    from forensic_id.gui.unexpected_errors import UnexpectedErrors

_LOG_BYTES = 1_000_000
_UNTIL_WARM_UP = 500
"""Milliseconds after the start."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the options of the desktop application; `--version` prints and ends."""
    from forensic_id.surroundings import app_version

    parser = argparse.ArgumentParser(prog="forensic-id-desktop", description="Match face sketches against mugshots.")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library to open")
    parser.add_argument("--bundle", type=Path, metavar="DIR", help="the model bundle to use")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="the file of the user's preferences")
    parser.add_argument(
        "--check-start", action="store_true", help="for packagers: open every page once, then end; 1 if one fails"
    )
    parser.add_argument("--version", action="version", version=f"forensic-id {app_version()}")
    return parser.parse_args(list(arguments))


def make_application() -> QApplication:
    """The QApplication with its names and icon; text input methods and high DPI are Qt's defaults."""
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from forensic_id.composition import resources

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - Qt's instance() is typed as its base
    application.setApplicationName("forensic_id")
    application.setOrganizationName("forensic_id")
    application.setDesktopFileName("forensic_id")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "app.svg")))
    return application


def make_desk(options: argparse.Namespace, application: QApplication) -> Desk:
    """The desk over the library and bundle that the options, else the preferences, else the defaults name."""
    import os

    from PySide6.QtCore import QStandardPaths

    from forensic_id.composition import WorkplaceOpener, bundle_in_use, resources
    from forensic_id.core.settings import default_library
    from forensic_id.gui.desk import Desk
    from forensic_id.gui.preferences import Preferences
    from forensic_id.gui.theme.appearance import Appearance

    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))
    preferences = Preferences(options.settings or place / "preferences.ini")
    appearance = Appearance(resources(), application)
    appearance.language.use(preferences.language, application)
    appearance.apply(preferences.theme, application)
    library = options.library or preferences.library
    return Desk(
        WorkplaceOpener(),
        library_folder=library or default_library(os.environ, platform=sys.platform, home=Path.home()),
        bundle_folder=options.bundle or bundle_in_use(),
        appearance=appearance,
        preferences=preferences,
        parent=application,
    )


def make_window(desk: Desk) -> MainWindow:
    """The main window, shown; what it shows is built once it is on the screen."""
    from PySide6.QtCore import QTimer

    from forensic_id.gui.main_window import MainWindow

    window = MainWindow(desk)
    window.show()
    QTimer.singleShot(0, window, lambda: _begin(window))
    QTimer.singleShot(0, desk.appearance, desk.appearance.load_scripts)
    return window


def _begin(window: MainWindow) -> None:
    """Show the first page, or the assistant where there is no library yet."""
    from forensic_id.composition import shipped_bundle
    from forensic_id.core.sealing import is_encrypted
    from forensic_id.core.settings import holds_library
    from forensic_id.gui.bundle_check import check_bundle
    from forensic_id.gui.landing import land

    check_bundle(window.desk, fallback=shipped_bundle())
    if is_encrypted(window.desk.library_folder):
        _unlock(window)
        return
    doorkeeper = _doorkeeper(window)
    if holds_library(window.desk.library_folder):
        doorkeeper.enter(lambda: land(window))
        return
    from forensic_id.gui.first_start.dialog import FirstStart

    assistant = FirstStart(window.desk, window)
    assistant.accepted.connect(lambda: doorkeeper.enter(lambda: window.show_page(assistant.page)))
    assistant.rejected.connect(window.close)
    assistant.finished.connect(assistant.deleteLater)
    assistant.open()


def _doorkeeper(window: MainWindow) -> Doorkeeper:
    """Whoever opens a library with accounts signs in first."""
    from forensic_id.gui.access.doorkeeper import Doorkeeper

    return Doorkeeper(window.desk, window)


def _unlock(window: MainWindow) -> None:
    """Ask for the passphrase before anything is shown; whoever does not have it leaves."""
    from forensic_id.gui.encryption.unlock_dialog import UnlockDialog
    from forensic_id.gui.landing import land

    dialog = UnlockDialog(window.desk, window.desk.library_folder, window)
    doorkeeper = _doorkeeper(window)
    dialog.accepted.connect(lambda: doorkeeper.enter(lambda: land(window)))
    dialog.rejected.connect(window.close)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _watch(window: MainWindow) -> UnexpectedErrors:
    """Send errors that nobody caught to the dialog, and everything worth keeping to a file beside the preferences."""
    import logging
    from logging.handlers import RotatingFileHandler

    from forensic_id.gui.unexpected_errors import UnexpectedErrors

    file = window.desk.preferences.file.with_name("forensic_id.log")
    file.parent.mkdir(parents=True, exist_ok=True)
    log = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    logging.basicConfig(
        handlers=[log], level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    errors = UnexpectedErrors(window)
    errors.raised.connect(window.show_error)
    errors.watch()
    return errors


def _look_for_others(window: MainWindow) -> None:
    """Show what other programs change in the library."""
    from forensic_id.gui.other_programs import OtherPrograms

    OtherPrograms(window.desk, window).start()


def _warm_up(window: MainWindow) -> None:
    """Prepare the pages that may come next, once the first one is on the screen."""
    from PySide6.QtCore import QTimer

    from forensic_id.gui.warm_up import warm_up

    QTimer.singleShot(_UNTIL_WARM_UP, window, lambda: warm_up(window))


def _check_start(window: MainWindow, errors: UnexpectedErrors) -> list[str]:
    """Try every part and close the window; returns the list that takes what fails meanwhile."""
    from forensic_id.gui.start_check import StartCheck

    check = StartCheck(window)
    errors.raised.connect(check.note)
    return check.failures


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the application; returns its exit status."""
    import os

    from forensic_id.surroundings import spare_other_programs

    options = parse(sys.argv[1:] if arguments is None else arguments)
    application = make_application()
    spare_other_programs(os.environ)  # Qt has found its plugins
    window = make_window(make_desk(options, application))
    errors = _watch(window)
    _warm_up(window)
    _look_for_others(window)
    failures = _check_start(window, errors) if options.check_start else []
    status = application.exec()
    errors.leave()
    del window
    for failure in failures:
        print(failure, file=sys.stderr)
    return status or int(bool(failures))
