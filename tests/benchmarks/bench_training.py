"""How fast the encoder trains, beside a plain float32 script (`plain_training`) on the same machine, data and batch.

Run with `python -m tests.benchmarks.bench_training [--encoder compact] [--size 112] [--batch 64] [--steps 10]
[--rounds 2] [--workers 2] [--library opencv|torchvision] [--device auto] [--mixed auto] [--compiled auto]`; on a GPU
with `--encoder resnet50 --batch 512 --steps 50 --workers 16 --library torchvision`. On a processor that others use
too, compare processor time: `--clock processor --workers 0`, which leaves the script's transforms in the process that
is measured.

Both train the same network on invented crops. Printed are images per second of both, their ratio, and the network's
arithmetic as a share of what a large matrix product reaches here (bfloat16 on a GPU, float32 on a processor). That
arithmetic is counted as plain convolutions do it, though this project's take fewer multiplications on a processor.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from torch import nn
from torch.nn import functional as F
from torch.utils.flop_counter import FlopCounterMode

from tests.benchmarks.plain_training import PlainTraining
from trainer.config import AdversarialConfig, EncoderConfig, Phase, PretrainingConfig, RunConfig
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, FaceSet
from trainer.execution import Execution
from trainer.pretraining import Pretraining
from trainer.run import choose_device

PEOPLE, PHOTOS = 600, 3
CLOCKS: dict[str, Callable[[], float]] = {"wall": time.perf_counter, "processor": time.process_time}


def invented_crops() -> FaceSet:
    """Smooth random crops: three photos and a sketch a person."""
    coarse = torch.rand(PEOPLE * (PHOTOS + 1), 1, 12, 12, generator=torch.Generator().manual_seed(0))
    images = F.interpolate(coarse, size=(CROP_SIDE, CROP_SIDE), mode="bilinear") * 255
    count = len(images)
    return FaceSet(
        images=images.to(torch.uint8),
        identities=np.array([f"p:{index // (PHOTOS + 1):04d}" for index in range(count)]),
        sources=np.full(count, "invented"),
        modalities=np.where(np.arange(count) % (PHOTOS + 1) == PHOTOS, SKETCH, PHOTO),
        csv_sha256="",
    )


def seconds_a_step(
    step: Callable[[], object], device: torch.device, clock: Callable[[], float], *, warm: int, steps: int
) -> float:
    """Mean time of `steps` steps after `warm` others, waiting for the device at both ends only."""
    for _ in range(warm):
        step()
    wait(device)
    start = clock()
    for _ in range(steps):
        step()
    wait(device)
    return (clock() - start) / steps


def wait(device: torch.device) -> None:
    """Let the device finish."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def matrix_rate(device: torch.device, clock: Callable[[], float]) -> float:
    """Operations per second of a product of large random matrices, the best of several."""
    side, kind = (8192, torch.bfloat16) if device.type == "cuda" else (1536, torch.float32)
    left, right = (torch.randn(side, side, device=device).to(kind) for _ in range(2))
    taken = [seconds_a_step(lambda: left @ right, device, clock, warm=3, steps=10) for _ in range(5)]
    return 2 * side**3 / min(taken)


def operations(encoder: nn.Module, size: int, device: torch.device) -> float:
    """Operations of a training step an image: forward and backward, convolutions and matrix products."""
    crops = torch.rand(2, 1, size, size, device=device)
    encoder.train()
    with FlopCounterMode(display=False) as counter:
        encoder(crops).sum().backward()
    return float(counter.get_total_flops()) / 2


def run_config(options: argparse.Namespace) -> RunConfig:
    """A run of one phase at the size and batch asked for."""
    phase = Phase(size=options.size, steps=10**6, batch=options.batch, learning_rate=0.01)
    return RunConfig(
        name="benchmark",
        encoder=EncoderConfig(kind=options.encoder),
        pretraining=PretrainingConfig(phases=(phase,)),
        adversarial=AdversarialConfig(steps=1),
    )


def measured(options: argparse.Namespace, device: torch.device) -> tuple[float, float, float]:
    """Images per second of this project and of the plain script, and operations an image."""
    faces, config = invented_crops(), run_config(options)
    phase = config.pretraining.phases[0]
    execution = Execution.on(device, mixed=options.mixed, compiled=options.compiled)
    training = Pretraining(config, faces, faces, device, execution=execution)
    placed = faces.resized(options.size).placed(device)
    plain = PlainTraining(
        faces, config.encoder, size=options.size, batch=options.batch, workers=options.workers,
        library=options.library, device=device,
    )  # fmt: skip
    ahead = 2 * options.workers  # batches that the workers have ready and that would seem free
    clock = CLOCKS[options.clock]
    ours, theirs = [], []
    for _ in range(options.rounds):
        theirs.append(seconds_a_step(plain.step, device, clock, warm=ahead + 1, steps=options.steps))
        ours.append(
            seconds_a_step(
                lambda: training.train_step(placed, phase, 500), device, clock, warm=2, steps=options.steps
            )
        )
    rates = (options.batch / statistics.median(times) for times in (ours, theirs))
    return *rates, operations(plain.encoder, options.size, device)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=("compact", "resnet50"), default="compact")
    for name, default in (("size", 112), ("batch", 64), ("steps", 10), ("rounds", 2), ("workers", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--library", choices=("opencv", "torchvision"), default="opencv", help="of the plain script")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="wall")
    parser.add_argument("--device", default="auto")
    for name in ("mixed", "compiled"):
        parser.add_argument(f"--{name}", choices=("auto", "on", "off"), default="auto")
    options = parser.parse_args()
    device = choose_device(options.device)
    ours, theirs, work = measured(options, device)
    ceiling = matrix_rate(device, CLOCKS[options.clock])
    title = (
        f"{options.encoder}, {options.size} px, batch {options.batch}, {device}, {torch.get_num_threads()} threads"
    )
    table = Table("training", "images/s", "ratio", "TFLOP/s", "share of a matrix product", title=title)
    for name, rate in (("this project", ours), (f"plain float32 script ({options.library})", theirs)):
        arithmetic = rate * work
        table.add_row(
            name, f"{rate:.1f}", f"{rate / theirs:.2f}", f"{arithmetic / 1e12:.3f}", f"{arithmetic / ceiling:.1%}"
        )
    console = Console()
    console.print(table)
    console.print(f"Matrix product: {ceiling / 1e12:.3f} TFLOP/s; a step takes {work / 1e9:.2f} GFLOP an image.")


if __name__ == "__main__":
    main()
