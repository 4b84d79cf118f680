"""Where a run came from: `run.json` in its folder, kept up to date while it runs.

Format 1: `configuration`; `code` (version, git revision, whether the tree differed from it); `packages`; `machine`
(processor, cores, memory, accelerators, system; no host or user name); `data` (SHA-256 of every file that was read),
`limit` (crops read of each data set; null: all), both the same in all sessions; `sessions`: one for each start, with
`started_at`, `stopped_at`, `ended` (finished, stopped, failed, killed or, while it runs, running), its own `code`,
`packages` and `machine` (those of the last one stand above, too), `device`, `from_steps`, the checkpoints it went on
from, and `changed`, where its settings differ from those of the session before: only what decides later stages or
phases can. All but the first are resumes.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import torch

from forensic_id.core.errors import CancelledError, DataError
from trainer.atomic_file import write_atomically
from trainer.checkpoint import checkpoint_steps, differences
from trainer.config import RunConfig
from trainer.folder_lock import LOCK_FILE

RUN_FILE = "run.json"
FORMAT_VERSION = 1
PACKAGES = ("torch", "numpy", "opencv-python-headless", "onnx", "onnxruntime", "safetensors", "Pillow")
_ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def recorded(
    folder: Path,
    config: RunConfig,
    *,
    data: Sequence[Mapping[str, Any]],
    limit: int | None = None,
    device: torch.device,
) -> Iterator[None]:
    """Record one start of a run in `folder`, and how it ended.

    `data` describes the files read (`trainer.data.datasets`), up to `limit` crops of each set. Raises
    DataError when run.json cannot be written.
    """
    former = (_read(folder) or {}).get("configuration")
    record = _begun(folder, config, data, limit)
    session = {
        "started_at": _now(),
        "stopped_at": None,
        "ended": "running",
        **{name: record[name] for name in ("code", "packages", "machine")},
        "device": device_name(device),
        "from_steps": checkpoint_steps(folder),
        "changed": differences(former, record["configuration"]) if former is not None else [],
    }
    record["sessions"].append(session)
    _write(folder, record)
    ended = "failed"
    try:
        yield
        ended = "finished"
    except (CancelledError, KeyboardInterrupt):
        ended = "stopped"
        raise
    finally:
        session.update(stopped_at=_now(), ended=ended)
        _write(folder, record)


def provenance(run: Path) -> dict[str, Any]:
    """What a manifest says of a run: run.json with the number of resumes; empty for a run without that file.

    Raises DataError when it is damaged.
    """
    record = _read(run)
    if record is None:
        return {}
    sessions = record["sessions"]
    return {
        **record,
        "started_at": sessions[0]["started_at"],
        "stopped_at": sessions[-1]["stopped_at"],
        "resumes": len(sessions) - 1,
    }


def check_data(run: Path, data: Sequence[Mapping[str, Any]], *, limit: int | None) -> None:
    """Refuse data, or a limit, other than the run's: whom one holds out the other may have trained on.

    Raises DataError; a run without run.json is not checked, nor is the limit of one that does not tell it.
    """
    record = _read(run)
    if record is None:
        return
    trained, given = ([entry["files"] for entry in part] for part in (record["data"], data))
    if trained != given:
        raise DataError(
            f"The run in {run} was trained on {len(trained)} data sets with other files than the {len(given)} given. "
            "Give the same ones with --data and --beside: held-out people depend on them."
        )
    if (before := record.get("limit", limit)) != limit:
        raise DataError(
            f"The run in {run} was trained {_limit_told(before)}, not {_limit_told(limit)}. Give the same limit: "
            "held-out people depend on it."
        )


def _limit_told(limit: int | None) -> str:
    return "without --limit" if limit is None else f"with --limit {limit}"


def machine() -> dict[str, Any]:
    """Describe the computer without naming it."""
    cuda = [torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count())]
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": _memory_gib(),
        "accelerators": cuda,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "processes": int(os.environ.get("WORLD_SIZE", "1")),
    }


def device_name(device: torch.device) -> str:
    """Name the device for people."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else str(device)


def code_revision(root: Path = _ROOT) -> dict[str, Any]:
    """Version of the program, git revision of its tree, and whether tracked files differ; None where unknown."""
    return {
        "version": metadata.version("forensic-id"),
        "revision": _git(root, "rev-parse", "HEAD"),
        "modified": None if (status := _git(root, "status", "--porcelain", "-uno")) is None else bool(status),
    }


def _begun(folder: Path, config: RunConfig, data: Sequence[Mapping[str, Any]], limit: int | None) -> dict[str, Any]:
    """The record so far, with the present state of everything but the former sessions."""
    former = _read(folder) or {"sessions": []}
    for session in former["sessions"]:
        if session["ended"] == "running":
            session.update(ended="killed", stopped_at=_last_sign_of_life(folder))
    return {
        "format_version": FORMAT_VERSION,
        "configuration": json.loads(config.to_json()),
        "code": code_revision(),
        "packages": packages(),
        "machine": machine(),
        "data": [dict(entry) for entry in data],
        "limit": limit,
        "sessions": former["sessions"],
    }


def packages() -> dict[str, str]:
    """Versions of what computes, as far as it is installed."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _last_sign_of_life(folder: Path) -> str:
    """When the newest file was written, but for the lock, which the session after may have made."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name != LOCK_FILE]
    newest = max((path.stat().st_mtime for path in files), default=0.0)
    return datetime.fromtimestamp(newest, UTC).isoformat(timespec="seconds")


def _read(folder: Path) -> dict[str, Any] | None:
    path = folder / RUN_FILE
    try:
        record = json.loads(path.read_bytes())
        if record["format_version"] != FORMAT_VERSION or not all("ended" in one for one in record["sessions"]):
            raise DataError(f"{path} is of another format. Use another run folder (--run).")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"{path} is damaged ({error}). Restore it, or delete it: the history is lost then, and the "
            "data of the run are no longer checked."
        ) from error
    return dict(record)


def _write(folder: Path, record: Mapping[str, Any]) -> None:
    text = json.dumps(record, indent=1, ensure_ascii=False)
    write_atomically(folder / RUN_FILE, (text + "\n").encode("utf-8"))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _git(root: Path, *arguments: str) -> str | None:
    program = shutil.which("git")
    if program is None or not (root / ".git").exists():
        return None
    command = [program, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)  # noqa: S603 - fixed words
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def _processor() -> str:
    """The processor's model; Python knows it on most systems but Linux."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory_gib() -> float | None:
    try:
        return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30, 1)
    except (AttributeError, ValueError, OSError):  # Windows
        return None
