"""The five-point landmark network on ONNX Runtime."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Self

import numpy as np

from forensic_id.core.errors import BundleRefusedError, DefectError
from forensic_id.core.records import FloatArray
from forensic_id.inference.graph import check_graph
from forensic_id.inference.session import first_line, open_session, runtime_errors

FORMAT_VERSION = "1"
"""Of the metadata that the trainer writes into the graph."""

FEWEST_LOOKS = 2
"""Every face is looked at twice; graphs that say nothing of looks want just this, so that old results repeat."""

_LARGEST_CROP = 1024


class OnnxLandmarkPredictor:
    """Implements the port `LandmarkPredictor` over `landmarks.onnx`; may be shared by threads.

    The graph says itself what it wants, in its metadata: `format_version`, `crop_size`, `crop_scale`, and
    `most_looks`, which older graphs lack.
    """

    def __init__(self, model: bytes, *, name: str = "landmarks.onnx", threads: int = 1) -> None:
        """`model` are the file's verified bytes (`Bundle.models`), `name` is used in messages.

        Raises BundleRefusedError when they are no landmark network of a known format.
        """
        check_graph(model, name)
        self._name = name
        self._session = open_session(model, name, threads)
        metadata: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        if metadata.get("format_version") != FORMAT_VERSION:
            raise BundleRefusedError(
                f"{name} is of landmark format {metadata.get('format_version')!r}; this program reads "
                f"{FORMAT_VERSION!r}. Use a bundle made for this version."
            )
        self._crop_size = round(_number(metadata, "crop_size", name, largest=_LARGEST_CROP))
        self._crop_scale = _number(metadata, "crop_scale", name, largest=10.0)
        looks = metadata if "most_looks" in metadata else {"most_looks": str(FEWEST_LOOKS)}
        self._most_looks = max(FEWEST_LOOKS, round(_number(looks, "most_looks", name, largest=10.0)))
        # One run with an empty face proves names, shapes and types before the first picture does.
        self.predict(np.zeros((1, 1, self._crop_size, self._crop_size), dtype=np.float32))

    @classmethod
    def from_file(cls, path: Path, *, threads: int = 1) -> Self:
        """Open a file whose hash nobody vouches for (a training run's). Raises BundleRefusedError."""
        try:
            model = path.read_bytes()
        except OSError as error:
            raise BundleRefusedError(f"{path} cannot be read ({error.strerror}). Check the path.") from error
        return cls(model, name=str(path), threads=threads)

    @property
    def crop_size(self) -> int:
        """S: width and height of the crops in pixels."""
        return self._crop_size

    @property
    def crop_scale(self) -> float:
        """Side of the crop over the side of the face box."""
        return self._crop_scale

    @property
    def most_looks(self) -> int:
        """How often a face is looked at where it takes long to be centred."""
        return self._most_looks

    def predict(self, crops: FloatArray) -> FloatArray:
        """Map grey crops float32 (N, 1, S, S), grey / 127.5 - 1, to points float32 (N, 5, 2) in crop pixels.

        Rows are run one by one, so that a face's points do not depend on what they are computed beside.
        Raises DefectError for another shape, BundleRefusedError when the graph fails or gives what are no points.
        """
        if crops.shape[1:] != (1, self._crop_size, self._crop_size) or crops.dtype != np.float32:
            raise DefectError(f"Landmark crops must be float32 (N, 1, S, S), not {crops.dtype} {crops.shape}.")
        points = np.empty((len(crops), 5, 2), dtype=np.float32)
        for row in range(len(crops)):
            points[row] = self._row(crops[row : row + 1])
        return points

    def _row(self, crop: FloatArray) -> FloatArray:
        try:
            found = self._session.run(["points"], {"crops": crop})[0]
        except runtime_errors() as error:
            raise BundleRefusedError(f"{self._name} cannot be run ({first_line(error)}).") from error
        if found.shape != (1, 5, 2) or not np.isfinite(found).all():
            raise BundleRefusedError(f"{self._name} gives no five finite points. Get the bundle again.")
        row: FloatArray = found[0]
        return row


def _number(metadata: Mapping[str, str], key: str, name: str, *, largest: float) -> float:
    """A positive number of the metadata."""
    try:
        value = float(metadata[key])
    except (KeyError, ValueError) as error:
        raise BundleRefusedError(f"{name} lacks a number for {key} in its metadata. Get the bundle again.") from error
    if not 0.0 < value <= largest:
        raise BundleRefusedError(f"{name} gives {key} as {value:g}; it must be above 0 and at most {largest:g}.")
    return value
