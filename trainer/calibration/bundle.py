"""Calibrate a bundle and write the result into its manifest."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from forensic_id.core.calibration import Calibration
from forensic_id.core.errors import DataError
from forensic_id.inference.bundle import MANIFEST_NAME, load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from forensic_id.inference.manifest import CALIBRATION
from trainer.bundle_manifest import write_manifest
from trainer.calibration.comparisons import compare_held_out
from trainer.calibration.likelihood import HeldOutRatios, calibrate_likelihood, held_out_ratios, pair_scores
from trainer.calibration.open_set import FALSE_POSITIVE_RATE, OpenSetSearches, calibrate_list, search_open_set
from trainer.data.faces import PHOTO, SKETCH
from trainer.run import TrainingData

FEWEST_PEOPLE = 20
"""Held-out people with sketches below which error rates would be guesses."""

FEWEST_GALLERY = 40
"""Held-out people with photos that the search needs."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Calibrated:
    """A calibration with what the plots show."""

    calibration: Calibration
    held_out: HeldOutRatios
    searches: OpenSetSearches


def can_calibrate(data: TrainingData) -> bool:
    """Whether enough identities are held out."""
    pairs, photos = data.validation_pairs, data.validation_photos
    drawn = np.unique(pairs.identities[pairs.modalities == SKETCH])
    shown = np.union1d(pairs.identities[pairs.modalities == PHOTO], photos.identities)
    return len(np.intersect1d(drawn, shown)) >= FEWEST_PEOPLE and len(shown) >= FEWEST_GALLERY


def calibrate(bundle_folder: Path, data: TrainingData, *, rate: float = FALSE_POSITIVE_RATE) -> Calibrated:
    """Calibrate a bundle at its own kernel width and number of samples; the bundle stays as it is.

    `rate` is the share of lists without the person sought that may be called informative. Raises
    BundleRefusedError, DataError when too few identities are held out.
    """
    if not can_calibrate(data):
        raise DataError(
            f"Calibration needs {FEWEST_PEOPLE} held-out people with a sketch and a photo and {FEWEST_GALLERY} with "
            "a photo. Give the complete data, or hold out more with --set split.validation_pair_identities=N and "
            "--set split.validation_photo_identities=N."
        )
    bundle = load_bundle(bundle_folder)
    manifest = bundle.manifest
    comparisons = compare_held_out(data, OnnxEncoder(bundle), OnnxGenerator(bundle), samples=manifest.default_samples)
    scores = pair_scores(comparisons)
    held_out = held_out_ratios(scores)
    searches = search_open_set(comparisons)
    calibration = Calibration(
        samples=manifest.default_samples,
        sigma=manifest.sigma,
        sketches=len(comparisons.sketch_ids),
        sketch_people=comparisons.sketch_people,
        photos=len(comparisons.photo_ids),
        likelihood=calibrate_likelihood(scores, held_out),
        candidate_list=calibrate_list(searches, rate=rate),
    )
    return Calibrated(calibration=calibration, held_out=held_out, searches=searches)


def write_calibration(bundle: Path, calibration: Calibration) -> dict[str, Any]:
    """Put the calibration into manifest.json and return the manifest. The bundle's id changes with it."""
    manifest: dict[str, Any] = json.loads((bundle / MANIFEST_NAME).read_text(encoding="utf-8"))
    manifest[CALIBRATION] = asdict(calibration)
    write_manifest(bundle, manifest)
    return manifest


def add_calibration(bundle: Path, data: TrainingData) -> dict[str, Any]:
    """Calibrate a bundle just exported and return its new manifest. Raises as `calibrate`."""
    return write_calibration(bundle, calibrate(bundle, data).calibration)
