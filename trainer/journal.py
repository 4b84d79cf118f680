"""What a run tells while it runs: JSON lines for programs, a progress bar for people."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from forensic_id.core.errors import TrainingStoppedError


class Journal:
    """Appends one JSON object a report to `metrics.jsonl` in the run folder and moves a progress bar."""

    def __init__(self, folder: Path, *, title: str, total: int, done: int = 0, quiet: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "metrics.jsonl"
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        self._bar = Progress(*columns, disable=quiet)
        self._task = self._bar.add_task(title, total=total, completed=done)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def advance(self, step: int) -> None:
        """Move the bar to `step`."""
        self._bar.update(self._task, completed=step)

    def report(self, stage: str, step: int, **values: float) -> None:
        """Write one line and move the bar. Raises TrainingStoppedError when a value is not finite."""
        broken = [name for name, value in values.items() if not math.isfinite(value)]
        if broken:
            raise TrainingStoppedError(
                f"Training stopped in {stage} at step {step}: {', '.join(broken)} is not finite. "
                "Resume from the last checkpoint with a lower learning rate."
            )
        line = {"stage": stage, "step": step, "time": round(time.time(), 3), **values}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        shown = "  ".join(f"{name} {value:.4g}" for name, value in values.items())
        self._bar.update(self._task, completed=step, description=f"{stage}  {shown}")
