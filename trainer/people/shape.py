"""Identity of a face as numbers: lengths in cm, angles in radians, strengths from 0 to 1.

A shape is drawn from normals around the mean of the sex and the population, so that every feature varies on its own;
what a draughtsman exaggerates is the difference from that mean.
"""

from dataclasses import asdict, dataclass, fields

import numpy as np


@dataclass(frozen=True, kw_only=True)
class FaceShape:
    """Form of head and features. Half widths are measured from the middle of the face."""

    skull_height: float
    skull_width: float
    temple_width: float
    cheek_width: float
    midface_width: float
    jaw_width: float
    jaw_level: float
    jaw_body: float
    chin_width: float
    chin_level: float
    brow_ridge: float
    forehead_bulge: float
    cheekbone: float
    cheek_fullness: float
    muzzle: float
    chin_bump: float
    chin_cleft: float
    eye_distance: float
    eye_width: float
    eye_opening: float
    eye_lower: float
    eye_tilt: float
    eye_skew: float
    eye_depth: float
    lid_gap: float
    lid_hood: float
    epicanthus: float
    eye_bag: float
    iris_radius: float
    brow_height: float
    brow_length: float
    brow_thickness: float
    brow_arch: float
    brow_tilt: float
    brow_inner: float
    brow_density: float
    nose_length: float
    nose_width: float
    bridge_width: float
    bridge_height: float
    nose_projection: float
    tip_width: float
    tip_drop: float
    nose_hump: float
    nostril: float
    nose_bend: float
    mouth_level: float
    mouth_width: float
    upper_lip: float
    lower_lip: float
    cupid: float
    mouth_curve: float
    lip_fullness: float
    philtrum: float
    ear_height: float
    ear_out: float
    ear_level: float
    ear_lobe: float
    neck_width: float
    asymmetry: float
    eye_unevenness: float


# Name: (mean, standard deviation, least, greatest, added for women). Proportions of adults; the spread is wider than
# nature's by about a third, because a small picture hides small differences.
_TABLE: dict[str, tuple[float, float, float, float, float]] = {
    "skull_height": (11.4, 0.55, 10.0, 12.8, 0.0),
    "skull_width": (7.35, 0.35, 6.5, 8.2, -0.15),
    "temple_width": (7.0, 0.32, 6.2, 7.8, -0.2),
    "cheek_width": (6.85, 0.40, 5.9, 7.9, -0.3),
    "midface_width": (6.45, 0.45, 5.4, 7.6, -0.4),
    "jaw_width": (5.5, 0.55, 4.5, 7.1, -0.6),
    "jaw_level": (7.1, 0.5, 6.0, 8.2, -0.1),
    "jaw_body": (4.0, 0.45, 3.2, 5.5, -0.5),
    "chin_width": (2.3, 0.45, 1.2, 3.4, -0.5),
    "chin_level": (11.1, 0.75, 9.8, 13.1, -0.6),
    "brow_ridge": (0.42, 0.2, 0.05, 0.95, -0.27),
    "forehead_bulge": (0.4, 0.2, 0.0, 0.9, 0.1),
    "cheekbone": (0.4, 0.22, 0.0, 0.95, 0.08),
    "cheek_fullness": (0.0, 0.42, -0.8, 0.9, 0.12),
    "muzzle": (0.6, 0.22, 0.15, 1.15, 0.0),
    "chin_bump": (0.75, 0.28, 0.2, 1.4, -0.15),
    "chin_cleft": (0.0, 0.3, 0.0, 0.7, -0.2),
    "eye_distance": (3.18, 0.2, 2.75, 3.65, -0.06),
    "eye_width": (1.5, 0.12, 1.25, 1.8, 0.02),
    "eye_opening": (0.58, 0.12, 0.32, 0.86, 0.07),
    "eye_lower": (0.36, 0.07, 0.2, 0.52, 0.02),
    "eye_tilt": (0.05, 0.06, -0.09, 0.2, 0.02),
    "eye_skew": (0.0, 0.16, -0.3, 0.3, 0.0),
    "eye_depth": (0.85, 0.25, 0.3, 1.4, -0.12),
    "lid_gap": (0.36, 0.13, 0.1, 0.7, 0.06),
    "lid_hood": (0.22, 0.25, 0.0, 0.9, -0.05),
    "epicanthus": (0.0, 0.08, 0.0, 1.0, 0.0),
    "eye_bag": (0.25, 0.22, 0.0, 0.9, -0.08),
    "iris_radius": (0.59, 0.03, 0.53, 0.66, 0.01),
    "brow_height": (1.95, 0.3, 1.35, 2.75, 0.25),
    "brow_length": (2.6, 0.25, 2.0, 3.2, -0.1),
    "brow_thickness": (0.62, 0.17, 0.28, 1.1, -0.22),
    "brow_arch": (0.3, 0.2, -0.05, 0.85, 0.15),
    "brow_tilt": (0.1, 0.09, -0.18, 0.25, 0.02),
    "brow_inner": (1.35, 0.3, 0.55, 2.0, 0.1),
    "brow_density": (0.8, 0.2, 0.35, 1.2, -0.08),
    "nose_length": (4.85, 0.45, 3.8, 6.0, -0.3),
    "nose_width": (1.78, 0.2, 1.35, 2.5, -0.18),
    "bridge_width": (0.62, 0.12, 0.38, 0.95, -0.06),
    "bridge_height": (1.0, 0.28, 0.3, 1.7, -0.1),
    "nose_projection": (2.15, 0.32, 1.4, 3.0, -0.2),
    "tip_width": (0.82, 0.17, 0.5, 1.3, -0.08),
    "tip_drop": (0.0, 0.25, -0.5, 0.55, -0.1),
    "nose_hump": (0.08, 0.15, -0.2, 0.5, -0.08),
    "nostril": (0.5, 0.15, 0.2, 0.95, 0.0),
    "nose_bend": (0.0, 0.1, -0.3, 0.3, 0.0),
    "mouth_level": (2.2, 0.25, 1.65, 2.9, -0.12),
    "mouth_width": (2.5, 0.3, 1.9, 3.3, -0.15),
    "upper_lip": (0.62, 0.16, 0.2, 1.0, 0.08),
    "lower_lip": (0.9, 0.18, 0.4, 1.35, 0.08),
    "cupid": (0.13, 0.06, 0.0, 0.28, 0.02),
    "mouth_curve": (0.19, 0.14, -0.32, 0.32, 0.03),
    "lip_fullness": (0.32, 0.1, 0.12, 0.6, 0.05),
    "philtrum": (0.5, 0.25, 0.0, 1.0, 0.0),
    "ear_height": (3.1, 0.32, 2.4, 3.9, -0.25),
    "ear_out": (1.45, 0.38, 0.8, 2.5, -0.15),
    "ear_level": (1.3, 0.35, 0.6, 2.1, 0.0),
    "ear_lobe": (0.5, 0.25, 0.0, 1.0, 0.0),
    "neck_width": (5.25, 0.45, 4.2, 6.4, -0.95),
    "asymmetry": (0.0, 0.014, -0.035, 0.035, 0.0),
    "eye_unevenness": (0.0, 0.035, -0.09, 0.09, 0.0),
}

# What a population adds to the means above.
_SHIFTS: dict[str, dict[str, float]] = {
    "european": {},
    "mediterranean": {"nose_projection": 0.15, "brow_thickness": 0.12, "eye_depth": 0.08, "nose_hump": 0.08},
    "african": {
        "nose_width": 0.36,
        "bridge_height": -0.3,
        "bridge_width": 0.12,
        "nose_projection": -0.25,
        "tip_width": 0.18,
        "nostril": 0.15,
        "upper_lip": 0.24,
        "lower_lip": 0.3,
        "lip_fullness": 0.12,
        "muzzle": 0.22,
        "eye_depth": -0.12,
    },
    "south_asian": {
        "brow_thickness": 0.1,
        "nose_width": 0.08,
        "lower_lip": 0.08,
        "eye_bag": 0.12,
        "eye_opening": 0.04,
    },
    "east_asian": {
        "epicanthus": 0.75,
        "eye_opening": -0.09,
        "lid_gap": -0.2,
        "eye_tilt": 0.05,
        "bridge_height": -0.32,
        "cheekbone": 0.1,
        "nose_projection": -0.25,
        "eye_depth": -0.35,
        "cheek_width": 0.15,
        "brow_height": 0.15,
        "brow_ridge": -0.15,
        "brow_density": -0.12,
    },
    "middle_eastern": {
        "nose_projection": 0.22,
        "nose_length": 0.15,
        "brow_thickness": 0.17,
        "nose_hump": 0.12,
        "eye_depth": 0.1,
    },
    "latin": {"nose_width": 0.12, "epicanthus": 0.12, "cheekbone": 0.08, "lower_lip": 0.08, "brow_thickness": 0.05},
}

POPULATIONS = tuple(_SHIFTS)


def mean_shape(*, sex: str, population: str) -> FaceShape:
    """Average face of a sex (``male`` or ``female``) and one of ``POPULATIONS``."""
    return FaceShape(**_means(sex, population))


def sample_shape(rng: np.random.Generator, *, sex: str, population: str) -> FaceShape:
    """Draws an individual face around the mean of its sex and population."""
    values: dict[str, float] = {}
    means = _means(sex, population)
    # Faces differ in build as a whole too: long or broad, heavy or fine.
    elongation, weight = rng.normal(0, 1), rng.normal(0, 1)
    for name, (_, spread, least, greatest, _) in _TABLE.items():
        value = means[name] + spread * float(rng.normal()) + spread * _build(name, elongation, weight)
        values[name] = float(np.clip(value, least, greatest))
    return FaceShape(**values)


def exaggerated(shape: FaceShape, *, mean: FaceShape, factor: float) -> FaceShape:
    """The shape with its differences from ``mean`` multiplied by ``factor``, kept within possible faces."""
    centre = asdict(mean)
    values = {}
    for name, value in asdict(shape).items():
        _, spread, least, greatest, _ = _TABLE[name]
        target = centre[name] + factor * (value - centre[name])
        values[name] = float(np.clip(target, least - 0.3 * spread * (least > 0), greatest + 0.3 * spread))
    return FaceShape(**values)


def jittered(rng: np.random.Generator, shape: FaceShape, *, amount: float) -> FaceShape:
    """The shape as a hand or a memory gets it slightly wrong: ``amount`` is in standard deviations."""
    values = {}
    for field in fields(shape):
        _, spread, least, greatest, _ = _TABLE[field.name]
        value = getattr(shape, field.name) + amount * spread * float(rng.normal())
        values[field.name] = float(np.clip(value, least, greatest))
    return FaceShape(**values)


def _means(sex: str, population: str) -> dict[str, float]:
    shifts = _SHIFTS[population]
    means = {}
    for name, (mean, _, least, greatest, female) in _TABLE.items():
        value = mean + shifts.get(name, 0.0) + (female if sex == "female" else 0.0)
        means[name] = float(np.clip(value, least, greatest))
    return means


def _build(name: str, elongation: float, weight: float) -> float:
    if name in {"chin_level", "nose_length", "skull_height"}:
        return 0.7 * elongation
    if name in {"cheek_width", "temple_width", "skull_width"}:
        return -0.4 * elongation + 0.4 * weight
    if name in {"midface_width", "jaw_width", "jaw_body", "cheek_fullness", "neck_width"}:
        return 0.9 * weight - 0.3 * elongation
    return 0.0
