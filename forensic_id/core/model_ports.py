"""The ports of pictures and models: reading, aligning, encoding, generating, scoring (see `core.ports`)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.edits import Edit
from forensic_id.core.model_card import InstalledBundle, ModelCard
from forensic_id.core.records import (
    AlignedFace,
    Box,
    Candidate,
    FeatureTable,
    FivePoints,
    FloatArray,
    LoadedImage,
    UInt8Array,
)


class ImageLoader(Protocol):
    """Reads images (vision.loading)."""

    def load(self, path: Path) -> LoadedImage:
        """Read and decode a file. Raises ImageRefusedError with a sentence."""
        ...

    def decode(self, data: bytes, name: str) -> LoadedImage:
        """Decode bytes; `name` is used in messages. Raises ImageRefusedError."""
        ...

    def perceptual_hash(self, image: LoadedImage) -> int:
        """A 64-bit perceptual hash; near duplicates differ in few bits."""
        ...


class FaceAligner(Protocol):
    """Finds and aligns the main face (vision.pipeline)."""

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        """Detect (or take `box`), place landmarks (or take `landmarks`), warp to 112x112, measure quality.

        Raises FaceNotFoundError when nothing is found and nothing was given.
        """
        ...


class FaceFinder(FaceAligner, Protocol):
    """Finds all faces of a picture, so that another than the main one can be chosen (vision.pipeline)."""

    def faces(self, image: LoadedImage) -> tuple[Box, ...]:
        """Boxes of all faces found, the main one first; empty when there is none."""
        ...


class SketchEditor(Protocol):
    """Applies edits to pixels (vision.enhancement)."""

    def apply(self, pixels: UInt8Array, edit: Edit) -> UInt8Array:
        """A new picture uint8 RGB; `pixels` (H, W, 3) stay as they are. The same input gives the same bytes.

        Raises InvalidInputError when the edit does not fit the picture.
        """
        ...


class FaceWarper(Protocol):
    """Lays faces over each other at the full resolution of their pictures (vision.warping)."""

    def warp(self, pixels: UInt8Array, landmarks: FivePoints, *, size: int, field: float) -> UInt8Array:
        """Warp a picture uint8 RGB (H, W, 3) so that its landmarks meet the template's: uint8 RGB (size, size, 3).

        `field` is how many sides of the 112x112 crop are seen; 1 shows what the crop shows. What lies outside the
        picture is grey. Raises InvalidInputError when the landmarks coincide.
        """
        ...


class LandmarkPredictor(Protocol):
    """The five-point network (inference.landmarks); vision.landmarks cuts the crops and maps the points back."""

    @property
    def crop_size(self) -> int:
        """S: width and height of the crops in pixels."""
        ...

    @property
    def crop_scale(self) -> float:
        """Side of the crop over the side of the face box."""
        ...

    @property
    def most_looks(self) -> int:
        """How often a face is looked at where it takes long to be centred; 2 or more."""
        ...

    def predict(self, crops: FloatArray) -> FloatArray:
        """Map grey crops float32 (N, 1, S, S), grey / 127.5 - 1, to points float32 (N, 5, 2) in crop pixels.

        The order is that of FivePoints; (0, 0) is the centre of the upper left pixel.
        """
        ...


class FaceEncoder(Protocol):
    """Feature extractor F (inference.encoder)."""

    @property
    def bundle_id(self) -> str:
        """SHA-256 of the bundle's manifest."""
        ...

    @property
    def feature_size(self) -> int:
        """D."""
        ...

    def encode_photos(self, crops: UInt8Array) -> FloatArray:
        """Map uint8 RGB crops (N, 112, 112, 3) of photos to unit features float32 (N, D)."""
        ...

    def encode_sketches(self, crops: UInt8Array) -> FloatArray:
        """The same of sketches."""
        ...


class FeatureGenerator(Protocol):
    """Conditional generator G(f, z) (inference.generator)."""

    @property
    def bundle_name(self) -> str:
        """Name and version of the bundle for people."""
        ...

    @property
    def sigma(self) -> float:
        """Kernel width of the Parzen window, chosen on held-out identities."""
        ...

    def sample(self, feature: FloatArray, *, count: int, seed: int) -> FloatArray:
        """Draw unit photo features float32 (count, D) for one sketch feature (D,).

        Bit for bit repeatable; the first k rows do not depend on `count`.
        """
        ...


class DensityScorer(Protocol):
    """Parzen-window scoring (matching.index)."""

    def log_densities(self, table: FeatureTable, samples: FloatArray, sigma: float) -> NDArray[np.float64]:
        """Log density (N,) of every feature in the table under samples (m, D)."""
        ...

    def rank(
        self, table: FeatureTable, samples: FloatArray, sigma: float, *, fusion: Literal["max", "mean"], top: int
    ) -> tuple[Candidate, ...]:
        """Rank the `top` best subjects of the table under samples (m, D); exact, equal ones by subject id."""
        ...


class BundleShelf(Protocol):
    """The installed model bundles, the shipped one among them, and which is in use (inference.bundle_shelf)."""

    def read(self, folder: Path) -> ModelCard:
        """Verify a bundle anywhere and return what it says of itself. Raises BundleRefusedError."""
        ...

    def installed(self) -> tuple[InstalledBundle, ...]:
        """The shipped bundle first, then the others; each verified anew."""
        ...

    def add(self, source: Path) -> InstalledBundle:
        """Copy a bundle onto the shelf, whole or not at all. Raises BundleRefusedError, LibraryError."""
        ...

    def remove(self, bundle: InstalledBundle) -> None:
        """Delete an installed bundle. Raises LibraryError."""
        ...

    def in_use(self) -> Path:
        """The folder of the chosen bundle; it may be gone."""
        ...

    def before(self) -> Path | None:
        """The folder of the bundle that was chosen before, if it is there."""
        ...

    def choose(self, folder: Path) -> None:
        """Use an installed bundle from now on. Raises LibraryError."""
        ...
