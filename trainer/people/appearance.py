"""What differs from photo to photo: age, expression, hair, beard, glasses, clothes, light and camera."""

from dataclasses import dataclass, replace

import numpy as np

from trainer.people.camera import Camera
from trainer.people.canvas import HEIGHT_CM, WIDTH_CM
from trainer.people.clothes import CLOTHES, Outfit
from trainer.people.hair_styles import BALDING_STYLES, FEMALE_STYLES, MALE_STYLES, HairStyle, with_hairline
from trainer.people.light import Light, to_linear
from trainer.people.person import Person
from trainer.people.shape import FaceShape

_GROUNDS = (
    (0.62, 0.63, 0.64),
    (0.72, 0.73, 0.74),
    (0.50, 0.53, 0.56),
    (0.58, 0.64, 0.70),
    (0.76, 0.74, 0.69),
    (0.44, 0.47, 0.50),
    (0.66, 0.68, 0.64),
    (0.80, 0.81, 0.82),
)
_FABRICS = (
    (0.12, 0.13, 0.16),
    (0.82, 0.81, 0.79),
    (0.20, 0.27, 0.40),
    (0.38, 0.40, 0.42),
    (0.48, 0.16, 0.17),
    (0.25, 0.34, 0.26),
    (0.86, 0.47, 0.20),
    (0.55, 0.48, 0.38),
    (0.33, 0.24, 0.38),
    (0.50, 0.60, 0.68),
    (0.17, 0.18, 0.20),
    (0.68, 0.60, 0.22),
    (0.72, 0.50, 0.53),
    (0.24, 0.42, 0.46),
)


@dataclass(frozen=True, kw_only=True)
class Appearance:
    """One sitting. ``smile`` from -1 to 1, ``frown`` and ``brow_lift`` from 0 to 1; colours are linear light."""

    age: float
    shape: FaceShape
    wrinkles: float
    smile: float
    frown: float
    brow_lift: float
    eye_opening: float
    gaze: tuple[float, float]
    flush: float
    makeup: float
    lipstick: float
    style: HairStyle
    grey: float
    beard: str
    stubble: float
    glasses: str
    glasses_colour: tuple[float, float, float]
    outfit: Outfit
    ground: tuple[float, float, float]
    light: Light
    camera: Camera
    seed: int


def aged(shape: FaceShape, age: float) -> FaceShape:
    """A face of a given age in years; 30 leaves it as it is."""
    late = max(0.0, age - 30) / 45
    return replace(
        shape,
        nose_length=shape.nose_length + 0.22 * late,
        tip_drop=shape.tip_drop + 0.2 * late,
        ear_height=shape.ear_height + 0.3 * late,
        ear_lobe=min(1.0, shape.ear_lobe + 0.25 * late),
        upper_lip=max(0.16, shape.upper_lip * (1 - 0.3 * late)),
        lower_lip=shape.lower_lip * (1 - 0.18 * late),
        lid_hood=min(0.95, shape.lid_hood + 0.35 * late),
        eye_opening=shape.eye_opening * (1 - 0.1 * late),
        eye_bag=min(1.1, shape.eye_bag + 0.45 * late),
        brow_height=shape.brow_height - 0.12 * late,
        cheek_fullness=shape.cheek_fullness - 0.25 * late,
        mouth_curve=shape.mouth_curve - 0.08 * late,
        eye_depth=shape.eye_depth + 0.12 * late,
    )


def neutral(person: Person) -> Appearance:
    """The person as in the booking photo, without chance: rest, soft frontal light, level camera."""
    light = Light(
        direction=(-0.35, -0.55, 1.0), key=0.72, fill=0.3, ambient=0.34, tint=(1.0, 0.99, 0.97), shadow_softness=0.9
    )
    style = with_hairline(person.style, raised=person.hairline_raised, recess=person.recess)
    female = person.sex == "female"
    return Appearance(
        age=person.age,
        shape=aged(person.shape, person.age),
        wrinkles=float(np.clip((person.age - 22) / 52, 0, 1)),
        smile=0.0,
        frown=0.0,
        brow_lift=0.0,
        eye_opening=1.0,
        gaze=(0.0, 0.0),
        flush=0.0,
        makeup=0.35 if female else 0.0,
        lipstick=0.35 if female else 0.0,
        style=style,
        grey=person.greying,
        beard=person.beard,
        stubble=person.beard_shadow * 0.4,
        glasses="none",
        glasses_colour=(0.02, 0.02, 0.02),
        outfit=Outfit(kind="crew", colour=(0.2, 0.2, 0.2), second=(0.5, 0.5, 0.5), seed=person.seed),
        ground=(0.5, 0.5, 0.5),
        light=light,
        camera=Camera(),
        seed=person.seed,
    )


def sample_appearance(person: Person, photo: int) -> Appearance:
    """Sitting ``photo`` of a person: 0 is the booking photo, later ones are older and freer."""
    rng = np.random.default_rng([person.seed, photo])
    base = neutral(person)
    later = photo > 0
    years = float(rng.uniform(0.5, 9)) * later
    age = person.age + years
    female = person.sex == "female"
    changed = replace(
        base,
        age=age,
        shape=aged(person.shape, age),
        wrinkles=float(np.clip((age - 22) / 52, 0, 1)),
        smile=float(
            rng.choice(
                [0.0, rng.uniform(-0.15, 0.2), rng.uniform(0.3, 0.9)],
                p=[0.2, 0.4, 0.4] if later else [0.4, 0.55, 0.05],
            )
        ),
        frown=float(np.clip(rng.normal(0, 0.3), 0, 0.8)),
        brow_lift=float(np.clip(rng.normal(0, 0.3), -0.3, 0.8)),
        eye_opening=float(rng.normal(1.0, 0.07)),
        gaze=(float(rng.normal(0, 0.04)), float(rng.normal(0, 0.03))),
        flush=float(rng.uniform(0, 0.7)),
        makeup=float(rng.uniform(0.1, 0.95)) if female else 0.0,
        lipstick=float(rng.choice([0.15, 0.4, 0.9])) if female else 0.0,
        style=_style(rng, person, base.style, later=later),
        grey=float(np.clip(person.greying + 0.03 * years, 0, 1)),
        beard=_beard(rng, person, later=later),
        stubble=float(np.clip(person.beard_shadow * rng.uniform(0.3, 1.0), 0, 1)),
        glasses=_glasses(rng, person, later=later),
        glasses_colour=to_linear(
            ((0.09, 0.09, 0.10), (0.26, 0.16, 0.10), (0.45, 0.44, 0.42), (0.35, 0.10, 0.12))[int(rng.integers(4))]
        ),
        outfit=_outfit(rng, person, later=later),
        ground=to_linear(_GROUNDS[int(rng.integers(len(_GROUNDS)))]),
        seed=int(rng.integers(2**31)),
    )
    return replace(changed, light=_light(rng, later=later), camera=_camera(rng, later=later))


def _style(rng: np.random.Generator, person: Person, style: HairStyle, *, later: bool) -> HairStyle:
    if not later or style.curl > 1.4 or style in BALDING_STYLES or style.bald_top or rng.uniform() < 0.5:
        return style
    own = FEMALE_STYLES if person.sex == "female" else MALE_STYLES
    others = own[:5] if person.sex == "male" and person.age > 45 else own
    other = others[int(rng.integers(len(others)))]
    return with_hairline(other, raised=person.hairline_raised, recess=person.recess)


def _beard(rng: np.random.Generator, person: Person, *, later: bool) -> str:
    if person.sex == "female" or not later or rng.uniform() < 0.55:
        return person.beard
    options = {
        "none": ("stubble", "none", "short"),
        "full": ("short", "long", "stubble"),
        "long": ("full", "full", "short"),
    }
    choices = options.get(person.beard, ("none", "stubble", person.beard))
    return choices[int(rng.integers(3))]


def _glasses(rng: np.random.Generator, person: Person, *, later: bool) -> str:
    if person.glasses == "none":
        return (
            ("rectangular", "thin oval", "round")[int(rng.integers(3))] if later and rng.uniform() < 0.08 else "none"
        )
    # A booking photo is taken without glasses more often than with them.
    return person.glasses if rng.uniform() < (0.6 if later else 0.35) else "none"


def _outfit(rng: np.random.Generator, person: Person, *, later: bool) -> Outfit:
    kinds = (
        CLOTHES
        if person.sex == "male"
        else ("crew", "v-neck", "scoop", "scoop", "shirt", "turtleneck", "hoodie", "striped", "jacket", "overall")
    )
    first, second = (to_linear(_FABRICS[int(rng.integers(len(_FABRICS)))]) for _ in range(2))
    kind = str(rng.choice(kinds))
    if kind == "scoop" and person.sex == "male":
        kind = "crew"
    if kind == "overall":
        first = to_linear((0.84, 0.42, 0.16) if later else (0.42, 0.46, 0.52))
    return Outfit(kind=kind, colour=first, second=second, seed=int(rng.integers(2**31)))


def _light(rng: np.random.Generator, *, later: bool) -> Light:
    side, warm = float(rng.normal(0, 0.55 if later else 0.3)), float(rng.normal(0, 0.05 if later else 0.03))
    key = float(rng.uniform(0.6, 0.95))
    return Light(
        direction=(float(np.clip(side, -1.1, 1.1)), float(rng.uniform(-0.85, -0.25)), 1.0),
        key=key,
        fill=float(rng.uniform(0.08, 0.26)),
        ambient=float(rng.uniform(0.14, 0.32)),
        tint=(1.0 + warm, 1.0, 1.0 - 1.3 * warm),
        shadow_softness=float(rng.uniform(0.4, 1.3)),
    )


def _camera(rng: np.random.Generator, *, later: bool) -> Camera:
    loose = 1.0 if later else 0.6
    zoom = float(rng.uniform(1.02, 1.11))
    # The picture is cut from a slightly larger view: shifts stay within it.
    spare = (0.5 * (zoom - 1) * WIDTH_CM / zoom, 0.5 * (zoom - 1) * HEIGHT_CM / zoom)
    shift = np.clip(rng.normal(0, (0.5, 0.35)), -np.array(spare), spare)
    return Camera(
        yaw=float(np.clip(rng.normal(0, 0.11 * loose), -0.2, 0.2)),
        pitch=float(np.clip(rng.normal(0.0, 0.05 * loose), -0.1, 0.1)),
        roll=float(np.clip(rng.normal(0, 0.03 * loose), -0.08, 0.08)),
        distance=float(rng.choice([90, 130, 180, 260])),
        zoom=zoom,
        shift=(float(shift[0]), float(shift[1])),
        blur=float(rng.choice([0.0, 0.45, 0.6, 0.8])),
        noise=float(rng.uniform(0.003, 0.012)),
        vignette=float(rng.uniform(0, 0.14)),
        saturation=float(rng.uniform(0.76, 1.02)),
        contrast=float(rng.uniform(0.95, 1.14)),
        brightness=float(rng.normal(0.0, 0.02)),
    )
