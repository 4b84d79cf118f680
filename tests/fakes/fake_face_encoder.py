"""A face encoder for tests."""

from __future__ import annotations

import numpy as np

from forensic_id.core.records import FloatArray, UInt8Array

BUNDLE_ID = "b" * 64


class FakeFaceEncoder:
    """Projects crops onto fixed random directions: equal crops, equal unit features.

    `batches` lists batch sizes, `modalities` what each batch was said to show.
    """

    def __init__(self, *, bundle_id: str = BUNDLE_ID, feature_size: int = 8) -> None:
        self._bundle_id = bundle_id
        self._feature_size = feature_size
        self._directions = np.random.default_rng(7).normal(size=(16 * 16 * 3, feature_size))
        self.batches: list[int] = []
        self.modalities: list[str] = []

    @property
    def bundle_id(self) -> str:
        """Given at construction."""
        return self._bundle_id

    @property
    def feature_size(self) -> int:
        """Given at construction."""
        return self._feature_size

    def encode_photos(self, crops: UInt8Array) -> FloatArray:
        """Unit features (N, D) from the upper left 16x16 pixels."""
        return self._encode(crops, "photos")

    def encode_sketches(self, crops: UInt8Array) -> FloatArray:
        """The same."""
        return self._encode(crops, "sketches")

    def _encode(self, crops: UInt8Array, modality: str) -> FloatArray:
        self.batches.append(len(crops))
        self.modalities.append(modality)
        flat = crops[:, :16, :16].reshape(len(crops), -1).astype(np.float64) / 127.5 - 1.0
        features = np.stack([row @ self._directions for row in flat])
        unit: FloatArray = (features / np.linalg.norm(features, axis=1, keepdims=True)).astype(np.float32)
        return unit
