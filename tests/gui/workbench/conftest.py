"""A workbench on the screen, pictures for it, and ways to wait and to point."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.workbench.workbench import Workbench
from tests.gui.conftest import DEMO, PATIENCE

SKETCHES = sorted((DEMO / "sketches").glob("*.jpg"))


@pytest.fixture
def workbench(desk: Desk, qtbot: QtBot) -> Workbench:
    made = Workbench(desk)
    qtbot.addWidget(made)
    made.resize(1100, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def looked(qtbot: QtBot) -> Callable[[Workbench], None]:
    """Wait until what is shown is what is prepared."""

    def wait(workbench: Workbench) -> None:
        def up_to_date() -> bool:
            front, seen = workbench.bench.front, workbench.bench.examination
            told = bool(workbench.obstacle()) and seen is None
            same = front is not None and seen is not None and seen.sketch == front.sketch
            return (same or told) and not workbench.desk.tasks.running and not workbench.examiner.waiting

        qtbot.waitUntil(up_to_date, timeout=PATIENCE)

    return wait


@pytest.fixture
def faceless(tmp_path: Path) -> Path:
    """A picture in which no detector finds a face."""
    path = tmp_path / "no face.png"
    ramp = np.tile(np.linspace(0, 255, 320, dtype=np.uint8)[None, :, None], (400, 1, 3))
    Image.fromarray(ramp).save(path)
    return path


@pytest.fixture
def two_faces(tmp_path: Path) -> Path:
    """Two sketches side by side."""
    left, right = (Image.open(path).convert("RGB").resize((240, 300)) for path in SKETCHES[:2])
    both = Image.new("RGB", (480, 300), "white")
    both.paste(left, (0, 0))
    both.paste(right, (240, 0))
    path = tmp_path / "two faces.png"
    both.save(path)
    return path


def place_of(workbench: Workbench, x: float, y: float) -> QPoint:
    """Where a pixel of the picture lies in the canvas."""
    return workbench.area.canvas.viewportTransform().map(QPointF(x + 0.5, y + 0.5)).toPoint()
