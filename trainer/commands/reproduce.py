"""Train what the paper's tables and figures need, measure it, and write pages, tables and plots."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from trainer.arguments import natural
from trainer.interruption import stopping_after_a_step
from trainer.reproduce.scales import SCALES, scale_named
from trainer.reproduce.targets import TARGETS, reproduce
from trainer.run import choose_device

RESULTS = Path("trainer/results")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare targets, scale, folders, device."""
    parser.add_argument("target", nargs="+", choices=TARGETS, help="which tables and figures")
    parser.add_argument("--scale", choices=SCALES, default="cpu")
    parser.add_argument(
        "--runs", type=Path, help="folder of the trained rows (default runs/reproduce-SCALE); resumed"
    )
    parser.add_argument("--out", type=Path, help=f"folder of the results (default {RESULTS}/SCALE)")
    parser.add_argument("--seed", type=natural, default=0, help="of the scale's first training; the others follow")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 ...")
    parser.add_argument("--quiet", action="store_true", help="no progress bars")


def run(options: argparse.Namespace) -> None:
    """Reproduce the targets and print the files written."""
    console = Console()
    with stopping_after_a_step():
        written = reproduce(
            options.target,
            scale_named(options.scale),
            data=options.data,
            runs=options.runs or Path("runs") / f"reproduce-{options.scale}",
            out=options.out or RESULTS / options.scale,
            seed=options.seed,
            device=choose_device(options.device),
            tell=console.print,
            quiet=options.quiet,
        )
    for path in written:
        console.print(str(path))
