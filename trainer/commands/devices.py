"""List what networks can be trained on here."""

from __future__ import annotations

import argparse
import json

import torch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the form of the list."""
    parser.add_argument("--json", action="store_true", help="print JSON: cuda (names), cpu_threads, torch")


def run(options: argparse.Namespace) -> None:
    """Print the list."""
    cuda = [torch.cuda.get_device_name(number) for number in range(torch.cuda.device_count())]
    if options.json:
        found = {"cuda": cuda, "cpu_threads": torch.get_num_threads(), "torch": str(torch.__version__)}
        print(json.dumps(found))
        return
    for number, name in enumerate(cuda):
        print(f"cuda:{number}  {name}")
    print(f"cpu     {torch.get_num_threads()} threads")
