"""The camera: turns the head in depth, frames the picture, and adds what lenses, sensors and JPEG do."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from trainer.people.canvas import Field, Frame, Points, blur

NDArrayU8 = NDArray[np.uint8]

_PIVOT = np.array([0.0, 4.0, -1.0])


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Pose of the head in radians, framing, and the faults of the picture.

    ``yaw`` turns the face to the picture's right, ``pitch`` lifts the chin, ``roll`` leans the head clockwise.
    ``distance`` in cm, ``zoom`` as a factor, ``shift`` in cm, ``blur`` in pixels of the final picture, ``noise`` in
    sRGB units.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    distance: float = 180.0
    zoom: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    blur: float = 0.0
    noise: float = 0.0
    vignette: float = 0.0
    saturation: float = 1.0
    contrast: float = 1.0
    brightness: float = 0.0


def rotation(camera: Camera) -> Points:
    """Rotation matrix of the head ``(3, 3)`` for the axes x right, y down, z to the camera."""
    cy, sy = np.cos(camera.yaw), np.sin(camera.yaw)
    cp, sp = np.cos(camera.pitch), np.sin(camera.pitch)
    cr, sr = np.cos(camera.roll), np.sin(camera.roll)
    yaw = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    pitch = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    roll = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    result: Points = roll @ pitch @ yaw
    return result


def project(points: Points, camera: Camera) -> Points:
    """Head points ``(n, 3)`` in cm to the picture plane ``(n, 2)`` in cm, before framing."""
    turned = (points - _PIVOT) @ rotation(camera).T
    result: Points = turned[:, :2] * camera.distance / (camera.distance - turned[:, 2:]) + _PIVOT[:2]
    return result


def turn(frame: Frame, layers: Field, depth: Field, camera: Camera) -> Field:
    """Layers of the head ``(h, w, n)`` as the turned head shows them.

    The relief ``depth`` in cm says where each point lies; what each pixel shows is found by fixed-point iteration.
    """
    matrix = rotation(camera)
    inverse = np.linalg.inv(matrix[:2, :2])
    smooth = blur(np.clip(depth, 0, None), 0.35 * frame.scale)
    u, v = frame.x - np.float32(_PIVOT[0]), frame.y - np.float32(_PIVOT[1])
    z = smooth - np.float32(_PIVOT[2])
    map_x, map_y = frame.x, frame.y
    for _ in range(4):
        px, py = map_x - np.float32(_PIVOT[0]), map_y - np.float32(_PIVOT[1])
        deep = matrix[2, 0] * px + matrix[2, 1] * py + matrix[2, 2] * z
        shrink = (camera.distance - deep) / camera.distance
        a, b = u * shrink - matrix[0, 2] * z, v * shrink - matrix[1, 2] * z
        map_x = (inverse[0, 0] * a + inverse[0, 1] * b + _PIVOT[0]).astype(np.float32)
        map_y = (inverse[1, 0] * a + inverse[1, 1] * b + _PIVOT[1]).astype(np.float32)
        z = cv2.remap(
            smooth, *_to_map(frame, map_x, map_y), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ) - np.float32(_PIVOT[2])
    maps = _to_map(frame, map_x, map_y)
    parts = [
        cv2.remap(layers[..., i : i + 4], *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        for i in range(0, layers.shape[2], 4)
    ]
    parts = [part if part.ndim == 3 else part[..., None] for part in parts]
    return np.concatenate(parts, axis=2).astype(np.float32)


def _to_map(frame: Frame, x: Field, y: Field) -> tuple[Field, Field]:
    scale = np.float32(frame.scale)
    return (x - np.float32(frame.left)) * scale - np.float32(0.5), (y - np.float32(frame.top)) * scale - np.float32(
        0.5
    )


def framing(frame: Frame, camera: Camera) -> Points:
    """Affine matrix ``(2, 3)`` of zoom and shift in the pixels of ``frame``."""
    rows, columns = frame.shape
    dx, dy = (part * frame.scale for part in camera.shift)
    zoom = camera.zoom
    return np.array([[zoom, 0, (1 - zoom) * columns / 2 + dx], [0, zoom, (1 - zoom) * rows / 2 + dy]])


def expose(display: Field, frame: Frame, camera: Camera, *, width: int, seed: int) -> NDArrayU8:
    """Frames an sRGB picture in [0, 1], scales it to ``width`` pixels and adds the camera's faults; RGB ``uint8``."""
    rows, columns = frame.shape
    framed = cv2.warpAffine(
        display, framing(frame, camera), (columns, rows), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    height = round(width * rows / columns)
    small = np.asarray(cv2.resize(framed, (width, height), interpolation=cv2.INTER_AREA), np.float32)
    small = blur(small, camera.blur)
    grey = small @ np.array([0.299, 0.587, 0.114], np.float32)
    small = grey[..., None] + (small - grey[..., None]) * np.float32(camera.saturation)
    small = 0.5 + (small - 0.5) * np.float32(camera.contrast) + np.float32(camera.brightness)
    ys, xs = np.mgrid[-1 : 1 : complex(0, height), -1 : 1 : complex(0, width)]
    small = small * (1 - camera.vignette * (xs**2 + ys**2) / 2)[..., None]
    rng = np.random.default_rng(seed)
    grain = (
        rng.standard_normal((height, width, 3)) * np.array([1.0, 0.8, 1.2]) * 0.6
        + rng.standard_normal((height, width, 1)) * 0.7
    )
    grain = np.asarray(cv2.GaussianBlur(grain, (0, 0), 0.55), np.float64) * 1.7
    result: NDArrayU8 = np.clip((small + camera.noise * grain) * 255 + 0.5, 0, 255).astype(np.uint8)
    return result
