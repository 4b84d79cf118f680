"""Sums and gathers over the processes that gradients pass through."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, distributed
from torch.autograd import Function

from trainer.distributed.world import World


class _SumOfParts(Function):
    """y = sum of all processes' x, where each process goes on with losses of its own: dx = sum of all dy."""

    @staticmethod
    def forward(_context: Any, part: Tensor) -> Tensor:
        return summed(part)

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        return summed(gradient)


class _SumOnce(Function):
    """y = sum of all processes' x, where all go on to the same loss, which counts once: dx = dy."""

    @staticmethod
    def forward(_context: Any, part: Tensor) -> Tensor:
        return summed(part)

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        return gradient


class _Gather(Function):
    """Rows of all processes behind each other, going on to one loss of which each process sees a part.

    The gradient of the own rows is the sum of the parts, times the number of processes, because
    DistributedDataParallel divides by that number when it averages.
    """

    @staticmethod
    def forward(context: Any, rows: Tensor, world: World) -> Tensor:
        context.world = world
        return gathered(rows, world)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor, None]:
        world: World = context.world
        return summed(gradient).chunk(world.size)[world.rank] * world.size, None


def sum_of_parts(part: Tensor) -> Tensor:
    """Sum over processes for a quantity that every process uses in its own share of the loss."""
    total: Tensor = _SumOfParts.apply(part)  # type: ignore[no-untyped-call]
    return total


def sum_once(part: Tensor) -> Tensor:
    """Sum over processes for a quantity of one loss that all processes compute alike."""
    total: Tensor = _SumOnce.apply(part)  # type: ignore[no-untyped-call]
    return total


def gather_rows(rows: Tensor, world: World) -> Tensor:
    """Rows (B, ...) of all processes as (size * B, ...), with the gradient that data-parallel averaging expects."""
    everything: Tensor = _Gather.apply(rows, world)  # type: ignore[no-untyped-call]
    return everything


def summed(tensor: Tensor) -> Tensor:
    """Return the sum over processes, without a gradient."""
    total = tensor.detach().clone(memory_format=torch.contiguous_format)
    distributed.all_reduce(total)
    return total


def largest(tensor: Tensor) -> Tensor:
    """Return the largest over processes, without a gradient."""
    most = tensor.detach().clone()
    distributed.all_reduce(most, op=distributed.ReduceOp.MAX)
    return most


def gathered(rows: Tensor, world: World) -> Tensor:
    """Return the rows of all processes behind each other, without a gradient; every process gives as many."""
    parts = [torch.empty_like(rows, memory_format=torch.contiguous_format) for _ in range(world.size)]
    distributed.all_gather(parts, rows.detach().contiguous())
    return torch.cat(parts)
