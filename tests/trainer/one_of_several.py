"""One of the processes that torchrun starts for the tests: `... -m -- tests.trainer.one_of_several FOLDER COMMAND`.

It computes one step of a small problem together with the others and leaves the result in the folder; then it goes on
with the trainer's command as if nothing had been.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from trainer.__main__ import main
from trainer.distributed.classes import ClassShard, sharded_margin_softmax
from trainer.distributed.layers import data_parallel, synchronised
from trainer.distributed.world import World
from trainer.losses.margin_softmax import margin_softmax
from trainer.pretraining import Pretraining

CPU = torch.device("cpu")
ROWS, CLASSES, SIZE = 12, 7, 5
LOSS = {"scale": 8.0, "margin": 0.3}


def make_problem() -> tuple[nn.Module, Tensor, Tensor, Tensor, Tensor]:
    """Network with every layer that looks at the whole batch, inputs, labels, class weights, groups."""
    torch.manual_seed(3)
    network = nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Dropout(0.3), nn.Linear(64, SIZE),
        nn.BatchNorm1d(SIZE),
    )  # fmt: skip
    weight = torch.randn(CLASSES, SIZE)
    return network, torch.randn(ROWS, 1, 6, 6), torch.randint(0, CLASSES, (ROWS,)), weight, torch.arange(CLASSES) % 2


def one_step(world: World) -> dict[str, Tensor]:
    """Loss, hits, gradients and batch statistics of one step, the shared-out parts put together."""
    plain, inputs, labels, weights, groups = make_problem()
    network = synchronised(plain, world, CPU)
    parallel = data_parallel(network, world, CPU)
    shard = ClassShard(world=world, count=CLASSES)
    weight = shard.cut(weights).clone().requires_grad_()
    torch.manual_seed(4)
    features, own = parallel(world.share(inputs)), world.share(labels)
    if world.size == 1:
        loss, hits = margin_softmax(features, own, weight, class_groups=groups, **LOSS)
    else:
        loss, hits = sharded_margin_softmax(features, own, weight, shard, class_groups=groups, **LOSS)
    torch.autograd.backward(loss)
    assert weight.grad is not None
    gradients = {
        f"gradient.{name}": value.grad for name, value in network.named_parameters() if value.grad is not None
    }
    statistics = {name: buffer.clone() for name, buffer in network.named_buffers()}
    figures = {"loss": loss.detach(), "accuracy": hits.float().mean(), "classes": shard.joined(weight.grad)}
    return {**figures, **gradients, **statistics}


def run(results: Path, command: Sequence[str]) -> int:
    """Run the command, with the small step where the processes have just joined."""
    original = Pretraining.run

    def after_a_small_step(self: Pretraining, folder: Path, *, quiet: bool = False) -> nn.Module:
        torch.save(one_step(self._world), results / f"{self._world.rank}.pt")
        return original(self, folder, quiet=quiet)

    Pretraining.run = after_a_small_step  # type: ignore[method-assign]
    return main(command)


if __name__ == "__main__":
    torch.set_num_threads(1)
    sys.exit(run(Path(sys.argv[1]), sys.argv[2:]))
