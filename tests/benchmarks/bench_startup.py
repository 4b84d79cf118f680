"""How long the desktop application takes to its first window, beside an empty window of Qt.

python -m tests.benchmarks.bench_startup [--runs 7]

Both are started as processes of their own, in turn, so that a busy machine slows down both. The time runs from the
start of the process until the first window has been painted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL = 3.0
_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 820)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
window.grab()
"""
_APPLICATION = """
import sys
from pathlib import Path
from forensic_id import app
options = app.parse(["--library", sys.argv[1], "--settings", sys.argv[2]])
application = app.make_application()
window = app.make_window(app.make_desk(options, application))
window.grab()
"""


def seconds(program: str, *arguments: str) -> float:
    """Run a program to its end and tell how long it took; the end of the process is part of it for both."""
    begun = time.perf_counter()
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, env=environment, check=True)
    return time.perf_counter() - begun


def main() -> int:
    """Print medians and their ratio; 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description="Time from process start to the first window.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    empty, application = [], []
    with tempfile.TemporaryDirectory() as folder:
        given = (str(Path(folder) / "library"), str(Path(folder) / "preferences.ini"))
        for number in range(runs + 1):
            pair = seconds(_EMPTY), seconds(_APPLICATION, *given)
            if number:  # the first pair reads everything from the disk
                empty.append(pair[0])
                application.append(pair[1])
    ratio = statistics.median(application) / statistics.median(empty)
    print(f"Empty window of Qt: {statistics.median(empty):.2f} s (fastest {min(empty):.2f}), {runs} runs")
    print(f"forensic_id:        {statistics.median(application):.2f} s (fastest {min(application):.2f})")
    print(f"Ratio of medians:   {ratio:.2f} (goal: below {GOAL:g})")
    return int(ratio >= GOAL)


if __name__ == "__main__":
    sys.exit(main())
