"""Test sets that may not be passed on, read in the layout in which they are given out.

PRIP-HDC (Klum et al. 2014): `PRIP-HDC-Release/sketches` and `PRIP-HDC-Release/photos`; same name, same person.

CUFSF (Zhang, Wang and Tang 2011) brings the sketches alone: `original_sketch/NNNNN.jpg`, NNNNN the FERET subject, and
`names_of_photos_used_for_drawing_sketches.txt`, one photo a line, as grey FERET names them: subject, pose, numbers,
underscore, date (`00001fb010_930831.tif`). The photos are FERET's: grey (that very name), or colour, where the
same photo is `00001_930831_fb_a` with another suffix. They may lie anywhere below `CUFSF`, or beside it in `FERET`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from forensic_id.core.errors import DataError
from trainer.evaluation.image_files import IMAGE_SUFFIXES, images_in

PRIP_HDC_FOLDERS = ("PRIP-HDC-Release", "PRIP-HDC", "prip-hdc")
CUFSF_FOLDERS = ("CUFSF", "cufsf")
FERET_FOLDERS = ("FERET", "feret", "colorferet")
SKETCHES, PHOTO_NAMES = "original_sketch", "names_of_photos_used_for_drawing_sketches.txt"

Pair = tuple[str, Path, Path]
"""Identity, sketch, photo."""
FeretKey = tuple[str, str, str]
"""Subject, pose, date."""

_GREY = re.compile(r"(\d{5})([a-z]{2})\w*?_(\d{6})", re.IGNORECASE)
_COLOUR = re.compile(r"(\d{5})_(\d{6})_([a-z]{2})", re.IGNORECASE)


def prip_hdc_pairs(data: Path) -> list[Pair]:
    """The pairs of hand-drawn composites and mugshots. Raises DataError when the set is not there or incomplete."""
    folder = _first(data, PRIP_HDC_FOLDERS, within="sketches", name="PRIP-HDC")
    photos = {path.stem.lower(): path for path in images_in(folder / "photos")}
    sketches = images_in(folder / "sketches")
    missing = [path.name for path in sketches if path.stem.lower() not in photos]
    if missing:
        raise _incomplete("PRIP-HDC", missing, folder / "photos")
    return [(path.stem, path, photos[path.stem.lower()]) for path in sketches]


def cufsf_pairs(data: Path) -> list[Pair]:
    """The pairs of CUFSF sketches and FERET photos. Raises DataError when the set is not there or incomplete."""
    folder = _first(data, CUFSF_FOLDERS, within=SKETCHES, name="CUFSF")
    photo_of = {subject: (subject, pose, date) for subject, pose, date in _named_photos(folder / PHOTO_NAMES)}
    photos = _feret_photos([folder, *(data / name for name in FERET_FOLDERS)])
    pairs, missing = [], []
    for sketch in images_in(folder / SKETCHES):
        key = photo_of.get(sketch.stem[:5])
        if key is not None and key in photos:
            pairs.append((sketch.stem[:5], sketch, photos[key]))
        else:
            missing.append(sketch.name)
    if missing:
        raise _incomplete("CUFSF", missing, data / FERET_FOLDERS[0])
    return pairs


def _first(data: Path, names: Iterable[str], *, within: str, name: str) -> Path:
    """The first of some folders that holds the folder `within`."""
    for each in names:
        if (data / each / within).is_dir():
            return data / each
    raise DataError(
        f"{name} is not in {data}: there is no folder {' or '.join(names)} with “{within}” in it. "
        "It is given out under a licence; ask its owners for it and unpack it there."
    )


def _named_photos(table: Path) -> list[FeretKey]:
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{table} cannot be read ({error}). It is part of CUFSF and names the photos.") from error
    found = [_GREY.search(line.replace("\\", "/").rpartition("/")[2]) for line in lines if line.strip()]
    return [(one[1], one[2].lower(), one[3]) for one in found if one is not None]


def _feret_photos(folders: Iterable[Path]) -> dict[FeretKey, Path]:
    """Photos by subject, pose and date, of grey or colour FERET; of two the one first in order."""
    photos: dict[FeretKey, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() not in IMAGE_SUFFIXES or path.parent.name == SKETCHES:
                continue
            if grey := _GREY.fullmatch(path.stem):
                photos.setdefault((grey[1], grey[2].lower(), grey[3]), path)
            elif colour := _COLOUR.match(path.stem):
                photos.setdefault((colour[1], colour[3].lower(), colour[2]), path)
    return photos


def _incomplete(name: str, missing: list[str], folder: Path) -> DataError:
    few = ", ".join(missing[:3])
    return DataError(
        f"{name} lacks the photos of {len(missing)} sketches ({few} ...). Put them into {folder}, as "
        f"{', '.join(sorted(IMAGE_SUFFIXES))}: files of other kinds, such as .ppm.bz2, have to be converted first."
    )
