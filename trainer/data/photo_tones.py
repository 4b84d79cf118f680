"""Photo tones as the application brings them nearer to those of drawings, on tensors."""

from __future__ import annotations

from torch import Tensor

from forensic_id.core.preprocessing import PhotoTones


def toned(crops: Tensor, tones: PhotoTones | None) -> Tensor:
    """Photo crops (N, 1, S, S) in [-1, 1], as they are where no tones are asked for."""
    return crops if tones is None else tones.applied(crops)
