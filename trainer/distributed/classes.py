"""The classifier shared out by classes, so that hundreds of thousands of identities fit (partial FC, An et al. 2021).

Every process holds the weights of some classes and computes their logits for the features of all processes; the
softmax over all classes needs a maximum and two sums over the processes.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.distributed.exchange import gather_rows, gathered, largest, sum_once
from trainer.distributed.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassShard:
    """The classes of one process: `first` up to, not including, `last` of `count`."""

    world: World
    count: int

    @property
    def first(self) -> int:
        """The first class."""
        return self._bound(self.world.rank)

    @property
    def last(self) -> int:
        """One after the last class."""
        return self._bound(self.world.rank + 1)

    def _bound(self, rank: int) -> int:
        return rank * self.count // self.world.size

    def cut(self, rows: Tensor) -> Tensor:
        """The rows (C, ...) of this process's classes."""
        return rows[self.first : self.last]

    def joined(self, rows: Tensor) -> Tensor:
        """Put the rows of all processes' classes together again (C, ...). All processes have to call it."""
        if self.world.size == 1:
            return rows
        most = -(-self.count // self.world.size)
        padded = torch.cat([rows, rows.new_zeros((most - len(rows), *rows.shape[1:]))])
        parts = gathered(padded, self.world).chunk(self.world.size)
        sizes = [self._bound(rank + 1) - self._bound(rank) for rank in range(self.world.size)]
        return torch.cat([part[:size] for part, size in zip(parts, sizes, strict=True)])


def sharded_margin_softmax(
    features: Tensor,
    labels: Tensor,
    weight: Tensor,
    shard: ClassShard,
    *,
    scale: float,
    margin: float,
    class_groups: Tensor,
) -> tuple[Tensor, Tensor]:
    """`margin_softmax` of the whole batch with the classes shared out; every process returns the same.

    features (B, D) and labels (B,) of the own rows, weight (C', D) of the own classes, class_groups (C,) of all.
    Returns the loss and, without a gradient, the hits of all rows (size * B,).
    """
    features, labels = gather_rows(features, shard.world), gathered(labels, shard.world)
    cosines = F.linear(F.normalize(features), F.normalize(weight))
    column = (labels - shard.first).clamp(0, len(weight) - 1).unsqueeze(1)
    own = ((labels >= shard.first) & (labels < shard.last)).unsqueeze(1)
    true = sum_once(torch.where(own, cosines.gather(1, column), 0).squeeze(1))
    hits = true.detach() >= largest(cosines.detach().amax(1))
    logits = scale * (cosines - torch.zeros_like(cosines).scatter(1, column, margin * own.to(cosines.dtype)))
    foreign = class_groups[labels].unsqueeze(1) != shard.cut(class_groups).unsqueeze(0)
    logits = logits.masked_fill(foreign, torch.finfo(logits.dtype).min)
    top = largest(logits.detach().amax(1))
    mass = sum_once((logits - top.unsqueeze(1)).exp().sum(1))
    return (mass.log() + top - scale * (true - margin)).mean(), hits
