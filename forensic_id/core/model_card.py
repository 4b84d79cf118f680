"""What a model bundle says of itself, for people who choose one, and where bundles are installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from forensic_id.core.calibration import Calibration

SHORT_ID = 8
"""Characters of a bundle's id that are shown, and that name its folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """The manifest of a verified bundle.

    `bundle_id` is the SHA-256 of manifest.json; `files` maps names to SHA-256; sizes are those of feature and noise
    vectors; `sigma` is the kernel width. `measured`, `training` and `data` are as the trainer wrote them.
    """

    bundle_id: str
    name: str
    version: str
    created_at: str = ""
    feature_size: int = 0
    noise_size: int = 0
    sigma: float = 0.0
    default_samples: int = 0
    files: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    measured: Mapping[str, Any] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)
    data: tuple[Any, ...] = ()
    calibration: Calibration | None = None

    @property
    def full_name(self) -> str:
        """Name and version for people."""
        return f"{self.name} {self.version}"

    @property
    def short_id(self) -> str:
        """The beginning of the id."""
        return self.bundle_id[:SHORT_ID]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledBundle:
    """A bundle on the shelf. Without a card it was refused, and `refusal` says why."""

    folder: Path
    shipped: bool = False
    card: ModelCard | None = None
    refusal: str = ""
