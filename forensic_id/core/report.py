"""The report as plain data: what is printed, in order, without a word about how.

Services build a `ReportDocument` from stored records; a renderer lays it out. The document's hash covers every
printed word and picture, so the same document always carries the same hash, whatever the paper size.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np

from forensic_id.core.calibration import Calibration
from forensic_id.core.preprocessing import PhotoTones
from forensic_id.core.records import UInt8Array

PaperSize = Literal["a4", "letter"]

LEAD_BANNER = "Investigative lead only. Not an identification. Not probable cause."
"""Stands on every page and above every list that shows candidates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacts:
    """What a report says about a model bundle (manifest): identity, hashes, licence, figures, calibration, tones."""

    bundle_id: str
    name: str
    files: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    measured: Mapping[str, Any] = field(default_factory=dict)
    calibration: Calibration | None = None
    photo_tones: PhotoTones | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReportPicture:
    """A picture uint8 RGB (H, W, 3) with its caption; without pixels, `missing` says why none is shown."""

    caption: str
    pixels: UInt8Array | None = None
    missing: str = ""
    exact: bool = False
    """True: print every pixel unchanged (crops); False: a scaled copy will do (photographs)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading:
    """A heading within a section; it stays with what follows."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list of sentences; `alert` marks them as warnings."""

    items: tuple[str, ...]
    alert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labelled values, one a row."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A small table: a header and rows of text. `shares` are the columns' parts of the width; empty: all equal.

    `by_hand`: its empty cells are filled in with a pen.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """Pictures side by side."""

    pictures: tuple[ReportPicture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """One row of the candidate table."""

    rank: int
    thumbnail: ReportPicture
    subject: str
    name: str
    recorded: str
    photo: str
    log_density: str
    status: str = ""
    """What the examiner decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTable:
    """The whole candidate list, in rank order."""

    lines: tuple[CandidateLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """Sketch and one candidate side by side: first row the originals, second row the crops that were compared."""

    facts: Facts
    originals: PictureRow
    crops: PictureRow


Block = Paragraph | Subheading | Bullets | Facts | Grid | PictureRow | CandidateTable | Plate


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of the report; `new_page` starts it on a page of its own."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """A whole report. `produced_at` is ISO 8601; `reference` stands in the footer of every page.

    `office` is who makes it, a line each above the title; `banner_note` stands below the banner of every page.
    """

    title: str
    reference: str
    produced_at: str
    banner: str = LEAD_BANNER
    banner_note: str = ""
    office: tuple[str, ...] = ()
    sections: tuple[Section, ...]


class ReportRenderer(Protocol):
    """Writes a report document to a file (reporting.pdf)."""

    def render(self, document: ReportDocument, path: Path, *, paper: PaperSize = "a4") -> None:
        """Write atomically. Raises LibraryError when the place cannot be written."""
        ...

    def pdf_bytes(self, document: ReportDocument, *, paper: PaperSize = "a4") -> bytes:
        """The same without a file. Raises LibraryError when a font is missing."""
        ...


def document_text(document: ReportDocument) -> str:
    """The document's canonical JSON, in ASCII; a picture enters as its shape and the SHA-256 of its pixels."""
    return json.dumps(_plain(document), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def document_hash(document: ReportDocument) -> str:
    """SHA-256 (hex) of `document_text`."""
    return hashlib.sha256(document_text(document).encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    """Reduce dataclasses, tuples and arrays to what JSON can hold; every dataclass carries its type's name."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        return {"type": type(value).__name__, **named}
    if isinstance(value, np.ndarray):
        return {
            "shape": list(value.shape),
            "sha256": hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest(),
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
