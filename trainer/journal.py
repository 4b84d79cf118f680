"""What a run tells while it runs: JSON lines for programs, event files for TensorBoard, progress for people.

`metrics.jsonl`, schema 1: one JSON object a line, appended, each with
  schema             1; a reader should ignore fields it does not know, and lines of a schema it does not know
  stage              what is trained or measured: “encoder”, “encoder-validation”, “adversarial”, ...
  step, of           steps done in this part of the run, and how many it has
  time               seconds since 1970 (UTC) when the line was written
  seconds_left       estimate for this part of the run from its recent speed; absent until known
  steps_per_second   recent speed; absent until known
  images_per_second  recent speed in training images; absent where the trainer does not count them
and the measured values beside them: losses, accuracy, recall. After a resume the steps go on from the checkpoint, so
a later line replaces an earlier one of the same stage and step. When the run began, ended and was resumed is in
run.json (`trainer.provenance`).

`tensorboard/STAGE/` holds the same values: `tensorboard --logdir runs`.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console

from forensic_id.core.errors import TrainingStoppedError
from trainer.checkpoint import checkpoint_steps
from trainer.event_file import EventFile
from trainer.plain_progress import SECONDS_BETWEEN_LINES, bar, duration

METRICS = "metrics.jsonl"
SCHEMA = 1
_RECENT_SECONDS = 60.0


class Pace:
    """Speed over the last minute."""

    def __init__(self, step: int, now: float) -> None:
        self._images = 0
        self._marks: deque[tuple[float, int, int]] = deque([(now, step, 0)])

    def mark(self, step: int, now: float, images: int = 0) -> None:
        """Note that `step` is done, with so many images since the last mark."""
        self._images += images
        self._marks.append((now, step, self._images))
        while len(self._marks) > 2 and self._marks[1][0] < now - _RECENT_SECONDS:
            self._marks.popleft()

    def rates(self, total: int) -> dict[str, float]:
        """What is known of speed and time left, by the names of the schema."""
        (start, first, before), (now, last, after) = self._marks[0], self._marks[-1]
        if last <= first or now <= start:
            return {}
        steps = (last - first) / (now - start)
        known = {"steps_per_second": steps, "seconds_left": max(0, total - last) / steps}
        if after > before:
            known["images_per_second"] = (after - before) / (now - start)
        return {name: float(f"{value:.4g}") for name, value in known.items()}


class Journal:
    """Records a part of a run in its folder and shows where it is; only the first of several processes writes."""

    def __init__(self, folder: Path, *, title: str, total: int, done: int = 0, quiet: bool = False) -> None:
        self._folder, self._title, self._total = folder, title, total
        self._writes = os.environ.get("RANK", "0") == "0"
        self._pace = Pace(done, time.monotonic())
        self._values = ""
        self._last_line, self._last_step = time.monotonic(), -1
        self._events: dict[str, EventFile] = {}
        console = Console(stderr=True)
        shown = not quiet and self._writes
        self._bar = bar(console) if shown and console.is_terminal else None
        self._lines = shown and self._bar is None
        if self._bar is not None:
            self._task = self._bar.add_task(title, total=total, completed=done)
        if self._writes:
            folder.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, step: int, *, images: int = 0) -> None:
        """Say that `step` is done and how many images it took; cheap, meant for every step."""
        now = time.monotonic()
        self._pace.mark(step, now, images)
        if self._bar is not None:
            self._bar.update(self._task, completed=step, description=f"{self._title}  {self._values}")
        elif self._lines and (
            now - self._last_line >= SECONDS_BETWEEN_LINES or step == self._total != self._last_step
        ):
            self._last_line, self._last_step = now, step
            print(self.line(step), file=sys.stderr, flush=True)

    def report(self, stage: str, step: int, **values: float) -> None:
        """Record the values of a step. Raises TrainingStoppedError when one is not finite."""
        broken = [name for name, value in values.items() if not math.isfinite(value)]
        if broken:
            raise TrainingStoppedError(_not_finite(self._folder, stage, step, broken))
        self._values = ", ".join(f"{name} {value:.4g}" for name, value in values.items())
        self.advance(step)
        if not self._writes:
            return
        rates = self._pace.rates(self._total)
        place = {"schema": SCHEMA, "stage": stage, "step": step, "of": self._total, "time": round(time.time(), 3)}
        with (self._folder / METRICS).open("a", encoding="utf-8") as file:
            file.write(json.dumps({**place, **rates, **values}) + "\n")
        if stage not in self._events:
            self._events[stage] = EventFile(self._folder / "tensorboard" / stage)
        speed = {name: rate for name, rate in rates.items() if name != "seconds_left"}
        self._events[stage].scalars(step, {**speed, **values})

    def line(self, step: int) -> str:
        """Where the run is, for people without a terminal's bar."""
        told = [f"{self._title} step {step} of {self._total} ({step / max(1, self._total):.0%})"]
        rates = self._pace.rates(self._total)
        if "images_per_second" in rates:
            told.append(f"{rates['images_per_second']:.0f} images/s")
        if self._values:
            told.append(self._values)
        if "seconds_left" in rates and step < self._total:
            told.append(f"{duration(rates['seconds_left'])} left")
        return ", ".join(told)


def _not_finite(folder: Path, stage: str, step: int, broken: list[str]) -> str:
    kept = checkpoint_steps(folder)
    told = ", ".join(f"{name} of step {number}" for name, number in kept.items())
    last = f"The last checkpoint is {told}" if kept else "There is no checkpoint yet"
    return (
        f"Training stopped in {stage} at step {step}: {', '.join(broken)} is not finite. {last}. Train with a lower "
        "learning rate in another run folder (train: --set pretraining.phases.0.learning_rate=... or "
        "--set adversarial.adversarial_rate=...)."
    )
