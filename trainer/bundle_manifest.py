"""What the trainer writes into a bundle's manifest, and what it learns from there of the training."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forensic_id.core.errors import DataError
from forensic_id.inference.bundle import MANIFEST_NAME
from forensic_id.inference.manifest import BundleManifest
from trainer.atomic_file import write_atomically
from trainer.config import SplitConfig
from trainer.data.faces import FaceSet


def write_manifest(bundle: Path, manifest: Mapping[str, Any]) -> None:
    """Write manifest.json, whole or not at all; the bundle's id changes with it. Raises DataError."""
    text = json.dumps(manifest, indent=1, sort_keys=True)
    write_atomically(bundle / MANIFEST_NAME, (text + "\n").encode("utf-8"))


def recorded_split(manifest: BundleManifest) -> SplitConfig | None:
    """Which identities the bundle's training held out; None where it does not say. Raises DataError."""
    config = manifest.training.get("config")
    if config is None:
        return None
    try:
        return SplitConfig(**config["split"])
    except (KeyError, TypeError) as error:
        raise DataError(
            f"The manifest of {manifest.name} {manifest.version} names a split that this version does not know "
            f"({error}). Export the bundle again."
        ) from error


def check_trained_on(manifest: BundleManifest, training: FaceSet) -> None:
    """Refuse crops other than those that the bundle says it was trained on: others are held out of them.

    Raises DataError.
    """
    given = {"sha256": training.csv_sha256, "crops": len(training)}
    for recorded in manifest.data:
        if isinstance(recorded, dict) and any(recorded.get(name, value) != value for name, value in given.items()):
            raise DataError(
                f"{manifest.name} {manifest.version} was trained on {recorded.get('crops')} crops of the table "
                f"{str(recorded.get('sha256'))[:8]}, not on these {len(training)} of {training.csv_sha256[:8]}: it "
                "may know the people that these hold out. Give the data of its training with --data, --beside and "
                "--limit."
            )
