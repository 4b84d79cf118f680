"""From a finished run to a bundle: ONNX files, kernel width, manifest, parity with torch."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_id.core.errors import DataError, TrainingStoppedError
from forensic_id.core.preprocessing import CROP_SIZE, PREPROCESSING_VERSION, PhotoTones
from forensic_id.core.ranking import mate_ranks, recall_at
from forensic_id.core.records import FloatArray
from forensic_id.inference.bundle import MANIFEST_NAME
from forensic_id.inference.manifest import FORMAT_VERSION, MODEL_FILES, PHOTO_TONES
from forensic_id.inference.noise import gaussian_noise
from trainer.atomic_file import replacing_files
from trainer.bundle_manifest import write_manifest
from trainer.calibration.bundle import add_calibration, can_calibrate
from trainer.companion import Companion, write_side_by_side
from trainer.config import RunConfig
from trainer.data.faces import PHOTO, SKETCH, FaceSet, identity_numbers
from trainer.evaluation.recognition import centre_views, validation_views
from trainer.evaluation.sigma import SigmaChoice, choose_sigma
from trainer.networks.encoder import DeployedEncoder
from trainer.networks.perceptron import DeployedGenerator, Generator
from trainer.networks.weighed_generator import WeighedGenerator
from trainer.onnx_graph import deployable, largest_difference, write_onnx
from trainer.prepare.crops import file_sha256
from trainer.provenance import provenance
from trainer.run import TrainingData, load_trained, with_companion

DEFAULT_SAMPLES = 10
LARGEST_DIFFERENCE = 1e-4
SHIFTS = (0.0, 0.05, 0.1, 0.3, 1.0)
SPREADS = (0.1, 0.2, 0.3, 0.4, 0.6, 1.0)
"""Below 0.1 the samples are practically one point, and the density says nothing of what the sketch leaves open."""
LICENCE = "research evaluation only"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Validation:
    """What is measured on held-out sketch pairs: sigma, and recall with the generator and without."""

    sigma: SigmaChoice
    measured: dict[str, float]


def export(
    config: RunConfig,
    data: TrainingData,
    run: Path,
    bundle: Path,
    *,
    landmarks: Path,
    version: str,
    name: str | None = None,
    companion: Companion | None = None,
) -> dict[str, Any]:
    """Write the bundle folder, calibrated where enough identities are held out, and return its manifest.

    A bundle that is there is replaced when the new one is whole and checked; other files in its folder stay.

    The bundle is called `name`, or as the recipe where none is given; `companion` is the one of `config.companion`.
    Raises DataError for an unfinished run or missing landmark network, TrainingStoppedError when ONNX Runtime and
    torch differ by more than 1e-4 on unit features.
    """
    if not landmarks.exists():
        raise DataError(f"The landmark network {landmarks} does not exist. Train it first.")
    learned, drawn = load_trained(config, run)
    encoder = deployable(DeployedEncoder(learned, config.working_side, mirrored=config.encoder.mirrored))
    extractor = with_companion(encoder, companion, config.companion_share)
    pairs = encode_pairs(extractor, data.validation_pairs, config.photo_tones)
    generator, validation = choose_weights(drawn, pairs, config.adversarial.noise_size)
    crops = centre_views(data.validation_pairs, CROP_SIZE)[:16]
    with replacing_files(bundle, last=MANIFEST_NAME) as written:
        parity = _write_encoder(encoder, crops, written / "encoder.onnx", config, companion)
        parity |= _write_generator(generator, pairs.probes[:16], written / "generator.onnx", config)
        shutil.copyfile(landmarks, written / "landmarks.onnx")
        training = {
            "config": json.loads(config.to_json()),
            "parity_largest_difference": parity,
            "provenance": provenance(run),
        }
        manifest = {
            **_description(config, data.training),
            "name": name or config.name,
            "version": version,
            "sigma": validation.sigma.sigma,
            "measured": {"validation_pairs": validation.measured},
            "training": training,
            "files": {file: file_sha256(written / file) for file in MODEL_FILES},
            "landmarks": landmark_description(written / "landmarks.onnx"),
        }
        write_manifest(written, manifest)
        return add_calibration(written, data) if can_calibrate(data) else manifest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeldOutPairs:
    """Encoded held-out pairs: sketch features (Q, D) and their identities, photo features (N, D) and theirs."""

    probes: Tensor
    mates: NDArray[np.int64]
    gallery: FloatArray
    subject_ids: NDArray[np.int64]


@torch.no_grad()
def encode_pairs(encoder: nn.Module, pairs: FaceSet, tones: PhotoTones | None = None) -> HeldOutPairs:
    """Encode aligned crops, which gives higher figures than raw images."""
    views = validation_views(pairs, CROP_SIZE, tones)
    features = torch.cat([encoder(part) for part in torch.split(views, 128)])
    photo, sketch = (np.flatnonzero(pairs.modalities == kind) for kind in (PHOTO, SKETCH))
    numbers = identity_numbers(pairs)
    return HeldOutPairs(
        probes=features[sketch], mates=numbers[sketch], gallery=features[photo].numpy(), subject_ids=numbers[photo]
    )


def choose_weights(generator: Generator, pairs: HeldOutPairs, noise_size: int) -> tuple[nn.Module, Validation]:
    """Return the deployable generator under which the held-out mates are most probable, with its validation.

    How far a residual generator may go is told by identities that neither it nor the encoder has seen.
    """
    tried = []
    for shift, spread in product(SHIFTS, SPREADS) if generator.residual else ((1.0, 1.0),):
        weighed = WeighedGenerator(generator, noise_size=noise_size, shift=shift, spread=spread)
        ready = deployable(DeployedGenerator(weighed if generator.residual else generator))
        measured = {"generator_shift": shift, "generator_spread": spread}
        tried.append((ready, validate(ready, pairs, noise_size, measured=measured)))
    return max(tried, key=lambda each: max(each[1].sigma.log_posterior.values()))


@torch.no_grad()
def validate(generator: nn.Module, pairs: HeldOutPairs, noise_size: int, *, measured: dict[str, float]) -> Validation:
    """Choose sigma for a generator and measure recall with it and without, beside what is `measured` already."""
    noise = torch.from_numpy(gaussian_noise(count=DEFAULT_SAMPLES, size=noise_size, seed=0))
    samples = np.stack([generator(probe.expand(DEFAULT_SAMPLES, -1), noise).numpy() for probe in pairs.probes])
    choice = choose_sigma(samples, pairs.gallery, pairs.subject_ids, pairs.mates)
    cosines = (pairs.probes.numpy() @ pairs.gallery.T).astype(np.float64)
    plain = mate_ranks(cosines, subject_ids=pairs.subject_ids, mates=pairs.mates)
    spread = float(np.mean([_mean_cosine(drawn) for drawn in samples]))
    return Validation(
        sigma=choice,
        measured=measured
        | {
            "sketches": float(len(pairs.mates)),
            "photos": float(len(pairs.subject_ids)),
            "log_posterior_of_the_mate": choice.log_posterior[choice.sigma],
            "recall_1": choice.recall_1[choice.sigma],
            "recall_10": choice.recall_10[choice.sigma],
            "recall_1_without_generator": recall_at(plain, 1),
            "recall_10_without_generator": recall_at(plain, 10),
            "intra_similarity_of_samples": spread,
        },
    )


def _mean_cosine(samples: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> float:
    """Mean cosine between different samples of one sketch (paper, Table 4: intra-sim)."""
    count = len(samples)
    return float(((samples @ samples.T).sum() - count) / (count * (count - 1)))


def _write_encoder(
    encoder: nn.Module, crops: Tensor, path: Path, config: RunConfig, companion: Companion | None
) -> dict[str, float]:
    write_onnx(encoder, (crops,), path, inputs=("crops",), output="features")
    if companion is not None:
        write_side_by_side(path, companion, config.companion_share)
    extractor = with_companion(encoder, companion, config.companion_share)
    return _parity(extractor, (crops,), path, ("crops",))


def _write_generator(generator: nn.Module, features: Tensor, path: Path, config: RunConfig) -> dict[str, float]:
    noise = torch.from_numpy(gaussian_noise(count=len(features), size=config.adversarial.noise_size, seed=1))
    example, inputs = (features, noise), ("feature", "noise")
    write_onnx(generator, example, path, inputs=inputs, output="samples")
    return _parity(generator, example, path, inputs)


def _parity(module: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: tuple[str, ...]) -> dict[str, float]:
    difference = largest_difference(module, example, path, inputs)
    if not difference <= LARGEST_DIFFERENCE:
        raise TrainingStoppedError(
            f"{path.name} differs from torch by {difference:.2g}, more than {LARGEST_DIFFERENCE}. Do not use it."
        )
    return {path.name: difference}


def _description(config: RunConfig, faces: FaceSet) -> dict[str, Any]:
    """Return the manifest's fields that do not depend on what was learned."""
    return {
        "format_version": FORMAT_VERSION,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "preprocessing": {
            "version": PREPROCESSING_VERSION,
            "size": CROP_SIZE,
            "channels": "grey",
            **({PHOTO_TONES: asdict(config.photo_tones)} if config.photo_tones else {}),
        },
        "feature_size": config.feature_size,
        "noise_size": config.adversarial.noise_size,
        "default_samples": DEFAULT_SAMPLES,
        "data": [{"file": "faces_train.csv", "sha256": faces.csv_sha256, "crops": len(faces)}],
        "licence": LICENCE,
    }


def landmark_description(path: Path) -> dict[str, str]:
    """Return what the landmark graph says of itself in its metadata."""
    return {entry.key: entry.value for entry in onnx.load(str(path)).metadata_props}
