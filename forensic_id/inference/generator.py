"""The conditional generator G(f, z) of a bundle: photo features a sketch may stand for."""

from __future__ import annotations

import numpy as np

from forensic_id.core.errors import DefectError
from forensic_id.core.records import FloatArray
from forensic_id.inference.bundle import Bundle
from forensic_id.inference.noise import gaussian_noise
from forensic_id.inference.session import ModelSession, Signature


class OnnxGenerator:
    """FeatureGenerator over `generator.onnx`."""

    def __init__(self, bundle: Bundle, *, threads: int = 0) -> None:
        """Raises BundleRefusedError when the graph does not fit the manifest. `threads` 0: one a core."""
        size = bundle.manifest.feature_size
        signature = Signature(
            inputs={"feature": (size,), "noise": (bundle.manifest.noise_size,)}, outputs={"samples": (size,)}
        )
        self._session = ModelSession(bundle, "generator.onnx", signature, threads=threads, unit_rows=True)
        self._bundle = bundle

    @property
    def bundle_name(self) -> str:
        """Name and version of the bundle for people."""
        return self._bundle.full_name

    @property
    def sigma(self) -> float:
        """Kernel width of the Parzen window."""
        return self._bundle.manifest.sigma

    def sample(self, feature: FloatArray, *, count: int, seed: int) -> FloatArray:
        """Draw unit photo features float32 (count, D) for one sketch feature (D,); paper, eq. 2.

        Bit for bit repeatable; the first k rows do not depend on `count`. Raises InvalidInputError for a seed outside
        0 to 2**64 - 1, BundleRefusedError when the network gives anything but unit features.
        """
        size = self._bundle.manifest.feature_size
        if feature.shape != (size,) or count < 1:
            raise DefectError(f"Sampling needs one feature of size {size} and a count, not {feature.shape}, {count}.")
        noise = gaussian_noise(count=count, size=self._bundle.manifest.noise_size, seed=seed)
        repeated = np.broadcast_to(feature.astype(np.float32), (count, size))
        return self._session.run({"feature": repeated, "noise": noise})
