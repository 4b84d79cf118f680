"""Sketches of invented people: the face from a neutral sitting, drawn by one of several hands."""

from dataclasses import replace

import cv2
import numpy as np

from trainer.people.appearance import aged, neutral
from trainer.people.canvas import Field, Points, blur, make_frame
from trainer.people.clothes import Outfit
from trainer.people.hands import HANDS
from trainer.people.light import Light
from trainer.people.person import Person
from trainer.people.renderer import SUPERSAMPLING, Render, render_display
from trainer.people.shape import exaggerated, jittered, mean_shape
from trainer.people.skin import Skin

_MISS = 0.25
"""How far a hand misses each measure, in standard deviations."""


def render_sketch(
    person: Person,
    *,
    hand: str,
    exaggeration: float = 1.0,
    seed: int = 0,
    width: int = 256,
) -> Render:
    """Draws a person.

    ``hand`` is a key of ``HANDS``; ``exaggeration`` multiplies what sets the face apart from the mean of its sex and
    population.

    Raises ``KeyError`` for an unknown hand.
    """
    draw = HANDS[hand]
    rng = np.random.default_rng([person.seed, seed, sorted(HANDS).index(hand)])
    mean = mean_shape(sex=person.sex, population=person.population)
    shape = jittered(rng, exaggerated(person.shape, mean=mean, factor=exaggeration), amount=_MISS)
    model = replace(person, skin=_drawn_skin(person))
    appearance = replace(
        neutral(model),
        shape=aged(shape, person.age),
        ground=(0.9, 0.9, 0.9),
        makeup=0.2 if person.sex == "female" else 0.0,
        light=Light(
            direction=(float(rng.uniform(-0.8, 0.8)), -0.7, 1.0),
            key=0.75,
            fill=0.22,
            ambient=0.3,
            tint=(1.0, 1.0, 1.0),
            shadow_softness=1.2,
        ),
        outfit=Outfit(
            kind=("crew", "v-neck", "shirt")[int(rng.integers(3))],
            colour=(0.62, 0.62, 0.62),
            second=(0.7, 0.7, 0.7),
            seed=seed,
        ),
    )
    frame = make_frame(width * SUPERSAMPLING)
    display, landmarks, box = render_display(frame, model, appearance)
    tone = _tone(display, frame.scale, rng)
    if hand == "composite":
        tone, landmarks = _reassembled(rng, tone, landmarks)
    drawn = np.clip(draw(rng, tone, width / 256), 0, 1)
    small = cv2.resize(drawn, (width, round(width * 1.25)), interpolation=cv2.INTER_AREA)
    return Render(image=(small * 255 + 0.5).astype(np.uint8), landmarks=landmarks, face_box=box)


def _drawn_skin(person: Person) -> Skin:
    # A draughtsman leaves most of the paper white whatever the skin, and hints at a dark one.
    return replace(person.skin, tone=0.1 + 0.42 * person.skin.tone, mottling=0.0, redness=0.15, warmth=0.0)


def _tone(display: Field, scale: float, rng: np.random.Generator) -> Field:
    grey = (display @ np.array([0.3, 0.6, 0.1], np.float32)).astype(np.float32)
    local = grey - blur(grey, 1.1 * scale)
    lifted = 0.12 + 0.95 * grey + 0.45 * local
    rows, columns = grey.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    # Drawings fade out over the shoulders.
    reach = 0.86 + 0.05 * np.sin(x / np.float32(columns) * 9 + np.float32(rng.uniform(0, 6)))
    fade = np.clip((y / rows - reach + 0.06) / 0.1, 0, 1)
    return np.asarray(np.clip(lifted + (1 - lifted) * fade, 0, 1), np.float32)


def _reassembled(rng: np.random.Generator, tone: Field, landmarks: Points) -> tuple[Field, Points]:
    """Moves and scales eyes, nose and mouth a little, as parts chosen from a kit sit."""
    eyes, nose, mouth = landmarks[:2].mean(axis=0), landmarks[2], landmarks[3:].mean(axis=0)
    span = float(np.hypot(*(landmarks[1] - landmarks[0])))
    moved = landmarks.copy()
    rows, columns = tone.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    dx, dy = np.zeros_like(tone), np.zeros_like(tone)
    for centre, wide, high, owned in ((eyes, 1.0, 0.33, (0, 1)), (nose, 0.42, 0.4, (2,)), (mouth, 0.55, 0.3, (3, 4))):
        shift = rng.normal(0, 0.018 * span, 2) * np.array([0.5, 1.0])
        grow = float(rng.normal(0, 0.03))
        at = (centre + 0.5) * SUPERSAMPLING - 0.5
        ox, oy = x - np.float32(at[0]), y - np.float32(at[1])
        reach = (ox / np.float32(wide * span * SUPERSAMPLING)) ** 4 + (
            oy / np.float32(high * span * SUPERSAMPLING)
        ) ** 4
        weight = np.exp(-reach)
        dx -= weight * (np.float32(shift[0] * SUPERSAMPLING) + np.float32(grow) * ox)
        dy -= weight * (np.float32(shift[1] * SUPERSAMPLING) + np.float32(grow) * oy)
        for index in owned:
            moved[index] = centre + shift + (1 + grow) * (landmarks[index] - centre)
    warped = cv2.remap(tone, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, np.float32), moved
