"""Draw a contact sheet of synthetic sketches below their photos, to judge the synthesis by eye."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from torch import Tensor

from forensic_id.core.errors import DataError
from forensic_id.core.records import UInt8Array
from trainer.arguments import natural, positive
from trainer.checkpoint import load_checkpoint, load_module
from trainer.commands.export import DEFAULT_BUNDLE
from trainer.contact_sheet import SheetRow, draw_sheet
from trainer.data.datasets import load_datasets
from trainer.data.faces import PHOTO, SKETCH, FaceSet
from trainer.data.sampling import step_generator
from trainer.data.sketch_pairs import ARTISTS
from trainer.data.synthesis import STYLES, synthesise_sketches
from trainer.prepare.crops import Crop, CropMaker, CropOptions
from trainer.prepare.records import Offered
from trainer.prepare.sources import list_source
from trainer.run_folder import SKETCHER
from trainer.sketcher.network import Sketcher

DEMO_PHOTOS = Path("resources/demo/gallery")
DEFAULT_LANDMARKS = DEFAULT_BUNDLE / "landmarks.onnx"
DEFAULT_SHEET = Path("runs/synthetic_sketches.png")
_PROJECT = Path(__file__).resolve().parents[2]
_OWN_OUTPUT = ("runs", "build")
"""Folders of the project that are never committed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Faces:
    """Photos to draw, float (N, 1, 128, 128) in [0, 1], and real sketches of anyone to compare with."""

    told: str
    photos: Tensor
    sketches: Tensor
    sketches_told: str = "of other people"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose photos, how many, and where the sheet goes."""
    parser.set_defaults(data=None)
    parser.add_argument(
        "--from", dest="folder", type=Path, help="folder of identities (default: the demo people); not with --data"
    )
    parser.add_argument("--source", metavar="NAME", help="with --data: real sketches of this source, such as cufsf")
    parser.add_argument("--out", type=Path, help=f"PNG file (default {DEFAULT_SHEET}; needed with --data)")
    parser.add_argument("--run", type=Path, help="also draw with the sketcher that this run has learned")
    parser.add_argument("--photos", type=positive, default=8, help="how many, default 8")
    parser.add_argument("--seed", type=natural, default=0)
    parser.add_argument("--landmarks", type=Path, help="with --from: landmarks.onnx (default: the shipped one)")


def run(options: argparse.Namespace) -> None:
    """Write the sheet: a column a photo, a row a style. Raises DataError."""
    _check_whose(options)
    out = _target(options.out, from_data=options.data is not None)
    if options.data is not None:
        faces = _from_dataset(options.data, options.photos, options.seed, options.source)
    else:
        folder, landmarks = options.folder or DEMO_PHOTOS, options.landmarks or DEFAULT_LANDMARKS
        faces = _from_folder(folder, options.photos, options.seed, landmarks)
    rows = tuple(_rows(faces, options.seed, options.run))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draw_sheet(f"Synthetic sketches of {faces.told}, seed {options.seed}", rows).save(out, format="PNG")
    except OSError as error:
        raise DataError(
            f"The sheet {out} could not be written ({error.strerror}). Give a PNG file with --out."
        ) from error
    Console(soft_wrap=True).print(f"{out}: {', '.join(row.label for row in rows)}.", markup=False, highlight=False)


def _check_whose(options: argparse.Namespace) -> None:
    """Raise DataError for an option that means nothing beside the others."""
    if options.data is None and options.source is not None:
        raise DataError("--source names real sketches of a data set: give its folder with --data.")
    if options.data is not None and (options.folder is not None or options.landmarks is not None):
        raise DataError("The crops of --data are aligned already: --from and --landmarks do not go with it.")


def _target(out: Path | None, *, from_data: bool) -> Path:
    """Where the sheet may go: with real people's faces only where the user says, and never into the project."""
    if not from_data:
        return out or DEFAULT_SHEET
    if out is None:
        raise DataError("A sheet with --data shows real people: say with --out where it may lie.")
    target = out.resolve()
    own = any(target.is_relative_to(_PROJECT / name) for name in _OWN_OUTPUT)
    if target.is_relative_to(_PROJECT) and not own:
        raise DataError(
            f"A sheet with --data shows real people and may not lie in the project: {out}. Choose another."
        )
    return out


def _from_dataset(folder: Path, count: int, seed: int, source: str | None) -> Faces:
    whole = load_datasets((folder,))
    photos, sketches = (whole.modalities == modality for modality in (PHOTO, SKETCH))
    if not photos.any():
        raise DataError("The data set holds no photos to draw.")
    if source is not None:
        sketches = _of_source(whole, source)
    return Faces(
        told=f"photos of {folder.resolve().name}",
        photos=_some(whole, photos, count, seed),
        sketches=_some(whole, sketches, count, seed),
        sketches_told=f"of {source}" if source else "of other people",
    )


def _of_source(faces: FaceSet, source: str) -> NDArray[np.bool_]:
    """Which rows are sketches or drawings of a source (N,). Raises DataError that lists the sources with any."""
    drawn = faces.modalities != PHOTO
    known = sorted(set(faces.sources[drawn].tolist()))
    if source not in known:
        there = ", ".join(known) or "none"
        raise DataError(f"The data set holds no sketches of the source “{source}”. There are: {there}.")
    chosen: NDArray[np.bool_] = drawn & (faces.sources == source)
    return chosen


def _some(faces: FaceSet, chosen: NDArray[np.bool_], count: int, seed: int) -> Tensor:
    rows = np.random.default_rng(seed).permutation(np.flatnonzero(chosen))[:count]
    return faces.images[torch.from_numpy(rows)].float() / 255


def _from_folder(folder: Path, count: int, seed: int, landmarks: Path) -> Faces:
    """One photo of as many identities, aligned as `prepare` does."""
    maker = CropMaker(CropOptions(landmarks=landmarks, image_format="png"))
    people: dict[str, Offered] = {}
    for offered in list_source(folder).offered:
        if offered.modality == "photo":
            people.setdefault(offered.identity, offered)
    chosen = list(people.values())
    crops: list[UInt8Array] = []
    for index in np.random.default_rng(seed).permutation(len(chosen)):
        made = maker.make(chosen[index])
        if isinstance(made, Crop):
            grey = cv2.imdecode(np.frombuffer(made.data, np.uint8), cv2.IMREAD_GRAYSCALE)
            crops.append(np.asarray(grey, dtype=np.uint8))
        if len(crops) == count:
            break
    if not crops:
        raise DataError(f"No photo below {folder} shows a face that can be drawn. Give another folder with --from.")
    photos = torch.from_numpy(np.stack(crops))[:, None].float() / 255
    return Faces(told=f"people in {folder.resolve().name}", photos=photos, sketches=photos[:0])


def _rows(faces: Faces, seed: int, run_folder: Path | None) -> Iterator[SheetRow]:
    photos = faces.photos
    yield _row("photo", "aligned", photos)
    for number, style in enumerate(STYLES):
        drawn = synthesise_sketches(photos, step_generator(seed, number), styles=(style,), exaggeration=0.0)
        yield _row(style.replace("_", " "), "shape as in the photo", drawn)
    if run_folder is not None:
        yield from _learned_rows(photos, run_folder / SKETCHER)
    for number in range(2):
        drawn = synthesise_sketches(photos, step_generator(seed, len(STYLES) + number))
        yield _row(f"training, draw {number + 1}", "any style, exaggerated", drawn)
    if len(faces.sketches):
        yield _row("real sketches", faces.sketches_told, faces.sketches)


def _learned_rows(photos: Tensor, checkpoint: Path) -> Iterator[SheetRow]:
    if not checkpoint.exists():
        raise DataError(
            f"The run folder {checkpoint.parent} holds no {SKETCHER}. Give a run whose recipe learns to draw."
        )
    tensors, step = load_checkpoint(checkpoint)
    sketcher = Sketcher(styles=len(ARTISTS), width=tensors["sketcher.last.weight"].shape[1])
    load_module("sketcher", sketcher, tensors)
    for number, artist in enumerate(ARTISTS):
        with torch.no_grad():
            drawn = sketcher.eval()(photos, torch.full((len(photos),), number))
        yield _row(f"learned {artist}", f"sketcher at step {step}", drawn)


def _row(label: str, remark: str, pictures: Tensor) -> SheetRow:
    grey = (pictures.squeeze(1).clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    return SheetRow(label=label, remark=remark, pictures=tuple(grey))
