"""Whether a run folder may be begun, or resumed, with a configuration."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from forensic_id.core.errors import DataError, InvalidInputError
from trainer.checkpoint import check_checkpoint, checkpoint_steps, differences
from trainer.config import CompanionRecord, RunConfig, decisive_settings
from trainer.teacher.record import TeacherRecord

CONFIG = "config.json"
SKETCHER, ENCODER, GENERATOR = "sketcher.safetensors", "pretraining.safetensors", "adversarial.safetensors"
FEATURES = "features.safetensors"


def check_run_folder(folder: Path, config: RunConfig, *, resume: bool) -> str | None:
    """Return where the run stands (None: a new one). Changes nothing.

    Raises InvalidInputError when the folder holds a run that was not meant to be resumed, DataError when a checkpoint
    is damaged or of another configuration.
    """
    former = _former_configuration(folder)
    if former is None and not any(folder.glob("*.safetensors")):
        return None
    steps = checkpoint_steps(folder)
    names = {SKETCHER: "sketcher", ENCODER: "encoder", GENERATOR: "generator"}
    state = (
        ", ".join(f"{names[name]} at step {steps[name]}" for name in names if name in steps) or "no checkpoint yet"
    )
    changed = differences(former, json.loads(config.to_json())) if former is not None else []
    if not resume:
        same = f"It has other settings ({'; '.join(changed)})." if changed else "Its settings are the same."
        advice = "Give another folder with --run" if changed else "Add --resume to go on, or give another with --run"
        raise InvalidInputError(f"The folder {folder} holds a run already ({state}). {same} {advice}.")
    _check_checkpoints(folder, config)
    return state


def with_recorded_origins(config: RunConfig, folder: Path) -> RunConfig:
    """Return a recipe with the start, teacher and companion of the run in `folder`, which are files of others.

    Raises DataError for a damaged record.
    """
    former = _former_configuration(folder) or {}
    teacher, companion = former.get("teacher"), former.get("companion")
    return replace(
        config,
        start_from=former.get("start_from"),
        teacher=TeacherRecord(**teacher) if teacher else None,
        companion=CompanionRecord(**companion) if companion else None,
    )


def _former_configuration(folder: Path) -> Any:
    path = folder / CONFIG
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DataError(f"{path} cannot be read ({error}). Restore it, or delete it and resume.") from error


def _check_checkpoints(folder: Path, config: RunConfig) -> None:
    """Check every stage; a stage's checkpoint stays valid when only later ones, or later phases, change."""
    if (folder / SKETCHER).exists():
        check_checkpoint(folder / SKETCHER, config_json=config.sketcher_stage_json())
    encoder, wanted = folder / ENCODER, config.encoder_stage_json()
    rest_on_it = any((folder / name).exists() for name in (GENERATOR, FEATURES))
    if encoder.exists():
        step = check_checkpoint(encoder, config_json=wanted, decisive=decisive_settings)
        if step < config.pretraining.steps and rest_on_it:
            raise DataError(
                f"The run in {folder} has a generator, or features for it, of the encoder at step {step}, and the "
                f"encoder is to be trained on. Move {GENERATOR} and {FEATURES} to another folder, then resume: both "
                "are made anew."
            )
    elif rest_on_it:
        raise DataError(
            f"The run in {folder} has a generator, or features for it, of an encoder that is no longer there. "
            f"Restore {ENCODER}, or move {GENERATOR} and {FEATURES} to another folder and resume: all are made anew."
        )
    if (folder / GENERATOR).exists():
        check_checkpoint(folder / GENERATOR, config_json=config.to_json())
