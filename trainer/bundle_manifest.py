"""What the trainer writes into a bundle's manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forensic_id.inference.bundle import MANIFEST_NAME
from trainer.atomic_file import write_atomically


def write_manifest(bundle: Path, manifest: Mapping[str, Any]) -> None:
    """Write manifest.json, whole or not at all; the bundle's id changes with it. Raises DataError."""
    text = json.dumps(manifest, indent=1, sort_keys=True)
    write_atomically(bundle / MANIFEST_NAME, (text + "\n").encode("utf-8"))
