"""Loading: every format and mode the tool promises, and what it refuses."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensic_id.core.errors import ImageRefusedError
from forensic_id.core.records import LoadedImage
from forensic_id.vision import loading
from forensic_id.vision.loading import PillowImageLoader

LOADER = PillowImageLoader()


def encoded(image: Image.Image, format_name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format_name, **options)
    return buffer.getvalue()


def ramp(width: int = 40, height: int = 30) -> Image.Image:
    across = np.tile(np.linspace(0, 255, width), (height, 1))
    down = np.tile(np.linspace(255, 0, height)[:, None], (1, width))
    return Image.fromarray(np.stack([across, down, across[:, ::-1]], axis=-1).astype(np.uint8))


def decode(data: bytes) -> LoadedImage:
    return LOADER.decode(data, "picture")


@pytest.mark.parametrize(
    ("format_name", "media_type"),
    [("PNG", "image/png"), ("BMP", "image/bmp"), ("TIFF", "image/tiff"), ("WEBP", "image/webp")],
)
def test_lossless_formats_give_back_every_pixel(format_name: str, media_type: str) -> None:
    options = {"lossless": True} if format_name == "WEBP" else {}
    image = decode(encoded(ramp(), format_name, **options))
    assert np.array_equal(image.pixels, np.asarray(ramp()))
    assert image.media_type == media_type


def test_jpeg_gives_back_nearly_every_pixel() -> None:
    image = decode(encoded(ramp(), "JPEG", quality=95))
    assert np.abs(image.pixels.astype(int) - np.asarray(ramp()).astype(int)).mean() < 3
    assert image.media_type == "image/jpeg"


def test_an_image_is_identified_by_the_hash_of_its_original_bytes() -> None:
    data = encoded(ramp(), "PNG")
    image = decode(data)
    assert image.sha256 == hashlib.sha256(data).hexdigest()
    assert image.original_bytes == data


def test_sixteen_bit_grey_is_scaled_to_eight_bits() -> None:
    values = np.linspace(0, 65535, 40 * 30).reshape(30, 40).astype(np.uint16)
    for format_name in ("PNG", "TIFF"):
        image = decode(encoded(Image.fromarray(values), format_name))
        assert np.abs(image.pixels[..., 0].astype(float) - values / 257.0).max() <= 0.51


def test_sixteen_bit_colour_keeps_its_tones() -> None:
    rows = np.full((20, 20, 3), [0x8000, 0x4000, 0xFFFF], dtype=">u2")
    image = decode(png_of(width=20, height=20, depth=16, colour_type=2, rows=[row.tobytes() for row in rows]))
    assert image.pixels[5, 5].tolist() == [128, 64, 255]


@pytest.mark.parametrize("full_scale", [1.0, 255.0, 65535.0, 1e6])
def test_floating_point_grey_is_scaled_by_what_holds_it(full_scale: float) -> None:
    values = np.linspace(0, full_scale, 600, dtype=np.float32).reshape(20, 30)
    image = decode(encoded(Image.fromarray(values), "TIFF"))
    assert np.abs(image.pixels[..., 1].astype(float) - values / full_scale * 255).max() <= 0.51


def test_not_a_number_counts_as_black() -> None:
    values = np.full((20, 20), np.nan, dtype=np.float32)
    values[0, 0] = 1.0
    pixels = decode(encoded(Image.fromarray(values), "TIFF")).pixels
    assert pixels[0, 0, 0] == 255
    assert pixels[1:].max() == 0


def test_thirty_two_bit_whole_numbers_are_scaled() -> None:
    values = np.array([[0, 65535], [32768, 16384]], dtype=np.int32).repeat(10, axis=0).repeat(10, axis=1)
    pixels = decode(encoded(Image.fromarray(values), "TIFF")).pixels
    assert pixels[0, 0, 0] == 0
    assert pixels[0, -1, 0] == 255
    assert pixels[-1, 0, 0] == 128


def test_transparency_is_laid_over_white() -> None:
    clear = Image.new("RGBA", (20, 20), (200, 0, 0, 0))
    half = Image.new("LA", (20, 20), (0, 128))
    assert decode(encoded(clear, "PNG")).pixels.min() == 255
    assert abs(int(decode(encoded(half, "PNG")).pixels[0, 0, 0]) - 127) <= 1


def test_a_transparent_palette_colour_becomes_white() -> None:
    image = Image.new("P", (20, 20), 0)
    image.putpalette([10, 20, 30, 200, 100, 50])
    image.putpixel((3, 3), 1)
    pixels = decode(encoded(image, "PNG", transparency=0)).pixels
    assert pixels[0, 0].tolist() == [255, 255, 255]
    assert pixels[3, 3].tolist() == [200, 100, 50]


@pytest.mark.parametrize(("mode", "format_name"), [("1", "PNG"), ("L", "PNG"), ("P", "BMP"), ("CMYK", "JPEG")])
def test_other_modes_become_rgb(mode: str, format_name: str) -> None:
    pixels = decode(encoded(Image.new("RGB", (24, 24), (255, 255, 255)).convert(mode), format_name)).pixels
    assert pixels.shape == (24, 24, 3)
    assert pixels.min() >= 250


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_the_exif_orientation_brings_the_picture_upright(orientation: int, format_name: str) -> None:
    upright = np.zeros((32, 48, 3), dtype=np.uint8)
    upright[:16, :24] = 255  # bright in the upper left only
    stored = Image.fromarray(upright)
    transpositions = {  # what a camera of this orientation did to the scene
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    if orientation in transpositions:
        stored = stored.transpose(transpositions[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = decode(encoded(stored, format_name, exif=exif.tobytes())).pixels
    assert pixels.shape == upright.shape
    assert pixels[4, 4, 0] > 200
    assert max(pixels[4, 40, 0], pixels[28, 4, 0], pixels[28, 40, 0]) < 60


def test_a_damaged_exif_block_does_not_cost_the_picture() -> None:
    data = encoded(ramp(), "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\x7f")
    assert decode(data).pixels.shape == (30, 40, 3)


def test_names_beyond_ascii_are_read(tmp_path: Path) -> None:
    path = tmp_path / "Björk Øst — 写真 фото.png"
    path.write_bytes(encoded(ramp(), "PNG"))
    assert LOADER.load(path).name == path.name


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(ramp(), "PNG"))
    assert LOADER.load(path).media_type == "image/png"


def test_an_empty_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "nothing.jpg"
    path.touch()
    with pytest.raises(ImageRefusedError, match=r"nothing\.jpg.*empty"):
        LOADER.load(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageRefusedError, match="does not exist"):
        LOADER.load(tmp_path / "absent.png")
    with pytest.raises(ImageRefusedError, match="folder"):
        LOADER.load(tmp_path)


def test_a_path_that_no_system_accepts_is_refused() -> None:
    with pytest.raises(ImageRefusedError, match="cannot be read"):
        LOADER.load(Path("with\0zero.png"))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(encoded(ramp(), "PNG"))
    monkeypatch.setattr(loading, "MOST_BYTES", 100)
    with pytest.raises(ImageRefusedError, match="refused"):
        LOADER.load(path)


def test_a_file_that_is_no_image_is_refused_with_the_formats_that_are() -> None:
    with pytest.raises(ImageRefusedError, match=r"“notes\.txt” is no image.*JPEG"):
        LOADER.decode(b"These are notes of an interview." * 10, "notes.txt")


def test_formats_that_start_other_programs_are_never_opened() -> None:
    with pytest.raises(ImageRefusedError, match="is no image"):
        decode(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 40 40\n%%EndComments\nshowpage\n")


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "BMP", "WEBP", "TIFF"])
def test_a_truncated_file_is_refused(format_name: str) -> None:
    data = encoded(Image.effect_noise((64, 64), 90).convert("RGB"), format_name)
    with pytest.raises(ImageRefusedError, match="picture"):
        decode(data[: len(data) // 2])


@pytest.mark.parametrize(("width", "height"), [(10_001, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_decoded(width: int, height: int) -> None:
    data = png_of(width=width, height=height, depth=8, colour_type=2, rows=[b"\0" * 30])
    with pytest.raises(ImageRefusedError, match=r"megapixels|damaged"):
        decode(data)


def test_a_hundred_megapixels_are_within_the_limit() -> None:
    loading._check_size(10_000, 10_000)
    with pytest.raises(ImageRefusedError, match="100 megapixels"):
        loading._check_size(10_000, 10_001)


def test_a_picture_of_a_few_pixels_is_refused() -> None:
    with pytest.raises(ImageRefusedError, match="15 x 40"):
        decode(encoded(ramp(15, 40), "PNG"))


def test_running_out_of_memory_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_image: Image.Image) -> None:
        raise MemoryError

    monkeypatch.setattr(loading, "upright_rgb", exhausted)
    with pytest.raises(ImageRefusedError, match="memory"):
        decode(encoded(ramp(), "PNG"))


def test_the_perceptual_hash_has_64_bits_and_hardly_changes_with_compression() -> None:
    noise = np.random.default_rng(3).random((8, 8))
    picture = Image.fromarray((noise * 255).astype(np.uint8)).resize((128, 128), Image.Resampling.BICUBIC)
    first = LOADER.perceptual_hash(decode(encoded(picture, "PNG")))
    second = LOADER.perceptual_hash(decode(encoded(picture.resize((100, 100)), "JPEG", quality=60)))
    other = LOADER.perceptual_hash(decode(encoded(picture.rotate(90), "PNG")))
    assert 0 <= first < 2**64
    assert (first ^ second).bit_count() <= 4
    assert (first ^ other).bit_count() > 12


def png_of(*, width: int, height: int, depth: int, colour_type: int, rows: list[bytes]) -> bytes:
    """A PNG written chunk by chunk (W3C PNG, 11.2.2), so that its header may claim anything."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
