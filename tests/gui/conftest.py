"""The real widgets over the real services and the demo library, off screen; leaks fail the test."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.composition import WorkplaceOpener, resources
from forensic_id.gui.desk import Desk
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.theme.appearance import Appearance
from tests.gui.demo_library import CASE, demo_library

__all__ = ["CASE", "DEMO", "PATIENCE"]

DEMO = resources() / "demo"
PATIENCE = 30_000
"""Milliseconds that a test waits at most for background work."""


@pytest.fixture(scope="session", name="demo_library")
def _demo_library(request: pytest.FixtureRequest) -> Path:
    """The demo people enrolled and one case opened; never changed."""
    return demo_library(request.config.cache.mkdir("demo-library"))


@pytest.fixture(scope="session")
def opener() -> WorkplaceOpener:
    """The models are loaded once for all tests."""
    return WorkplaceOpener()


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    appearance = Appearance(resources(), qapp)
    appearance.load_scripts()
    return appearance


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, appearance: Appearance, qapp: QApplication) -> str:
    """Journeys ask for it and run in both themes."""
    appearance.apply(request.param, qapp)
    return str(request.param)


@pytest.fixture
def library(demo_library: Path, tmp_path: Path) -> Path:
    """A copy of the demo library that the test may change."""
    folder = tmp_path / "library"
    shutil.copytree(demo_library, folder)
    return folder


@pytest.fixture
def make_desk(
    qapp: QApplication, appearance: Appearance, opener: WorkplaceOpener, tmp_path: Path
) -> Iterator[Callable[[Path], Desk]]:
    """Desks over any library folder, closed after the test."""
    desks: list[Desk] = []

    def make(library: Path) -> Desk:
        bundle = resources() / "models" / "default"
        preferences = Preferences(tmp_path / "preferences.ini")
        desk = Desk(
            opener, library_folder=library, bundle_folder=bundle, appearance=appearance, preferences=preferences
        )
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
        desk.deleteLater()
    qapp.processEvents()


@pytest.fixture
def desk(make_desk: Callable[[Path], Desk], library: Path) -> Desk:
    """The desk over the copied demo library, with the case on it."""
    desk = make_desk(library)
    desk.choose_case(CASE)
    return desk


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[Desk], None]:
    """Wait until no background work runs."""

    def wait(desk: Desk) -> None:
        qtbot.waitUntil(lambda: not desk.tasks.running, timeout=PATIENCE)

    return wait


@pytest.fixture(autouse=True)
def _nothing_leaks(qapp: QApplication) -> Iterator[None]:
    """No thread, running timer or window outlives its test."""
    threads = set(threading.enumerate())
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # outside of an event loop nobody else does
    qapp.processEvents()
    assert {thread.name for thread in set(threading.enumerate()) - threads} == set()
    assert _running_timers(qapp) == []
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == []


def _running_timers(qapp: QApplication) -> list[str]:
    timers = [timer for timer in _children(qapp) if isinstance(timer, QTimer) and timer.isActive()]
    return [f"{timer.interval()} ms of {timer.parent()}" for timer in timers]


def _children(qapp: QApplication) -> list[QObject]:
    roots: list[QObject] = [*qapp.topLevelWidgets(), qapp]
    return [child for root in roots for child in root.findChildren(QObject)]
