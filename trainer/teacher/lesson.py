"""What an encoder under training learns from a teacher."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.data.faces import PHOTO, FaceSet
from trainer.distributed.layers import data_parallel
from trainer.distributed.world import World
from trainer.execution import sent
from trainer.losses.teacher_agreement import teacher_agreement_loss


class Lesson:
    """A linear map from features to the teacher's descriptions, and what each training row is to be described as."""

    def __init__(
        self, faces: FaceSet, descriptions: Tensor, *, feature_size: int, device: torch.device, world: World
    ) -> None:
        self._wanted = wanted_descriptions(faces, descriptions)
        self.head = nn.Linear(feature_size, descriptions.shape[1], bias=False).to(device)
        self._network = data_parallel(self.head, world, device)

    def loss(self, features: Tensor, rows: Tensor) -> Tensor:
        """How far the descriptions of features (B, D) are from those of their rows (B,)."""
        described = self._network(F.normalize(features))
        return teacher_agreement_loss(described, sent(self._wanted[rows], features.device))


def wanted_descriptions(faces: FaceSet, descriptions: Tensor) -> Tensor:
    """Unit vectors (N, T): a photo's own description, and of a drawn row the mean of the person's photos.

    The teacher has learned from photos and does not know what to make of drawings. What all its descriptions have in
    common is taken out: cosines would see little else. A row of a person without photos is zero.
    """
    photos = torch.from_numpy(faces.modalities == PHOTO)
    centred = F.normalize(descriptions - descriptions[photos].mean(0))
    names, numbers = np.unique(faces.identities, return_inverse=True)
    people = torch.from_numpy(numbers)
    sums = torch.zeros(len(names), descriptions.shape[1]).index_add_(0, people[photos], centred[photos])
    return torch.where(photos.unsqueeze(1), centred, F.normalize(sums)[people])
