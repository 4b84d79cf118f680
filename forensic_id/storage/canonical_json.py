"""The canonical form of JSON in which everything is stored; see `core.canonical_json`."""

from __future__ import annotations

from forensic_id.core.canonical_json import canonical_json, canonical_sha256

__all__ = ["canonical_json", "canonical_sha256"]
