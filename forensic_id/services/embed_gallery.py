"""Compute the features that photos still lack under a bundle, from their stored crops."""

from __future__ import annotations

import numpy as np

from forensic_id.core.ports import FaceEncoder, Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)

BATCH_PHOTOS = 32


def embed_gallery(
    *,
    library: Library,
    encoder: FaceEncoder,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Encode all photos without a feature of the encoder's bundle; return how many there were.

    Every batch is committed by itself: stopped or killed, the next call goes on where this one ended. Raises
    CancelledError on request, TamperedError when a stored crop is broken.
    """
    photos = library.gallery.photos_without_feature(encoder.bundle_id)
    for start in range(0, len(photos), BATCH_PHOTOS):
        stop_if_cancelled(cancelled)
        progress(Progress(stage="Computing features", done=start, total=len(photos)))
        ids = [photo.photo_id for photo in photos[start : start + BATCH_PHOTOS]]
        features = encoder.encode(np.stack([library.gallery.crop(photo_id) for photo_id in ids]))
        library.gallery.add_features(encoder.bundle_id, dict(zip(ids, features, strict=True)))
    progress(Progress(stage="Computing features", done=len(photos), total=len(photos)))
    return len(photos)
