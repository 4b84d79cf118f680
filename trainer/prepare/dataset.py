"""The whole preparation: list, align, screen, write, report, seal."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Self

import numpy as np

from forensic_id.core.errors import DataError
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import FloatArray
from trainer.prepare.crops import MARGIN, SIDE, CropOptions
from trainer.prepare.manifest import MANIFEST, read_manifest, verify_dataset, write_manifest
from trainer.prepare.parts import Part, PartContent, make_parts, plan_parts, read_part
from trainer.prepare.records import Dropped, Sample
from trainer.prepare.report import DROPPED_TABLE, REASONS, SUMMARY, counts, write_report
from trainer.prepare.screening import screen, thumbnail
from trainer.prepare.shards import TABLE, write_shards
from trainer.prepare.sources import SKETCH_PATTERNS, list_source

PARTS = "parts"
MIB = 1 << 20
_NAMED = "|".join(map(re.escape, (DROPPED_TABLE, SUMMARY, TABLE, MANIFEST)))
_OWN = re.compile(rf"{_NAMED}|faces_train_\d+\.zip|\.({_NAMED}|faces_train_\d+\.zip)\.part")
"""Names that a preparation gives to files, with those that a killed one leaves."""
_OWN_PART = re.compile(r"\d{6,}\.zip|\.\d{6,}\.zip\.part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A preparation."""

    source: Path
    """Folder of identities, or a table of them."""
    to: Path
    crops: CropOptions
    source_name: str = ""
    sketch_patterns: tuple[str, ...] = SKETCH_PATTERNS
    least_samples: int = 1
    shard_mib: int = 32
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What came of it."""

    summary: str
    again: bool = False
    """Whether the data set was finished by an earlier run."""


def prepare(
    plan: Plan, *, progress: ProgressListener = ignore_progress, cancelled: CancelCheck = never_cancelled
) -> Prepared:
    """Prepare a data set, or go on where an earlier run was stopped.

    Raises DataError with a sentence (nothing to prepare, folder in use, disk full, ...), CancelledError on request;
    finished parts are kept then.
    """
    _check_places(plan)
    listing = list_source(plan.source, source=plan.source_name, sketch_patterns=plan.sketch_patterns)
    parts = plan_parts(listing.offered, plan.crops, plan.to / PARTS)
    key = _input_key(plan, parts, listing.dropped)
    again = _is_finished(plan.to, key)
    if not again:
        make_parts(parts, plan.crops, jobs=plan.jobs, progress=progress, cancelled=cancelled)
        aligned = _Aligned.of(parts)
        progress(Progress(stage="looking for duplicates", done=0, total=len(aligned.samples)))
        out = screen(aligned.samples, aligned.thumbnails(), least_samples=plan.least_samples)
        stop_if_cancelled(cancelled)
        _write(plan, key, aligned, out, [*listing.dropped, *aligned.dropped, *out.values()])
    _clear(plan.to / PARTS)
    return Prepared(summary=(plan.to / SUMMARY).read_text(encoding="utf-8"), again=again)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aligned:
    """All finished parts as one."""

    parts: tuple[tuple[Part, PartContent], ...]
    samples: tuple[Sample, ...]
    dropped: tuple[Dropped, ...]

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Self:
        contents = tuple((part, _content(part)) for part in parts)
        return cls(
            parts=contents,
            samples=tuple(sample for _, content in contents for sample in content.samples),
            dropped=tuple(one for _, content in contents for one in content.dropped),
        )

    def crops(self) -> Iterator[tuple[Sample, bytes]]:
        """Each sample with its encoded crop, in the samples' order."""
        for part, content in self.parts:
            with zipfile.ZipFile(part.path) as archive:
                for sample in content.samples:
                    yield sample, archive.read(sample.entry)

    def thumbnails(self) -> FloatArray:
        small = [thumbnail(data) for _, data in self.crops()]
        return np.stack(small) if small else np.zeros((0, 1), dtype=np.float32)


def _write(plan: Plan, key: str, aligned: _Aligned, out: Mapping[int, Dropped], dropped: Sequence[Dropped]) -> None:
    """Write report, shards, table and, last of all, the manifest. Raises DataError when nothing is left to write."""
    kept = [sample for row, sample in enumerate(aligned.samples) if row not in out]
    ordered = sorted(dropped, key=lambda one: (list(REASONS).index(one.reason), one.file))
    told = write_report(plan.to, kept, ordered)
    if not kept:
        raise DataError(f"No picture of {plan.source} can be used.\n{told}")
    crops = (pair for row, pair in enumerate(aligned.crops()) if row not in out)
    files = write_shards(crops, plan.to, extension=plan.crops.image_format, most_bytes=plan.shard_mib * MIB)
    reasons = Counter(one.reason for one in ordered)
    write_manifest(
        plan.to,
        {
            "name": plan.source_name or plan.source.resolve().stem,
            "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "program": metadata.version("forensic-id"),
            "input": key,
            "crop": {"side": SIDE, "margin": MARGIN},
            "options": _plain_options(plan),
            "counts": counts(kept),
            "dropped": dict(reasons),
            "files": {one.name: {"sha256": one.sha256, "bytes": one.size} for one in files},
        },
    )


def _plain_options(plan: Plan) -> dict[str, object]:
    crops = {name: value for name, value in asdict(plan.crops).items() if name != "landmarks"}
    return {**crops, "least_samples": plan.least_samples, "sketch_patterns": list(plan.sketch_patterns)}


def _input_key(plan: Plan, parts: Sequence[Part], dropped: Sequence[Dropped]) -> str:
    whole = [[part.key for part in parts], [asdict(one) for one in dropped], plan.least_samples, plan.shard_mib]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()


def _check_places(plan: Plan) -> None:
    source, to = plan.source.resolve(), plan.to.resolve()
    if source.is_dir() and (to.is_relative_to(source) or source.is_relative_to(to)):
        raise DataError(f"{plan.to} and {plan.source} lie within each other. Choose a folder elsewhere with --to.")
    if to.exists() and not to.is_dir():
        raise DataError(f"{plan.to} is a file. Choose a folder with --to.")
    if min(plan.jobs, plan.shard_mib, plan.least_samples) < 1:
        raise DataError("--jobs, --shard-mib and --least-samples must be 1 or more.")


def _is_finished(to: Path, key: str) -> bool:
    """Whether the very same data set is there, whole. Raises DataError when the folder holds something else."""
    if not to.exists():
        return False
    manifest = read_manifest(to)
    if manifest is None:
        if any(to.iterdir()) and not _is_unfinished(to):
            raise DataError(f"{to} holds something else already. Choose an empty folder with --to.")
        return False
    if manifest.get("input") != key:
        raise DataError(
            f"{to} holds a data set made from other pictures or with other options. Choose another folder with --to, "
            "or delete this one."
        )
    verify_dataset(to)
    return True


def _is_unfinished(to: Path) -> bool:
    """Whether a folder holds a preparation that was stopped, and nothing else: its parts are the first it writes."""
    parts = to / PARTS
    if not parts.is_dir() or parts.is_symlink():
        return False
    others = (path for path in to.iterdir() if path != parts)
    return all(_is_own(path, _OWN) for path in others) and all(_is_own(path, _OWN_PART) for path in parts.iterdir())


def _is_own(path: Path, names: re.Pattern[str]) -> bool:
    return names.fullmatch(path.name) is not None and path.is_file()


def _clear(parts: Path) -> None:
    """Remove the parts, which are no longer needed, and their folder unless it holds anything else."""
    with suppress(OSError):
        for path in parts.iterdir():
            if _is_own(path, _OWN_PART):
                path.unlink()
        parts.rmdir()


def _content(part: Part) -> PartContent:
    content = read_part(part)
    if content is None:
        raise DataError(f"{part.path} was changed while it was needed. Run the same command again.")
    return content
