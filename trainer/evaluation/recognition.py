"""Features of whole sets, and nearest-neighbour recall on the validation identities while the encoder trains."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.core.preprocessing import PhotoTones
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, TEMPLATE_SIDE, FaceSet
from trainer.data.photo_tones import toned


def centre_views(faces: FaceSet, size: int) -> Tensor:
    """The template without its margin at side `size`: float (N, 1, size, size) in [-1, 1]."""
    images = faces.resized(size).images
    side = images.shape[-1]
    margin = (side - round(side * TEMPLATE_SIDE / CROP_SIDE)) // 2
    return images[:, :, margin : margin + size, margin : margin + size].float() / 127.5 - 1


@torch.no_grad()
def flip_averaged_features(encoder: nn.Module, crops: Tensor, *, batch: int = 256) -> Tensor:
    """Unit features (N, D): the mean over a crop and its mirror image, normalised."""
    encoder.eval()
    device = next(encoder.parameters()).device
    parts = []
    for block in torch.split(crops, batch):
        moved = block.to(device)
        parts.append(F.normalize(encoder(moved) + encoder(moved.flip(3))).cpu())
    return torch.cat(parts)


def validation_recall(
    encoder: nn.Module, faces: FaceSet, size: int, tones: PhotoTones | None = None
) -> dict[str, float]:
    """Recall@1 and @10 of the held-out sketches against the held-out photos, toned (cosine, over identities)."""
    return held_out_recall(flip_averaged_features(encoder, validation_views(faces, size, tones)), faces)


def validation_views(faces: FaceSet, size: int, tones: PhotoTones | None) -> Tensor:
    """Centre views of photos, toned, and of sketches: float (N, 1, size, size) in [-1, 1]."""
    views = centre_views(faces, size)
    photos = np.flatnonzero(faces.modalities == PHOTO)
    views[photos] = toned(views[photos], tones)
    return views


def held_out_recall(features: Tensor, faces: FaceSet) -> dict[str, float]:
    """Recall@1 and @10 of the sketches of a set against its photos; unit features (N, D) of its rows."""
    sketches, photos = (np.flatnonzero(faces.modalities == kind) for kind in (SKETCH, PHOTO))
    scores = (features[sketches] @ features[photos].T).numpy()
    names = np.unique(faces.identities[photos])
    best = np.stack([scores[:, faces.identities[photos] == name].max(1) for name in names], axis=1)
    own = best[np.arange(len(sketches)), np.searchsorted(names, faces.identities[sketches])]
    ranks = (best > own[:, None]).sum(1)
    return {"recall_1": float((ranks < 1).mean()), "recall_10": float((ranks < 10).mean())}
