"""Which directions of a descriptor tell people apart: a linear discriminant (Fisher 1936, Klare et al. 2011).

What differs between a photo and the sketch drawn from it is no property of the person; directions count for less the
more it differs there (Klare, Li and Jain, "Matching forensic sketches to mug shot photos", IEEE TPAMI 33(3)).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """x -> axes (x - centre): centre (K,), axes (D, K)."""

    centre: Tensor
    axes: Tensor


def discriminant_projection(
    photos: Tensor, sketches: Tensor, others: Tensor, *, size: int, shrinkage: float
) -> Projection:
    """Whiten by what differs in pairs, then keep the `size` directions in which people differ most.

    `photos` and `sketches` (P, K) are pairs row by row, `others` (N, K) photos of anybody. The covariance C of the
    differences, their mean included, is shrunk towards `shrinkage` times its mean variance, so that a direction in
    which few pairs happened to agree does not count for more than it was seen to (Friedman 1989).
    """
    photos, sketches, others = photos.double(), sketches.double(), others.double()
    centre = (photos.mean(0) + sketches.mean(0)) / 2
    differences = photos - sketches
    variances, directions = torch.linalg.eigh(differences.T @ differences / len(differences))
    whitening = directions / (variances + shrinkage * variances.mean()).sqrt()
    seen = (torch.cat([photos, sketches, others]) - centre) @ whitening
    spread, people = torch.linalg.eigh(seen.T @ seen / len(seen))
    kept = people[:, -size:] / spread[-size:].sum().sqrt()  # features of length 1 on average
    return Projection(centre=centre.float(), axes=(whitening @ kept).T.float())
