"""List the recipes with what each is for."""

from __future__ import annotations

import argparse
import inspect
import json
from collections.abc import Callable

from trainer.config import RunConfig
from trainer.recipes import RECIPES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the form of the list."""
    parser.add_argument("--json", action="store_true", help="print JSON: name, sentence, steps of each stage")


def run(options: argparse.Namespace) -> None:
    """Print the list."""
    listed = [{"name": name, "sentence": sentence(make), "steps": _steps(make())} for name, make in RECIPES.items()]
    if options.json:
        print(json.dumps(listed))
        return
    for each in listed:
        print(f"{each['name']:12s} {each['sentence']}")


def sentence(make: Callable[[], RunConfig]) -> str:
    """What a recipe's module says of itself in its first line."""
    return (inspect.getdoc(inspect.getmodule(make)) or "").partition("\n")[0]


def _steps(config: RunConfig) -> dict[str, int]:
    encoder = config.pretraining.steps
    sketcher = {"sketcher": config.sketcher.steps} if config.sketcher is not None else {}
    return {**sketcher, "encoder": encoder, "generator": config.adversarial.steps}
