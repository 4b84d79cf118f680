"""What the steps of a preparation hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.records import FivePoints

MODALITIES = ("photo", "sketch", "drawing")
"""Sketches are drawn after a face, drawings may exaggerate (caricatures)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A picture that a folder or table offers."""

    file: str
    """Path below the folder (or table's folder) as printable text, with forward slashes."""
    path: Path
    identity: str
    source: str
    modality: str
    landmarks: FivePoints | None = None
    """Pixels of the upright picture; None: found automatically."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A picture (or line of a table) that is not in the data set."""

    file: str
    identity: str
    modality: str
    reason: str
    """One of the keys of `report.REASONS`."""
    detail: str
    """A sentence for this picture."""
    other: str = ""
    """The picture it conflicts with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An aligned crop in a part, and where it came from."""

    file: str
    identity: str
    source: str
    modality: str
    alignment: str
    """“detected” or “given”, as in faces_train.csv."""
    sha256: str
    """Of the original file's bytes."""
    entry: str
    """Name of the crop inside its part."""
