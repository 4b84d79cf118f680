"""Whatever bytes a file holds, loading gives an image or refuses it with a sentence."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from forensic_id.core.errors import ImageRefusedError
from forensic_id.vision.loading import PillowImageLoader

LOADER = PillowImageLoader()


def _seeds() -> dict[str, bytes]:
    noise = np.random.default_rng(0).integers(0, 256, (40, 36, 3), dtype=np.uint8)
    picture = Image.fromarray(noise)
    exif = Image.Exif()
    exif[0x0112] = 6
    variants: list[tuple[str, Image.Image, str, dict[str, object]]] = [
        ("jpeg", picture, "JPEG", {"exif": exif.tobytes()}),
        ("progressive", picture, "JPEG", {"progressive": True}),
        ("cmyk", picture.convert("CMYK"), "JPEG", {}),
        ("png", picture, "PNG", {}),
        ("palette", picture.convert("P"), "PNG", {"transparency": 0}),
        ("grey16", Image.fromarray(noise[..., 0].astype(np.uint16) * 257), "PNG", {}),
        ("tiff", picture, "TIFF", {"compression": "tiff_lzw"}),
        ("tiff_raw", picture, "TIFF", {}),
        ("float", Image.fromarray(noise[..., 0].astype(np.float32)), "TIFF", {}),
        ("bmp", picture, "BMP", {}),
        ("webp", picture, "WEBP", {"lossless": True}),
    ]
    encoded = {}
    for name, image, format_name, options in variants:
        buffer = io.BytesIO()
        image.save(buffer, format_name, **options)
        encoded[name] = buffer.getvalue()
    return encoded


SEEDS = _seeds()


def assert_loaded_or_refused(data: bytes) -> None:
    try:
        image = LOADER.decode(data, "probe.jpg")
    except ImageRefusedError as refusal:
        sentence = str(refusal)
        assert sentence.startswith("“probe.jpg” ")
        assert sentence.endswith(".")
        return
    assert image.pixels.dtype == np.uint8
    assert image.pixels.ndim == 3
    assert image.pixels.shape[2] == 3


@settings(deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.floats(0, 1))
def test_any_truncation_is_loaded_or_refused(name: str, share: float) -> None:
    assert_loaded_or_refused(SEEDS[name][: int(len(SEEDS[name]) * share)])


@settings(deadline=None)
@given(
    st.sampled_from(sorted(SEEDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), min_size=1, max_size=12),
    st.booleans(),
)
def test_any_flipped_bits_are_loaded_or_refused(name: str, flips: list[tuple[float, int]], header: bool) -> None:
    data = bytearray(SEEDS[name])
    reach = min(len(data), 200) if header else len(data)
    for place, mask in flips:
        data[int(place * (reach - 1))] ^= mask
    assert_loaded_or_refused(bytes(data))


@settings(deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 12), st.binary(max_size=400))
def test_any_bytes_after_a_true_signature_are_loaded_or_refused(name: str, kept: int, rest: bytes) -> None:
    assert_loaded_or_refused(SEEDS[name][:kept] + rest)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_loaded_or_refused(data: bytes) -> None:
    assert_loaded_or_refused(data)


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_zeroed_and_doubled_files_are_loaded_or_refused(name: str) -> None:
    data = SEEDS[name]
    for start in range(0, len(data), max(1, len(data) // 12)):
        assert_loaded_or_refused(data[:start] + bytes(64) + data[start + 64 :])
    assert_loaded_or_refused(bytes(len(data)))
    assert_loaded_or_refused(data + data)
