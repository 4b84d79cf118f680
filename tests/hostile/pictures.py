"""Broken and lying picture files: refused with a sentence, or decoded to a picture of a sane size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

import numpy as np
from PIL import Image

from forensic_id.core.records import LoadedImage
from forensic_id.exchange.picture_headers import picture_facts
from forensic_id.vision.loading import FORMATS, MOST_PIXELS, PillowImageLoader
from tests.hostile.verdicts import Case
from tests.integration.test_mutated_images import MUTATIONS

LOADER = PillowImageLoader()


def picture_cases(count: int) -> Iterator[Case]:
    """`count` mutants of small pictures in every format that is taken."""
    random = np.random.default_rng(7)
    sound = {form: [_picture(form, mode, random) for mode in ("RGB", "L")] for form in FORMATS}
    for number in range(count):
        form = FORMATS[number % len(FORMATS)]
        mutate = MUTATIONS[(number // len(FORMATS)) % len(MUTATIONS)]
        data = mutate(sound[form][number % 2], random)
        yield Case(name=f"{form} {mutate.__name__} {number}", run=partial(_load, data), harmless=_is_sane)


def _picture(form: str, mode: str, random: np.random.Generator) -> bytes:
    pixels = random.integers(0, 256, size=(24, 20, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(buffer, form)
    return buffer.getvalue()


def _load(data: bytes) -> LoadedImage:
    picture_facts(data)
    return LOADER.decode(data, "hostile.png")


def _is_sane(result: object) -> bool:
    return (
        isinstance(result, LoadedImage)
        and result.pixels.ndim == 3
        and result.pixels.dtype == np.uint8
        and 0 < result.pixels.shape[0] * result.pixels.shape[1] <= MOST_PIXELS
    )
