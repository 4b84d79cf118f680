"""What a training run tells through the files of its folder: state, figures, log; read while the trainer writes them.

The trainer is a program of its own and is not imported here. Of its files are read `run.json` (sessions and how each
ended) and `metrics.jsonl` (one JSON object a line, appended); `job.json` is written by this program when it starts a
training, so that a later start finds the process again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.files.replacing import replace_file

JOB_FILE, RUN_FILE, METRICS_FILE, LOG_FILE = "job.json", "run.json", "metrics.jsonl", "training.log"
METRICS_SCHEMA = 1
_PLACE_FIELDS = {"schema", "stage", "step", "of", "time", "seconds_left", "steps_per_second", "images_per_second"}

IsAlive = Callable[[int, Path], bool]
"""Whether the process of that number runs and trains in that folder."""


class RunState(StrEnum):
    """How a run stands; all but `running` and `finished` can be resumed."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    KILLED = "killed"
    REFUSED = "refused"
    """The trainer ended before it began; its log says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingJob:
    """What a training was started with. `settings` are FIELD=VALUE, `beside` further data sets."""

    recipe: str
    data: str
    beside: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    device: str = "auto"
    pid: int = 0

    def arguments(self, run: Path, *, resume: bool) -> list[str]:
        """Arguments after `python -m trainer`."""
        words = ["train", self.recipe, "--run", str(run), "--data", self.data, "--device", self.device]
        words += [word for each in self.beside for word in ("--beside", each)]
        words += [word for each in self.settings for word in ("--set", each)]
        return [*words, "--resume"] if resume else words

    def export_arguments(self, run: Path, bundle: Path, *, landmarks: Path, version: str) -> list[str]:
        """Arguments after `python -m trainer` that make a bundle of the finished run."""
        words = ["export", self.recipe, "--run", str(run), "--data", self.data, "--bundle", str(bundle)]
        words += ["--landmarks", str(landmarks), "--version", version]
        words += [word for each in self.beside for word in ("--beside", each)]
        return words + [word for each in self.settings for word in ("--set", each)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRun:
    """One run folder. `job` None: it was started elsewhere, with settings that are not known here."""

    folder: Path
    state: RunState
    recipe: str
    job: TrainingJob | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricsLine:
    """Figures of one step. `seconds_left` is the trainer's own estimate for this stage; None: unknown yet."""

    stage: str
    step: int
    of: int
    seconds_left: float | None
    values: Mapping[str, float] = field(default_factory=dict)


def list_runs(folder: Path, is_alive: IsAlive) -> tuple[TrainingRun, ...]:
    """The runs below a folder, the one that wrote last first; none where the folder is missing."""
    try:
        folders = [path for path in folder.iterdir() if (path / RUN_FILE).exists() or (path / JOB_FILE).exists()]
    except OSError:
        return ()
    return tuple(look_at_run(path, is_alive) for path in sorted(folders, key=_last_written, reverse=True))


def look_at_run(folder: Path, is_alive: IsAlive) -> TrainingRun:
    """One run as its files tell it."""
    job = _job(folder)
    record = _json(folder / RUN_FILE)
    sessions = record.get("sessions")
    ended = sessions[-1].get("ended") if isinstance(sessions, list) and sessions else None
    configuration = record.get("configuration")
    recipe = job.recipe if job else str(configuration.get("name", "")) if isinstance(configuration, dict) else ""
    if job is not None and is_alive(job.pid, folder):
        state = RunState.RUNNING
    elif ended is None:
        state = RunState.REFUSED
    else:
        known = {"finished": RunState.FINISHED, "stopped": RunState.STOPPED, "failed": RunState.FAILED}
        state = known.get(str(ended), RunState.KILLED)
    return TrainingRun(folder=folder, state=state, recipe=recipe, job=job)


def remember_job(folder: Path, job: TrainingJob) -> None:
    """Write what was started, and as which process, into the run's folder. Raises LibraryError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / JOB_FILE, json.dumps(asdict(job), indent=1).encode("utf-8"))
    except OSError as error:
        raise LibraryError(
            f"{folder} cannot be written: {error.strerror}. Choose another folder for the runs."
        ) from error


def check_new_run(folder: Path, job: TrainingJob) -> TrainingJob:
    """The job with whole paths. Raises InvalidInputError for a folder that holds a run, or data that are missing."""
    if (folder / JOB_FILE).exists() or (folder / RUN_FILE).exists():
        raise InvalidInputError(f"{folder.name} is a run already. Resume it, or choose another name.")
    for name in (job.data, *job.beside):
        if not name or not Path(name).is_dir():
            raise InvalidInputError(f"The data folder {name!r} does not exist. Choose a folder of training data.")
    for setting in job.settings:
        if "=" not in setting:
            raise InvalidInputError(f"The setting {setting!r} has no '='. Write it as FIELD=VALUE.")
    return replace(
        job,
        data=os.path.abspath(job.data),  # noqa: PTH100 - links stay as the user wrote them
        beside=tuple(os.path.abspath(each) for each in job.beside),  # noqa: PTH100
    )


class TextTail:
    """What was appended to a file since the last look; a line that is not whole yet waits for its end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0

    def new_lines(self) -> tuple[str, ...]:
        """The whole lines that are new; from the beginning again when the file was replaced by a shorter one."""
        try:
            with self._path.open("rb") as file:
                if file.seek(0, os.SEEK_END) < self._offset:
                    self._offset = 0
                file.seek(self._offset)
                data = file.read()
        except OSError:
            return ()
        whole = data[: data.rfind(b"\n") + 1]
        self._offset += len(whole)
        return tuple(whole.decode("utf-8", "replace").splitlines())


class MetricsTail:
    """The figures that are new in a run's metrics.jsonl."""

    def __init__(self, run: Path) -> None:
        self._tail = TextTail(run / METRICS_FILE)

    def new_lines(self) -> tuple[MetricsLine, ...]:
        """Lines of the known schema; damaged ones are passed over."""
        return tuple(line for text in self._tail.new_lines() for line in _metrics(text))


def _metrics(text: str) -> Iterator[MetricsLine]:
    try:
        found = json.loads(text)
        if found["schema"] == METRICS_SCHEMA:
            left = found.get("seconds_left")
            yield MetricsLine(
                stage=str(found["stage"]),
                step=int(found["step"]),
                of=int(found["of"]),
                seconds_left=None if left is None else float(left),
                values={
                    name: float(value)
                    for name, value in found.items()
                    if name not in _PLACE_FIELDS and isinstance(value, int | float)
                },
            )
    except (ValueError, KeyError, TypeError):
        return


def _job(folder: Path) -> TrainingJob | None:
    stored = _json(folder / JOB_FILE)
    try:
        return TrainingJob(**{**stored, "beside": tuple(stored["beside"]), "settings": tuple(stored["settings"])})
    except (KeyError, TypeError):
        return None


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _last_written(folder: Path) -> float:
    times = [
        (folder / name).stat().st_mtime for name in (RUN_FILE, METRICS_FILE, JOB_FILE) if (folder / name).exists()
    ]
    return max(times)
