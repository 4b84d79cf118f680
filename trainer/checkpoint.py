"""Checkpoints: tensors as safetensors, replaced atomically, so that a killed run keeps its last whole one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.optim import Optimizer

from forensic_id.core.errors import DataError, TrainingStoppedError

_MOST_DIFFERENCES = 6


def save_checkpoint(path: Path, tensors: Mapping[str, Tensor], *, step: int, config_json: str) -> None:
    """Write tensors, step and configuration to `path`; a reader sees the old file or the new one, never a part.

    Raises TrainingStoppedError, and leaves the old file, when a tensor is not finite or the disk is full.
    """
    contiguous = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    broken = [name for name, tensor in contiguous.items() if not bool(torch.isfinite(tensor).all())]
    if broken:
        raise TrainingStoppedError(
            f"The weights are no longer finite at step {step} ({broken[0]} and {len(broken) - 1} more), so no "
            f"checkpoint is written. {_kept(path)} Train with a lower learning rate in another run folder."
        )
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(contiguous, temporary, metadata={"step": str(step), "config": config_json})
        with temporary.open("rb") as handle:
            os.fsync(handle.fileno())
        temporary.replace(path)
    except (OSError, SafetensorError) as error:
        with suppress(OSError):
            temporary.unlink()
        raise TrainingStoppedError(
            f"The checkpoint {path} of step {step} could not be written ({error}). {_kept(path)} Free some space or "
            "mend the folder's permissions, then resume the run."
        ) from error


Decisive = Callable[[Any, int], Any]
"""Of a configuration, as read from JSON, what decides the state at a step."""


def _whole(config: Any, step: int) -> Any:  # noqa: ARG001 - it is one of several
    return config


def load_checkpoint(
    path: Path, *, config_json: str | None = None, decisive: Decisive = _whole
) -> tuple[dict[str, Tensor], int]:
    """Return the tensors and the step. Raises DataError when the file is broken or of another configuration."""
    step = check_checkpoint(path, config_json=config_json, decisive=decisive)
    try:
        with safe_open(path, framework="pt") as file:
            return {name: file.get_tensor(name) for name in file.keys()}, step  # noqa: SIM118 - not a mapping
    except (OSError, SafetensorError) as error:
        raise DataError(_unreadable(path, error)) from error


def check_checkpoint(path: Path, *, config_json: str | None = None, decisive: Decisive = _whole) -> int:
    """Return the step of a checkpoint without reading its tensors. Raises DataError as `load_checkpoint` does."""
    try:
        with safe_open(path, framework="pt") as file:
            config, step = _described(file.metadata())
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise DataError(_unreadable(path, error)) from error
    if config_json is None:
        return step
    old, new = (decisive(each, step) for each in (config, json.loads(config_json)))
    if changed := differences(old, new):
        raise DataError(
            f"The checkpoint {path} belongs to another configuration ({'; '.join(changed)}). Use the settings it was "
            "trained with, or another run folder."
        )
    return step


def _unreadable(path: Path, error: Exception) -> str:
    return (
        f"The checkpoint {path} is damaged or cannot be read ({error}). Restore a copy of it, or delete it to train "
        "this part of the run anew."
    )


def checkpoint_steps(folder: Path) -> dict[str, int]:
    """The step of every checkpoint in a run folder that can be read, by file name."""
    steps = {}
    for path in sorted(folder.glob("*.safetensors")):
        with suppress(DataError):
            steps[path.name] = check_checkpoint(path)
    return steps


def differences(old: Any, new: Any, place: str = "") -> list[str]:
    """Where two configurations differ: “seed: 0, now 1”, the first few."""
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        old, new = ({str(index): value for index, value in enumerate(values)} for values in (old, new))
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return [] if old == new else [f"{place.removeprefix('.')}: {json.dumps(old)}, now {json.dumps(new)}"]
    names = [*old, *(name for name in new if name not in old)]
    found = [told for name in names for told in differences(old.get(name), new.get(name), f"{place}.{name}")]
    return found if len(found) <= _MOST_DIFFERENCES else [*found[:_MOST_DIFFERENCES], "..."]


def _described(metadata: dict[str, str] | None) -> tuple[Any, int]:
    """Configuration and step of a checkpoint's metadata."""
    known = metadata or {}
    return json.loads(known["config"]), int(known["step"])


def _kept(path: Path) -> str:
    step = checkpoint_steps(path.parent).get(path.name)
    return "There is no earlier one." if step is None else f"The earlier one, of step {step}, is whole."


def module_tensors(prefix: str, module: nn.Module) -> dict[str, Tensor]:
    """Return the module's state with prefixed names."""
    return {f"{prefix}.{name}": tensor for name, tensor in module.state_dict().items()}


def load_module(prefix: str, module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Fill the module from prefixed tensors."""
    start = len(prefix) + 1
    module.load_state_dict({name[start:]: value for name, value in tensors.items() if name.startswith(f"{prefix}.")})


def optimiser_tensors(prefix: str, optimiser: Optimizer) -> dict[str, Tensor]:
    """Return the optimiser's per-parameter tensors with prefixed names (`prefix.<parameter>.<key>`)."""
    state = optimiser.state_dict()["state"]
    return {
        f"{prefix}.{index}.{key}": value if isinstance(value, Tensor) else torch.tensor(value)
        for index, entry in state.items()
        for key, value in entry.items()
        if value is not None
    }


def load_optimiser(prefix: str, optimiser: Optimizer, tensors: Mapping[str, Tensor]) -> None:
    """Fill the optimiser's state from prefixed tensors; its hyper-parameters stay as constructed."""
    state: dict[int, dict[str, Tensor]] = {}
    for name, value in tensors.items():
        if name.startswith(f"{prefix}."):
            _, index, key = name.rsplit(".", 2)
            state.setdefault(int(index), {})[key] = value
    whole = optimiser.state_dict()
    whole["state"] = state
    optimiser.load_state_dict(whole)
