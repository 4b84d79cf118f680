"""The processes of a training, as torchrun describes them in the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
from torch import Tensor, distributed

from forensic_id.core.errors import InvalidInputError

_PATIENCE = timedelta(hours=12)
"""Processes wait so long for the first one, which alone learns to draw before the encoder is trained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Which of how many processes this one is."""

    rank: int = 0
    size: int = 1

    @property
    def first(self) -> bool:
        """Whether this process writes files and speaks."""
        return self.rank == 0

    def share(self, batch: Tensor) -> Tensor:
        """This process's rows of what belongs to the whole batch (B, ...): every `size`-th one."""
        return batch[self.rank :: self.size]

    def check_batch(self, batch: int, field: str) -> None:
        """Raise InvalidInputError, naming the setting, when a batch does not divide among the processes."""
        if batch % self.size:
            raise InvalidInputError(
                f"A batch of {batch} cannot be shared by {self.size} processes. "
                f"Set a multiple of {self.size} with --set {field}=N."
            )


ALONE = World()


def described_world() -> World:
    """Return what the environment says, without joining the other processes."""
    return World(rank=int(os.environ.get("RANK", "0")), size=int(os.environ.get("WORLD_SIZE", "1")))


def own_device(device: torch.device) -> torch.device:
    """Return this process's GPU when several share the machine and none was named by number."""
    if device.type == "cuda" and device.index is None and "LOCAL_RANK" in os.environ:
        return torch.device("cuda", int(os.environ["LOCAL_RANK"]))
    return device


@contextmanager
def joined_world(device: torch.device) -> Iterator[World]:
    """Connect the processes that torchrun started: by NCCL on GPUs, by Gloo on processors. Alone, do nothing."""
    world = described_world()
    if world.size == 1:
        yield world
        return
    if device.type == "cuda":
        torch.cuda.set_device(device)
    distributed.init_process_group("nccl" if device.type == "cuda" else "gloo", timeout=_PATIENCE)
    try:
        yield world
    finally:
        distributed.destroy_process_group()
