"""Light on a relief: normals, wrapped diffuse light, soft cast shadows, ambient light in hollows and gloss."""

from dataclasses import dataclass

import cv2
import numpy as np

from trainer.people.canvas import Field, blur
from trainer.people.head import cavity

# Red light travels further under the skin than blue: the terminator is soft and reddish.
_WRAP = np.array([0.42, 0.27, 0.21], np.float32)


@dataclass(frozen=True, kw_only=True)
class Light:
    """Lamps of a photo. ``direction`` points from the face to the key lamp (x right, y down, z to the camera)."""

    direction: tuple[float, float, float]
    key: float
    fill: float
    ambient: float
    tint: tuple[float, float, float]
    shadow_softness: float


@dataclass(frozen=True, kw_only=True)
class Shading:
    """Light that arrives: ``diffuse`` ``(h, w, 3)`` and ``gloss`` ``(h, w)``."""

    diffuse: Field
    gloss: Field


def normals(height: Field, scale: float) -> tuple[Field, Field, Field]:
    """Unit normals of a height field in cm on a grid of ``scale`` pixels per cm."""
    zx = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) * np.float32(scale / 8)
    zy = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) * np.float32(scale / 8)
    length = np.sqrt(zx * zx + zy * zy + 1)
    return -zx / length, -zy / length, 1 / length


def unit(vector: tuple[float, float, float]) -> tuple[float, float, float]:
    """The vector scaled to length 1."""
    length = float(np.sqrt(sum(part * part for part in vector)))
    return vector[0] / length, vector[1] / length, vector[2] / length


def cast_shadow(height: Field, scale: float, direction: tuple[float, float, float], softness: float) -> Field:
    """Share of the key lamp that is hidden by the relief, in [0, 1]."""
    lx, ly, lz = unit(direction)
    hidden = np.zeros_like(height)
    rows, columns = height.shape
    for distance in np.geomspace(0.25, 6.0, 13):
        shift = np.array([[1, 0, -lx * distance * scale], [0, 1, -ly * distance * scale]], np.float32)
        towards = cv2.warpAffine(
            height, shift, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        above = towards - height - np.float32(lz * distance)
        hidden = np.maximum(hidden, above / np.float32(softness * (0.4 + 0.35 * distance)))
    return blur(np.clip(hidden, 0, 1), 0.12 * scale)


def illuminate(height: Field, scale: float, light: Light, *, roughness: float) -> Shading:
    """Light on the relief; ``roughness`` from 0 (wet) to 1 (powdered) sets the width of the gloss."""
    nx, ny, nz = normals(height, scale)
    lx, ly, lz = unit(light.direction)
    shadow = cast_shadow(blur(height, 0.05 * scale), scale, light.direction, light.shadow_softness)
    toward_key = (nx * np.float32(lx) + ny * np.float32(ly) + nz * np.float32(lz))[..., None]
    wrapped = np.clip((toward_key + _WRAP) / (1 + _WRAP), 0, None)
    # Light under the skin softens the shadow's edge in red as well.
    soft = np.stack([blur(shadow, 0.16 * scale), blur(shadow, 0.08 * scale), shadow], axis=-1)
    hollow = cavity(height, scale)
    sky = (0.72 - 0.26 * ny) * (0.55 + 0.45 * nz)
    diffuse = light.key * wrapped * (1 - np.float32(0.85) * soft) * np.asarray(light.tint, np.float32)
    spread = (light.ambient * sky + light.fill * np.clip(nz, 0, 1) ** 1.3) * (1 - np.float32(0.75) * hollow)
    diffuse = diffuse * (1 - np.float32(0.35) * hollow[..., None]) + spread[..., None]
    return Shading(
        diffuse=diffuse.astype(np.float32),
        gloss=_gloss(normals(blur(height, 0.12 * scale), scale), light, shadow, roughness),
    )


def _gloss(normal: tuple[Field, Field, Field], light: Light, shadow: Field, roughness: float) -> Field:
    nx, ny, nz = normal
    lx, ly, lz = unit(light.direction)
    hx, hy, hz = unit((lx, ly, lz + 1))
    cosine = np.clip(nx * np.float32(hx) + ny * np.float32(hy) + nz * np.float32(hz), 0, 1)
    narrow, broad = 55 - 35 * roughness, 14 - 6 * roughness
    lobe = 0.6 * cosine ** np.float32(narrow) + 0.4 * cosine ** np.float32(broad)
    rim = (1 - nz) ** 3 * np.float32(0.25 * (light.fill + light.ambient))
    result: Field = (light.key * lobe * (1 - shadow) + rim).astype(np.float32)
    return result


def to_display(linear: Field) -> Field:
    """Linear light to sRGB values in [0, 1] with a gentle shoulder instead of clipped highlights."""
    safe = np.clip(linear, 0, None)
    rolled = np.where(safe > 0.7, 0.7 + 0.3 * np.tanh((safe - 0.7) / 0.3), safe)
    encoded = np.where(rolled <= 0.0031308, 12.92 * rolled, 1.055 * np.power(rolled, 1 / 2.4) - 0.055)
    result: Field = encoded.astype(np.float32)
    return result


def to_linear(display: tuple[float, float, float]) -> tuple[float, float, float]:
    """One sRGB colour in [0, 1] to linear light (IEC 61966-2-1)."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in display)
    return r, g, b
