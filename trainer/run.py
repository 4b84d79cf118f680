"""One training run from data to trained networks, in a folder from which it resumes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from forensic_id.core.errors import DataError
from trainer.adversarial import WeakStrongGan
from trainer.atomic_file import write_atomically
from trainer.checkpoint import load_checkpoint, load_module
from trainer.companion import Companion, CompanionEncoder, SideBySide
from trainer.config import RunConfig
from trainer.data.datasets import load_datasets
from trainer.data.faces import FaceSet
from trainer.data.phases import Modalities
from trainer.data.splits import split_identities
from trainer.discriminant.fitting import fitted_encoder
from trainer.distributed.world import described_world, joined_world, own_device
from trainer.evaluation.held_out_photos import held_out_photos
from trainer.execution import Execution
from trainer.feature_source import CropSource, InputSource, compute_features
from trainer.loop import AdversarialTraining
from trainer.networks.encoder import DeployedEncoder, Encoder
from trainer.networks.perceptron import Generator
from trainer.pretraining import Pretraining
from trainer.run_folder import CONFIG, FEATURES, check_run_folder
from trainer.sketcher.drawing import with_drawings
from trainer.sketcher.training import SketcherTraining
from trainer.teacher.descriptions import described
from trainer.warm_start import StartingEncoder


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrainingData:
    """What the split leaves for training, and what it holds out."""

    training: FaceSet
    validation_pairs: FaceSet
    validation_photos: FaceSet


def load_training_data(
    folder: Path,
    config: RunConfig,
    *,
    limit: int | None = None,
    beside: Sequence[Path] = (),
    teacher: Path | None = None,
) -> TrainingData:
    """Read the crops of a data set, and of others beside it, and split them. Raises DataError.

    `teacher` is a file of descriptions of these very crops.
    """
    faces = load_datasets((folder, *beside), limit=limit)
    if teacher is not None:
        faces = described(faces, teacher)
    split = split_identities(faces, config.split)
    if len(split.training) == 0 or len(split.validation_pairs) == 0:
        raise DataError(
            f"{folder} leaves {len(split.training)} crops for training and {len(split.validation_pairs)} for "
            "validation. Give the complete data, or hold out other numbers of identities with "
            "--set split.validation_photo_identities=N and --set split.validation_pair_identities=N."
        )
    return TrainingData(
        training=faces.subset(split.training),
        validation_pairs=faces.subset(split.validation_pairs),
        validation_photos=faces.subset(split.validation_photos),
    )


def train(
    config: RunConfig,
    data: TrainingData,
    folder: Path,
    *,
    device: torch.device,
    execution: Execution | None = None,
    start: StartingEncoder | None = None,
    companion: Companion | None = None,
    quiet: bool = False,
) -> None:
    """Train encoder and generator, resuming whatever `folder` already holds of this configuration.

    `start` is the encoder that `config.start_from` names, `companion` the one of `config.companion`.
    Of several processes started by torchrun the first learns to draw and learns the generator; all train the encoder.
    Raises DataError for a folder of another configuration, TrainingStoppedError for a loss that is not finite.
    """
    first, drawn = described_world().first, None
    if first:  # the others wait for it when they join
        check_run_folder(folder, config, resume=True)
        write_atomically(folder / CONFIG, config.to_json().encode("utf-8"))
        drawn = _with_learned_drawings(config, data.training, folder, device=device, quiet=quiet)
    learned: nn.Module
    if config.encoder.fitted:
        if not first:
            return
        learned = fitted_encoder(config, data.training, data.validation_pairs, folder, quiet=quiet)
    else:
        with joined_world(device) as world:
            if drawn is None:
                drawn = _with_learned_drawings(config, data.training, folder, device=device, quiet=True)
            pretraining = Pretraining(
                config,
                drawn,
                data.validation_pairs,
                device,
                execution=execution,
                world=world,
                start=start,
                photos=held_out_photos(data.validation_photos) if first else None,
            )
            learned = pretraining.run(folder, quiet=quiet)
    if first:
        encoder = Encoder(config.encoder)
        encoder.load_state_dict(learned.state_dict())
        _train_generator(config, data.training, encoder.to(device), folder, companion=companion, quiet=quiet)


def with_companion(deployed: nn.Module, companion: Companion | None, share: float) -> nn.Module:
    """The whole extractor, from 112x112 crops to unit features."""
    return SideBySide(deployed, CompanionEncoder(companion), share) if companion else deployed


def _train_generator(
    config: RunConfig, faces: FaceSet, encoder: Encoder, folder: Path, *, companion: Companion | None, quiet: bool
) -> None:
    stage, device = config.adversarial, next(encoder.parameters()).device
    modalities = Modalities.of(faces, stage, seed=config.seed)
    source: InputSource
    if stage.train_encoder:
        source = CropSource(faces, config.working_side, device, tones=config.photo_tones)
    else:
        deployed = DeployedEncoder(encoder, config.working_side, mirrored=config.encoder.mirrored).to(device)
        source = compute_features(
            with_companion(deployed, companion, config.companion_share),
            faces,
            {"photos": modalities.strong, "sketches": modalities.weak},
            passes=stage.feature_passes,
            seed=config.seed,
            device=device,
            cache=folder / FEATURES,
            companion=f"{config.companion_share:g} {config.companion.encoder_sha256}" if config.companion else None,
            tones=config.photo_tones,
        )
    learned = encoder if stage.train_encoder else nn.Identity()
    torch.manual_seed(config.seed)  # the start must not depend on whether the encoder was trained just before
    gan = WeakStrongGan(stage, learned, config.feature_size, modalities.class_count, device)
    AdversarialTraining(config, gan, modalities, source, device).run(folder, quiet=quiet)


def _with_learned_drawings(
    config: RunConfig, faces: FaceSet, folder: Path, *, device: torch.device, quiet: bool
) -> FaceSet:
    """Train the sketcher where the recipe has one, and append its drawings of all photos."""
    if config.sketcher is None:
        return faces
    config_json = config.sketcher_stage_json()
    training = SketcherTraining(config.sketcher, faces, seed=config.seed, device=device)
    sketcher = training.run(folder / "sketcher.safetensors", config_json=config_json, quiet=quiet)
    cache = folder / "drawings.safetensors"
    return with_drawings(
        sketcher, faces, config.sketcher, seed=config.seed, cache=cache, config_json=config_json, quiet=quiet
    )


def load_trained(config: RunConfig, folder: Path) -> tuple[Encoder, Generator]:
    """Return the learned encoder and the generator of a finished run. Raises DataError when `folder` holds none."""
    names = ("pretraining.safetensors", "adversarial.safetensors")
    missing = [name for name in names if not (folder / name).exists()]
    if missing:
        raise DataError(f"The run folder {folder} lacks {', '.join(missing)}. Finish the training first.")
    encoder = Encoder(config.encoder)
    stage = config.adversarial
    generator = Generator(config.feature_size, stage.noise_size, stage.hidden, residual=stage.residual)
    adversarial, step = load_checkpoint(folder / names[1], config_json=config.to_json())
    if step < stage.steps:
        raise DataError(f"The run in {folder} stopped at step {step} of {stage.steps}. Resume it first.")
    load_module("generator", generator, adversarial)
    if stage.train_encoder:
        load_module("encoder", encoder, adversarial)
    else:
        pretraining, _ = load_checkpoint(folder / names[0], config_json=config.encoder_stage_json())
        load_module("average", encoder, pretraining)
    return encoder, generator


def choose_device(name: str) -> torch.device:
    """Return the named device, or for “auto” the GPU where there is one."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        device = own_device(torch.device(name))
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise DataError(f"The device “{name}” cannot be used ({error}). Try --device cpu.") from error
    return device
