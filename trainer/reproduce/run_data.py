"""What the rows of a folder were trained on: written down with the first, and the same for all that follow."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from forensic_id.core.errors import DataError
from trainer.atomic_file import write_atomically
from trainer.reproduce.material import Material
from trainer.reproduce.scales import Scale

FILE = "trained_on.json"


def check_same_data(runs: Path, scale: Scale, material: Material) -> None:
    """Remember table, split and encoder in `runs`, so that no page tells figures of rows that learned from others.

    Raises DataError when the rows there were trained on something else.
    """
    ours = {
        "encoder": dataclasses.asdict(scale.encoder),
        "split": dataclasses.asdict(scale.split),
        "training_table_sha256": material.training.strong.csv_sha256,
        "photos": len(material.training.strong),
        "sketches": len(material.training.weak),
    }
    data = (json.dumps(ours, indent=1, sort_keys=True) + "\n").encode()
    path = runs / FILE
    if not path.exists():
        write_atomically(path, data)
    elif path.read_bytes() != data:
        raise DataError(
            f"The rows in {runs} were trained on other data or with another encoder, as {path} tells. Give --data "
            "what they were trained on, or --runs another folder."
        )
