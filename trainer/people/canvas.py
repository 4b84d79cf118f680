"""Drawing ground of the renderer: a grid in centimetres, soft shapes, noise and flow textures.

Head coordinates: the origin lies between the pupils, x points to the right of the picture (the person's left), y down
and z towards the camera. All fields are float32 arrays of shape ``(height, width)``.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Numbers = NDArray[np.floating[Any]]
Points = NDArray[np.float64]

WIDTH_CM = 28.8
HEIGHT_CM = 36.0
EYE_LEVEL_CM = 16.2


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A pixel grid over the head: ``scale`` is in pixels per centimetre, ``x`` and ``y`` in centimetres.

    ``left`` and ``top`` are the head coordinates of the grid's upper left edge.
    """

    scale: float
    left: float
    top: float
    x: Field
    y: Field

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.x.shape[0], self.x.shape[1]

    def pixels(self, points: Points) -> Points:
        """Head coordinates ``(n, 2)`` in cm to pixel coordinates ``(n, 2)``."""
        result: Points = (points - np.array([self.left, self.top])) * self.scale - 0.5
        return result

    def window(self, x: tuple[float, float], y: tuple[float, float]) -> tuple["Frame", tuple[slice, slice]]:
        """The part of the grid between two abscissae and two ordinates in cm, and where it lies in the whole."""
        rows, columns = self.shape
        x0, x1 = (int(np.clip(round((edge - self.left) * self.scale), 0, columns)) for edge in x)
        y0, y1 = (int(np.clip(round((edge - self.top) * self.scale), 0, rows)) for edge in y)
        where = (slice(y0, y1), slice(x0, x1))
        part = Frame(
            scale=self.scale,
            left=self.left + x0 / self.scale,
            top=self.top + y0 / self.scale,
            x=self.x[where],
            y=self.y[where],
        )
        return part, where


def make_frame(width: int) -> Frame:
    """Grid of ``width`` by ``1.25 * width`` pixels that shows head and shoulders."""
    scale = width / WIDTH_CM
    height = round(width * HEIGHT_CM / WIDTH_CM)
    xs = (np.arange(width, dtype=np.float32) + 0.5) / scale - WIDTH_CM / 2
    ys = (np.arange(height, dtype=np.float32) + 0.5) / scale - EYE_LEVEL_CM
    x, y = np.meshgrid(xs, ys)
    return Frame(scale=scale, left=-WIDTH_CM / 2, top=-EYE_LEVEL_CM, x=x.astype(np.float32), y=y.astype(np.float32))


def gauss(frame: Frame, centre: tuple[float, float], spread: tuple[float, float], angle: float = 0.0) -> Field:
    """Gaussian bump of height 1; ``spread`` are the standard deviations in cm along its turned axes."""
    field = np.zeros(frame.shape, np.float32)
    # Beyond 4.2 standard deviations the bump is below 1.5e-4.
    reach = 4.2 * max(spread) if angle else 0.0
    width, height = max(reach, 4.2 * spread[0]), max(reach, 4.2 * spread[1])
    part, where = frame.window((centre[0] - width, centre[0] + width), (centre[1] - height, centre[1] + height))
    dx, dy = part.x - np.float32(centre[0]), part.y - np.float32(centre[1])
    if angle:
        c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        dx, dy = c * dx + s * dy, c * dy - s * dx
    u, v = dx * np.float32(1 / spread[0]), dy * np.float32(1 / spread[1])
    field[where] = np.exp(np.float32(-0.5) * (u * u + v * v))
    return field


def pair(frame: Frame, centre: tuple[float, float], spread: tuple[float, float], angle: float = 0.0) -> Field:
    """A Gaussian bump on both sides of the face, mirrored."""
    return gauss(frame, centre, spread, angle) + gauss(frame, (-centre[0], centre[1]), spread, -angle)


def ramp(low: float, high: float, value: Numbers) -> Field:
    """Smoothstep from 0 at ``low`` to 1 at ``high`` (``low`` may be the larger)."""
    t = np.clip((np.asarray(value, np.float32) - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def curve(points: Points, samples: int = 12, *, closed: bool = False) -> Points:
    """Catmull-Rom curve through ``points`` with ``samples`` points a span."""
    if closed:
        padded = np.concatenate([points[-1:], points, points[:2]])
    else:
        padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.linspace(0, 1, samples, endpoint=False)[:, None]
    spans = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        spans.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        )
    if not closed:
        spans.append(points[-1:])
    return np.concatenate(spans)


def blur(values: Numbers, sigma_px: float) -> Field:
    """Gaussian blur with reflected borders; wide kernels work on a smaller copy."""
    field = np.asarray(values, np.float32)
    if sigma_px < 0.2:
        return field
    if sigma_px <= 6:
        return np.asarray(cv2.GaussianBlur(field, (0, 0), sigma_px), np.float32)
    factor = int(sigma_px // 3)
    height, width = field.shape[:2]
    small = cv2.resize(field, (max(1, width // factor), max(1, height // factor)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma_px / factor)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def fill(frame: Frame, outline: Points, soft_cm: float = 0.0) -> Field:
    """Inside of a closed outline ``(n, 2)`` in cm as a mask in [0, 1], blurred by ``soft_cm``."""
    mask = np.zeros(frame.shape, np.uint8)
    fixed = np.round(frame.pixels(outline) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, lineType=cv2.LINE_AA, shift=4)
    return blur(mask.astype(np.float32) / np.float32(255), soft_cm * frame.scale)


def line(frame: Frame, points: Points, width_cm: float, soft_cm: float = 0.0, *, closed: bool = False) -> Field:
    """A line of ``width_cm`` through ``points``, blurred by ``soft_cm``; peak about 1."""
    mask = np.zeros(frame.shape, np.uint8)
    fixed = np.round(frame.pixels(points) * 16).astype(np.int32)
    width_px = width_cm * frame.scale
    cv2.polylines(mask, [fixed], closed, 255, max(1, round(width_px)), cv2.LINE_AA, 4)
    drawn = mask.astype(np.float32) / np.float32(255) * np.float32(min(1.0, width_px))
    return blur(drawn, soft_cm * frame.scale)


def groove(frame: Frame, points: Points, width_cm: float) -> Field:
    """A smooth furrow profile along ``points``: 1 in the middle, tapering towards both ends."""
    field = np.zeros(frame.shape, np.float32)
    margin = 2.2 * width_cm + 3 / frame.scale
    (x0, y0), (x1, y1) = points.min(axis=0) - margin, points.max(axis=0) + margin
    frame, where = frame.window((float(x0), float(x1)), (float(y0), float(y1)))
    if field[where].size == 0:
        return field
    mask = np.zeros(frame.shape, np.float32)
    pixels = frame.pixels(points)
    count = len(pixels) - 1
    for index, (start, end) in enumerate(pairwise(pixels)):
        strength = float(np.sin(np.pi * (index + 0.7) / (count + 0.4)) ** 0.6)
        a, b = np.round(start * 16).astype(int), np.round(end * 16).astype(int)
        cv2.line(mask, (int(a[0]), int(a[1])), (int(b[0]), int(b[1])), strength, 1, cv2.LINE_8, 4)
    sigma = max(0.5, width_cm * frame.scale / 2)
    # A one-pixel line blurred by sigma peaks at 1 / (sqrt(2 pi) sigma).
    field[where] = blur(mask, sigma) * np.float32(np.sqrt(2 * np.pi) * sigma)
    return field


def noise(rng: np.random.Generator, frame: Frame, cell_cm: float, octaves: int = 1) -> Field:
    """Smooth noise of about unit variance; the coarsest cells measure ``cell_cm``."""
    height, width = frame.shape
    total = np.zeros(frame.shape, np.float32)
    weight_sum = 0.0
    for octave in range(octaves):
        cell = max(1.0, cell_cm * frame.scale / 2**octave)
        rows, columns = max(2, int(height / cell) + 2), max(2, int(width / cell) + 2)
        grid = rng.standard_normal((rows, columns)).astype(np.float32)
        weight = 0.6**octave
        layer = cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        total += np.float32(weight) * np.asarray(layer, np.float32)
        weight_sum += weight**2
    return total / np.float32(np.sqrt(weight_sum) * 0.75)


def flow_texture(seed_texture: Field, flow: tuple[Field, Field], doublings: int, step_px: float) -> Field:
    """Smears a texture along a unit flow field (line integral convolution, Cabral and Leedom 1993).

    Each doubling adds the texture to itself as far downstream as it already reaches, so that ``2**doublings`` samples
    of ``step_px`` cost only as many look-ups as there are doublings.
    """
    rows, columns = seed_texture.shape[:2]
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    step = np.float32(step_px)
    place_x, place_y = x + step * flow[0], y + step * flow[1]
    total = seed_texture
    for doubling in range(doublings):
        total = total + _sample(total, place_x, place_y)
        if doubling + 1 < doublings:
            place_x, place_y = _sample(place_x, place_x, place_y), _sample(place_y, place_x, place_y)
    return np.asarray(total / np.float32(2 ** (0.5 * doublings)), np.float32)


def _sample(field: Field, x: Field, y: Field) -> Field:
    return np.asarray(cv2.remap(field, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT), np.float32)


def over(base: Numbers, colour: Numbers | tuple[float, float, float], alpha: Numbers) -> Field:
    """Paints ``colour`` (an RGB image or one RGB colour) over ``base`` ``(h, w, 3)`` with ``alpha`` ``(h, w)``."""
    paint = np.asarray(colour, np.float32)
    return np.asarray(base + (paint - base) * np.asarray(alpha, np.float32)[..., None], np.float32)
