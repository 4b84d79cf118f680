"""The feature extractor F of a bundle."""

from __future__ import annotations

import numpy as np

from forensic_id.core.preprocessing import CROP_SIZE, PhotoTones, network_input
from forensic_id.core.records import FloatArray, UInt8Array
from forensic_id.inference.bundle import Bundle
from forensic_id.inference.session import ModelSession, Signature

_CROPS_AT_A_TIME = 64
"""Crops turned into floats at once: 3 MB."""


class OnnxEncoder:
    """FaceEncoder over `encoder.onnx`; averaging over the mirrored crop happens inside the graph."""

    def __init__(self, bundle: Bundle, *, threads: int = 0) -> None:
        """Raises BundleRefusedError when the graph does not fit the manifest. `threads` 0: one a core."""
        row = (1, CROP_SIZE, CROP_SIZE)
        signature = Signature(inputs={"crops": row}, outputs={"features": (bundle.manifest.feature_size,)})
        self._session = ModelSession(bundle, "encoder.onnx", signature, threads=threads, unit_rows=True)
        self._bundle = bundle

    @property
    def bundle_id(self) -> str:
        """SHA-256 of the bundle's manifest."""
        return self._bundle.bundle_id

    @property
    def feature_size(self) -> int:
        """D."""
        return self._bundle.manifest.feature_size

    def encode_photos(self, crops: UInt8Array) -> FloatArray:
        """Map uint8 RGB crops (N, 112, 112, 3) of photos to unit features float32 (N, D), one by one.

        Raises BundleRefusedError when the network gives anything but unit features.
        """
        return self._encode(crops, self._bundle.manifest.photo_tones)

    def encode_sketches(self, crops: UInt8Array) -> FloatArray:
        """The same of sketches, whose tones are left as they are."""
        return self._encode(crops, None)

    def _encode(self, crops: UInt8Array, tones: PhotoTones | None) -> FloatArray:
        features = np.empty((len(crops), self.feature_size), dtype=np.float32)
        for start in range(0, len(crops), _CROPS_AT_A_TIME):
            part = slice(start, start + _CROPS_AT_A_TIME)
            inputs = network_input(crops[part])
            features[part] = self._session.run({"crops": tones.applied(inputs) if tones else inputs})
        return features
