"""Train a recipe in a run folder, or go on with it (--resume)."""

from __future__ import annotations

import argparse
import os
import shlex
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.console import Console

from trainer.arguments import positive
from trainer.commands.recipes import sentence
from trainer.companion import read_companion
from trainer.config import RunConfig, with_settings
from trainer.config_check import check_config
from trainer.data.datasets import ClassCounts, describe_datasets
from trainer.execution import Execution
from trainer.folder_lock import held_alone
from trainer.interruption import stopping_after_a_step
from trainer.provenance import check_data, device_name, recorded
from trainer.recipes import RECIPES, recipe
from trainer.run import TrainingData, choose_device, load_training_data, train
from trainer.run_folder import check_run_folder
from trainer.teacher.descriptions import teacher_of
from trainer.teacher.start import recogniser_start
from trainer.warm_start import StartingEncoder, starting_encoder

EPILOG = """\
recipes:
{recipes}

The run folder gets config.json, run.json (where the run came from: code, machine, data, times), metrics.jsonl and
tensorboard/ (live metrics) and the checkpoints. Ctrl-C ends after the step under way, with a checkpoint; after that,
and after a crash, the same command with --resume goes on and ends as if it had not been stopped.

A run is extended by naming one phase more: --set pretraining.phases.4.steps=800 adds a phase to the four of compact,
a copy of the last with 800 steps. With --resume the encoder goes on where it is, as if it had been planned so.

several GPUs of a machine (the two dashes keep torchrun from reading --run as its own):
  torchrun --nproc_per_node=4 -m -- trainer train resnet50 --run runs/resnet50
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare recipe, run folder, settings, data, device."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    told = "\n".join(f"  {name:12s} {sentence(RECIPES[name])}" for name in sorted(RECIPES))
    parser.epilog = EPILOG.format(recipes=told)
    parser.add_argument("recipe", help="one of the recipes below")
    parser.add_argument("--run", type=Path, help="run folder (default runs/RECIPE)")
    parser.add_argument(
        "--start-from",
        type=Path,
        metavar="BUNDLE",
        help="start with the encoder of this bundle, or with dlib's recogniser, given as its file (again with "
        "--resume)",
    )
    parser.add_argument(
        "--companion",
        type=Path,
        metavar="BUNDLE",
        help="set the encoder of this bundle beside the learned one (again with --resume)",
    )
    parser.add_argument(
        "--teacher",
        type=Path,
        metavar="FILE",
        help="learn to give the descriptions of this file, which `describe` wrote (again with --resume)",
    )
    parser.add_argument("--resume", action="store_true", help="go on with the run in that folder")
    parser.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="change a setting of the recipe, such as adversarial.steps=500; may be repeated",
    )
    parser.add_argument(
        "--beside", type=Path, action="append", default=[], metavar="DATASET", help="train on this data set too"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 ...")
    for name, does in (("mixed", "networks compute in bfloat16"), ("compiled", "compile the network first")):
        parser.add_argument(
            f"--{name}", choices=("auto", "on", "off"), default="auto", help=f"{does} (auto: on a GPU)"
        )
    parser.add_argument("--limit", type=positive, help="use only the first N crops of a data set")
    parser.add_argument("--quiet", action="store_true", help="no progress")


def run(options: argparse.Namespace) -> None:
    """Check everything that can be checked, then train."""
    config = with_settings(recipe(options.recipe), options.settings)
    start = _start(options.start_from, config) if options.start_from else None
    teacher = teacher_of(options.teacher) if options.teacher else None
    companion = read_companion(options.companion) if options.companion else None
    config = replace(
        config,
        start_from=start.sha256 if start else None,
        teacher=teacher,
        companion=companion.record if companion else None,
    )
    check_config(config)
    folder = options.run or Path("runs") / options.recipe
    first = os.environ.get("RANK", "0") == "0"  # of several processes under torchrun, the first keeps the record
    state = check_run_folder(folder, config, resume=options.resume) if first else None
    described = describe_datasets([options.data, *options.beside]) if first else []
    if state:
        check_data(folder, described, limit=options.limit)
    device = choose_device(options.device)
    data = load_training_data(
        options.data, config, limit=options.limit, beside=options.beside, teacher=options.teacher
    )
    notes = ClassCounts.of(data.training).notes()
    execution = Execution.on(device, mixed=options.mixed, compiled=options.compiled)
    learn = partial(train, config, data, folder, device=device, execution=execution, start=start, companion=companion)
    if not first:
        with stopping_after_a_step():
            learn(quiet=True)
        return
    console = Console(highlight=False, soft_wrap=True, quiet=options.quiet)
    console.print(_opening(config, data, folder, device_name(device), state), markup=False)
    for note in notes:
        console.print(f"Note: {note}", markup=False)
    record = recorded(folder, config, data=described, limit=options.limit, device=device)
    with stopping_after_a_step(), held_alone(folder), record:
        learn(quiet=options.quiet)
    console.print(f"Finished. Export it: {_export_command(options, folder)}", markup=False)


def _start(origin: Path, config: RunConfig) -> StartingEncoder:
    return recogniser_start(origin, config) if origin.is_file() else starting_encoder(origin, config)


def _export_command(options: argparse.Namespace, folder: Path) -> str:
    """The command that exports what was trained with these options, for a shell."""
    words = ["python", "-m", "trainer", "export", options.recipe, "--run", str(folder), "--data", str(options.data)]
    words += [word for each in options.beside for word in ("--beside", str(each))]
    words += [word for each in options.settings for word in ("--set", each)]
    words += ["--limit", str(options.limit)] if options.limit is not None else []
    words += ["--companion", str(options.companion)] if options.companion else []
    return shlex.join(words)


def _opening(config: RunConfig, data: TrainingData, folder: Path, device: str, state: str | None) -> str:
    begun = f"Resuming {folder} ({state})" if state else f"Training {config.name} in {folder}"
    return f"{begun}: {len(data.training)} crops on {device}."
