"""Which directions of a descriptor tell people apart: a linear discriminant (Fisher 1936, Klare et al. 2011).

What differs between a photo and the sketch drawn from it is no property of the person; directions count for less the
more it differs there (Klare, Li and Jain, "Matching forensic sketches to mug shot photos", IEEE TPAMI 33(3)).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from forensic_id.core.errors import InvalidInputError


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
    which few pairs happened to agree does not count for more than it was seen to (Friedman 1989). Raises
    InvalidInputError when there are fewer than `size` directions.
    """
    photos, sketches, others = photos.double(), sketches.double(), others.double()
    centre = (photos.mean(0) + sketches.mean(0)) / 2
    differences = photos - sketches
    floor = shrinkage * differences.square().mean()
    variances, directions = principal_axes(differences)
    gains = (variances + floor).rsqrt() - floor.rsqrt()  # beyond that of directions in which no pair differs

    def whitened(rows: Tensor) -> Tensor:
        return floor.rsqrt() * rows + rows @ directions * gains @ directions.T

    spread, people = principal_axes(whitened(torch.cat([photos, sketches, others]) - centre))
    if len(spread) < size:
        raise InvalidInputError(
            f"A feature of {size} numbers needs as many crops that differ; there are {len(spread)}. Give more pairs "
            "and photos, or a smaller encoder.feature_size with --set."
        )
    kept = people[:, -size:] / spread[-size:].sum().sqrt()  # features of length 1 on average
    return Projection(centre=centre.float(), axes=whitened(kept.T).float())


def principal_axes(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Mean squares (A,), rising, and directions (K, A) of the principal axes of rows (N, K) about 0, A <= min(N, K).

    Found from the smaller of the two products of the rows with themselves; axes without spread are left out.
    """
    few = len(rows) < rows.shape[1]
    squares, axes = torch.linalg.eigh((rows @ rows.T if few else rows.T @ rows) / len(rows))
    seen = squares > squares[-1] * 1e-10
    squares, axes = squares[seen], axes[:, seen]
    return squares, rows.T @ axes / (squares * len(rows)).sqrt() if few else axes
