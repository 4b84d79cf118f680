"""From a person and an appearance to a picture with its true landmarks."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from trainer.people.appearance import Appearance
from trainer.people.beard import build_beard
from trainer.people.camera import expose, framing, project, turn
from trainer.people.canvas import Field, Frame, Points, blur, make_frame, noise
from trainer.people.clothes import chin_shadow, paint_body
from trainer.people.face import Face, build_face, light_face
from trainer.people.hair import HairLayer, build_hair
from trainer.people.light import to_display
from trainer.people.person import Person
from trainer.people.skin import skin_colour

SUPERSAMPLING = 2

Box = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Render:
    """A picture and its truth.

    ``image`` is RGB ``uint8`` ``(h, w, 3)``; ``landmarks`` ``(5, 2)`` are pixel coordinates of the right eye (the
    person's: left in the picture), left eye, nose tip, right and left mouth corner; ``face_box`` is
    ``(x, y, width, height)`` of the face from above the brows to the chin.
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
    """Noise-free sRGB picture ``(h, w, 3)`` in [0, 1]; landmarks and face box are in pixels of the final size."""
    part, where = _head_window(frame, appearance)
    face = build_face(part, person, appearance)
    layers, head_mask = _head_layers(face)
    depth = np.where(face.head.inside > 0, face.relief, 0).astype(np.float32)
    turned = np.zeros((*frame.shape, 8), np.float32)
    turned[where] = turn(part, layers, depth, appearance.camera)
    shadowing = np.zeros(frame.shape, np.float32)
    shadowing[where] = head_mask
    picture = _compose(frame, person, appearance, turned, head_mask=shadowing)
    display = to_display(picture * np.float32(_exposure(person, appearance)))
    return display, _landmarks(frame, face), _face_box(frame, face)


def _head_window(frame: Frame, appearance: Appearance) -> tuple[Frame, tuple[slice, slice]]:
    """The part of the grid that head, hair and beard can reach, also when turned."""
    style = appearance.style
    wide = 11.6 if max(style.sides, style.end / 5) > 0.9 else 10.6
    low = 19.9 if style.end >= 4.5 else 16.5
    return frame.window((-wide, wide), (-15.9, low))


def _head_layers(face: Face) -> tuple[Field, Field]:
    """Premultiplied colour and coverage of head with front hair (channels 0 to 3) and of the hair behind (4 to 7)."""
    person, appearance = face.person, face.appearance
    skin, mask = light_face(face)
    hair = build_hair(
        face.frame,
        appearance.shape,
        face.head,
        appearance.style,
        light=appearance.light,
        colour=person.hair_colour,
        grey=appearance.grey,
        seed=person.seed + 3,
    )
    shaded = skin * (1 - _hair_shadow(face, hair)) * mask[..., None]
    colour, cover = _stack(shaded, mask, hair.colour, hair.front)
    if appearance.beard not in {"none", "stubble"}:
        beard = build_beard(
            face.frame,
            appearance.shape,
            face.head,
            face.mouth,
            kind=appearance.beard,
            light=appearance.light,
            colour=person.hair_colour,
            grey=appearance.grey,
            seed=person.seed + 4,
        )
        colour, cover = _stack(colour, cover, beard.colour, beard.cover)
    back = 0.55 * hair.colour * hair.back[..., None]
    layers = np.concatenate([colour, cover[..., None], back, hair.back[..., None]], axis=2)
    return layers.astype(np.float32), np.maximum(mask, hair.front)


def _hair_shadow(face: Face, hair: HairLayer) -> Field:
    """Light that hair takes from the face ``(h, w, 3)``; cropped hair takes none."""
    style, scale = face.appearance.style, face.frame.scale
    thick = float(np.clip((style.top + style.sides - 0.05) / 0.45, 0, 1))
    aside = -0.3 * face.appearance.light.direction[0]
    fallen = blur(np.roll(hair.front, (round(0.45 * scale), round(aside * scale)), axis=(0, 1)), 0.4 * scale)
    tint = np.array([0.45, 0.5, 0.5], np.float32) * np.float32(thick)
    return np.asarray(fallen[..., None] * tint, np.float32)


def _stack(premultiplied: Field, cover: Field, colour: Field, alpha: Field) -> tuple[Field, Field]:
    """Puts a layer over a premultiplied one; gives the premultiplied result and its coverage."""
    rest = 1 - alpha
    return premultiplied * rest[..., None] + colour * alpha[..., None], cover * rest + alpha


def _compose(frame: Frame, person: Person, appearance: Appearance, turned: Field, *, head_mask: Field) -> Field:
    picture = _ground(frame, person, appearance, head_mask) * (1 - turned[..., 7:8]) + turned[..., 4:7]
    shadow = chin_shadow(frame, np.clip(turned[..., 3], 0, 1), appearance.light)
    part, where = frame.window((-99.0, 99.0), (4.5, 99.0))
    picture[where] = paint_body(
        part,
        picture[where],
        appearance.shape,
        appearance.outfit,
        skin=skin_colour(person.skin),
        light=appearance.light,
        head_shadow=shadow[where],
    )
    cover = np.clip(turned[..., 3:4], 0, 1)
    return np.asarray(picture * (1 - cover) + np.clip(turned[..., :3], 0, None), np.float32)


def _ground(frame: Frame, person: Person, appearance: Appearance, head_mask: Field) -> Field:
    """The wall behind, slightly uneven, with the soft shadow of the head."""
    rng = np.random.default_rng(appearance.seed + 1)
    aside = appearance.light.direction[0]
    fall = 1 + 0.1 * aside * frame.x / 14 - 0.05 * frame.y / 18 + 0.012 * noise(rng, frame, 9.0)
    # The camera's gain is set by the face; the wall keeps most of its own brightness.
    wall = np.asarray(appearance.ground, np.float32) / np.float32(_exposure(person, appearance) ** 0.8)
    shift = (round(0.8 * frame.scale), round(-1.6 * aside * frame.scale))
    behind = blur(np.roll(head_mask, shift, axis=(0, 1)), 1.1 * frame.scale)
    return np.asarray(wall * (fall * (1 - 0.16 * behind))[..., None], np.float32)


def _exposure(person: Person, appearance: Appearance) -> float:
    """Gain of a camera that meters the face, as far as cameras make up for dark or bright skin."""
    red, green, blue = skin_colour(person.skin)
    light = appearance.light
    level = (0.3 * red + 0.6 * green + 0.1 * blue) * (0.75 * light.key + 0.9 * light.fill + 0.7 * light.ambient)
    return float((0.36 / level) ** 0.52)


def _to_picture(frame: Frame, face: Face, points: Points) -> Points:
    """Points on the face ``(n, 2)`` in cm to pixels of the final picture."""
    camera = face.appearance.camera
    pixels = face.frame.pixels(points).astype(np.float32)
    smooth = blur(np.clip(face.relief, 0, None), 0.35 * frame.scale)
    depth = cv2.remap(smooth, pixels[:, :1], pixels[:, 1:], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    solid = np.concatenate([points, depth.astype(np.float64)], axis=1)
    matrix = framing(frame, camera)
    framed = frame.pixels(project(solid, camera)) @ matrix[:, :2].T + matrix[:, 2]
    result: Points = (framed + 0.5) / SUPERSAMPLING - 0.5
    return result


def _landmarks(frame: Frame, face: Face) -> Points:
    shape, corners = face.appearance.shape, face.mouth.corners
    right_eye = (-shape.eye_distance, -shape.eye_unevenness - 0.05)
    left_eye = (shape.eye_distance, shape.eye_unevenness - 0.05)
    tip = (0.0, shape.nose_length - 0.75 + 0.5 * shape.tip_drop)
    return _to_picture(frame, face, np.array([right_eye, left_eye, tip, corners[0], corners[1]]))


def _face_box(frame: Frame, face: Face) -> Box:
    shape = face.appearance.shape
    half = shape.cheek_width * 0.92
    flat = np.array([(-half, 0.0), (half, 0.0), (0.0, -shape.brow_height - 2.0), (0.0, shape.chin_level)])
    left, right, top, bottom = _to_picture(frame, face, flat)
    return float(left[0]), float(top[1]), float(right[0] - left[0]), float(bottom[1] - top[1])
