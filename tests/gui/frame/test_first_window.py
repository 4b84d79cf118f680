"""The first window is shown before the heavy packages are loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_START = """
import sys
from forensic_id import app
options = app.parse(["--library", sys.argv[1], "--settings", sys.argv[2]])
application = app.make_application()
window = app.make_window(app.make_desk(options, application))
window.grab()
heavy = ["numpy", "cv2", "onnxruntime", "faiss", "reportlab", "sqlite_utils", "torch", "PIL", "pyqtgraph"]
print([name for name in heavy if name in sys.modules])
"""


def test_the_first_window_waits_for_no_heavy_package(tmp_path: Path) -> None:
    given = (str(tmp_path / "library"), str(tmp_path / "preferences.ini"))
    done = subprocess.run(
        [sys.executable, "-c", _START, *given],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
