"""The slow half of a preparation, in processes: every part is a zip of crops, written whole or not at all.

A part knows what it was made from; a later run takes the parts that fit and makes the others.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import multiprocessing
import os
import signal
import threading
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import cv2

from forensic_id.core.errors import CancelledError, DataError
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, stop_if_cancelled
from trainer.atomic_file import write_atomically
from trainer.prepare.crops import CropMaker, CropOptions, file_sha256
from trainer.prepare.records import Dropped, Offered, Sample

PICTURES_A_PART = 64
"""So much work at most is lost when the machine stops."""
CONTENT = "part.json"
_FORMAT = 1
_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the listing and the file its crops go to."""

    path: Path
    key: str
    """SHA-256 of everything that decides the part's content."""
    offered: tuple[Offered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartContent:
    """What a finished part holds."""

    samples: tuple[Sample, ...]
    dropped: tuple[Dropped, ...]


def plan_parts(offered: Sequence[Offered], options: CropOptions, folder: Path) -> tuple[Part, ...]:
    """Cut the listing into parts. Raises DataError when the landmark network cannot be read."""
    try:
        network = file_sha256(options.landmarks)
    except OSError as error:
        raise DataError(f"The landmark network {options.landmarks} cannot be read ({error.strerror}).") from error
    settings = {**dataclasses.asdict(options), "landmarks": network, "format": _FORMAT, "opencv": cv2.__version__}
    blocks = [offered[start : start + PICTURES_A_PART] for start in range(0, len(offered), PICTURES_A_PART)]
    return tuple(
        Part(path=folder / f"{number:06d}.zip", key=_key(block, settings), offered=tuple(block))
        for number, block in enumerate(blocks)
    )


def make_parts(
    parts: Sequence[Part], options: CropOptions, *, jobs: int, progress: ProgressListener, cancelled: CancelCheck
) -> None:
    """Make the parts that are not there yet; returns when all are.

    Raises CancelledError (finished parts stay), DataError when the disk is full or a worker was ended,
    BundleRefusedError when the landmark network cannot be used.
    """
    maker = CropMaker(options)  # before any process: what is wrong with the network is told by itself
    total = sum(len(part.offered) for part in parts)
    waiting = [part for part in parts if read_part(part) is None]
    done = total - sum(len(part.offered) for part in waiting)
    progress(Progress(stage="aligning", done=done, total=total))
    if jobs == 1:
        made = _made_here(waiting, maker, cancelled)
    else:
        made = _made_in_processes(waiting, options, jobs, cancelled)
    for part in made:
        done += len(part.offered)
        progress(Progress(stage="aligning", done=done, total=total))


def read_part(part: Part) -> PartContent | None:
    """The content of a finished part; None when there is none, it is damaged or was made from something else."""
    try:
        with zipfile.ZipFile(part.path) as archive:
            content = json.loads(archive.read(CONTENT))
            if content["key"] != part.key or archive.testzip() is not None:
                return None
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        return None
    return PartContent(
        samples=tuple(Sample(**row) for row in content["samples"]),
        dropped=tuple(Dropped(**row) for row in content["dropped"]),
    )


def _key(block: Sequence[Offered], settings: dict[str, Any]) -> str:
    pictures = [[one.file, one.identity, one.source, one.modality, one.landmarks, *_state(one.path)] for one in block]
    return hashlib.sha256(json.dumps([settings, pictures], default=str).encode()).hexdigest()


def _state(path: Path) -> tuple[int, int]:
    """Size and time of change; a picture that was replaced is aligned anew."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return -1, -1
    return status.st_size, status.st_mtime_ns


def _write_part(part: Part, maker: CropMaker, cancelled: CancelCheck) -> None:
    samples: list[Sample] = []
    dropped: list[Dropped] = []
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, offered in enumerate(part.offered):
            stop_if_cancelled(cancelled)
            crop = maker.make(offered)
            if isinstance(crop, Dropped):
                dropped.append(crop)
                continue
            sample = Sample(
                file=offered.file,
                identity=offered.identity,
                source=offered.source,
                modality=offered.modality,
                alignment=crop.alignment,
                sha256=crop.sha256,
                entry=str(number),
            )
            archive.writestr(sample.entry, crop.data)
            samples.append(sample)
        content = {"key": part.key, "samples": _plain(samples), "dropped": _plain(dropped)}
        archive.writestr(CONTENT, json.dumps(content))
    write_atomically(part.path, buffer.getvalue())


def _plain(records: Sequence[Sample | Dropped]) -> list[dict[str, Any]]:
    return [dataclasses.asdict(record) for record in records]


def _made_here(parts: Sequence[Part], maker: CropMaker, cancelled: CancelCheck) -> Iterator[Part]:
    for part in parts:
        _write_part(part, maker, cancelled)
        yield part


def _made_in_processes(
    parts: Sequence[Part], options: CropOptions, jobs: int, cancelled: CancelCheck
) -> Iterator[Part]:
    # A process forked from one with threads (torch, OpenCV) may wait for their locks for ever.
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(options, stop)) as pool:
        futures = {pool.submit(_work, part): part for part in parts}
        watch = threading.Thread(target=_pass_on, args=(cancelled, stop, futures), daemon=True)
        watch.start()
        try:
            for future in as_completed(futures):
                future.result()
                yield futures[future]
        except BrokenProcessPool as error:
            raise DataError(
                "A worker process was ended from outside, most often because memory ran out. Run the same command "
                "again with fewer --jobs; finished parts are kept."
            ) from error
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _pass_on(cancelled: CancelCheck, stop: Event, futures: dict[Any, Part]) -> None:
    """Tell the workers when the user wants to stop: they look between two pictures."""
    while not stop.wait(_POLL_SECONDS) and not all(future.done() for future in futures):
        if cancelled():
            stop.set()


_worker: tuple[CropMaker, Event] | None = None


def _start_worker(options: CropOptions, stop: Event) -> None:
    """Prepare this process: its own aligner, one thread, and no life of its own."""
    global _worker  # noqa: PLW0603 - the pool's initialiser has no other way to keep what the tasks share
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    cv2.setNumThreads(1)
    _worker = CropMaker(options), stop


def _end_with(sentinel: int) -> None:
    """Leave when the parent is gone: killed, it cannot tell."""
    wait([sentinel])
    os._exit(1)


def _work(part: Part) -> None:
    if _worker is None:
        raise CancelledError("The worker was not started.")
    maker, stop = _worker
    _write_part(part, maker, stop.is_set)
