"""The gallery page in a window, over the copied demo library or an empty one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from forensic_id.composition import resources
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.page import GalleryPage

DEMO = resources() / "demo"
Settled = Callable[[Desk], None]


def open_page(desk: Desk, qtbot: QtBot, settled: Settled) -> GalleryPage:
    """The page as the window shows it."""
    page = GalleryPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.shown()
    settled(desk)
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settled: Settled) -> GalleryPage:
    return open_page(desk, qtbot, settled)


@pytest.fixture
def empty_page(make_desk: Callable[[Path], Desk], tmp_path: Path, qtbot: QtBot, settled: Settled) -> GalleryPage:
    """A page over a folder without a library."""
    return open_page(make_desk(tmp_path / "new library"), qtbot, settled)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Three good photos of two people, one of them twice, an almost equal one, and three files of no use."""
    folder = tmp_path / "Fotos für Łódź"
    for name, source in (
        ("Ana/1.jpg", "D-0001/2009-08-15.jpg"),
        ("Ana/2.jpg", "D-0001/2012-08-17.jpg"),
        ("Ana/copy of 1.jpg", "D-0001/2009-08-15.jpg"),
        ("Böris/1.jpg", "D-0002/2015-07-30.jpg"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((DEMO / "gallery" / source).read_bytes())
    with Image.open(folder / "Ana" / "1.jpg") as image:
        image.save(folder / "Ana" / "saved again.png")
    (folder / "notes.txt").write_text("no image", encoding="utf-8")
    (folder / "cut.jpg").write_bytes((folder / "Ana" / "1.jpg").read_bytes()[:300])
    Image.new("RGB", (300, 300), (120, 130, 140)).save(folder / "wall.png")
    return folder
