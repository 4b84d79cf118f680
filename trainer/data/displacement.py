"""Smooth random displacement of images: a few random numbers on a coarse lattice, interpolated to every pixel."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def smooth_field(coarse: Tensor, height: int, width: int) -> Tensor:
    """Interpolate a lattice (N, C, h, w) bicubically to (N, C, height, width), corners on corners.

    Interpolation is linear in the lattice, so two products with small fixed matrices do what `F.interpolate` does,
    ten times as fast.
    """
    down, across = _weights(coarse, coarse.shape[2], height), _weights(coarse, coarse.shape[3], width)
    return down @ (coarse @ across.T)


def _weights(like: Tensor, nodes: int, points: int) -> Tensor:
    """Weight of each node in each point, (points, nodes)."""
    units = torch.eye(nodes, dtype=like.dtype, device=like.device).reshape(nodes, 1, nodes, 1)
    spread = F.interpolate(units, size=(points, 1), mode="bicubic", align_corners=True)
    return spread.reshape(nodes, points).T


def displaced(images: Tensor, affine: Tensor, field: Tensor) -> Tensor:
    """Sample images (N, C, H, W) at the pixels of `affine` (N, 2, 3) plus `field` (N, 2, h, w), borders repeated.

    Coordinates are those of `F.grid_sample` without aligned corners: -1 to 1 from edge to edge.
    """
    height, width = field.shape[2:]
    rows = _centres(height, images).reshape(1, 1, height, 1)
    columns = _centres(width, images).reshape(1, 1, 1, width)
    of_column, of_row, offset = (part.reshape(-1, 2, 1, 1) for part in affine.unbind(2))
    grid = field + (of_row * rows + offset) + of_column * columns
    return F.grid_sample(images, grid.permute(0, 2, 3, 1), padding_mode="border", align_corners=False)


def _centres(count: int, like: Tensor) -> Tensor:
    edge = 1 - 1 / count
    return torch.linspace(-edge, edge, count, dtype=like.dtype, device=like.device)
