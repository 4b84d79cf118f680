"""Checkpoints: tensors as safetensors, replaced atomically, so that a killed run keeps its last whole one."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.optim import Optimizer

from forensic_id.core.errors import DataError


def save_checkpoint(path: Path, tensors: Mapping[str, Tensor], *, step: int, config_json: str) -> None:
    """Write tensors, step and configuration to `path`; a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    contiguous = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    save_file(contiguous, temporary, metadata={"step": str(step), "config": config_json})
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(path)


def load_checkpoint(path: Path, *, config_json: str | None = None) -> tuple[dict[str, Tensor], int]:
    """Return the tensors and the step. Raises DataError when the file is broken or of another configuration."""
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata()
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a mapping
    except (OSError, SafetensorError) as error:
        raise DataError(f"The checkpoint {path} cannot be read ({error}). Delete it to start anew.") from error
    if config_json is not None and json.loads(metadata["config"]) != json.loads(config_json):
        raise DataError(f"The checkpoint {path} belongs to another configuration. Use another run folder.")
    return tensors, int(metadata["step"])


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
