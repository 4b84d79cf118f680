"""Layers that treat the batch as one although each process sees a share of it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.parallel import DistributedDataParallel

from trainer.distributed.exchange import sum_of_parts
from trainer.distributed.world import World


class SynchronisedBatchNorm(_BatchNorm):
    """Batch norm with mean and variance over the whole batch, for processors, where torch's own does not run.

    Every process gives equally many numbers. Means first, then squares about them: two sums, no cancellation.
    """

    @classmethod
    def of(cls, plain: _BatchNorm, world: World) -> SynchronisedBatchNorm:
        """Return a layer that begins with the weights and statistics of `plain`."""
        layer = cls(plain.num_features, plain.eps, plain.momentum)
        layer.world = world
        layer.load_state_dict(plain.state_dict())
        return layer

    world: World

    def _check_input_dim(self, _x: Tensor) -> None:
        """Any number of trailing dimensions."""

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, ...) -> the same shape."""
        if not self.training:
            return super().forward(x)
        others = [axis for axis in range(x.dim()) if axis != 1]
        shape = [1, -1, *[1] * (x.dim() - 2)]
        count = x.numel() // x.shape[1] * self.world.size
        mean = sum_of_parts(x.sum(others)) / count
        centred = x - mean.reshape(shape)
        variance = sum_of_parts(centred.square().sum(others)) / count
        self._remember(mean.detach(), variance.detach() * (count / max(1, count - 1)))
        scale = self.weight * torch.rsqrt(variance + self.eps)
        return centred * scale.reshape(shape) + self.bias.reshape(shape)

    @torch.no_grad()
    def _remember(self, mean: Tensor, variance: Tensor) -> None:
        if self.running_mean is None or self.running_var is None or self.num_batches_tracked is None:
            return
        self.num_batches_tracked.add_(1)
        share = self.momentum if self.momentum is not None else 1 / float(self.num_batches_tracked)
        self.running_mean.lerp_(mean, share)
        self.running_var.lerp_(variance, share)


class SharedDropout(nn.Dropout):
    """Dropout that draws the numbers of the whole batch and uses those of the own rows: as in one process."""

    def __init__(self, probability: float, world: World) -> None:
        super().__init__(probability)
        self._world = world

    def forward(self, x: Tensor) -> Tensor:
        """(N, ...) -> the same shape."""
        if not self.training:
            return x
        whole = torch.empty((len(x) * self._world.size, *x.shape[1:])).bernoulli_(1 - self.p)
        return x * (self._world.share(whole) / (1 - self.p))


def synchronised(module: nn.Module, world: World, device: torch.device) -> nn.Module:
    """Convert the module's norms, and on processors its dropout, to the whole batch. Use the returned one."""
    if world.size == 1:
        return module
    if device.type == "cuda":
        converted: nn.Module = nn.SyncBatchNorm.convert_sync_batchnorm(module)  # type: ignore[no-untyped-call]
        return converted
    if isinstance(module, _BatchNorm):
        return SynchronisedBatchNorm.of(module, world)
    if isinstance(module, nn.Dropout):
        return SharedDropout(module.p, world)
    for name, child in list(module.named_children()):
        setattr(module, name, synchronised(child, world, device))
    return module


def data_parallel(module: nn.Module, world: World, device: torch.device) -> nn.Module:
    """Return the module to call: gradients are averaged over the processes while the backward pass runs."""
    if world.size == 1:
        return module
    devices = [device] if device.type == "cuda" else None
    return DistributedDataParallel(module, device_ids=devices, broadcast_buffers=False, gradient_as_bucket_view=True)
