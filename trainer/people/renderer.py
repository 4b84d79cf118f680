"""From a person and an appearance to a picture with its true landmarks."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from trainer.people.appearance import Appearance
from trainer.people.beard import build_beard, growth, stubble
from trainer.people.brows import brow_hairs, paint_brows
from trainer.people.camera import expose, framing, project, turn
from trainer.people.canvas import Field, Frame, Points, blur, make_frame, noise, over, ramp
from trainer.people.clothes import chin_shadow, paint_body
from trainer.people.ears import build_ears
from trainer.people.eyes import Look, lid_relief, paint_eyes
from trainer.people.glasses import paint_glasses
from trainer.people.hair import HairLayer, build_hair
from trainer.people.head import Head, aging_relief, build_head, smooth_step_inside
from trainer.people.light import illuminate, to_display
from trainer.people.mouth import Mouth, build_mouth
from trainer.people.nose import nose_relief, nostrils
from trainer.people.person import Person
from trainer.people.skin import scar_relief, skin_albedo, skin_bumps, skin_colour

SUPERSAMPLING = 2

Box = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Render:
    """A picture and its truth.

    ``image`` is RGB ``uint8`` ``(h, w, 3)``; ``landmarks`` ``(5, 2)`` are pixel coordinates of the right eye (the person's:
    left in the picture), left eye, nose tip, right and left mouth corner; ``face_box`` is ``(x, y, width, height)`` of the face
    from the brows' arch to the chin.
    """

    image: NDArray[np.uint8]
    landmarks: Points
    face_box: Box


def render_photo(person: Person, appearance: Appearance, *, width: int = 256) -> Render:
    """Renders a photo of ``width`` by ``1.25 * width`` pixels; the same arguments give the same pixels."""
    frame = make_frame(width * SUPERSAMPLING)
    display, landmarks, face_box = render_display(frame, person, appearance)
    image = expose(display, frame, appearance.camera, width=width, seed=appearance.seed + 7)
    return Render(image=image, landmarks=landmarks, face_box=face_box)


def render_display(frame: Frame, person: Person, appearance: Appearance) -> tuple[Field, Points, Box]:
    """Noise-free sRGB picture ``(h, w, 3)`` in [0, 1] on the grid, and landmarks and face box in pixels of half that size."""
    head, mouth, relief = face_relief(frame, person, appearance)
    layers, head_mask = _head_layers(frame, person, appearance, head, mouth, relief)
    depth = np.where(head.inside > 0, relief, 0).astype(np.float32)
    turned = turn(frame, layers, depth, appearance.camera)
    picture = _compose(frame, person, appearance, turned, head_mask)
    display = to_display(picture * np.float32(_exposure(person, appearance)))
    return display, _landmarks(frame, appearance, mouth, relief), _face_box(frame, appearance, head, relief)


def face_relief(frame: Frame, person: Person, appearance: Appearance) -> tuple[Head, Mouth, Field]:
    """The head, the mouth and the full relief of the face in cm."""
    shape = appearance.shape
    rng = np.random.default_rng(person.skin.texture_seed + 5)
    head = build_head(
        frame, shape, jowls=0.6 * max(0.0, appearance.wrinkles - 0.3) * (0.6 + max(0.0, shape.cheek_fullness))
    )
    mouth = build_mouth(frame, shape, smile=appearance.smile)
    look = _look(appearance)
    relief = head.height + nose_relief(frame, shape, flare=max(0.0, appearance.smile))
    relief = relief + mouth.relief + lid_relief(frame, shape, look)
    folds = min(1.0, appearance.wrinkles + 0.25 * max(0.0, appearance.smile))
    relief = relief + aging_relief(frame, shape, wrinkles=folds, rng=rng)
    relief = relief + skin_bumps(frame, person.skin, age=appearance.age) + scar_relief(frame, person.skin)
    return head, mouth, relief.astype(np.float32)


def _look(appearance: Appearance) -> Look:
    return Look(
        opening=appearance.eye_opening * (1 - 0.18 * max(0.0, appearance.smile) - 0.12 * appearance.frown),
        gaze=appearance.gaze,
        lashes=0.15 + 0.8 * appearance.makeup,
        liner=0.6 * max(0.0, appearance.makeup - 0.25),
        shadow=0.8 * max(0.0, appearance.makeup - 0.5),
    )


def _head_layers(
    frame: Frame,
    person: Person,
    appearance: Appearance,
    head: Head,
    mouth: Mouth,
    relief: Field,
) -> tuple[Field, Field]:
    """Premultiplied colours and coverage of the head with front hair (channels 0 to 3) and of the hair behind (4 to 7)."""
    skin, face_mask = _lit_face(frame, person, appearance, head, mouth, relief)
    hair = build_hair(
        frame,
        appearance.shape,
        head,
        appearance.style,
        light=appearance.light,
        colour=person.hair_colour,
        grey=appearance.grey,
        seed=person.seed + 3,
    )
    colour, cover = _with_hair(frame, skin, face_mask, hair, appearance)
    if appearance.beard not in {"none", "stubble"}:
        beard = build_beard(
            frame,
            appearance.shape,
            head,
            mouth,
            kind=appearance.beard,
            light=appearance.light,
            colour=person.hair_colour,
            grey=appearance.grey,
            seed=person.seed + 4,
        )
        colour, cover = _stack(colour, cover, beard.colour, beard.cover)
    back = np.concatenate([0.55 * hair.colour * hair.back[..., None], hair.back[..., None]], axis=2)
    front = np.concatenate([colour, cover[..., None]], axis=2)
    return np.concatenate([front, back], axis=2).astype(np.float32), np.maximum(face_mask, hair.front)


def _lit_face(
    frame: Frame,
    person: Person,
    appearance: Appearance,
    head: Head,
    mouth: Mouth,
    relief: Field,
) -> tuple[Field, Field]:
    shape, light = appearance.shape, appearance.light
    ear_mask, ear_relief = build_ears(frame, shape)
    inside = smooth_step_inside(head, 0.08)
    if appearance.style.end >= 4.5:
        ear_mask = np.zeros_like(ear_mask)  # long hair lies over the ears
    whole = np.where(head.inside > 0, relief, ear_relief).astype(np.float32)
    shading = illuminate(whole, frame.scale, light, roughness=0.55)
    albedo = _painted_skin(frame, person, appearance, head, mouth)
    gloss = (
        (0.045 + 0.02 * (1 - person.skin.mottling)) * shading.gloss * (1 + 0.8 * np.maximum(mouth.upper, mouth.lower))
    )
    lit = albedo * shading.diffuse + gloss[..., None]
    dark = 1 - 0.6 * np.clip(mouth.gap, 0, 1)
    lit = (
        lit
        * dark[..., None]
        * (1 - 0.82 * nostrils(frame, shape)[..., None] * np.array([0.88, 1.0, 1.0], np.float32))
    )
    exposure = blur(shading.diffuse.mean(axis=2), 0.35 * frame.scale)
    lit = paint_eyes(
        frame,
        lit,
        shape,
        _look(appearance),
        iris=person.iris,
        exposure=exposure,
        glint=(light.direction[0], light.direction[1]),
        seed=person.seed,
    )
    hairs = brow_hairs(
        frame,
        shape,
        lift=appearance.brow_lift,
        frown=appearance.frown,
        groomed=0.7 * appearance.makeup,
        seed=person.seed + 1,
    )
    brow_colour = np.asarray(person.hair_colour) * 0.8 * (1 - 0.4 * appearance.grey) + 0.12 * 0.4 * appearance.grey
    lit = paint_brows(lit, hairs, (float(brow_colour[0]), float(brow_colour[1]), float(brow_colour[2])), exposure)
    if appearance.glasses != "none":
        glare = 0.4 + abs(light.direction[0])
        lit = paint_glasses(
            frame,
            lit,
            shape,
            kind=appearance.glasses,
            colour=appearance.glasses_colour,
            glare=glare,
            exposure=exposure,
        )
    return lit.astype(np.float32), np.maximum(inside, ear_mask)


def _painted_skin(frame: Frame, person: Person, appearance: Appearance, head: Head, mouth: Mouth) -> Field:
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
        area = growth(frame, shape, head, mouth, "stubble")
        hairs = stubble(frame, area, strength=min(1.0, shadow), seed=person.seed + 2)
        tint = 0.55 * np.asarray(person.hair_colour) + 0.02
        albedo = over(albedo, (float(tint[0]), float(tint[1]), float(tint[2])), hairs)
    return albedo


def _with_hair(
    frame: Frame, skin: Field, face_mask: Field, hair: HairLayer, appearance: Appearance
) -> tuple[Field, Field]:
    lx = appearance.light.direction[0]
    fallen = np.roll(hair.front, (round(0.45 * frame.scale), round(-0.3 * lx * frame.scale)), axis=(0, 1))
    shadow = np.clip(blur(fallen, 0.4 * frame.scale), 0, 1) * ramp(
        0.05, 0.5, np.float32(appearance.style.top + appearance.style.sides) + 0 * fallen
    )
    shaded = skin * (1 - 0.5 * shadow[..., None] * np.array([0.9, 1.0, 1.0], np.float32))
    return _stack(shaded * face_mask[..., None], face_mask, hair.colour, hair.front)


def _stack(premultiplied: Field, cover: Field, colour: Field, alpha: Field) -> tuple[Field, Field]:
    """Puts a layer over a premultiplied one; gives the premultiplied result and its coverage."""
    rest = 1 - alpha
    return premultiplied * rest[..., None] + colour * alpha[..., None], cover * rest + alpha


def _compose(frame: Frame, person: Person, appearance: Appearance, turned: Field, head_mask: Field) -> Field:
    rng = np.random.default_rng(appearance.seed + 1)
    fall = (
        1 + 0.1 * appearance.light.direction[0] * frame.x / 14 - 0.05 * frame.y / 18 + 0.012 * noise(rng, frame, 9.0)
    )
    ground = (
        np.asarray(appearance.ground, np.float32)
        / np.float32(_exposure(person, appearance) ** 0.8)
        * fall[..., None].astype(np.float32)
    )
    behind = blur(
        np.roll(
            head_mask,
            (round(0.8 * frame.scale), round(-1.6 * appearance.light.direction[0] * frame.scale)),
            axis=(0, 1),
        ),
        1.1 * frame.scale,
    )
    ground = ground * (1 - 0.16 * behind[..., None])
    picture = ground * (1 - turned[..., 7:8]) + turned[..., 4:7]
    shadow = chin_shadow(frame, np.clip(turned[..., 3], 0, 1), appearance.light)
    picture = paint_body(
        frame,
        picture,
        appearance.shape,
        appearance.outfit,
        skin=skin_colour(person.skin),
        light=appearance.light,
        head_shadow=shadow,
    )
    cover = np.clip(turned[..., 3:4], 0, 1)
    result: Field = picture * (1 - cover) + np.clip(turned[..., :3], 0, None)
    return result


def _exposure(person: Person, appearance: Appearance) -> float:
    """Gain of a camera that meters the face, as far as cameras make up for dark or bright skin."""
    red, green, blue = skin_colour(person.skin)
    light = appearance.light
    level = (0.3 * red + 0.6 * green + 0.1 * blue) * (0.75 * light.key + 0.9 * light.fill + 0.7 * light.ambient)
    return float((0.36 / level) ** 0.4)


def _to_picture(frame: Frame, appearance: Appearance, points: Points) -> Points:
    plane = project(points, appearance.camera)
    pixels = frame.pixels(plane)
    matrix = framing(frame, appearance.camera)
    framed = pixels @ matrix[:, :2].T + matrix[:, 2]
    result: Points = (framed + 0.5) / SUPERSAMPLING - 0.5
    return result


def _with_depth(frame: Frame, relief: Field, points: Points) -> Points:
    pixels = frame.pixels(points).astype(np.float32)
    smooth = blur(np.clip(relief, 0, None), 0.35 * frame.scale)
    depth = cv2.remap(smooth, pixels[:, :1], pixels[:, 1:], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.concatenate([points, depth.astype(np.float64)], axis=1)


def _landmarks(frame: Frame, appearance: Appearance, mouth: Mouth, relief: Field) -> Points:
    shape = appearance.shape
    tip = shape.nose_length - 0.75 + 0.5 * shape.tip_drop
    flat = np.array(
        [
            (-shape.eye_distance, -shape.eye_unevenness - 0.05),
            (shape.eye_distance, shape.eye_unevenness - 0.05),
            (0.0, tip),
            mouth.corners[0],
            mouth.corners[1],
        ]
    )
    return _to_picture(frame, appearance, _with_depth(frame, relief, flat))


def _face_box(frame: Frame, appearance: Appearance, head: Head, relief: Field) -> Box:
    shape = appearance.shape
    half = shape.cheek_width * 0.92
    flat = np.array([(-half, 0.0), (half, 0.0), (0.0, -shape.brow_height - 2.0), (0.0, shape.chin_level)])
    left, right, top, bottom = _to_picture(frame, appearance, _with_depth(frame, relief, flat))
    return float(left[0]), float(top[1]), float(right[0] - left[0]), float(bottom[1] - top[1])
