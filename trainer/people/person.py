"""An invented person: everything that stays the same from photo to photo."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from trainer.people.hair_styles import AFRO_STYLES, BALDING_STYLES, FEMALE_STYLES, MALE_STYLES, HairStyle
from trainer.people.light import to_linear
from trainer.people.names import CULTURES, invent_name, population_of
from trainer.people.shape import FaceShape, sample_shape
from trainer.people.skin import Skin

_ETHNICITY = {
    "european": "White",
    "mediterranean": "White",
    "african": "Black",
    "south_asian": "South Asian",
    "east_asian": "East Asian",
    "middle_eastern": "Middle Eastern",
    "latin": "Hispanic",
}
# Range of skin tones (0 palest to 1 darkest).
_TONE = {
    "european": (0.0, 0.24),
    "mediterranean": (0.14, 0.38),
    "african": (0.6, 1.0),
    "south_asian": (0.36, 0.74),
    "east_asian": (0.12, 0.38),
    "middle_eastern": (0.2, 0.5),
    "latin": (0.22, 0.58),
}
_HAIR_DARK = ((0.085, 0.07, 0.062), (0.125, 0.095, 0.078), (0.165, 0.12, 0.09))
_HAIR_LIGHT = (
    (0.25, 0.17, 0.11),
    (0.35, 0.24, 0.15),
    (0.47, 0.34, 0.2),
    (0.66, 0.52, 0.33),
    (0.76, 0.64, 0.44),
    (0.5, 0.23, 0.11),
    (0.4, 0.19, 0.1),
)
_IRIS_DARK = ((0.17, 0.1, 0.06), (0.23, 0.14, 0.08), (0.3, 0.19, 0.1))
_IRIS_LIGHT = ((0.30, 0.39, 0.49), (0.38, 0.45, 0.50), (0.34, 0.38, 0.28), (0.38, 0.33, 0.20), (0.36, 0.38, 0.38))


@dataclass(frozen=True, kw_only=True)
class Person:
    """Identity of an invented person. Colours are linear light, ``balding`` and the habits run from 0 to 1."""

    external_id: str
    name: str
    sex: str
    population: str
    ethnicity: str
    birth_year: int
    booked: date
    age: float
    shape: FaceShape
    skin: Skin
    iris: tuple[float, float, float]
    hair_colour: tuple[float, float, float]
    greying: float
    style: HairStyle
    hairline_raised: float
    recess: float
    beard: str
    beard_shadow: float
    glasses: str
    seed: int


def invent_person(seed: int, number: int) -> Person:
    """Person ``number`` (from 1) of the population of ``seed``; the same numbers give the same person."""
    rng = np.random.default_rng([seed, number])
    culture = CULTURES[int(rng.integers(len(CULTURES)))]
    population = population_of(culture)
    sex = "female" if rng.uniform() < 0.4 else "male"
    age = float(np.clip(18 + 60 * rng.beta(1.15, 1.9), 18, 76))
    booked = date(2004, 1, 12) + timedelta(days=int(rng.integers(0, 14 * 365)))
    return Person(
        external_id=f"D-{number:04d}",
        name=invent_name(rng, culture=culture, sex=sex),
        sex=sex,
        population=population,
        ethnicity=_ETHNICITY[population],
        birth_year=(booked - timedelta(days=age * 365.25)).year,
        booked=booked,
        age=age,
        shape=sample_shape(rng, sex=sex, population=population),
        skin=_sample_skin(rng, population),
        iris=_iris(rng, population),
        hair_colour=_hair_colour(rng, population, sex),
        greying=float(np.clip((age - 38 + rng.normal(0, 9)) / 40, 0, 1)),
        style=_style(rng, population, sex, age),
        hairline_raised=float(rng.normal(0, 0.35)) + (0.25 if sex == "male" else 0.0),
        recess=float(np.clip(rng.normal(0.2, 0.45) + (0.018 * (age - 25) if sex == "male" else 0.0), -0.3, 2.6)),
        beard=_beard(rng, sex, population),
        beard_shadow=float(rng.uniform(0.15, 0.9)) if sex == "male" else 0.0,
        glasses=_glasses(rng, age),
        seed=int(rng.integers(2**31)),
    )


def _pick(rng: np.random.Generator, colours: tuple[tuple[float, float, float], ...]) -> tuple[float, float, float]:
    r, g, b = to_linear(colours[int(rng.integers(len(colours)))])
    gain = float(rng.uniform(0.85, 1.2))
    return r * gain, g * gain, b * gain


def _hair_colour(rng: np.random.Generator, population: str, sex: str) -> tuple[float, float, float]:
    light = {"european": 0.75, "mediterranean": 0.2, "latin": 0.12}.get(population, 0.0)
    dyed = sex == "female" and rng.uniform() < 0.14
    return _pick(rng, _HAIR_LIGHT if rng.uniform() < light or dyed else _HAIR_DARK)


def _iris(rng: np.random.Generator, population: str) -> tuple[float, float, float]:
    light = {"european": 0.6, "mediterranean": 0.2, "latin": 0.1, "middle_eastern": 0.12}.get(population, 0.0)
    return _pick(rng, _IRIS_LIGHT if rng.uniform() < light else _IRIS_DARK)


def _sample_skin(rng: np.random.Generator, population: str) -> Skin:
    low, high = _TONE[population]
    count = int(rng.poisson(0.9))
    moles = [_mole(rng) for _ in range(count)]
    scar = None
    if rng.uniform() < 0.1:
        scar = (
            float(rng.uniform(-4.5, 4.5)),
            float(rng.choice([-4.5, 3.5, 5.0, 8.5])),
            float(rng.uniform(1.0, 2.6)),
            float(rng.uniform(-1.4, 1.4)),
        )
    freckled = population == "european" and rng.uniform() < 0.3
    return Skin(
        tone=float(rng.uniform(low, high)),
        warmth=float(rng.normal(-0.15, 0.6)),
        redness=float(rng.uniform(0, 1)),
        mottling=float(rng.beta(1.2, 2.2)),
        freckles=float(rng.uniform(0.3, 1.0)) if freckled else 0.0,
        moles=tuple(moles),
        scar=scar,
        texture_seed=int(rng.integers(2**31)),
    )


def _mole(rng: np.random.Generator) -> tuple[float, float, float]:
    return float(rng.uniform(-5.4, 5.4)), float(rng.uniform(1.2, 9.0)), float(rng.uniform(0.07, 0.15))


def _style(rng: np.random.Generator, population: str, sex: str, age: float) -> HairStyle:
    if sex == "female":
        if population == "african" and rng.uniform() < 0.55:
            return AFRO_STYLES[int(rng.choice([1, 2, 2, 4, 5]))]
        short_later = (4, 6, 7, 8, 9, 11, 12)
        choices = short_later if age > 58 else tuple(range(len(FEMALE_STYLES)))
        return FEMALE_STYLES[int(rng.choice(choices))]
    if rng.uniform() < np.clip((age - 30) / 60, 0.04, 0.6):
        return BALDING_STYLES[int(rng.integers(len(BALDING_STYLES)))]
    if population == "african":
        return AFRO_STYLES[int(rng.choice([0, 0, 1, 2, 3, 3, 4, 5]))]
    young = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    choices = (0, 1, 2, 3, 4, 12, 2, 3) if age > 50 else young
    return MALE_STYLES[int(rng.choice(choices))]


def _beard(rng: np.random.Generator, sex: str, population: str) -> str:
    if sex == "female":
        return "none"
    kinds = ("none", "stubble", "moustache", "goatee", "van dyke", "short", "full", "long", "chinstrap", "handlebar")
    odds = np.array([0.34, 0.15, 0.1, 0.07, 0.05, 0.12, 0.08, 0.03, 0.02, 0.04])
    if population == "east_asian":
        odds = np.array([0.62, 0.14, 0.08, 0.06, 0.04, 0.03, 0.01, 0.0, 0.0, 0.02])
    return kinds[int(rng.choice(len(kinds), p=odds / odds.sum()))]


def _glasses(rng: np.random.Generator, age: float) -> str:
    if rng.uniform() > 0.14 + 0.006 * max(0.0, age - 30):
        return "none"
    return ("rectangular", "round", "aviator", "browline", "thin oval")[int(rng.integers(5))]
