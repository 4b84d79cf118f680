"""Compute features of photos under a bundle, from their stored crops: those that lack one, or all anew."""

from __future__ import annotations

from collections.abc import Collection

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
from forensic_id.core.rights import Right

BATCH_PHOTOS = 32


def embed_gallery(
    *,
    library: Library,
    encoder: FaceEncoder,
    anew: bool = False,
    leave_out: Collection[int] = (),
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Encode all photos without a feature of the encoder's bundle, with `anew` all photos; return how many.

    Photos of `leave_out` are passed over.
    Every batch is committed by itself: stopped or killed, the next call goes on where this one ended. Raises
    CancelledError on request, TamperedError when a stored crop is broken.
    """
    library.require(Right.MANAGE_BUNDLES)
    gallery = library.gallery
    photo_ids = [photo.photo_id for photo in gallery.photos_without_feature(encoder.bundle_id)]
    if anew:
        photo_ids += gallery.features(encoder.bundle_id).photo_ids.tolist()
    photo_ids = [photo_id for photo_id in photo_ids if photo_id not in leave_out]
    for start in range(0, len(photo_ids), BATCH_PHOTOS):
        stop_if_cancelled(cancelled)
        progress(Progress(stage="Computing features", done=start, total=len(photo_ids)))
        ids = photo_ids[start : start + BATCH_PHOTOS]
        features = encoder.encode_photos(np.stack([gallery.crop(photo_id) for photo_id in ids]))
        gallery.add_features(encoder.bundle_id, dict(zip(ids, features, strict=True)))
    progress(Progress(stage="Computing features", done=len(photo_ids), total=len(photo_ids)))
    return len(photo_ids)
