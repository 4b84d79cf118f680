"""The face of a sitting: its relief, its colours and the lit skin with eyes and brows."""

from dataclasses import dataclass

import numpy as np

from trainer.people.appearance import Appearance
from trainer.people.beard import growth, stubble
from trainer.people.brows import brow_hairs, paint_brows
from trainer.people.canvas import Field, Frame, blur, over
from trainer.people.ears import build_ears
from trainer.people.eyes import Look, lid_relief, paint_eyes
from trainer.people.glasses import paint_glasses
from trainer.people.head import Head, aging_relief, build_head, smooth_step_inside
from trainer.people.light import illuminate
from trainer.people.mouth import Mouth, build_mouth
from trainer.people.nose import nose_relief, nostrils
from trainer.people.person import Person
from trainer.people.skin import scar_relief, skin_albedo, skin_bumps, skin_colour

# From this length on (cm below the eyes) hair at the sides lies over the ears.
_OVER_EARS = 4.5


@dataclass(frozen=True, kw_only=True)
class Face:
    """A person in a sitting on a grid: head, mouth and the full relief in cm."""

    frame: Frame
    person: Person
    appearance: Appearance
    head: Head
    mouth: Mouth
    relief: Field


def build_face(frame: Frame, person: Person, appearance: Appearance) -> Face:
    """Models the face of a person in a sitting."""
    shape, smile = appearance.shape, appearance.smile
    rng = np.random.default_rng(person.skin.texture_seed + 5)
    jowls = 0.6 * max(0.0, appearance.wrinkles - 0.3) * (0.6 + max(0.0, shape.cheek_fullness))
    head = build_head(frame, shape, jowls=jowls)
    mouth = build_mouth(frame, shape, smile=smile)
    relief = head.height + nose_relief(frame, shape, flare=max(0.0, smile))
    relief = relief + mouth.relief + lid_relief(frame, shape, _look(appearance))
    folds = min(1.0, appearance.wrinkles + 0.25 * max(0.0, smile))
    relief = relief + aging_relief(frame, shape, wrinkles=folds, rng=rng)
    relief = relief + skin_bumps(frame, person.skin, age=appearance.age) + scar_relief(frame, person.skin)
    return Face(
        frame=frame, person=person, appearance=appearance, head=head, mouth=mouth, relief=relief.astype(np.float32)
    )


def light_face(face: Face) -> tuple[Field, Field]:
    """The lit face ``(h, w, 3)`` in linear light and the mask of head and ears."""
    frame, appearance, mouth = face.frame, face.appearance, face.mouth
    ear_mask, ear_relief = build_ears(frame, appearance.shape)
    mask = smooth_step_inside(face.head, 0.08)
    if appearance.style.end < _OVER_EARS:
        mask = np.maximum(mask, ear_mask)
    whole = np.where(face.head.inside > 0, face.relief, ear_relief).astype(np.float32)
    shading = illuminate(whole, frame.scale, appearance.light, roughness=0.55)
    lips = np.maximum(mouth.upper, mouth.lower)
    skin = face.person.skin
    # Dark skin scatters little light back, so its gloss is what shows the form.
    gloss = (0.045 + 0.02 * (1 - skin.mottling) + 0.03 * skin.tone) * shading.gloss * (1 + 0.8 * lips)
    lit = _painted_skin(face) * shading.diffuse + gloss[..., None]
    dark = 0.72 * nostrils(frame, appearance.shape)[..., None] * np.array([0.88, 1.0, 1.0], np.float32)
    lit = lit * (1 - 0.6 * np.clip(mouth.gap, 0, 1))[..., None] * (1 - dark)
    exposure = blur(shading.diffuse.mean(axis=2), 0.35 * frame.scale)
    return _features(face, lit.astype(np.float32), exposure), mask


def _look(appearance: Appearance) -> Look:
    return Look(
        opening=appearance.eye_opening * (1 - 0.18 * max(0.0, appearance.smile) - 0.12 * appearance.frown),
        gaze=appearance.gaze,
        lashes=0.15 + 0.8 * appearance.makeup,
        liner=0.6 * max(0.0, appearance.makeup - 0.25),
        shadow=0.8 * max(0.0, appearance.makeup - 0.5),
    )


def _features(face: Face, lit: Field, exposure: Field) -> Field:
    frame, person, appearance, shape = face.frame, face.person, face.appearance, face.appearance.shape
    lamp = appearance.light.direction
    lit = paint_eyes(
        frame, lit, shape, _look(appearance), iris=person.iris, exposure=exposure, glint=lamp[:2], seed=person.seed
    )
    hairs = brow_hairs(
        frame,
        shape,
        lift=appearance.brow_lift,
        frown=appearance.frown,
        groomed=0.7 * appearance.makeup,
        seed=person.seed + 1,
    )
    r, g, b = (0.8 * c * (1 - 0.4 * appearance.grey) + 0.048 * appearance.grey for c in person.hair_colour)
    lit = paint_brows(lit, hairs, (r, g, b), exposure)
    if appearance.glasses == "none":
        return lit
    return paint_glasses(
        frame,
        lit,
        shape,
        kind=appearance.glasses,
        colour=appearance.glasses_colour,
        glare=0.4 + abs(lamp[0]),
        exposure=exposure,
    )


def _painted_skin(face: Face) -> Field:
    frame, person, appearance, mouth = face.frame, face.person, face.appearance, face.mouth
    shape = appearance.shape
    albedo = skin_albedo(frame, person.skin, shape, age=appearance.age, flush=appearance.flush)
    base = np.asarray(skin_colour(person.skin), np.float32)
    natural = base * np.array([0.78, 0.46, 0.48], np.float32) * (1 - 0.12 * person.skin.tone)
    paint = np.array([0.36, 0.06, 0.07], np.float32) * (1.15 - 0.5 * person.skin.tone)
    strength = max(0.0, appearance.lipstick - 0.3)
    lips = natural + (paint - natural) * np.float32(strength)
    albedo = over(albedo, lips, 0.82 * mouth.upper)
    albedo = over(albedo, lips * np.float32(1.08), 0.74 * mouth.lower)
    shadow = appearance.stubble + (0.55 if appearance.beard == "stubble" else 0.0)
    if person.sex == "male" and shadow > 0.05:
        area = growth(frame, shape, face.head, mouth, "stubble")
        hairs = stubble(frame, area, strength=min(1.0, shadow), seed=person.seed + 2)
        r, g, b = (0.55 * c + 0.02 for c in person.hair_colour)
        albedo = over(albedo, (r, g, b), hairs)
    return albedo
