"""The data of a scale: what the rows train on, and the bench they are measured on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensic_id.core.errors import DataError
from trainer.data.datasets import load_datasets
from trainer.data.demo import demo_faces
from trainer.data.faces import SKETCH, FaceSet
from trainer.data.reproduction import ReproductionData, reproduction_data
from trainer.evaluation.bench import Bench, bench_of_drawn_photos, bench_of_faces, bench_of_files
from trainer.evaluation.crops import CropCache
from trainer.evaluation.protocols import LICENSED_NAMES, LOADERS, load_protocol
from trainer.reproduce.scales import Scale

_ROOT = Path(__file__).resolve().parents[2]
LANDMARKS = _ROOT / "resources" / "models" / "default" / "landmarks.onnx"
DEMO = _ROOT / "resources" / "demo"
TESTED_DEMO_SHARE = 0.45
"""Of the demo's people; the others are trained on."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Material:
    """What the rows of one scale share."""

    training: ReproductionData
    bench: Bench
    licensed: tuple[str, ...]
    """Protocols of sets under licence that are at hand."""


def load_material(scale: Scale, data: Path, crops: Path) -> Material:
    """Read and split the scale's data, and align the test sets unless `crops` keeps them already.

    Raises DataError, BundleRefusedError.
    """
    return _demo(scale) if scale.demo_people is not None else _research(scale, data, crops)


def _demo(scale: Scale) -> Material:
    faces = demo_faces(DEMO, LANDMARKS, people=scale.demo_people)
    drawn = np.unique(faces.identities[faces.modalities == SKETCH])
    others = np.setdiff1d(faces.identities, drawn)
    tested = np.concatenate([part[: round(TESTED_DEMO_SHARE * len(part))] for part in (drawn, others)])
    held_out = _of(faces, np.isin(faces.identities, tested))
    training = reproduction_data(_of(faces, ~np.isin(faces.identities, tested)), scale.split)
    benches = [
        bench_of_faces("demo", held_out),
        bench_of_drawn_photos("demo-sketch", held_out),
        _validation(training),
    ]
    return Material(training=training, bench=Bench.joined(benches), licensed=())


def _research(scale: Scale, data: Path, crops: Path) -> Material:
    training = reproduction_data(load_datasets((data,)), scale.split)
    names = [name for name in dict.fromkeys((*scale.protocols, *scale.sketch_sets)) if name in LOADERS]
    licensed = tuple(name for name in LICENSED_NAMES if _at_hand(name, data))
    protocols = [load_protocol(name, data) for name in (*names, *licensed)]
    files = bench_of_files(protocols, data, CropCache(crops, LANDMARKS))
    return Material(training=training, bench=Bench.joined([files, _validation(training)]), licensed=licensed)


def _validation(training: ReproductionData) -> Bench:
    return bench_of_faces("validation", training.validation_pairs, distractors=training.validation_photos)


def _at_hand(name: str, data: Path) -> bool:
    try:
        load_protocol(name, data)
    except DataError:
        return False
    return True


def _of(faces: FaceSet, chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> FaceSet:
    return faces.subset(np.flatnonzero(chosen))
