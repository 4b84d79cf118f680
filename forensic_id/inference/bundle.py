"""Loading a model bundle: nothing of it is run before every file is what the manifest says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from forensic_id.core.errors import BundleRefusedError
from forensic_id.inference.graph import check_graph
from forensic_id.inference.manifest import MODEL_FILES, BundleManifest, parse_manifest

MANIFEST_NAME = "manifest.json"
_LARGEST_MANIFEST = 4 << 20
_LARGEST_FILE = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundle:
    """A verified bundle; `models` holds the very bytes that were verified, so a later change on disk has no effect.

    `bundle_id` is the SHA-256 of manifest.json; since that holds the other files' hashes, it covers all of them.
    """

    folder: Path
    bundle_id: str
    manifest: BundleManifest
    models: Mapping[str, bytes] = field(repr=False)

    @property
    def full_name(self) -> str:
        """Name and version for people."""
        return f"{self.manifest.name} {self.manifest.version}"


def load_bundle(folder: Path) -> Bundle:
    """Read and verify the bundle in `folder`.

    Raises BundleRefusedError, naming the file, when one is missing, too large, altered or of an unknown format.
    """
    manifest_path = folder / MANIFEST_NAME
    manifest_bytes = _read(manifest_path, _LARGEST_MANIFEST)
    manifest = parse_manifest(manifest_bytes, str(manifest_path))
    models: dict[str, bytes] = {}
    for name, expected in manifest.files.items():
        data = _read(folder / name, _LARGEST_FILE)
        if hashlib.sha256(data).hexdigest() != expected:
            raise BundleRefusedError(
                f"{folder / name} is not the file that {MANIFEST_NAME} names: its SHA-256 differs. "
                "It is damaged or was altered; get the bundle again from its source."
            )
        if name in MODEL_FILES:
            check_graph(data, str(folder / name))
            models[name] = data
    bundle_id = hashlib.sha256(manifest_bytes).hexdigest()
    return Bundle(folder=folder, bundle_id=bundle_id, manifest=manifest, models=models)


def _read(path: Path, most_bytes: int) -> bytes:
    try:
        if path.stat().st_size > most_bytes:
            raise BundleRefusedError(f"{path} is larger than {most_bytes >> 20} MB, which no bundle file is.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BundleRefusedError(
            f"{path} cannot be read ({reason}). Name a folder with a complete bundle."
        ) from error
