"""Calibrate an existing bundle on held-out people: likelihood ratio, and when a list is informative."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from forensic_id.core.calibration import Calibration, Estimate
from forensic_id.core.errors import DataError
from forensic_id.inference.bundle import load_bundle
from trainer.arguments import positive, share
from trainer.atomic_file import make_place, write_atomically
from trainer.bundle_manifest import check_trained_on, recorded_split
from trainer.calibration.bundle import calibrate, write_calibration
from trainer.calibration.open_set import FALSE_POSITIVE_RATE
from trainer.calibration.plots import write_plots
from trainer.config import with_settings
from trainer.recipes import RECIPES, recipe
from trainer.run import load_training_data


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare bundle, split, place for the plots."""
    parser.add_argument("--bundle", type=Path, default=Path("resources/models/default"))
    parser.add_argument("--out", type=Path, default=Path("runs/calibration"), help="takes plots and calibration.json")
    parser.add_argument(
        "--recipe",
        help=f"whose split to use for a bundle that does not name its own (default compact): "
        f"{', '.join(sorted(RECIPES))}",
    )
    parser.add_argument(
        "--set", dest="settings", action="append", default=[], metavar="FIELD=VALUE", help="change that split"
    )
    parser.add_argument("--limit", type=positive, help="the limit the bundle was trained with")
    parser.add_argument(
        "--beside",
        type=Path,
        action="append",
        default=[],
        metavar="DATASET",
        help="trained on too",
    )
    parser.add_argument(
        "--fpir",
        type=share,
        default=FALSE_POSITIVE_RATE,
        help="share of lists without the person sought that may be called informative (default %(default)s)",
    )
    parser.add_argument("--dry-run", action="store_true", help="measure only; leave the bundle as it is")


def run(options: argparse.Namespace) -> None:
    """Calibrate, draw, and write the calibration into the manifest.

    Raises DataError when the people held out may not be those of the bundle's training.
    """
    figures_file = options.out / "calibration.json"
    make_place(figures_file)
    manifest = load_bundle(options.bundle).manifest
    config = with_settings(recipe(options.recipe or "compact"), options.settings)
    if (split := recorded_split(manifest)) is not None:
        if split != config.split and (options.recipe or options.settings):
            raise DataError(f"{options.bundle} names the split of its training. Leave out --recipe and --set.")
        config = replace(config, split=split)
    data = load_training_data(options.data, config, limit=options.limit, beside=options.beside)
    check_trained_on(manifest, data.training)
    calibrated = calibrate(options.bundle, data, rate=options.fpir)
    calibration = calibrated.calibration
    plots = write_plots(calibrated, options.out)
    text = json.dumps(asdict(calibration), indent=1)
    write_atomically(figures_file, (text + "\n").encode("utf-8"))
    console = Console(width=118)
    console.print(figures(calibration))
    console.print(f"Plots: {', '.join(path.name for path in plots)} in {options.out}.")
    if not options.dry_run:
        write_calibration(options.bundle, calibration)
        console.print(f"Written into {options.bundle}. Its id has changed: galleries need gallery embed.")


def figures(calibration: Calibration) -> Table:
    """What was measured, one figure a line."""
    pairs, found = calibration.likelihood, calibration.candidate_list
    size = f"N={found.people}"
    title = (
        f"{calibration.sketches} sketches of {calibration.sketch_people} people, {calibration.photos} photos of "
        f"{found.people}; m={calibration.samples}, sigma={calibration.sigma:g}"
    )
    table = Table("figure", "value", "0.95 interval", title=title)
    rows: list[tuple[str, str, Estimate | None]] = [
        ("Cllr", f"{pairs.cllr.value:.3f}", pairs.cllr),
        ("Cllr_min", f"{pairs.cllr_min:.3f}", None),
        ("equal error rate", f"{pairs.equal_error_rate.value:.3f}", pairs.equal_error_rate),
        ("log10 LR reported", f"{pairs.lowest:.2f} to {pairs.highest:.2f}", None),
        ("ln LR", f"{pairs.intercept:.2f} + {pairs.slope:.3f} * likeness", None),
        (
            f"FPIR({size}, T={found.threshold:.2f})",
            f"{found.false_positive_rate.value:.3f}",
            found.false_positive_rate,
        ),
        *(
            (f"FNIR({size}, R={each.candidates}, T={found.threshold:.2f})", f"{each.rate.value:.3f}", each.rate)
            for each in found.miss_rates
        ),
    ]
    for name, value, interval in rows:
        table.add_row(name, value, f"{interval.low:.3f} to {interval.high:.3f}" if interval else "")
    return table
